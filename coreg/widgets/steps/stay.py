"""The stage of being near: what helps, for the other to read, and a slow breath to follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.practice.breath import breath_at
from coreg.practice.play import SEATS
from coreg.practice.steps.stay import SLOW, Staying
from coreg.widgets.steps.breath_words import Line, one_line
from coreg.widgets.steps.breathe import BreathStage
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.widgets.steps.view import View

__all__ = ["StayStage"]

_ROOMY = 22
"""Rows from which on there is room for more than the card and the breath."""


class StayStage(BreathStage):
    """Three short lines at most, a disc, and now and then a question that silence answers."""

    def show(self, view: View) -> None:
        """Draw the breath of this moment under the card."""
        play = view.sitting.play
        if not isinstance(play, Staying):
            return
        breath = breath_at(SLOW, view.t - play.since)
        line, still, card = Line.of(breath), play.asks(view.t), _card(view)
        self.say((line, still, card), lambda: self._rows(view, line, card, still=still))
        self.draw(view, "one", breath.fill, breath.fill)

    def _rows(self, view: View, line: Line, card: tuple[str, ...], *, still: bool) -> Sequence[Content]:
        rows = [view.words("title", "bold"), Content("")]
        rows += [lit(one, multiline=False) for one in card] or [view.words("usual", "")]
        if self.size.height >= _ROOMY:
            rows += [Content(""), view.words("text")]
        asks = Content.styled(say("practice.still_good") if still else "", "$both")
        return [*rows, Content(""), asks, one_line(line)]


def _card(view: View) -> tuple[str, ...]:
    """Return the lines of the one who would like it."""
    return () if view.speaker is None else view.cards[SEATS.index(view.speaker)]
