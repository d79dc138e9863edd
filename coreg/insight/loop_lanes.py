"""The lanes of a loop of four or six moves: a lane for each of the two, and cards in it, one a move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.insight.loop_layout import Box, Edge, Layout, boxed, filled, needed, path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.insight.folding import Measure
    from coreg.insight.loop_layout import Line
    from coreg.insight.loop_picture import Picture

__all__ = ["across", "down"]

_WIDEST = 34
"""Cells of a card, at most."""

_RIM = 4
"""Cells of the way back at the side."""

_GAP = 8
"""Cells between two cards beside each other: room for a way up between them."""

_BETWEEN = 3
"""Rows between two lanes, one below the other."""

_ROWS = 2
"""Rows between two pairs of cards, one below the other."""


@dataclass(frozen=True, slots=True)
class _Cards:
    """All cards before they have a place: their rows, and the width they share."""

    picture: Picture
    lines: tuple[tuple[Line, ...], ...]
    width: int

    def card(self, number: int, left: int, top: int, tall: int) -> Box:
        """Return a card at its place; what its owner does stands at its lower end."""
        lines = self.lines[number]
        last = max(row for row, line in enumerate(lines) if line.what == "title")
        places = self.picture.turns[number].places
        return Box(left, top, self.width, places, filled(lines, tall, last))

    def tall(self, numbers: Sequence[int]) -> int:
        """Return the height that holds each of these cards."""
        return max(len(self.lines[number]) for number in numbers) + 1


def across(picture: Picture, width: int, measure: Measure) -> Layout:
    """Lay the moves out in two lanes, one below the other; the way goes down, and up and to the right."""
    moves = range(len(picture.turns))
    pairs = len(moves) // 2
    cards = _cards(picture, (width - _RIM - _GAP * (pairs - 1)) // pairs, measure)
    talls = [cards.tall(moves[lane::2]) for lane in (0, 1)]
    tops = (0, talls[0] + _BETWEEN)
    boxes = [
        cards.card(number, _RIM + number // 2 * (cards.width + _GAP), tops[number % 2], talls[number % 2])
        for number in moves
    ]
    edges = []
    for number, box in enumerate(boxes):
        after = boxes[(number + 1) % len(boxes)]
        if number % 2 == 0:
            edges.append(_way(picture, number, [(box.middle.x, box.bottom), (box.middle.x, after.top - 1)]))
        elif number < moves[-1]:
            middle = box.right + _GAP // 2 - 1
            edges.append(_way(picture, number, _beside(box, after, middle)))
        else:
            edges.append(_way(picture, number, _back(box, after, box.bottom + 1)))
    return Layout(boxes[-1].right, boxes[-1].bottom + 2, tuple(boxes), tuple(edges))


def down(picture: Picture, width: int, measure: Measure) -> Layout:
    """Lay the moves out in two lanes beside each other; the way goes to and fro, and down."""
    moves = range(len(picture.turns))
    cards = _cards(picture, (width - _RIM - _GAP) // 2, measure)
    boxes: list[Box] = []
    top = 0
    for pair in moves[::2]:
        tall = cards.tall((pair, pair + 1))
        boxes.append(cards.card(pair, _RIM, top, tall))
        boxes.append(cards.card(pair + 1, _RIM + cards.width + _GAP, top, tall))
        top += tall + _ROWS
    edges = []
    for number, box in enumerate(boxes):
        after = boxes[(number + 1) % len(boxes)]
        if number % 2 == 0:
            edges.append(_way(picture, number, _beside(box, after, box.right + _GAP // 2 - 1)))
        elif number < moves[-1]:
            corners = [(box.middle.x, box.bottom), (after.middle.x, box.bottom)]
            edges.append(_way(picture, number, [*corners, (after.middle.x, after.top - 1)]))
        else:
            edges.append(_way(picture, number, _back(box, after, box.bottom)))
    return Layout(boxes[-1].right, boxes[-1].bottom + 1, tuple(boxes), tuple(edges))


def _cards(picture: Picture, room: int, measure: Measure) -> _Cards:
    ways_out = {place: picture.ways_at(place) for place in picture.places}
    need = max(needed(place, ways, measure) for place, ways in ways_out.items())
    width = min(_WIDEST, room, need)
    return _Cards(
        picture, tuple(boxed(turn.places, ways_out, width, measure) for turn in picture.turns), width
    )


def _way(picture: Picture, number: int, corners: Sequence[tuple[int, int]]) -> Edge:
    turn = picture.turns[number]
    return Edge(turn.owner, turn.nodded, path(corners))


def _beside(box: Box, after: Box, middle: int) -> list[tuple[int, int]]:
    """Return the corners of a way from what is done in a card to what is noticed in one right of it."""
    here, there = _done(box), after.top + 1
    return [(box.right, here), (middle, here), (middle, there), (after.left - 1, there)]


def _back(box: Box, after: Box, below: int) -> list[tuple[int, int]]:
    """Return the corners of the way from the last card to the first: below all and up at the side."""
    x, there = box.middle.x, after.top + 1
    return [(x, box.bottom), (x, below), (0, below), (0, there), (after.left - 1, there)]


def _done(box: Box) -> int:
    """Return the row in which a card begins to tell what its owner does."""
    return box.top + 1 + max(row for row, line in enumerate(box.lines) if line.what == "title")
