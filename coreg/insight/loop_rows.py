"""The ring of a loop of two moves in its wide form: two rows, the ways out between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from coreg.insight.folding import folded
from coreg.insight.loop_layout import Box, Layout, Line, Note, Spot, boxed, filled, needed, ways
from coreg.insight.loop_rings import GAP, LONGEST_GAP, grid_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.insight.folding import Measure
    from coreg.insight.loop_picture import Picture, Place
    from coreg.insight.loop_rings import Grid, Key

__all__ = ["in_rows"]

_WIDEST = 32
"""Cells of a box, at most."""

_BETWEEN, _ROOMY = 3, 5
"""Rows between two rows of boxes, ways out not counted; and where there is room."""

_AIRY = 36
"""Rows from which on there is an empty one above and below every text."""

_SIDE = 3
"""Cells from a way at the side to what stands beside it."""

_WAY_LINES = 3
"""Lines that a way out takes, at most."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where each slot begins, and how wide it is."""

    lefts: Mapping[int, int]
    widths: Mapping[int, int]

    def middle(self, slot: int) -> int:
        """Return the column in which a way leaves a box up or down."""
        return self.lefts[slot] + self.widths[slot] // 2


class _Row(NamedTuple):
    """One line of a way out; `mark` is the column of the way at whose side it stands, if it does."""

    x: int
    text: str
    mark: int | None = None


def in_rows(picture: Picture, width: int, height: int, measure: Measure) -> Layout:
    """Lay two moves out as two rows: the first goes right, the second one back below it."""
    grid = grid_of(picture)
    columns = _columns(grid, width, measure)
    air = (Line("text", "", ""),) if height >= _AIRY else ()
    lines = {key: _lines(place, columns.widths[key[1]], air, measure) for key, place in grid.places.items()}
    talls = [max(len(rows) for key, rows in lines.items() if key[0] == lane) + 1 for lane in (0, 1)]
    rows = [_ways(grid, lane, columns, measure) for lane in (0, 1)]
    count = len(rows[0]) + len(rows[1])
    roomy = height >= sum(talls) + count + _ROOMY
    between = count + (_ROOMY if roomy else _BETWEEN) + 2 * len(air)
    tops = (0, talls[0] + between)
    boxes = {
        (lane, slot): Box(
            columns.lefts[slot],
            tops[lane],
            columns.widths[slot],
            (place,),
            filled(lines[lane, slot], talls[lane], talls[lane]),
        )
        for (lane, slot), place in grid.places.items()
    }
    # Each as near to its own row of boxes as the others leave it.
    beside = [*enumerate(rows[0], talls[0] + 1), *enumerate(rows[1], tops[1] - 1 - len(rows[1]))]
    return _drawing(grid, boxes, beside)


def _drawing(grid: Grid, boxes: Mapping[Key, Box], beside: list[tuple[int, _Row]]) -> Layout:
    marks = {Spot(row.mark, y) for y, row in beside if row.mark is not None}
    last = boxes[1, grid.slots[-1]]
    return Layout(
        last.right,
        last.bottom,
        tuple(boxes.values()),
        tuple(
            replace(edge, marks=tuple(one for one in edge.cells if one in marks))
            for edge in grid.edges(boxes)
        ),
        tuple(Note(row.x, y, row.text) for y, row in beside),
    )


def _lines(place: Place, width: int, air: tuple[Line, ...], measure: Measure) -> tuple[Line, ...]:
    title, *texts = boxed((place,), {}, width, measure)
    return (title, *air, *texts, *air)


def _columns(grid: Grid, width: int, measure: Measure) -> _Columns:
    """Return how wide each slot is: what it needs, as far as there is room."""
    slots = grid.slots
    widths = {
        slot: min(_WIDEST, max(needed(grid.places[key], (), measure) for key in grid.at(slot)))
        for slot in slots
    }
    spaces = len(slots) - 1
    while sum(widths.values()) + GAP * spaces > width:
        widths[max(slots, key=lambda slot: (widths[slot], slot))] -= 1
    gap = min(LONGEST_GAP, (width - sum(widths.values())) // spaces)
    lefts = {slot: sum(widths[one] + gap for one in slots if one < slot) for slot in slots}
    return _Columns(lefts, widths)


def _ways(grid: Grid, lane: int, columns: _Columns, measure: Measure) -> list[_Row]:
    """Return the ways out at one row of boxes, line by line, each below or above its box as far as it fits.

    One that comes after a move stands beside the way that leads on from it.
    """
    first, last = columns.middle(grid.slots[0]), columns.middle(grid.slots[-1])
    left, right = first + _SIDE, last - _SIDE + 1
    found: list[_Row] = []
    for (_, slot), place in sorted((key, place) for key, place in grid.places.items() if key[0] == lane):
        if place.kind != "does":
            texts = ways(grid.picture.ways_at(place), right - left, measure)
            wide = max(map(measure, texts), default=0)
            x = max(left, min(columns.middle(slot) - wide // 2, right - wide))
            found += [_Row(x, text) for text in texts]
            continue
        mark = last if lane == 0 else first
        for way in grid.picture.ways_at(place):
            for number, text in enumerate(folded(way, right - left, _WAY_LINES, measure)):
                x = right - measure(text) if lane == 0 else left
                found.append(_Row(x, text, None if number else mark))
    return found
