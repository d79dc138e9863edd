"""Being near: one stays with the other, with a slow breath to follow and nothing to answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.practice.breath import Pattern
from coreg.practice.parts import ROLES
from coreg.practice.play import Move, Pressed, Ticked
from coreg.practice.steps.base import Kind, ended, ends, need

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Step

__all__ = ["ARRIVING", "SLOW", "STILL_EVERY", "STILL_FOR", "Stay", "Staying"]

SLOW = Pattern("easy46", 4.0, 0.0, 6.0, 0.0)
"""The breath that is there to follow."""

ARRIVING = 3.0
"""Seconds in which no own key ends it: where both ask at once, the second press is no "it is enough"."""

STILL_EVERY = 60.0
"""Seconds after which it is asked, without an answer, whether it is still good (practices.md 19)."""

STILL_FOR = 10.0
"""Seconds for which that stands there."""


@dataclass(frozen=True, slots=True)
class Staying:
    """Since when they are here. Who asked for it is the step's ``who``, and no record holds it."""

    since: float

    def asks(self, t: float) -> bool:
        """Tell whether "Still good?" stands there at ``t``: silence is the answer."""
        gone = t - self.since
        return gone >= STILL_EVERY and gone % STILL_EVERY < STILL_FOR


class Stay(Kind[Staying]):
    """``who`` is the one who would like it. Ends by itself and, once they are there, by either's own key."""

    def begin(self, step: Step, context: Context, t: float) -> Staying:
        """Begin to be here."""
        return Staying(t)

    def on(self, step: Step, play: Staying, event: Event, context: Context) -> Move:
        """End on time, or as soon as either likes; a stop is never kept waiting."""
        match event:
            case Ticked(at) if ended(play.since, step.seconds, at):
                return Move(None)
            case Pressed(at) if at - play.since >= ARRIVING:
                return Move(None)
            case _:
                return Move(play)

    def due(self, step: Step, play: Staying, after: float) -> float | None:
        """Return the end of it."""
        return ends(play.since, step.seconds, after)

    def check(self, step: Step) -> None:
        """Need the one who would like it."""
        need(step, who=("first", "second", "a", "b", *ROLES))
