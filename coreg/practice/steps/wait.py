"""Waiting for a while that was asked for: a clock, a bell at its end, and both go on when they are here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from coreg.practice.play import SEATS, Move, Pressed, StepError
from coreg.practice.steps.base import Kind

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Seat, Step

__all__ = ["MOST_MINUTES", "SOON", "Wait", "Waiting", "wait_seconds"]

MOST_MINUTES = 60
"""Minutes that may be waited in a talk; for longer there is a pause with a return."""

SOON = 120.0
"""Seconds before the end at which it is announced, as before a return (practices.md 5)."""


def wait_seconds(step: Step) -> float:
    """Return how long is waited; 0 where the file does not say a number."""
    minutes = step.params.get("minutes")
    return 0.0 if isinstance(minutes, bool | str | None) else 60.0 * minutes


@dataclass(frozen=True, slots=True)
class Waiting:
    """Since when it is waited, how long, and who would like to go on (never shown)."""

    since: float
    seconds: float
    pressed: frozenset[Seat] = frozenset()

    def left(self, t: float) -> float:
        """Return the seconds that are left, never below nought."""
        return max(0.0, self.since + self.seconds - t)

    def face(self, t: float) -> Literal["before", "soon", "now"]:
        """Return what is to be shown at ``t``."""
        left = self.left(t)
        return "now" if not left else "soon" if left <= SOON else "before"


class Wait(Kind[Waiting]):
    """It takes both to go on, before the end or after it; its time is none of the talk's."""

    def begin(self, step: Step, context: Context, t: float) -> Waiting:
        """Begin with nobody having pressed."""
        return Waiting(t, wait_seconds(step))

    def on(self, step: Step, play: Waiting, event: Event, context: Context) -> Move:
        """Go on when both would like to."""
        if not isinstance(event, Pressed):
            return Move(play)
        pressed = play.pressed | {event.seat}
        return Move(None if len(pressed) == len(SEATS) else replace(play, pressed=pressed))

    def journal(self, step: Step, play: Waiting, context: Context, t: float) -> Waiting:
        """Leave out who has pressed."""
        return replace(play, pressed=frozenset())

    def due(self, step: Step, play: Waiting, after: float) -> float | None:
        """Return when it is announced, and when it is time."""
        end = play.since + play.seconds
        return next((at for at in (end - SOON, end) if at > after), None)

    def check(self, step: Step) -> None:
        """Need a number of minutes, and no seconds: waiting is not part of the talk's length."""
        if not 0 < wait_seconds(step) <= 60 * MOST_MINUTES or step.seconds:
            raise StepError("step_wait", step=step.id, most=MOST_MINUTES)
