"""Words on the stage for a while, or until both go on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.play import Move, Pressed, Ticked
from coreg.practice.steps.base import Kind, ended, ends

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Seat, Step

__all__ = ["Say", "Saying"]


@dataclass(frozen=True, slots=True)
class Saying:
    """Since when the words stand there, and who has pressed to go on (never shown)."""

    since: float
    pressed: frozenset[Seat] = frozenset()


class Say(Kind[Saying]):
    """Ends by itself after ``seconds``, or when both have pressed their own key."""

    def begin(self, step: Step, context: Context, t: float) -> Saying:
        """Begin with nobody having pressed."""
        return Saying(t)

    def on(self, step: Step, play: Saying, event: Event, context: Context) -> Move:
        """End on time, or when both want to go on."""
        match event:
            case Ticked(at) if ended(play.since, step.seconds, at):
                return Move(None)
            case Pressed(_, seat):
                pressed = play.pressed | {seat}
                return Move(None if len(pressed) > 1 else replace(play, pressed=pressed))
            case _:
                return Move(play)

    def due(self, step: Step, play: Saying, after: float) -> float | None:
        """Return the end of the words."""
        return ends(play.since, step.seconds, after)

    def journal(self, step: Step, play: Saying, context: Context, t: float) -> Saying:
        """Leave out who has pressed."""
        return replace(play, pressed=frozenset())
