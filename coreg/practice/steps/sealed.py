"""A question both answer at once, with nothing shown until both have sealed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.play import SEATS, Both, Chose, Kept, Mark, Move, Paired, Pressed
from coreg.practice.steps.base import Kind, need

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Keep, Seat, Step

__all__ = ["NO", "Sealed", "Sealing"]

NO = "no"
"""The option of a mutual question that is never kept, whoever chose it."""


@dataclass(frozen=True, slots=True)
class Sealing:
    """What each has picked (an index, or None), who has sealed, and who has pressed with nothing picked.

    Never journaled, never shown.
    """

    since: float
    a: int | None = None
    b: int | None = None
    sealed: frozenset[Seat] = frozenset()
    meant: frozenset[Seat] = frozenset()

    def pick(self, seat: Seat) -> int | None:
        """Return what this seat picked."""
        return self.a if seat == "a" else self.b

    def picked(self, seat: Seat, index: int) -> Sealing:
        """Return the state with this seat's latest pick; a sealed answer stays as it is."""
        if seat in self.sealed:
            return self
        return replace(self, a=index) if seat == "a" else replace(self, b=index)

    def pressed(self, seat: Seat) -> Sealing:
        """Return the state after this seat's main key; with nothing picked it counts from the second on."""
        if self.pick(seat) is None and seat not in self.meant:
            return replace(self, meant=self.meant | {seat})
        return replace(self, sealed=self.sealed | {seat})


class Sealed(Kind[Sealing]):
    """Own five keys pick, the own main key seals. Sealing nothing looks like sealing an answer.

    With nothing picked the main key counts from the second press on: a press that came too early must not
    take the evening's words from both.
    """

    def begin(self, step: Step, context: Context, t: float) -> Sealing:
        """Begin with nothing picked and nothing sealed."""
        return Sealing(t)

    def on(self, step: Step, play: Sealing, event: Event, context: Context) -> Move:
        """Pick, or seal; when both have sealed the pair is handed back, or nothing of it is."""
        match event:
            case Chose(_, seat, index) if index < len(step.options):
                return Move(play.picked(seat, index))
            case Pressed(_, seat):
                sealed = play.pressed(seat)
                if len(sealed.sealed) < len(SEATS):
                    return Move(sealed)
                return Move(None, self._kept(step, sealed))
            case _:
                return Move(play)

    def skip(self, step: Step, play: Sealing) -> Move:
        """Leave it unsaid for both, whoever has sealed."""
        return Move(None, () if step.params.get("mutual") else (Paired(step.keeps, None),))

    def journal(self, step: Step, play: Sealing, context: Context, t: float) -> Sealing:
        """Leave out what anybody has answered."""
        return self.begin(step, context, t)

    def check(self, step: Step) -> None:
        """Need two to five options and a name under which the pair is kept."""
        need(step, options=True, keeps=True)

    def _kept(self, step: Step, play: Sealing) -> tuple[Keep, ...]:
        """Return the pair; of a mutual question only what both said yes to, so that no no is kept."""
        if not step.params.get("mutual"):
            return (Paired(step.keeps, self._pair(step, play)),)
        same = play.a is not None and play.a == play.b
        both = step.options[play.a].id if same and play.a is not None else NO
        return (Kept(step.keeps, both),) if both != NO else ()

    @staticmethod
    def _pair(step: Step, play: Sealing) -> Both | None:
        if play.a is None or play.b is None:
            return None
        ids = [option.id for option in step.options]
        return Both(Mark(state=ids[play.a]), Mark(state=ids[play.b]))
