"""The ring of a loop of two moves: two rows where it is wide, two columns where it is narrow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.insight.folding import folded
from coreg.insight.loop_layout import Box, Edge, Layout, Note, Spot, boxed, filled, needed, path, ways
from coreg.insight.loop_picture import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.insight.folding import Measure
    from coreg.insight.loop_picture import Picture, Place

    Key = tuple[int, int]
    """Lane and slot."""

__all__ = ["in_columns", "in_rows"]

_ROW_BOX, _COLUMN_BOX = 32, 38
"""Cells of a box, at most: in a row, in a column."""

_GAP, _LONGEST_GAP = 6, 9
"""Cells between two boxes beside each other."""

_BETWEEN, _ROOMY = 3, 5
"""Rows between two rows of boxes, ways out not counted; and where there is room."""

_SIDE = 3
"""Cells from a way at the side to what stands beside it."""

_WAY_LINES = 3
"""Lines that a way out beside the boxes takes, at most."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Which place stands where: two lanes that run against each other, so that they meet at both ends."""

    picture: Picture
    places: Mapping[Key, Place]
    """By lane and slot, along the loop."""

    @property
    def slots(self) -> list[int]:
        """The slots in which anything stands; the first and the last are in both lanes."""
        return sorted({slot for _, slot in self.places})

    def at(self, slot: int) -> list[Key]:
        """Return the lane or lanes in which anything stands in a slot."""
        return [key for key in self.places if key[1] == slot]

    def edges(self, boxes: Mapping[Key, Box]) -> list[Edge]:
        """Return what leads from each box to the next."""
        found = []
        keys = list(self.places)
        for key, next_key in zip(keys, [*keys[1:], *keys[:1]], strict=True):
            box, after = boxes[key], boxes[next_key]
            nodded = key[0] == next_key[0] or self.picture.turns[key[0]].nodded
            found.append(Edge(box.owner, nodded, _straight(box, after)))
        return found


def _grid(picture: Picture) -> _Grid:
    last = len(KINDS) - 1
    places = {}
    for lane, turn in enumerate(picture.turns):
        for place in turn.places:
            slot = KINDS.index(place.kind)
            places[lane, slot if lane == 0 else last - slot] = place
    return _Grid(picture, places)


def in_columns(picture: Picture, width: int, height: int, measure: Measure) -> Layout:
    """Lay two moves out as two columns: the first goes down, the second one up again beside it."""
    grid = _grid(picture)
    need = max(needed(picture, place, measure) for place in picture.places)
    wide = min(_COLUMN_BOX, need, (width - _GAP) // 2)
    gap = min(_LONGEST_GAP, width - 2 * wide)
    lines = {key: boxed(picture, (place,), wide, measure) for key, place in grid.places.items()}
    talls = {slot: max(len(lines[key]) for key in grid.at(slot)) + 1 for slot in grid.slots}
    between = 2 if sum(talls.values()) + 2 * (len(talls) - 1) <= height else 1
    tops = {slot: sum(talls[one] + between for one in grid.slots if one < slot) for slot in grid.slots}
    boxes = {
        (lane, slot): Box(
            lane * (wide + gap),
            tops[slot],
            wide,
            (place,),
            filled(lines[lane, slot], talls[slot], talls[slot]),
        )
        for (lane, slot), place in grid.places.items()
    }
    last = boxes[0, grid.slots[-1]]
    return Layout(2 * wide + gap, last.bottom, tuple(boxes.values()), tuple(grid.edges(boxes)))


def in_rows(picture: Picture, width: int, height: int, measure: Measure) -> Layout:
    """Lay two moves out as two rows: the first goes right, the second one back below it."""
    grid = _grid(picture)
    bare = replace(picture, ways_out=())
    widths, gap = _widths(grid, bare, width, measure)
    lefts = {slot: sum(widths[one] + gap for one in grid.slots if one < slot) for slot in grid.slots}
    lines = {key: boxed(bare, (place,), widths[key[1]], measure) for key, place in grid.places.items()}
    talls = [max(len(rows) for key, rows in lines.items() if key[0] == lane) + 1 for lane in (0, 1)]

    def boxes(between: int) -> dict[Key, Box]:
        tops = (0, talls[0] + between)
        return {
            (lane, slot): Box(
                lefts[slot],
                tops[lane],
                widths[slot],
                (place,),
                filled(lines[lane, slot], talls[lane], talls[lane]),
            )
            for (lane, slot), place in grid.places.items()
        }

    notes, marks = _beside(grid, boxes(0), measure)
    roomy = height >= sum(talls) + len(notes) + _ROOMY
    placed = boxes(len(notes) + (_ROOMY if roomy else _BETWEEN))
    edges = [
        replace(edge, marks=tuple(one for one in edge.cells if one in marks)) for edge in grid.edges(placed)
    ]
    last = placed[1, grid.slots[-1]]
    return Layout(last.right, last.bottom, tuple(placed.values()), tuple(edges), tuple(notes))


def _widths(grid: _Grid, bare: Picture, width: int, measure: Measure) -> tuple[dict[int, int], int]:
    """Return how wide each column is, and the gap between two: what they need, as far as there is room."""
    slots = grid.slots
    found = {
        slot: min(_ROW_BOX, max(needed(bare, grid.places[key], measure) for key in grid.at(slot)))
        for slot in slots
    }
    spaces = len(slots) - 1
    while sum(found.values()) + _GAP * spaces > width:
        found[max(slots, key=lambda slot: (found[slot], slot))] -= 1
    return found, min(_LONGEST_GAP, (width - sum(found.values())) // spaces)


def _beside(grid: _Grid, boxes: Mapping[Key, Box], measure: Measure) -> tuple[list[Note], set[Spot]]:
    """Return the ways out, line by line between the two rows, and where they stand on a way at the side.

    Those of the upper row come first, each below its box as far as there is room; one that comes after a move
    stands beside the way that leads on from it.
    """
    first, last = boxes[0, grid.slots[0]], boxes[0, grid.slots[-1]]
    left, right = first.middle.x + _SIDE, last.middle.x - _SIDE + 1
    notes: list[Note] = []
    marks: set[Spot] = set()
    for lane, slot in sorted(boxes):
        place = grid.places[lane, slot]
        y = first.bottom + 1 + len(notes)
        if place.kind != "does":
            rows = ways(grid.picture, place, right - left, measure)
            wide = max(map(measure, rows), default=0)
            x = max(left, min(boxes[lane, slot].middle.x - wide // 2, right - wide))
            notes += [Note(x, y + number, row) for number, row in enumerate(rows)]
            continue
        for way in grid.picture.ways_at(place):
            y = first.bottom + 1 + len(notes)
            marks.add(Spot(last.middle.x if lane == 0 else first.middle.x, y))
            rows = list(folded(way, right - left, _WAY_LINES, measure))
            notes += [
                Note(left if lane else right - measure(row), y + number, row)
                for number, row in enumerate(rows)
            ]
    return notes, marks


def _straight(box: Box, after: Box) -> tuple[Spot, ...]:
    """Return the cells between two boxes, one below the other or beside it."""
    if box.left == after.left:
        x = box.middle.x
        ys = (box.bottom, after.top - 1) if box.top < after.top else (box.top - 1, after.bottom)
        return path([(x, ys[0]), (x, ys[1])])
    y = box.middle.y
    xs = (box.right, after.left - 1) if box.left < after.left else (box.left - 1, after.right)
    return path([(xs[0], y), (xs[1], y)])
