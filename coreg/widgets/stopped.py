"""What stands on the stage after a stop: nothing more is needed, and after a while what could come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.practice.steps.breathe import Breathing
from coreg.widgets.steps.base import TextStage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.widgets.steps.view import View

__all__ = ["CHOICES_AFTER", "REST_AFTER", "StopStage"]

CHOICES_AFTER = 5.0
"""Seconds of quiet before anything is offered."""

REST_AFTER = 120.0
"""Quiet seconds after which the light goes down and everything is kept."""


class StopStage(TextStage):
    """Both seats equally lit; no why."""

    def __init__(self, *, pauses: bool = True) -> None:
        """Begin when the stop was; ``pauses`` tells whether a pause can be kept anywhere."""
        super().__init__()
        self.pauses = pauses
        self.since = 0.0
        self.quiet = False

    def offers(self, now: float) -> bool:
        """Tell whether choices are on the stage."""
        return now - self.since >= CHOICES_AFTER

    def lines(self, view: View) -> Sequence[Content]:
        """Return the one sentence, and after five seconds the choices."""
        rows = [Content.styled(say("practice.stopped.title"), "bold"), Content("")]
        keys = view.keymap
        if not self.offers(view.now):
            return [*rows, *[Content("")] * 8]
        if self.quiet:
            back = say("practice.stopped.again", key=keys.label("practice.quiet"))
            return [*rows, Content.styled(back, "$muted"), *[Content("")] * 7]
        both, one = (f"{view.key('left', key)} {view.key('right', key)}" for key in ("main", "1"))
        first = ((keys.label("practice.timeout"), "timeout"),) if self.pauses else ()
        alone = ((one, "alone"),) if isinstance(view.sitting.play, Breathing) else ()
        choices = (
            *first,
            (keys.label("practice.quiet"), "quiet"),
            (keys.label("practice.breaths"), "breaths"),
            (both, "go_on"),
            *alone,
            (keys.label("practice.night"), "night"),
        )
        widest = max(len(say(f"practice.stopped.{name}")) for _, name in choices)
        wide = max(len(key) for key, _ in choices)
        rows += [
            Content.assemble((key.rjust(wide), "$both"), "   ", say(f"practice.stopped.{name}").ljust(widest))
            for key, name in choices
        ]
        return [*rows, *[Content("")] * (3 - len(alone))]
