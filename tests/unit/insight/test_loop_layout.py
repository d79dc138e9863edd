"""The drawing of a loop, cell by cell: nothing lies on anything else, and every way is whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coreg.insight.loop_forms import NARROWEST, WIDE, WIDEST, lay_out
from coreg.insight.loop_layout import SIGN, Box, Layout, Spot
from coreg.insight.loop_picture import Picture
from tests.unit.insight.mapped import picture, pictures

WIDTHS = (58, 78, 106)
"""What is left of 60, 80 and 112 columns."""

LONG = "a sentence of exactly sixty letters, which is a lot, is here"


def holds(drawn: Layout, shown: Picture, width: int) -> None:
    """Hold a drawing to all that any drawing has to keep."""
    assert drawn.width <= width
    fit(drawn)
    apart(drawn)
    joined(drawn)
    assert [place for box in drawn.boxes for place in box.places] == list(shown.places)
    dotted = [turn.places[-1] for turn in shown.turns if not turn.nodded]
    ends = zip(drawn.boxes, drawn.edges, strict=True)
    assert [box.places[-1] for box, edge in ends if not edge.nodded] == dotted


def fit(drawn: Layout) -> None:
    """Everything lies within the drawing, and every text within its box."""
    room = {Spot(x, y) for x in range(drawn.width) for y in range(drawn.height)}
    for box in drawn.boxes:
        assert box.cells() <= room
        assert all(cell_len(line.text) <= box.width - 4 for line in box.lines)
        assert all(line.text for line in box.lines if line.what == "title")
    assert all(set(edge.cells) <= room for edge in drawn.edges)
    for note in drawn.notes:
        assert cells_of(note.x, note.y, note.text) <= room


def cells_of(x: int, y: int, text: str) -> set[Spot]:
    """Return the cells that a text takes."""
    return {Spot(x + more, y) for more in range(cell_len(text))}


def apart(drawn: Layout) -> None:
    """No cell belongs to two things."""
    things = [box.cells() for box in drawn.boxes]
    things += [set(edge.cells) for edge in drawn.edges]
    things += [cells_of(note.x, note.y, note.text) for note in drawn.notes]
    assert sum(map(len, things)) == len(set().union(*things))


def joined(drawn: Layout) -> None:
    """From every box one unbroken way leads to the next."""
    assert len(drawn.edges) == len(drawn.boxes)
    for number, edge in enumerate(drawn.edges):
        box, after = drawn.boxes[number], drawn.boxes[(number + 1) % len(drawn.boxes)]
        assert all(abs(here.x - there.x) + abs(here.y - there.y) == 1 for here, there in pairwise(edge.cells))
        assert len(set(edge.cells)) == len(edge.cells)
        assert beside(edge.cells[0], box)
        assert beside(edge.cells[-1], after)
        assert edge.owner == box.owner
        assert set(edge.marks) <= set(edge.cells[:-1])


def beside(spot: Spot, box: Box) -> bool:
    """Tell whether a cell touches a side of a box, corners left out."""
    inside_x = box.left < spot.x < box.right - 1
    inside_y = box.top < spot.y < box.bottom - 1
    return (inside_x and spot.y in (box.top - 1, box.bottom)) or (
        inside_y and spot.x in (box.left - 1, box.right)
    )


@given(pictures(), st.sampled_from(WIDTHS), st.integers(5, 60))
def test_nothing_overlaps_and_every_way_is_whole(shown: Picture, width: int, height: int) -> None:
    holds(lay_out(shown, width, height, cell_len), shown, width)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("moves", [2, 4, 6])
@pytest.mark.parametrize("width", [NARROWEST, 58, 78, WIDE - 1, WIDE, 106, 194])
@given(st.data())
def test_every_form_holds_at_every_width(moves: int, width: int, data: st.DataObject) -> None:
    shown = data.draw(pictures(moves))
    holds(lay_out(shown, width, 30, cell_len), shown, width)


@pytest.mark.parametrize("moves", [2, 4, 6])
@pytest.mark.parametrize("width", [*WIDTHS, 194])
@pytest.mark.parametrize("text", ["x", LONG, "彼は部屋を出て行く" * 6, "👩‍👩‍👧 " * 20, "שלום עולם" * 6])
def test_every_form_holds_with_labels_of_one_kind(moves: int, width: int, text: str) -> None:
    shown = picture(
        {"notices": text, "thinks": text, "feels": text, "does": text},
        moves,
        [(at, text) for at in range(2 * moves)],
    )
    holds(lay_out(shown, width, 30, cell_len), shown, width)


# The forms


def corners(drawn: Layout) -> list[tuple[int, int]]:
    """Return column and row of every box, counted from the left and from above."""
    lefts = sorted({box.left for box in drawn.boxes})
    tops = sorted({box.top for box in drawn.boxes})
    return [(lefts.index(box.left), tops.index(box.top)) for box in drawn.boxes]


def test_two_moves_are_two_rows_where_it_is_wide_and_two_columns_where_it_is_not() -> None:
    wide, narrow = (lay_out(picture(), width, 24, cell_len) for width in (106, 78))
    assert corners(wide) == [(0, 0), (1, 0), (2, 0), (3, 0), (3, 1), (2, 1), (1, 1), (0, 1)]
    assert corners(narrow) == [(0, 0), (0, 1), (0, 2), (0, 3), (1, 3), (1, 2), (1, 1), (1, 0)]


def test_what_nobody_shows_leaves_its_place_empty_and_the_way_goes_through() -> None:
    drawn = lay_out(picture({"notices": "a", "feels": "b", "does": "c"}), 106, 24, cell_len)
    assert corners(drawn) == [(0, 0), (2, 0), (3, 0), (3, 1), (1, 1), (0, 1)]
    bare = lay_out(picture({"notices": "a", "does": "c"}), 106, 24, cell_len)
    assert corners(bare) == [(0, 0), (1, 0), (1, 1), (0, 1)]


@pytest.mark.parametrize("moves", [4, 6])
def test_more_moves_are_cards_in_two_lanes(moves: int) -> None:
    shown = picture(moves=moves)
    wide, narrow = (lay_out(shown, width, 24, cell_len) for width in (106, 78))
    assert corners(wide) == [(number // 2, number % 2) for number in range(moves)]
    assert corners(narrow) == [(number % 2, number // 2) for number in range(moves)]
    assert {len(box.places) for box in wide.boxes} == {4}


@pytest.mark.parametrize("moves", [2, 4, 6])
def test_on_a_wide_terminal_the_margins_grow_not_the_drawing(moves: int) -> None:
    shown = picture({"notices": LONG, "does": LONG}, moves)
    at_most, wider = (lay_out(shown, width, 50, cell_len) for width in (WIDEST, 300))
    assert wider == at_most


def test_two_moves_of_few_words_fit_into_the_smallest_usual_terminal() -> None:
    assert lay_out(picture(), 78, 18, cell_len).height <= 18


def test_where_there_is_room_the_drawing_is_airier() -> None:
    for width in (78, 106):
        low, high = (lay_out(picture(), width, height, cell_len).height for height in (8, 40))
        assert low < high


# Ways out


def test_ways_out_of_two_rows_stand_between_them_each_at_its_place() -> None:
    ways = [(0, "one"), (1, "two"), (2, "three"), (3, "four")]
    drawn = lay_out(picture(ways=ways), 106, 24, cell_len)
    assert [note.text for note in drawn.notes] == [f"{SIGN} one", "two", "four", f"{SIGN} three"]
    marked = [(number, mark.y) for number, edge in enumerate(drawn.edges) for mark in edge.marks]
    assert marked == [(3, drawn.notes[1].y), (7, drawn.notes[2].y)]
    one, feels = drawn.notes[0], drawn.boxes[2]
    assert feels.left <= one.x <= feels.right


@pytest.mark.parametrize(("moves", "width"), [(2, 78), (4, 78), (6, 106)])
def test_elsewhere_ways_out_stand_in_their_boxes(moves: int, width: int) -> None:
    drawn = lay_out(picture(moves=moves, ways=[(0, "one"), (1, "two")]), width, 24, cell_len)
    ways = [(line.kind, line.text) for box in drawn.boxes for line in box.lines if line.what == "way"]
    assert ways == [("feels", f"{SIGN} one"), ("does", f"{SIGN} two")]


def test_a_way_out_that_is_long_is_indented_below_its_sign() -> None:
    drawn = lay_out(picture(ways=[(0, LONG)]), 58, 24, cell_len)
    first, *rest = [line.text for box in drawn.boxes for line in box.lines if line.what == "way"]
    assert first.startswith(f"{SIGN} a sentence")
    assert rest
    assert all(line.startswith("  ") for line in rest)
