"""Words on the stage for a while, or until both go on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from coreg.practice.play import Move, Pressed, Ticked
from coreg.practice.steps.base import Kind, ended, ends

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Seat, Step

__all__ = ["Say", "Saying", "Until"]


@dataclass(frozen=True, slots=True)
class Saying:
    """Since when the words stand there, and who has pressed to go on (never shown)."""

    since: float
    pressed: frozenset[Seat] = frozenset()


W = TypeVar("W", bound=Saying)
"""What stands there."""


class Until(Kind[W]):
    """Ends by itself after ``seconds``, or when both have pressed their own key."""

    def on(self, step: Step, play: W, event: Event, context: Context) -> Move:
        """End on time, or when both want to go on."""
        match event:
            case Ticked(at) if ended(play.since, step.seconds, at):
                return Move(None)
            case Pressed(_, seat):
                pressed = play.pressed | {seat}
                return Move(None if len(pressed) > 1 else replace(play, pressed=pressed))
            case _:
                return Move(play)

    def due(self, step: Step, play: W, after: float) -> float | None:
        """Return the end of its time."""
        return ends(play.since, step.seconds, after)

    def journal(self, step: Step, play: W, context: Context, t: float) -> W:
        """Leave out who has pressed."""
        return replace(play, pressed=frozenset())


class Say(Until[Saying]):
    """Words."""

    def begin(self, step: Step, context: Context, t: float) -> Saying:
        """Begin with nobody having pressed."""
        return Saying(t)
