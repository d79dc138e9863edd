"""The ring of a loop of two moves, and its narrow form: two columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.insight.loop_layout import Box, Edge, Layout, Spot, boxed, filled, needed, path
from coreg.insight.loop_picture import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.insight.folding import Measure
    from coreg.insight.loop_picture import Picture, Place

__all__ = ["GAP", "LONGEST_GAP", "Grid", "Key", "grid_of", "in_columns"]

Key = tuple[int, int]
"""Lane and slot."""

GAP, LONGEST_GAP = 6, 9
"""Cells between two boxes beside each other."""

_COLUMN_BOX = 38
"""Cells of a box, at most."""


@dataclass(frozen=True, slots=True)
class Grid:
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


def grid_of(picture: Picture) -> Grid:
    """Return where the places of two moves stand."""
    last = len(KINDS) - 1
    places = {}
    for lane, turn in enumerate(picture.turns):
        for place in turn.places:
            slot = KINDS.index(place.kind)
            places[lane, slot if lane == 0 else last - slot] = place
    return Grid(picture, places)


def in_columns(picture: Picture, width: int, height: int, measure: Measure) -> Layout:
    """Lay two moves out as two columns: the first goes down, the second one up again beside it."""
    grid = grid_of(picture)
    ways_out = {place: picture.ways_at(place) for place in picture.places}
    need = max(needed(place, ways_out[place], measure) for place in picture.places)
    wide = min(_COLUMN_BOX, need, (width - GAP) // 2)
    gap = min(LONGEST_GAP, width - 2 * wide)
    lines = {key: boxed((place,), ways_out, wide, measure) for key, place in grid.places.items()}
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


def _straight(box: Box, after: Box) -> tuple[Spot, ...]:
    """Return the cells between two boxes, one below the other or beside it."""
    if box.left == after.left:
        x = box.middle.x
        ys = (box.bottom, after.top - 1) if box.top < after.top else (box.top - 1, after.bottom)
        return path([(x, ys[0]), (x, ys[1])])
    y = box.middle.y
    xs = (box.right, after.left - 1) if box.left < after.left else (box.left - 1, after.right)
    return path([(xs[0], y), (xs[1], y)])
