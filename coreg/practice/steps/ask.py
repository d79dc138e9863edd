"""A question whose answers lead to different steps: "got it", "nearly", "is there more"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.play import Chose, Counted, Move, Pressed
from coreg.practice.steps.base import Kind, need

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Seat, Step

__all__ = ["Ask", "Asking"]


@dataclass(frozen=True, slots=True)
class Asking:
    """Since when it is asked, and who has pressed for the first answer (never shown)."""

    since: float
    pressed: frozenset[Seat] = frozenset()


class Ask(Kind[Asking]):
    """The main key gives the first answer, an own letter any. Asked of both, the first takes both keys.

    So either of two can always take the other way, and going on takes both.
    """

    def begin(self, step: Step, context: Context, t: float) -> Asking:
        """Begin with nothing answered."""
        return Asking(t)

    def journal(self, step: Step, play: Asking, context: Context, t: float) -> Asking:
        """Leave out who has pressed."""
        return replace(play, pressed=frozenset())

    def on(self, step: Step, play: Asking, event: Event, context: Context) -> Move:
        """Answer, or wait for the other's key."""
        match event:
            case Chose(_, seat, index) if index < len(step.options):
                return self._answer(step, play, seat, index, context)
            case Pressed(_, seat):
                return self._answer(step, play, seat, 0, context)
            case _:
                return Move(play)

    def check(self, step: Step) -> None:
        """Need two to five answers."""
        need(step, options=True)

    @staticmethod
    def _answer(step: Step, play: Asking, seat: Seat, index: int, context: Context) -> Move:
        asked = context.speaker(step.who)
        if asked not in (seat, None):
            return Move(play)
        pressed = play.pressed | {seat}
        if asked is None and index == 0 and len(pressed) == 1:
            return Move(replace(play, pressed=pressed))
        answer = step.options[index].id
        return Move(None, (Counted(answer),) if step.count else (), answer)
