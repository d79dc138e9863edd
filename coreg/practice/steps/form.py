"""The long form, one after the other behind a cover; nothing is shown until both are done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.play import SEATS, Answered, Both, Mark, Move, Paired, Pressed
from coreg.practice.steps.base import Kind, need

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Seat, Step

__all__ = ["Form", "Forming"]


@dataclass(frozen=True, slots=True)
class Forming:
    """Whose part it is, whether the cover is lifted, and what the first one said. Never journaled."""

    since: float
    turn: int = 0
    lifted: bool = False
    kept: tuple[Mark | None, ...] = ()

    def seat(self, context: Context) -> Seat:
        """Return whose part it is."""
        return context.order[min(self.turn, 1)]


class Form(Kind[Forming]):
    """A cover for each: the own key lifts it, and sealing lowers it again.

    With ``only = "inside"`` nothing but how it is inside (0..10) is asked for, and nothing else is taken.
    """

    def begin(self, step: Step, context: Context, t: float) -> Forming:
        """Begin behind the cover."""
        return Forming(t)

    def on(self, step: Step, play: Forming, event: Event, context: Context) -> Move:
        """Lift the cover, or take an answer; after the second both are handed back as a pair."""
        match event:
            case Pressed(_, seat) if not play.lifted and seat == play.seat(context):
                return Move(replace(play, lifted=True))
            case Answered(_, seat, mark) if play.lifted and seat == play.seat(context):
                kept = (*play.kept, self._only(step, mark))
                if len(kept) < len(SEATS):
                    return Move(replace(play, turn=1, lifted=False, kept=kept))
                return Move(None, (Paired(step.keeps, self._pair(kept, context)),))
            case _:
                return Move(play)

    def skip(self, step: Step, play: Forming) -> Move:
        """Leave it unsaid for both."""
        return Move(None, (Paired(step.keeps, None),))

    def journal(self, step: Step, play: Forming, context: Context, t: float) -> Forming:
        """Leave out what anybody has answered."""
        return self.begin(step, context, t)

    def check(self, step: Step) -> None:
        """Need a name under which the pair is kept."""
        need(step, keeps=True)

    @staticmethod
    def _only(step: Step, mark: Mark | None) -> Mark | None:
        """Return of an answer what the step asks for: all of it, or how it is inside and nothing else."""
        if mark is None or step.params.get("only") != "inside":
            return mark
        return None if mark.inside is None else Mark(inside=mark.inside)

    @staticmethod
    def _pair(kept: tuple[Mark | None, ...], context: Context) -> Both | None:
        first, second = kept
        if first is None or second is None:
            return None
        return Both(first, second) if context.order[0] == "a" else Both(second, first)
