"""Two breaths as cells, without a terminal."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from textual.color import Color

from coreg.practice.breath import Pattern, breath_at
from coreg.theme import ROLES
from coreg.widgets.cells import CellRow
from coreg.widgets.paint import InkPaint, Paint
from coreg.widgets.two_drawings import BarsDrawing, CrossingDrawing, Face, PairDrawing, Two, TwoDrawing

NIGHT = ROLES["night"]
KINDS = (CrossingDrawing, PairDrawing, BarsDrawing)
SIZES = [(0, 0), (1, 1), (2, 3), (7, 3), (20, 8), (21, 9), (60, 11), (80, 17), (200, 12)]
EASY = Pattern("easy46", 4.0, 0.0, 6.0, 0.0)

faces = st.builds(Face, st.floats(0.0, 1.0), st.booleans(), st.booleans())
twos = st.builds(Two, faces, faces, st.booleans())
moves = st.builds(
    lambda left, right: Two(Face(left), Face(right)), st.floats(-0.5, 1.5), st.floats(-0.5, 1.5)
)


def paints(kind: type[Paint] = Paint, *, plain: bool = False) -> tuple[Paint, Paint]:
    """Return the paints of the two seats."""
    room, left, right, faint = (
        Color.parse(NIGHT[role]) for role in ("background", "seat-a", "seat-b", "faint")
    )
    return kind(room, left, faint, plain=plain), kind(room, right, faint, plain=plain)


def rows(drawing: TwoDrawing) -> list[CellRow]:
    """Take every row of a drawing."""
    return [drawing.canvas.row(y) for y in range(drawing.canvas.height)]


def looks(drawing: TwoDrawing) -> list[list[Segment]]:
    """Return what every cell looks like."""
    return [list(row) for row in rows(drawing)]


def letters(drawing: TwoDrawing) -> list[str]:
    """Return what stands in every row."""
    return ["".join(cell.text for cell in row) for row in rows(drawing)]


def drawn(kind: type[TwoDrawing], two: Two, size: tuple[int, int] = (80, 17)) -> TwoDrawing:
    """Draw a moment."""
    return kind(*size, paints(), two)


def inked(line: str) -> int:
    """Return in how many cells of a row there is ink."""
    return sum(letter in "#+:" for letter in line)


@pytest.mark.sample
@pytest.mark.parametrize(("kind", "size"), list(product(KINDS, SIZES)))
@settings(max_examples=6, deadline=None)
@given(path=st.lists(twos, min_size=1, max_size=3), last=twos)
def test_two_look_the_same_wherever_they_come_from(
    kind: type[TwoDrawing], size: tuple[int, int], path: list[Two], last: Two
) -> None:
    wandered = drawn(kind, Two(), size)
    for two in [*path, last]:
        wandered.move(two)
    assert looks(wandered) == looks(drawn(kind, last, size))


@pytest.mark.sample
@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None)
@given(path=st.lists(twos | moves, min_size=2, max_size=4))
def test_rows_tell_exactly_what_changed(kind: type[TwoDrawing], path: list[Two]) -> None:
    drawing = drawn(kind, Two(), (60, 11))
    before = rows(drawing)
    for two in path:
        drawing.move(two)
        marked = set(drawing.canvas.changed)
        now = rows(drawing)
        for y, (old, new) in enumerate(zip(before, now, strict=True)):
            different = {x for x, pair in enumerate(zip(old, new, strict=True)) if pair[0] is not pair[1]}
            assert (new is old) == (not different)
            if different:
                assert y in marked
                assert new.after == old.serial
                assert different <= {x for start, end in new.changed for x in range(start, end)}
                assert all(start in different and end - 1 in different for start, end in new.changed)
        before = now


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15, deadline=None)
@given(two=twos)
def test_whoever_swaps_seats_swaps_the_picture(kind: type[TwoDrawing], two: Two) -> None:
    ink = paints(InkPaint, plain=True)
    there = letters(kind(80, 17, ink, two))
    back = letters(kind(80, 17, ink, Two(two.right, two.left, two.meets)))
    for one, other in zip(there, back, strict=True):
        assert inked(one[:40]) == pytest.approx(inked(other[40:]), abs=2)
        assert inked(one[40:]) == pytest.approx(inked(other[:40]), abs=2)


@pytest.mark.parametrize("kind", [CrossingDrawing, PairDrawing])
def test_one_moves_and_nothing_changes_on_the_other_side(kind: type[TwoDrawing]) -> None:
    drawing = drawn(kind, Two(Face(0.2), Face(0.8)))
    before = looks(drawing)
    drawing.move(Two(Face(0.9), Face(0.8)))
    now = looks(drawing)
    assert [row[40:] for row in now] == [row[40:] for row in before]
    assert [row[:40] for row in now] != [row[:40] for row in before]


def test_each_side_has_the_colour_of_its_seat() -> None:
    line = list(drawn(CrossingDrawing, Two(Face(1.0), Face(1.0))).canvas.row(8))
    grounds = [
        Color.from_rich_color(cell.style.bgcolor) for cell in line if cell.style and cell.style.bgcolor
    ]
    left, right = grounds[26:37], grounds[43:54]
    assert all(colour.g > colour.r for colour in left)
    assert all(colour.r > colour.b for colour in right)


def test_rings_close_and_are_joined_when_breaths_meet() -> None:
    apart, together = (
        letters(drawn(PairDrawing, Two(Face(0.1), Face(0.1), meets=meets))) for meets in (False, True)
    )
    dots = [sum(letter > "\u2800" for line in picture for letter in line) for picture in (apart, together)]
    assert dots[1] > dots[0] * 1.1
    assert "─" not in "".join(apart)
    assert "──" in together[8]


def test_who_rests_is_quiet_in_shape_and_colour() -> None:
    awake, resting = (
        drawn(CrossingDrawing, Two(Face(0.0), Face(0.0, still=still))) for still in (False, True)
    )
    dots = [
        sum(letter > "\u2800" for line in letters(one) for letter in line[40:]) for one in (awake, resting)
    ]
    assert 0 < dots[1] < dots[0]
    assert looks(awake)[8][:40] == looks(resting)[8][:40]
    assert looks(awake)[8][40:] != looks(resting)[8][40:]


@pytest.mark.parametrize("kind", [PairDrawing, BarsDrawing])
def test_a_place_to_come_to_is_open_and_as_large_as_the_breath_that_leads(kind: type[TwoDrawing]) -> None:
    ink = paints(InkPaint, plain=True)
    picture = letters(kind(80, 17, ink, Two(Face(0.7), Face(0.7, hollow=True))))
    middle = picture[8]
    assert inked(middle[:40]) > 2 * inked(middle[40:])
    left, right = (
        [y for y, line in enumerate(picture) if inked(line[part])] for part in (slice(40), slice(40, None))
    )
    assert (left[0], left[-1]) == (right[0], right[-1])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("paint", [Paint, InkPaint])
def test_plain_paint_is_ascii_at_every_moment(kind: type[TwoDrawing], paint: type[Paint]) -> None:
    drawing = kind(61, 12, paints(paint, plain=True), Two())
    flags = (False, True)
    for fill, still, hollow, meets in product((0.0, 0.35, 0.8), flags, flags, flags):
        drawing.move(Two(Face(fill, still), Face(1 - fill, hollow=hollow), meets))
        assert all(line.isascii() for line in letters(drawing))


@pytest.mark.parametrize("fill", [0.0, 0.5, 1.0])
def test_bars_grow_outwards_as_far_as_the_breath(fill: float) -> None:
    ink = paints(InkPaint, plain=True)
    line = letters(BarsDrawing(84, 3, ink, Two(Face(fill), Face(fill))))[1]
    left, right = line[:40], line[44:]
    assert left == right[::-1]
    assert inked(right) == pytest.approx(40 * (0.12 + 0.88 * fill), abs=1)
    assert right.startswith("#")


@pytest.mark.long
@pytest.mark.parametrize(("kind", "most"), [(CrossingDrawing, 2000), (PairDrawing, 4000)])
def test_a_frame_of_two_writes_little(kind: type[TwoDrawing], most: int) -> None:
    drawing = drawn(kind, Two())
    before = rows(drawing)
    sizes = []
    for frame in range(1, 601):
        fill = breath_at(EASY, frame / 30).fill
        drawing.move(Two(Face(fill), Face(1 - fill)))
        now = rows(drawing)
        sizes.append(
            sum(
                len(row.written(*stretch, ColorSystem.TRUECOLOR).encode()) + len("\x1b[12;34H")
                for row, old in zip(now, before, strict=True)
                if row is not old
                for stretch in row.changed
            )
        )
        before = now
    warm = sizes[300:]
    assert sum(warm) / len(warm) <= most
    assert sum(size > 0 for size in warm) / len(warm) >= 0.95
