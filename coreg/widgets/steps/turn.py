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
from coreg.widgets.text import SEAT_STYLE, fill, lit, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.practice.play import Seat
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
        if (opening := _opening(view, play)) and phase == "speaking":
            clock = say("practice.left", clock=clock_text(floor.left(view.t)))
            below = Content("     ").join([Content.styled(clock, style), _opening_key(view, play)])
            return [*rows, opening, Content(""), below, Content.styled(_asked(view, play), "$both")]
        rows += [*digits, Content(""), Content.assemble((full, style), (empty, "$faint")), Content("")]
        rows += self._words(view, play)
        return rows

    def _words(self, view: View, play: Turning) -> list[Content]:
        phase = play.floor.phase(view.t)
        if phase == "grace":
            return [Content(say("talk.grace")), Content(""), Content("")]
        if phase == "beyond":
            return [Content.styled(say("talk.beyond"), "$muted"), Content(""), Content("")]
        rows = [view.words("text", ""), Content(""), self._listening(view)]
        if view.sitting.opening is not None:
            rows.append(_opening_key(view, play))
        if self.size.height >= _ROOMY:
            rows += self._beside(view, play)
        return [*rows, Content.styled(_asked(view, play), "$both")]

    @staticmethod
    def _beside(view: View, play: Turning) -> list[Content]:
        """Return what the listener may say, and one of the reminders, which are for both."""
        rows = []
        if view.step.hints:
            rows.append(Content.styled(" · ".join(f"“{hint}”" for hint in view.step.hints), "$muted"))
        if not view.step.params.get("fixed"):
            rows.append(TurnStage._slower(view, other(play.seat)))
        if reminders := view.sitting.practice.script.reminders:
            rows.append(Content.styled(reminders[view.sitting.step % len(reminders)], "italic $muted"))
        return rows

    @staticmethod
    def _slower(view: View, listener: Seat) -> Content:
        key = view.key(view.side(listener), "1")
        return Content.assemble((key, SEAT_STYLE[listener]), "  ", (say("talk.slower_key"), "$muted"))

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
        return (
            _next_words(view),
            Content(""),
            Content("").join(
                [
                    named(play.seat, view.name(play.seat)),
                    Content.styled(say("talk.not_done", key=key), "$muted"),
                ]
            ),
            Content(""),
            Content.styled("·" * max(0, int(left + 0.999)), "$both"),
        )


def _opening(view: View, play: Turning) -> Content | None:
    """Return how the speaker wanted to begin, where it is to be seen."""
    opening = view.sitting.opening
    if opening is None or opening.for_both == play.turned:
        return None
    return lit(opening.text, "italic", multiline=False)


def _opening_key(view: View, play: Turning) -> Content:
    key = view.key(view.side(play.seat), "1")
    return Content.assemble((key, SEAT_STYLE[play.seat]), "  ", (say("opening.key"), "$muted"))


def _asked(view: View, play: Turning) -> str:
    if play.asks_slower(view.t):
        return say("talk.slower")
    return say("talk.given") if play.floor.gifts else ""


def _next_words(view: View) -> Content:
    """Return who comes next; where that is both, or nobody speaks any more, a thank you."""
    ahead = view.sitting.practice.script.steps[view.sitting.step + 1 :]
    seat = view.sitting.context.speaker(ahead[0].who) if ahead else None
    if seat is not None and any(step.kind in ("turn", "reply") for step in ahead):
        return fill(say("talk.handed"), {"name": named(seat, view.name(seat))}, "bold")
    return Content.styled(say("talk.handed_last"), "bold")
