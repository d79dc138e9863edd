"""The stage of a turn: whose it is, big digits, a bar that runs down, and what the listener may say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import has, say
from coreg.practice.floor import TAKE_BACK
from coreg.practice.play import other
from coreg.practice.steps.turn import Turning
from coreg.widgets.digits import digit_rows
from coreg.widgets.steps.base import TextStage
from coreg.widgets.steps.view import clock_text
from coreg.widgets.text import SEAT_STYLE, fill, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.widgets.steps.view import View

__all__ = ["TurnStage", "bar"]

_BAR = 40
_ROOMY = 15


def bar(share: float, cells: int) -> tuple[str, str]:
    """Return the full and the empty part of a bar for a share 0..1."""
    full = round(max(0.0, min(1.0, share)) * cells)
    return "━" * full, "─" * (cells - full)


class TurnStage(TextStage):
    """Calm at the end too: the digits rest at nought, the bar fades, and a sentence says that is fine."""

    def wait(self, view: View) -> float:
        """Return the seconds until the digits change."""
        play = view.sitting.play
        return play.floor.left(view.t) % 1.0 or 1.0 if isinstance(play, Turning) else 1.0

    def lines(self, view: View) -> Sequence[Content]:
        """Return the turn as it is at this moment."""
        play = view.sitting.play
        if not isinstance(play, Turning):
            return ()
        floor, seat = play.floor, play.seat
        if floor.handed is not None:
            return self._handing(view, play)
        phase = floor.phase(view.t)
        style = SEAT_STYLE[seat] if phase != "beyond" else "$muted"
        digits = [Content.styled(row, style) for row in digit_rows(clock_text(floor.left(view.t)))]
        full, empty = bar(floor.share(view.t), _BAR)
        rows = [Content.styled(view.words("title").plain, f"bold {SEAT_STYLE[seat]}"), Content("")]
        rows += [*digits, Content(""), Content.assemble((full, style), (empty, "$faint")), Content("")]
        rows += self._words(view, phase, floor.gifts)
        return rows

    def _words(self, view: View, phase: str, gifts: int) -> list[Content]:
        if phase == "grace":
            return [Content(say("talk.grace")), Content(""), Content("")]
        if phase == "beyond":
            return [Content.styled(say("talk.beyond"), "$muted"), Content(""), Content("")]
        hints = " · ".join(f"“{hint}”" for hint in view.step.hints)
        given = say("talk.given") if gifts else ""
        rows = [view.words("text", ""), Content(""), self._listening(view)]
        if hints and self.size.height >= _ROOMY:
            rows += [Content.styled(hints, "$muted")]
        return [*rows, Content.styled(given, "$both")]

    @staticmethod
    def _listening(view: View) -> Content:
        """Return how the other listens: as the speaker would like it tonight."""
        wanted = [keep.text for keep in view.sitting.kept("like") if keep.by == view.speaker]
        if not wanted or not has(f"talk.{wanted[-1]}"):
            return view.words("listener")
        return fill(say(f"talk.{wanted[-1]}"), view.people(), "$muted")

    @staticmethod
    def _handing(view: View, play: Turning) -> Sequence[Content]:
        floor = play.floor
        key = view.key(view.side(play.seat), "main")
        left = (floor.handed or 0.0) + TAKE_BACK - view.t
        people = view.people()
        last = play.seat == view.sitting.order[1]
        listener = other(play.seat)
        name = {"name": named(listener, view.name(listener))}
        return (
            fill(say("talk.handed_last" if last else "talk.handed"), name, "bold"),
            Content(""),
            Content("").join(
                [people.get("speaker", Content("")), Content.styled(say("talk.not_done", key=key), "$muted")]
            ),
            Content(""),
            Content.styled("·" * max(0, int(left + 0.999)), "$both"),
        )
