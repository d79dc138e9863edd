"""A sealed look at the own line before a talk goes on: at or over it, settling is offered first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.play import SEATS, Chose, Move, Pressed, StepError
from coreg.practice.steps.base import Kind, need
from coreg.practice.steps.sealed import Sealing

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Seat, Step

__all__ = ["OVER", "Gate", "Gating"]

OVER = "over"
"""The option that says: at my line, or over it."""


@dataclass(frozen=True, slots=True)
class Gating:
    """What both have sealed; once it is a lot for one, since when settling is offered, and who goes on.

    Never journaled; whose it is, is shown to nobody and kept nowhere.
    """

    since: float
    sealing: Sealing
    offered: float | None = None
    pressed: frozenset[Seat] = frozenset()


class Gate(Kind[Gating]):
    """Sealed like any other question. Nobody over: on at once. Else an offer, and both keys go on."""

    def begin(self, step: Step, context: Context, t: float) -> Gating:
        """Begin with nothing picked and nothing sealed."""
        return Gating(t, Sealing(t))

    def on(self, step: Step, play: Gating, event: Event, context: Context) -> Move:
        """Pick and seal; then, where it is a lot, wait for both."""
        match event:
            case Chose(_, seat, index) if play.offered is None and index < len(step.options):
                return Move(replace(play, sealing=play.sealing.picked(seat, index)))
            case Pressed(_, seat) if play.offered is not None:
                pressed = play.pressed | {seat}
                return Move(None if len(pressed) == len(SEATS) else replace(play, pressed=pressed))
            case Pressed(at, seat):
                return self._sealed(step, replace(play, sealing=play.sealing.pressed(seat)), at)
            case _:
                return Move(play)

    def journal(self, step: Step, play: Gating, context: Context, t: float) -> Gating:
        """Leave out what anybody has answered, and that it was a lot."""
        return self.begin(step, context, t)

    def check(self, step: Step) -> None:
        """Need two to five options, one of which is to be over the own line."""
        need(step, options=True)
        if OVER not in {option.id for option in step.options}:
            raise StepError("step_over", step=step.id)

    @staticmethod
    def _sealed(step: Step, play: Gating, at: float) -> Move:
        if len(play.sealing.sealed) < len(SEATS):
            return Move(play)
        ids = [option.id for option in step.options]
        picks = [play.sealing.pick(seat) for seat in SEATS]
        if any(pick is not None and ids[pick] == OVER for pick in picks):
            return Move(replace(play, offered=at))
        return Move(None)
