"""The stage of leading and following: the leader's breath, a place for the other, and at the end the lag."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.practice.play import other
from coreg.practice.steps.lead import Leading
from coreg.widgets.steps.breath_words import Line, two_line
from coreg.widgets.steps.breathe import BreathStage
from coreg.widgets.text import SEAT_STYLE, fill, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.practice.breath import Phase
    from coreg.widgets.steps.view import View

__all__ = ["LeadStage", "lag_words"]

_NOTICED = 0.05
"""Seconds below which ahead and behind are the same."""

_NAME = 20
"""Cells of a name in the sentence that says who leads."""

_WAITS: dict[str, Phase] = {"hold": "in", "rest": "out"}
"""Nobody is told to hold while the leader takes longer: the word stays, and the seconds go."""


def lag_words(lag: float | None) -> str:
    """Return the words about a usual lag in seconds (None: too few taps)."""
    if lag is None:
        return say("breathe.lead.untold")
    if abs(lag) < _NOTICED:
        return say("breathe.lead.even")
    return say(f"breathe.lead.{'early' if lag < 0 else 'lag'}", seconds=f"{abs(lag):.1f}")


class LeadStage(BreathStage):
    """One breath for both; nothing is told of whoever follows before both halves are over."""

    def show(self, view: View) -> None:
        """Draw the breath that the leader's taps make, or tell of the lag."""
        play = view.sitting.play
        if not isinstance(play, Leading):
            return
        if play.told(view.t):
            self.say("told", lambda: _told(play))
            self.draw(view, "", 0.0, 0.0)
        else:
            self.timed(view, "lead", play.at(view.t), lambda _: self._led(view, play))

    def _led(self, view: View, play: Leading) -> None:
        leader, breath = play.leads(view.t), play.breath(view.t)
        begun = bool(play.leader[play.turn(view.t)])
        phase = _WAITS.get(breath.phase, breath.phase)
        word = Line.of(replace(breath, phase=phase)) if begun else Line()
        self.say((leader, word), lambda: self._words(view, play, word))
        self.draw(view, "lead", breath.fill, breath.fill, hollow=(other(leader),))

    def _words(self, view: View, play: Leading, word: Line) -> Sequence[Content]:
        leader = play.leads(view.t)
        roles = Line(say("breathe.lead.leading")), Line(say("breathe.lead.following"))
        width = self.size.width or 80
        names = two_line(view, roles if leader == "a" else roles[::-1], width, self.apart("lead"))
        key = view.key(view.side(leader), "main")
        name = named(leader, view.name(leader)).truncate(_NAME, ellipsis=True)
        style = SEAT_STYLE[leader]
        hint = fill(say("breathe.lead.leads"), {"name": name, "key": Content.styled(key, style)}, "$muted")
        middle = Content.assemble((word.word, "bold"), "  ", (word.number.ljust(2), "$both"))
        return names.pad_right(max(0, width - names.cell_length)), middle, hint


def _told(play: Leading) -> Sequence[Content]:
    rows = [Content.styled(say("breathe.lead.title"), "bold"), Content("")]
    rows += [Content(say(f"breathe.lead.{half}", lag=lag_words(play.lag_of(turn)))) for turn, half in _HALVES]
    return [*rows, Content(""), Content.styled(say("breathe.lead.kind"), "$muted")]


_HALVES = ((0, "first"), (1, "second"))
