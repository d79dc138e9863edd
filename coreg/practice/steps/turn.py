"""A turn to speak, by a fair clock, and saying back what was heard. Only who speaks ends it.

Only the listener can give a minute, or ask for slower; both see that, and nothing keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.floor import GIFT, TAKE_BACK, Floor, give, hand_over, taken_back
from coreg.practice.parts import ROLES
from coreg.practice.play import Chose, Gave, Move, Pressed, StepError, Ticked, other
from coreg.practice.steps.base import Kind, need

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Seat, Step

__all__ = ["SLOWER", "Reply", "Turn", "Turning"]

SLOWER = 6.0
"""Seconds for which "a little slower" stands there."""
_SPEAKERS = ("first", "second", "a", "b", *ROLES)


@dataclass(frozen=True, slots=True)
class Turning:
    """Who has the floor, the floor, and when slower was asked for. None of it is recorded.

    ``turned`` tells that the speaker would see how to begin otherwise than it was: shown, or hidden.
    """

    seat: Seat
    floor: Floor
    slower: float | None = None
    turned: bool = False

    def asks_slower(self, t: float) -> bool:
        """Tell whether the wish for slower stands there at ``t``."""
        return self.slower is not None and t < self.slower + SLOWER


class Turn(Kind[Turning]):
    """Speaking, grace, beyond, handing over: see :mod:`coreg.practice.floor`."""

    def begin(self, step: Step, context: Context, t: float) -> Turning:
        """Begin with the step's seconds, less what was given away of them; a minute of them stays."""
        seat = context.speaker(step.who) or context.order[0]
        own = max(min(step.seconds, GIFT), step.seconds + context.given(seat))
        return Turning(seat, Floor(own, t))

    def on(self, step: Step, play: Turning, event: Event, context: Context) -> Move:
        """Hand over, take back, give a minute, ask for slower, or let the moment of taking back pass."""
        floor = play.floor
        if isinstance(event, Pressed | Chose) and self._waits(step, play, event.seat, event.at):
            return Move(play)
        match event:
            case Pressed(at, seat) if seat == play.seat:
                return Move(self._main(play, at))
            case Pressed(_, seat) if floor.handed is None:
                return self._give(play, seat, context)
            case Chose() if floor.handed is None:
                return Move(self._chose(play, event))
            case Ticked(at) if floor.handed is not None and at >= floor.handed + TAKE_BACK:
                return Move(None)
            case _:
                return Move(play)

    def journal(self, step: Step, play: Turning, context: Context, t: float) -> Turning:
        """Leave out that slower was asked for, which only one of the two can, and how to begin."""
        return replace(play, slower=None, turned=False)

    def skippable(self, step: Step, play: Turning) -> bool:
        """Never while somebody is speaking; the moment of taking back may be passed."""
        return play.floor.handed is not None

    def due(self, step: Step, play: Turning, after: float) -> float | None:
        """Return the next change of the floor."""
        return play.floor.due(after)

    def check(self, step: Step) -> None:
        """Need a speaker and a budget."""
        need(step, who=_SPEAKERS)
        if step.seconds <= 0:
            raise StepError("step_seconds", step=step.id)

    @staticmethod
    def _waits(step: Step, play: Turning, seat: Seat, t: float) -> bool:
        """Tell whether a key means nothing yet: a ``fixed`` turn is neither longer nor shorter."""
        fixed = bool(step.params.get("fixed"))
        return fixed and (seat != play.seat or (play.floor.handed is None and play.floor.left(t) > 0))

    @staticmethod
    def _chose(play: Turning, chose: Chose) -> Turning:
        if chose.seat != play.seat:
            return replace(play, slower=chose.at)
        return play if chose.index else replace(play, turned=not play.turned)

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


class Reply(Turn):
    """What was heard is said back, or a few words answer: the clock is the same, without gifts.

    The speaker's time goes on meanwhile; whoever gave a minute away gives nothing of this.
    """

    def begin(self, step: Step, context: Context, t: float) -> Turning:
        """Begin with the step's seconds, whatever was given."""
        return Turning(context.speaker(step.who) or context.order[0], Floor(step.seconds, t))

    def on(self, step: Step, play: Turning, event: Event, context: Context) -> Move:
        """Hand over, take back, ask for slower, or let the moment of taking back pass."""
        if isinstance(event, Pressed) and event.seat != play.seat:
            return Move(play)
        return super().on(step, play, event, context)
