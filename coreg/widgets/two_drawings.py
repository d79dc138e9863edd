"""Two breaths in one picture: what is drawn for whoever sits left, and for whoever sits right.

Which is whose is told by the side. That one rests, is only a place to come to, or that both breaths meet is
told by shape: a quiet dotted ring, an open circle, rings that close and a line between them.
"""

from __future__ import annotations

from abc import abstractmethod
from math import floor
from typing import TYPE_CHECKING, NamedTuple

from coreg.widgets.cells import Canvas, Pane
from coreg.widgets.disc_drawing import Half, put_ring, whole
from coreg.widgets.disc_shape import measure, ring_dots
from coreg.widgets.slow_bar import SMALLEST, bar_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.segment import Segment

    from coreg.widgets.cells import Ground
    from coreg.widgets.disc_drawing import Ring
    from coreg.widgets.disc_shape import Quarter
    from coreg.widgets.paint import Paint

__all__ = ["BarsDrawing", "CrossingDrawing", "Face", "PairDrawing", "Two", "TwoDrawing"]

_FACING = 0.9
"""How high an open ring's mouth is on either side of the middle, as a share of its distance from it."""

_APART = 6
"""Cells beyond two discs' width that two panes may have: wider, and the pair stands in the middle."""

_TABLE = 2
"""Cells between two bars, on either side of the middle."""


class Face(NamedTuple):
    """One breath of the two: how full it is (0 to 1), whether it rests, and whether it is an open place."""

    fill: float = 0.0
    still: bool = False
    hollow: bool = False


class Two(NamedTuple):
    """Both breaths by where they sit, and whether this is the one on which they meet."""

    left: Face = Face()
    right: Face = Face()
    meets: bool = False

    @property
    def shape(self) -> Two:
        """All but how full they are: while it stays the same, only edges move."""
        return Two(self.left._replace(fill=0.0), self.right._replace(fill=0.0), self.meets)


class TwoDrawing:
    """Two breaths of one size and two colours, laid anew when their shape changes."""

    def __init__(self, width: int, height: int, paints: tuple[Paint, Paint], two: Two) -> None:
        """Draw for ``width`` x ``height`` cells, with the paints of the left and of the right seat."""
        self.canvas = Canvas(width, height, paints[0].empty())
        self._whole = Pane(self.canvas, 0, 0, width, height)
        self._paints = paints
        self._shape = two.shape
        self._lay(two)

    def move(self, two: Two) -> None:
        """Bring the canvas to a moment."""
        if two.shape != self._shape:
            self._shape = two.shape
            self._whole.wipe(self._paints[0].empty())
            self._lay(two)
        self.fill(two)

    def _lay(self, two: Two) -> None:
        left, right = (
            _worn(paint, face) for paint, face in zip(self._paints, (two.left, two.right), strict=True)
        )
        self.lay(two, left, right)
        self.fill(two)

    @abstractmethod
    def lay(self, two: Two, left: Paint, right: Paint) -> None:
        """Put down what stands still, and make what moves."""

    @abstractmethod
    def fill(self, two: Two) -> None:
        """Move what moves."""


def _worn(paint: Paint, face: Face) -> Paint:
    paint = paint.open() if face.hollow else paint
    return paint.resting() if face.still else paint


def _dotted(ring: Ring, *, sparse: bool) -> Ring:
    """Return a ring with every other cell of it left out, if it is to be sparse."""
    return {(x, y): dots for (x, y), dots in ring.items() if not sparse or (x + y) % 2 == 0}


class CrossingDrawing(TwoDrawing):
    """One circle for two: a half for each. One half grows while the other one shrinks.

    When one is as full as the other, the two halves are one disc.
    """

    def lay(self, two: Two, left: Paint, right: Paint) -> None:
        """Lay both halves into one ring, with a little room between them."""
        width, height = self.canvas.width, self.canvas.height
        gap = min(width, 2 - width % 2)
        inner = (width - gap) // 2
        quarter = measure(2 * inner, height)
        self._halves = (
            self._half(Pane(self._whole, 0, 0, inner, height), quarter, left, -1, two.left),
            self._half(Pane(self._whole, inner + gap, 0, inner, height), quarter, right, 1, two.right),
        )

    def _half(self, pane: Pane, quarter: Quarter, paint: Paint, step: int, face: Face) -> Half:
        whole_ring = ring_dots(2 * pane.width, pane.height, quarter.ring)
        start = 0 if step < 0 else pane.width
        ring = {(x - start, y): dots for (x, y), dots in whole_ring.items() if 0 <= x - start < pane.width}
        shown = {} if face.hollow else _dotted(ring, sparse=face.still)
        put_ring(pane, shown, paint)
        return Half(pane, quarter, paint, pane.width - 1 if step < 0 else 0, step, still=shown.keys())

    def fill(self, two: Two) -> None:
        """Move both halves."""
        for half, face in zip(self._halves, (two.left, two.right), strict=True):
            half.move(face.fill)


