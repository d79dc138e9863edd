"""A turn to speak, by a fair clock. Only its speaker ends it; only the listener can give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.floor import GIFT, TAKE_BACK, Floor, give, hand_over, taken_back
from coreg.practice.play import Gave, Move, Pressed, StepError, Ticked, other
from coreg.practice.steps.base import Kind, need

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Seat, Step

__all__ = ["Turn", "Turning"]


@dataclass(frozen=True, slots=True)
class Turning:
    """Who has the floor, and the floor. Lives as long as the turn; none of it is recorded."""

    seat: Seat
    floor: Floor


class Turn(Kind[Turning]):
    """Speaking, grace, beyond, handing over: see :mod:`coreg.practice.floor`."""

    def begin(self, step: Step, context: Context, t: float) -> Turning:
        """Begin with the step's seconds, less what was given away of them."""
        seat = context.speaker(step.who) or context.order[0]
        return Turning(seat, Floor(step.seconds + context.given(seat), t))

    def on(self, step: Step, play: Turning, event: Event, context: Context) -> Move:
        """Hand over, take back, give a minute, or let the moment of taking back pass."""
        floor = play.floor
        match event:
            case Pressed(at, seat) if seat == play.seat:
                return Move(self._main(play, at))
            case Pressed(_, seat) if floor.handed is None:
                return self._give(play, seat, context)
            case Ticked(at) if floor.handed is not None and at >= floor.handed + TAKE_BACK:
                return Move(None)
            case _:
                return Move(play)

    def skippable(self, step: Step, play: Turning) -> bool:
        """Never while somebody is speaking; the moment of taking back may be passed."""
        return play.floor.handed is not None

    def due(self, step: Step, play: Turning, after: float) -> float | None:
        """Return the next change of the floor."""
        return play.floor.due(after)

    def check(self, step: Step) -> None:
        """Need a speaker and a budget."""
        need(step, who=("first", "second", "a", "b"))
        if step.seconds <= 0:
            raise StepError("step_seconds", step=step.id)

    @staticmethod
    def _main(play: Turning, at: float) -> Turning:
        floor = play.floor
        change = hand_over if floor.handed is None else taken_back
        return replace(play, floor=change(floor, at))

    @staticmethod
    def _give(play: Turning, giver: Seat, context: Context) -> Move:
        # Only a turn that is still to come has something to give from, and it keeps a minute.
        floor, seconds, cost = give(play.floor, context.own(giver) - GIFT)
        gave = (Gave(other(giver), seconds, cost),) if seconds else ()
        return Move(replace(play, floor=floor), gave)
