"""The disc as cells: the moments of its shape, laid onto a canvas."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypeAlias

from coreg.widgets.cells import Canvas
from coreg.widgets.disc_shape import measure, ring_dots, stage
from coreg.widgets.paint import LYING, UPRIGHT, Spot

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from rich.segment import Segment

    from coreg.widgets.cells import Ground
    from coreg.widgets.disc_shape import Moments, Quarter
    from coreg.widgets.paint import Paint

__all__ = ["DiscDrawing", "Half", "Ring", "put_ring", "whole"]

Ring: TypeAlias = "Mapping[tuple[int, int], int]"
"""The braille dots of a ring, by column and row."""

Places: TypeAlias = "AbstractSet[tuple[int, int]]"

_LEAD = 1 / 32
"""By how much of a pixel the edges of the four quarters follow each other.

Nobody sees it in the shape; in the movement their steps alternate instead of falling together, so
that the disc does not stand still between two steps where the breath turns.
"""


class DiscDrawing:
    """A disc of one size and one set of colours."""

    def __init__(self, width: int, height: int, paint: Paint, fill: float = 0.0) -> None:
        """Measure the disc for ``width`` x ``height`` cells and draw it at a fill of 0 to 1."""
        self.paint = paint
        self.canvas = Canvas(width, height, paint.empty())
        quarter = measure(width, height)
        ring = ring_dots(width, height, quarter.ring)
        put_ring(self.canvas, ring, paint)
        self._sides = whole(self.canvas, quarter, paint, ring)
        self.move(fill)

    def move(self, fill: float) -> None:
        """Bring the canvas to a fill of 0 to 1."""
        for side in self._sides:
            side.move(fill)


def put_ring(ground: Ground, ring: Ring, paint: Paint) -> None:
    """Draw the braille dots of a still ring, by column and row."""
    for (x, y), dots in ring.items():
        ground.put(y, [(x, paint.ring(dots))])


def whole(ground: Ground, quarter: Quarter, paint: Paint, ring: Ring) -> tuple[Half, Half]:
    """Lay both halves of a disc onto a ground, empty; the ring's cells stay as they are."""
    width = ground.width
    # A column in the very middle is its own mirror: the right half alone draws it.
    middle = {(width // 2, y) for y in range(ground.height)} if width % 2 else set()
    return (
        Half(ground, quarter, paint, width // 2, 1, still=ring.keys()),
        Half(ground, quarter, paint, (width - 1) // 2, -1, still=ring.keys() | middle),
    )


class Half:
    """The right (``step`` 1) or the left (-1) half of a disc, which moves by itself."""

    def __init__(
        self, ground: Ground, quarter: Quarter, paint: Paint, start: int, step: int, *, still: Places
    ) -> None:
        """Lay it onto a ground from column ``start``; the places ``still``, column and row, never change."""
        self._ground, self._quarter, self._paint = ground, quarter, paint
        self._parts = list(self._laid(start, step, still))

    def move(self, fill: float) -> None:
        """Bring it to a fill of 0 to 1."""
        radius = self._quarter.radius(fill)
        for part in self._parts:
            if cells := part.cross(radius, self._paint):
                self._ground.put(part.y, cells)

    def _laid(self, start: int, step: int, still: Places) -> Iterator[_Part]:
        height = self._ground.height
        for number in range(len(self._quarter.rows)):
            upper, lower = (height - 1) // 2 - number, height // 2 + number
            for y in dict.fromkeys((upper, lower)):
                columns = {x for x, at in still if at == y}
                yield _Part(self._quarter, number, y, start, step, y != upper, columns)


class _Part:
    """One row of one quarter, laid onto a row of the canvas."""

    def __init__(
        self, quarter: Quarter, number: int, y: int, start: int, step: int, below: bool, still: Container[int]
    ) -> None:
        """Lay a row of the quarter onto row ``y``.

        It runs from column ``start`` rightwards (``step`` 1) or leftwards (-1); the columns
        ``still`` belong to the ring and never change.
        """
        row = quarter.rows[number]
        self.y = y
        self._quarter, self._number, self._below = quarter, number, below
        self._start, self._step, self._still = start, step, still
        self._edge = _Count(row.edge, row.columns, _LEAD * (step + (0.5 if below else -0.5)))
        self._pixels = _Count(row.pixels, row.columns)
        self._looks: dict[tuple[int, int], Segment] = {}

    def cross(self, radius: float, paint: Paint) -> list[tuple[int, Segment]]:
        """Go to a radius and return the cells that change on the way, each with its column."""
        found = []
        for column in {*self._edge.go(radius), *self._pixels.go(radius)}:
            x = self._start + self._step * column
            if x not in self._still:
                look = (column, stage(self._edge.over[column], self._pixels.over[column]))
                found.append((x, self._looks.get(look) or self._drawn(look, paint)))
        return found

    def _drawn(self, look: tuple[int, int], paint: Paint) -> Segment:
        column, at = look
        lying = self._quarter.lying(self._number, column)
        spot = Spot(
            *self._quarter.places(self._number, column),
            blocks=LYING if lying else UPRIGHT,
            forward=not self._below if lying else self._step > 0,
            below=self._below,
        )
        drawn = self._looks[look] = paint.look(at, spot)
        return drawn


class _Count:
    """How many of its moments each column of a row has behind it."""

    def __init__(self, moments: Moments, columns: int, lead: float = 0.0) -> None:
        """Begin before the first moment; everything comes ``lead`` pixels early."""
        self.over = [0] * columns
        self._moments, self._lead = moments, lead
        self._passed = 0

    def go(self, radius: float) -> tuple[int, ...]:
        """Go to a radius, in or out, and return the columns in which something happened."""
        before, now = self._passed, bisect_right(self._moments.at, radius + self._lead)
        self._passed = now
        columns = self._moments.column[before:now] or self._moments.column[now:before]
        step = 1 if now > before else -1
        for column in columns:
            self.over[column] += step
        return columns
