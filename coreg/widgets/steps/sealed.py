"""The stage on which nothing moves: both choose, and nobody sees it. And the one of an open choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.practice.steps.choose import Choosing
from coreg.widgets.steps.base import TextStage, breaths_offer
from coreg.widgets.text import SEAT_STYLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.practice.play import Seat
    from coreg.widgets.steps.view import View

__all__ = ["ChooseStage", "FirstStage", "SealedStage", "ends", "own_keys"]


class SealedStage(TextStage):
    """Two columns of own keys. It is the same whoever has pressed what: even the seals look alike."""

    def lines(self, view: View) -> Sequence[Content]:
        """Return the question and the keys; nothing here depends on an answer."""
        width = max(48, min(88, (self.size.width or 80) - 8))
        rows = [view.words("title", "bold"), Content(""), view.words("text"), Content("")]
        spaced = self.size.height >= 2 * len(view.step.options) + 8
        for number, option in enumerate(view.step.options, start=1):
            keys = [view.key(side, str(number)) for side in ("left", "right")]
            rows.append(own_keys(option.text, keys, (view.left, view.right), width))
            if spaced:
                rows.append(Content(""))
        if not spaced:
            rows.append(Content(""))
        unsaid = say("practice.not_yet")
        rows.append(ends(Content.styled(unsaid, "$muted"), Content.styled(unsaid, "$muted"), width))
        if not view.step.words.get("how"):
            return rows
        airy = self.size.height >= 2 * len(view.step.options) + 9
        return [*rows, *([Content("")] if airy else ()), view.words("how")]


def own_keys(text: str, keys: Sequence[str], seats: Sequence[Seat], width: int) -> Content:
    """Return an answer with the own key of each for it, the left one's left and the right one's right."""
    left = Content.assemble((keys[0], f"bold {SEAT_STYLE[seats[0]]}"), "   ", text)
    right = Content.assemble(text, "   ", (keys[1], f"bold {SEAT_STYLE[seats[1]]}"))
    return ends(left, right, width)


def ends(left: Content, right: Content, width: int) -> Content:
    """Return two pieces at the ends of a row that is at most 72 cells wide."""
    width = min(width, 72)
    gap = max(2, width - left.cell_length - right.cell_length)
    return Content("").join([left, Content(" " * gap), right])


class ChooseStage(TextStage):
    """One person's open choice, by the own keys; what is chosen stands out."""

    def lines(self, view: View) -> Sequence[Content]:
        """Return the options, the chosen one lit and marked."""
        play = view.sitting.play
        chosen = play.index if isinstance(play, Choosing) else None
        seat = view.speaker or view.left
        rows = [view.words("title", "bold"), Content("")]
        widest = max(len(option.text) for option in view.step.options)
        for number, option in enumerate(view.step.options):
            on = number == chosen
            mark = "›" if on else " "
            style = f"bold {SEAT_STYLE[seat]}" if on else ""
            rows.append(
                Content.assemble(
                    (f"{mark} ", SEAT_STYLE[seat]),
                    (view.key(view.side(seat), str(number + 1)), SEAT_STYLE[seat]),
                    "   ",
                    (option.text.ljust(widest), style),
                )
            )
        since = play.since if isinstance(play, Choosing) else view.t
        return [*rows, Content(""), view.words("text"), *breaths_offer(view, since)]


class FirstStage(TextStage):
    """Who would like to begin."""

    def lines(self, view: View) -> Sequence[Content]:
        """Return the question, and after a while the offer of small breaths."""
        play = view.sitting.play
        since = play.since if isinstance(play, Choosing) else view.t
        return [*super().lines(view), *breaths_offer(view, since)]
