"""The stages of a question that leads somewhere, and of naming things in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.practice.play import other
from coreg.practice.steps.alternate import Alternating, things
from coreg.practice.steps.ask import Asking
from coreg.widgets.steps.base import TextStage, breaths_offer
from coreg.widgets.text import SEAT_STYLE, fill, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.practice.play import Seat
    from coreg.widgets.steps.view import View

__all__ = ["AlternateStage", "AskStage"]


class AskStage(TextStage):
    """The question, and an own letter beside every answer; the main key gives the first."""

    def lines(self, view: View) -> Sequence[Content]:
        """Return the question and the answers, for one or for both."""
        play = view.sitting.play
        since = play.since if isinstance(play, Asking) else view.t
        rows = [view.words("title", "bold"), Content(""), view.words("text"), Content("")]
        widest = max(len(option.text) for option in view.step.options)
        rows += [self._row(view, number, widest) for number in range(len(view.step.options))]
        return [*rows, *breaths_offer(view, since)]

    @staticmethod
    def _row(view: View, number: int, widest: int) -> Content:
        def key(seat: Seat) -> tuple[str, str]:
            name = str(number + 1) if number else "main"
            return view.key(view.side(seat), name), SEAT_STYLE[seat]

        text = view.step.options[number].text
        if view.speaker is not None:
            return Content.assemble(key(view.speaker), "   ", text.ljust(widest))
        together = say("practice.both_keys") if number == 0 else say("practice.either_key")
        middle = f"{text.center(widest + 4)}"
        return Content.assemble(
            key(view.left),
            " ",
            (together, "$muted"),
            " ",
            key(view.right),
            "   ",
            middle.strip().ljust(widest),
        )


class AlternateStage(TextStage):
    """Whose thing it is, and a mark for each that has been named."""

    def lines(self, view: View) -> Sequence[Content]:
        """Return what is named, whose turn it is, and how many there still are."""
        play = view.sitting.play
        if not isinstance(play, Alternating):
            return ()
        left = things(view.step) - play.done
        key = view.key(view.side(play.seat), "main")
        people = {
            "speaker": named(play.seat, view.name(play.seat)),
            "listener": named(other(play.seat), view.name(other(play.seat))),
        }
        return (
            view.words("title", "bold"),
            Content(""),
            Content.assemble(("● " * play.done, "$both"), ("○ " * left, "$faint")).rstrip(),
            Content(""),
            fill(say("practice.your_thing"), {**people, "key": Content.styled(key, SEAT_STYLE[play.seat])}),
            Content(""),
            fill(view.step.words.get("text", ""), people, "$muted"),
        )
