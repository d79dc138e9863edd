"""The stage of waiting in a talk: what is left of it, large; then that it is time, never that it is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.practice.steps.wait import Waiting
from coreg.widgets.digits import digit_rows
from coreg.widgets.steps.base import TextStage
from coreg.widgets.steps.view import clock_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.widgets.steps.view import View

__all__ = ["WaitStage"]


class WaitStage(TextStage):
    """Big digits that run down, and the words of the step."""

    def lines(self, view: View) -> Sequence[Content]:
        """Return the words and the clock; at the end that both begin when they are here."""
        play = view.sitting.play
        if not isinstance(play, Waiting):
            return ()
        now = play.face(view.t) == "now"
        digits = digit_rows(clock_text(play.left(view.t)))
        return [
            Content.styled(say("talk.wait.now"), "bold") if now else view.words("title", "bold"),
            Content(""),
            *(Content.styled(row, "$muted" if now else "$both") for row in digits),
            Content(""),
            view.words("text"),
        ]
