"""The pictures of two breaths at once: crossing, lead and follow, side by side, and two slow bars.

They know nothing of time and nothing of how near one breath is to the other. Whoever sits left is drawn left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from coreg.practice.play import SEATS, other
from coreg.widgets.paint import Paint
from coreg.widgets.picture import Picture
from coreg.widgets.two_drawings import BarsDrawing, CrossingDrawing, Face, PairDrawing, Two, TwoDrawing

if TYPE_CHECKING:
    from collections.abc import Collection

    from coreg.practice.play import Seat

__all__ = ["Crossing", "SideBySide", "TwoBars", "TwoPicture"]


class TwoPicture(Picture[Two, tuple[Paint, Paint]]):
    """A picture of two breaths, each in the colour of its person.

    Attributes:
        left: who sits left.
    """

    drawing: ClassVar[type[TwoDrawing]]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"two-picture--a", "two-picture--b", "two-picture--faint"}
    DEFAULT_CSS = """
    TwoPicture { width: 1fr; height: 1fr; background: $background; }
    TwoPicture > .two-picture--a { color: $seat-a; }
    TwoPicture > .two-picture--b { color: $seat-b; }
    TwoPicture > .two-picture--faint { color: $faint; }
    """

    def __init__(
        self, left: Seat = "a", *, plain: bool = False, id: str | None = None, classes: str | None = None
    ) -> None:
        """Begin with two empty breaths; ``plain`` draws in ASCII."""
        super().__init__(Two(), plain=plain, id=id, classes=classes)
        self.left: Seat = left

    def show_two(
        self,
        fill_a: float,
        fill_b: float,
        *,
        meets: bool = False,
        still: Collection[Seat] = (),
        hollow: Collection[Seat] = (),
    ) -> None:
        """Show how full both breaths are, 0 to 1.

        ``meets`` marks the breath on which both patterns begin together; who is ``still`` rests, and is drawn
        quietly; who is ``hollow`` has an open circle, a place to come to.
        """
        faces = {
            seat: Face(fill, seat in still, seat in hollow)
            for seat, fill in zip(SEATS, (fill_a, fill_b), strict=True)
        }
        self.show_moment(Two(faces[self.left], faces[other(self.left)], meets))

    def show_lead(self, leader: Seat, fill: float) -> None:
        """Show the leader's breath, and the same one open on the other's side: the place to come to."""
        self.show_two(fill, fill, hollow=(other(leader),))

    def mixed(self) -> tuple[Paint, Paint]:
        """Return the paints of the left and of the right seat."""
        faint = self.get_component_styles("two-picture--faint").color
        left, right = (
            self.paint(self.get_component_styles(f"two-picture--{seat}").color, faint)
            for seat in (self.left, other(self.left))
        )
        return left, right

    def drawn(self, paints: tuple[Paint, Paint], moment: Two) -> TwoDrawing:
        """Return the drawing for the size there is."""
        return self.drawing(*self.size, paints, moment)


class Crossing(TwoPicture):
    """One circle in two halves: one fills while the other empties. For call and answer one half rests."""

    drawing = CrossingDrawing


class SideBySide(TwoPicture):
    """Two discs: for own patterns (:meth:`show_two`), and to lead and follow (:meth:`show_lead`)."""

    drawing = PairDrawing


class TwoBars(TwoPicture):
    """Two breaths for reduced motion, shown at most four times a second."""

    drawing = BarsDrawing
    DEFAULT_CSS = """
    TwoBars { width: 1fr; max-width: 72; height: 3; margin: 2 0; }
    """
