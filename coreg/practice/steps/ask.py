"""A question whose answers lead to different steps: "got it", "nearly", "is there more"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.play import Chose, Counted, Move, Pressed, StepError, Ticked
from coreg.practice.steps.base import Kind, ended, ends, need

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

    So either of two can always take the other way, and going on takes both. ``by_itself`` names the answer
    that is given when nobody has answered for the step's seconds.
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
            case Ticked(at) if self._answers_itself(step) and ended(play.since, step.seconds, at):
                return Move(None, answer=str(step.params["by_itself"]))
            case Chose(_, seat, index) if index < len(step.options):
                return self._answer(step, play, seat, index, context)
            case Pressed(_, seat):
                return self._answer(step, play, seat, 0, context)
            case _:
                return Move(play)

    def due(self, step: Step, play: Asking, after: float) -> float | None:
        """Return when the question answers itself; most wait."""
        return ends(play.since, step.seconds, after) if self._answers_itself(step) else None

    def check(self, step: Step) -> None:
        """Need two to five answers, among them the one that is given by itself, if one is."""
        need(step, options=True)
        ids = [option.id for option in step.options]
        if self._answers_itself(step) and step.params["by_itself"] not in ids:
            found = step.params["by_itself"]
            raise StepError("step_by_itself", step=step.id, found=found, want=", ".join(ids))

    @staticmethod
    def _answers_itself(step: Step) -> bool:
        return "by_itself" in step.params

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
