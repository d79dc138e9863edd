"""The stage before a talk goes on: sealed alike for both, and then perhaps an offer to settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.practice.steps.gate import Gating
from coreg.widgets.steps.sealed import SealedStage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.widgets.steps.view import View

__all__ = ["GateStage"]


class GateStage(SealedStage):
    """It says that it is a lot, and never for whom."""

    def lines(self, view: View) -> Sequence[Content]:
        """Return the sealed question, or what is offered."""
        play = view.sitting.play
        if not isinstance(play, Gating) or play.offered is None:
            return super().lines(view)
        breaths = view.keymap.label("practice.breaths")
        keys = {"left": view.key("left", "main"), "right": view.key("right", "main")}
        return (
            Content.styled(say("practice.gate.title"), "bold"),
            Content(""),
            Content(say("practice.gate.offer", key=breaths)),
            Content(""),
            Content.styled(say("practice.gate.go_on", **keys), "$muted"),
            Content.styled(say("practice.gate.another_day", key=view.keymap.label("all.escape")), "$muted"),
        )
