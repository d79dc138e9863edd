"""Taking turns aloud: one thing each, by the own keys, until there were enough."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.parts import ROLES
from coreg.practice.play import Move, Pressed, StepError, other
from coreg.practice.steps.base import Kind, need

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Seat, Step

__all__ = ["MOST_THINGS", "Alternate", "Alternating", "things"]

MOST_THINGS = 12
"""Things that can be named in one step."""


def things(step: Step) -> int:
    """Return how many things are named in a step; 0 where the file does not say a whole number."""
    count = step.params.get("count")
    return count if isinstance(count, int) and not isinstance(count, bool) else 0


@dataclass(frozen=True, slots=True)
class Alternating:
    """Who begins, and how many things have been named. No record holds it."""

    since: float
    first: Seat
    done: int = 0

    @property
    def seat(self) -> Seat:
        """Who names the next thing."""
        return self.first if self.done % 2 == 0 else other(self.first)


class Alternate(Kind[Alternating]):
    """``count`` things, one each in turn, ``who`` first; whoever has named one presses the own key."""

    def begin(self, step: Step, context: Context, t: float) -> Alternating:
        """Begin with nothing named."""
        return Alternating(t, context.speaker(step.who) or context.order[0])

    def on(self, step: Step, play: Alternating, event: Event, context: Context) -> Move:
        """Let the other name the next thing; after the last one the step is done."""
        if not isinstance(event, Pressed) or event.seat != play.seat:
            return Move(play)
        done = play.done + 1
        return Move(None if done >= things(step) else replace(play, done=done))

    def check(self, step: Step) -> None:
        """Need who begins, and a whole number of things."""
        need(step, who=("first", "second", "a", "b", *ROLES))
        if not 1 <= things(step) <= MOST_THINGS:
            raise StepError("step_count", step=step.id, most=MOST_THINGS)
