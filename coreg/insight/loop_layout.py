"""What a drawing of a loop is made of, in cells: boxes, the ways between them, ways out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from coreg.insight.folding import cut, folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coreg.insight.folding import Measure
    from coreg.insight.loop_picture import Place
    from coreg.record.fields import Seat

__all__ = [
    "NARROWEST",
    "SIGN",
    "Box",
    "Edge",
    "Layout",
    "Line",
    "Note",
    "Spot",
    "boxed",
    "filled",
    "needed",
    "path",
    "ways",
]

SIGN = "◇"
"""Stands where there is a way out."""

LINES = 5
"""Lines that a text takes, at most."""

NARROWEST = 16
"""Cells of a box, at least."""

FRAME = 4
"""Cells of a box beside its text: two sides, and a blank within each."""


class Spot(NamedTuple):
    """A cell: column and row, from 0."""

    x: int
    y: int


class Line(NamedTuple):
    """One row within a box, after its first border.

    Attributes:
        what: a heading on a border of its own, a text, or a way out.
        kind: the part of the move it belongs to.
        text: what stands there; it fits.
    """

    what: Literal["title", "text", "way"]
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    """A frame with one place in it, or with all places of a move.

    Attributes:
        left: the column of its left side.
        top: the row of its upper border, which carries the first heading.
        width: its cells across, both sides among them.
        places: what stands in it.
        lines: its rows from the upper border on, without the lower one.
    """

    left: int
    top: int
    width: int
    places: tuple[Place, ...]
    lines: tuple[Line, ...]

    @property
    def owner(self) -> Seat:
        """Whose it is."""
        return self.places[0].owner

    @property
    def height(self) -> int:
        """Its rows, both borders among them."""
        return len(self.lines) + 1

    @property
    def middle(self) -> Spot:
        """The cell in its middle."""
        return Spot(self.left + self.width // 2, self.top + self.height // 2)

    @property
    def right(self) -> int:
        """The column after it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The row after it."""
        return self.top + self.height

    def cells(self) -> set[Spot]:
        """Return all cells it takes."""
        rows = range(self.top, self.bottom)
        return {Spot(x, y) for x in range(self.left, self.right) for y in rows}


@dataclass(frozen=True, slots=True)
class Edge:
    """A way from one box to the next along the loop.

    Attributes:
        owner: whose move or place it comes from.
        nodded: whether both see it so; else it is dotted.
        cells: its cells in order, each beside the one before; the first and the last touch a box each.
        marks: where on it ways out stand.
    """

    owner: Seat
    nodded: bool
    cells: tuple[Spot, ...]
    marks: tuple[Spot, ...] = ()


class Note(NamedTuple):
    """One line of a way out that stands beside the boxes."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A drawing: boxes in the order of the loop, from each an edge to the next, and notes beside them."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    notes: tuple[Note, ...] = ()


def needed(place: Place, ways_out: Iterable[str], measure: Measure) -> int:
    """Return the width of a box in which each text of a place stands in one line."""
    texts = (place.text, f"{place.title} ", *(f"{SIGN} {way}" for way in ways_out))
    return max(NARROWEST, *(measure(text) + FRAME for text in texts))


def boxed(
    places: Iterable[Place], ways_out: Mapping[Place, tuple[str, ...]], width: int, measure: Measure
) -> tuple[Line, ...]:
    """Return the rows of a box of a width, for one place or for all of a move, with the ways out there."""
    lines: list[Line] = []
    room = width - FRAME
    for place in places:
        lines.append(Line("title", place.kind, cut(place.title, room - 1, measure)))
        lines += [Line("text", place.kind, one) for one in folded(place.text, room, LINES, measure)]
        lines += [Line("way", place.kind, one) for one in ways(ways_out.get(place, ()), room, measure)]
    return tuple(lines)


def filled(lines: tuple[Line, ...], height: int, at: int) -> tuple[Line, ...]:
    """Return the rows of a box of a height, with empty ones before row ``at`` where there are too few."""
    return (*lines[:at], *(Line("text", "", ""),) * (height - 1 - len(lines)), *lines[at:])


def ways(ways_out: Iterable[str], room: int, measure: Measure) -> list[str]:
    """Return ways out in lines of so many cells, each behind its sign."""
    found: list[str] = []
    for way in ways_out:
        lead = f"{SIGN} "
        for row in folded(way, room - len(lead), LINES, measure):
            found.append(lead + row)
            lead = " " * len(lead)
    return found


def path(corners: Iterable[tuple[int, int]]) -> tuple[Spot, ...]:
    """Return the cells along straight lines from corner to corner."""
    first, *rest = corners
    cells = [Spot(*first)]
    for x, y in rest:
        while cells[-1] != (x, y):
            here = cells[-1]
            cells.append(Spot(here.x + _toward(here.x, x), here.y + _toward(here.y, y)))
    return tuple(cells)


def _toward(here: int, there: int) -> int:
    return (there > here) - (there < here)