class PairDrawing(TwoDrawing):
    """Two discs side by side, each in its ring. Rings are open to each other, and close when breaths meet."""

    def lay(self, two: Two, left: Paint, right: Paint) -> None:
        """Lay a disc into each half of the room, near enough to each other to be seen at once."""
        width, height = self.canvas.width, self.canvas.height
        part = min(width // 2, 2 * height + _APART)
        start = (width - 2 * part) // 2
        self._halves: list[tuple[Half, Half]] = []
        for paint, face, x, step in ((left, two.left, start, -1), (right, two.right, start + part, 1)):
            pane = Pane(self._whole, x, 0, part, height)
            quarter = measure(part, height)
            ring = self._ring(quarter, pane, step, two, face)
            put_ring(pane, ring, paint)
            self._halves.append(whole(pane, quarter, paint, ring))
            if two.meets:
                self._join(pane, quarter, paint, step)

    @staticmethod
    def _ring(quarter: Quarter, pane: Ground, step: int, two: Two, face: Face) -> Ring:
        if face.hollow:
            return {}
        ring = _dotted(ring_dots(pane.width, pane.height, quarter.ring), sparse=face.still)
        if two.meets:
            return ring
        return {
            (x, y): dots
            for (x, y), dots in ring.items()
            if not _in_mouth(-step * (x + 0.5 - pane.width / 2), 2 * y + 1 - pane.height)
        }

    @staticmethod
    def _join(pane: Ground, quarter: Quarter, paint: Paint, step: int) -> None:
        """Draw half of the line between the rings."""
        if not quarter.ring:
            return
        columns = range(floor(pane.width / 2 + quarter.ring) + 1, pane.width)
        line = [(x if step < 0 else pane.width - 1 - x, paint.joint()) for x in columns]
        pane.put(pane.height // 2, line)

    def fill(self, two: Two) -> None:
        """Move both discs."""
        for halves, face in zip(self._halves, (two.left, two.right), strict=True):
            for half in halves:
                half.move(face.fill)


def _in_mouth(across: float, down: float) -> bool:
    """Tell whether a place of a ring, pixels from its middle, lies in its mouth; ``across`` is towards it."""
    return across > 0 and abs(down) < _FACING * across


class BarsDrawing(TwoDrawing):
    """Two bars for reduced motion: each grows from the middle outwards, to the side of its seat."""

    def lay(self, two: Two, left: Paint, right: Paint) -> None:
        """Lay the bars, and the line between them on which breaths meet."""
        width, height = self.canvas.width, self.canvas.height
        part = max(0, width // 2 - _TABLE)
        self._bars = (
            _Bar(Pane(self._whole, 0, 0, part, height), left, -1),
            _Bar(Pane(self._whole, width - part, 0, part, height), right, 1),
        )
        if two.meets and height:
            middle = (width + 1) // 2
            joints = [(x, (left if x < middle else right).joint()) for x in range(part, width - part)]
            self._whole.put(height // 2, joints)

    def fill(self, two: Two) -> None:
        """Bring both bars to their length."""
        for bar, face in zip(self._bars, (two.left, two.right), strict=True):
            bar.move(face.fill)


class _Bar:
    """A bar to the left (``step`` -1) or to the right (1); an open one has nothing between its lines."""

    def __init__(self, pane: Pane, paint: Paint, step: int) -> None:
        self._pane, self._paint, self._step = pane, paint, step
        self._solid = paint.closed()

    def move(self, fill: float) -> None:
        """Bring it to a fill of 0 to 1."""
        reach = self._pane.width * (SMALLEST + (1 - SMALLEST) * min(1.0, max(0.0, fill)))
        edge, inside = list(self._row(reach, self._solid)), list(self._row(reach, self._paint))
        last = self._pane.height - 1
        for y in range(self._pane.height):
            self._pane.put(y, inside if 0 < y < last else edge)

    def _row(self, reach: float, paint: Paint) -> Iterator[tuple[int, Segment]]:
        width = self._pane.width
        for away in range(width):
            x = away if self._step > 0 else width - 1 - away
            yield x, bar_cell(paint, reach - away, (away + 0.5) / width, forward=self._step > 0)
