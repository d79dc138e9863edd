"""The disc as cells, without a terminal."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from textual.color import Color
from textual.filter import Monochrome

from coreg.practice.breath import Pattern, breath_at
from coreg.theme import ROLES
from coreg.widgets.cells import CellRow
from coreg.widgets.disc_drawing import DiscDrawing
from coreg.widgets.paint import InkPaint, Paint
from coreg.widgets.slow_bar import BarDrawing

EASY = Pattern("easy46", 4.0, 0.0, 6.0, 0.0)
PAINTS = {
    name: Paint(Color.parse(role["background"]), Color.parse(role["both"]), Color.parse(role["faint"]))
    for name, role in ROLES.items()
}
NIGHT = PAINTS["night"]

fills = st.floats(min_value=0.0, max_value=1.0)


def rows(drawing: DiscDrawing | BarDrawing) -> list[CellRow]:
    """Take every row of a drawing."""
    return [drawing.canvas.row(y) for y in range(drawing.canvas.height)]


def looks(drawing: DiscDrawing | BarDrawing) -> list[list[Segment]]:
    """Return what every cell looks like."""
    return [list(row) for row in rows(drawing)]


def brightness(drawing: DiscDrawing, x: int, y: int) -> float:
    """Return how bright the ground of a cell is."""
    style = list(drawing.canvas.row(y))[x].style
    assert style is not None
    assert style.bgcolor is not None
    return Color.from_rich_color(style.bgcolor).brightness


def frames(drawing: DiscDrawing, rate: int) -> Iterator[int]:
    """Breathe for a whole breath and give the bytes of each frame; the disc is warm before."""
    now = rows(drawing)
    for frame in range(1, 2 * rate * 10 + 1):
        before = now
        drawing.move(breath_at(EASY, frame / rate).fill)
        now = rows(drawing)
        if frame > rate * 10:
            yield sum(
                len(row.written(*stretch, ColorSystem.TRUECOLOR).encode()) + len("\x1b[12;34H")
                for row, old in zip(now, before, strict=True)
                if row is not old
                for stretch in row.changed
            )


@pytest.mark.parametrize(("width", "height"), [(0, 0), (1, 1), (7, 3), (20, 8), (21, 9), (80, 17)])
@settings(max_examples=20)
@given(path=st.lists(fills, min_size=1, max_size=4), last=fills)
def test_disc_looks_the_same_when_it_comes_from_anywhere(
    width: int, height: int, path: list[float], last: float
) -> None:
    wandered = DiscDrawing(width, height, NIGHT)
    for fill in [*path, last]:
        wandered.move(fill)
    assert looks(wandered) == looks(DiscDrawing(width, height, NIGHT, last))


@pytest.mark.parametrize(("width", "height"), [(20, 8), (81, 17), (120, 34)])
def test_rows_tell_exactly_what_changed_when_the_breath_moves(width: int, height: int) -> None:
    drawing = DiscDrawing(width, height, NIGHT, 0.1)
    before = rows(drawing)
    for fill in (0.2, 0.5, 1.0, 0.99, 0.3):
        drawing.move(fill)
        expected = {y for y, row in enumerate(before) if list(row) != drawing.canvas._cells[y]}
        assert expected <= set(drawing.canvas.changed)
        now = rows(drawing)
        for old, new in zip(before, now, strict=True):
            assert (new is old) or new.after == old.serial
            changed = (
                {x for start, end in new.changed for x in range(start, end)} if new is not old else set()
            )
            different = {x for x, pair in enumerate(zip(old, new, strict=True)) if pair[0] is not pair[1]}
            assert different <= changed
        before = now


def test_rows_stay_the_same_objects_when_nothing_moves() -> None:
    drawing = DiscDrawing(80, 17, NIGHT, 0.4)
    before = rows(drawing)
    drawing.move(0.4)
    assert not drawing.canvas.changed
    assert all(new is old for new, old in zip(rows(drawing), before, strict=True))


@pytest.mark.parametrize(("width", "height"), [(80, 17), (81, 18), (200, 51)])
def test_inside_never_flickers_when_the_edge_is_far(width: int, height: int) -> None:
    drawing = DiscDrawing(width, height, NIGHT, 0.5)
    middle, centre = height // 2, width // 2
    core = range(centre - 1, centre + 2)
    before = [list(drawing.canvas.row(middle))[x] for x in core]
    for fill in (0.55, 0.7, 1.0, 0.6):
        drawing.move(fill)
        assert [list(drawing.canvas.row(middle))[x] for x in core] == before


@pytest.mark.parametrize("theme", ["night", "day"])
def test_disc_is_faint_in_the_centre_and_strong_at_the_rim(theme: str) -> None:
    drawing = DiscDrawing(112, 25, PAINTS[theme], 1.0)
    ground = PAINTS[theme].background.brightness
    line = [abs(brightness(drawing, x, 12) - ground) for x in range(112)]
    room, centre, rim = line[2], line[56], max(line)
    assert room == 0
    assert room < centre < rim
    assert line.index(rim) in range(33, 42)


@pytest.mark.parametrize(("width", "height"), [(80, 18), (112, 25)])
def test_disc_is_round_when_cells_are_twice_as_high_as_wide(width: int, height: int) -> None:
    drawing = DiscDrawing(width, height, NIGHT, 0.7)
    full = NIGHT.background.brightness + 0.15
    across = sum(brightness(drawing, x, height // 2) > full for x in range(width))
    down = sum(brightness(drawing, width // 2, y) > full for y in range(height))
    assert across == pytest.approx(2 * down, abs=3)


def test_ring_stands_still_when_the_disc_moves() -> None:
    drawing = DiscDrawing(80, 17, NIGHT, 0.0)
    ring = [
        (x, y) for y, row in enumerate(rows(drawing)) for x, cell in enumerate(row) if cell.text > "\u2800"
    ]
    assert len(ring) > 30
    dots = [list(drawing.canvas.row(y))[x] for x, y in ring]
    drawing.move(1.0)
    assert [list(drawing.canvas.row(y))[x] for x, y in ring] == dots


@pytest.mark.parametrize(("width", "height", "most"), [(80, 17, 2000), (120, 34, 6000)])
def test_a_frame_writes_little_when_a_whole_breath_passes(width: int, height: int, most: int) -> None:
    sizes = list(frames(DiscDrawing(width, height, NIGHT), 30))
    assert sum(sizes) / len(sizes) <= most


@pytest.mark.parametrize(("width", "height", "rate", "least"), [(120, 34, 30, 0.97), (80, 17, 60, 0.8)])
def test_frames_differ_from_each_other_when_a_whole_breath_passes(
    width: int, height: int, rate: int, least: float
) -> None:
    sizes = list(frames(DiscDrawing(width, height, NIGHT), rate))
    assert sum(size > 0 for size in sizes) / len(sizes) >= least


def test_plain_paint_uses_spaces_and_full_stops_only() -> None:
    paint = Paint(NIGHT.background, NIGHT.colour, NIGHT.faint, plain=True)
    drawing = DiscDrawing(60, 20, paint, 0.6)
    assert {cell.text for row in rows(drawing) for cell in row} == {" ", "."}


def test_ink_paint_shows_the_disc_when_there_are_no_colours() -> None:
    colours = (NIGHT.background, NIGHT.colour, NIGHT.faint)
    line = "".join(cell.text for cell in DiscDrawing(60, 20, InkPaint(*colours), 0.6).canvas.row(9))
    assert {"▒", "▓"} <= set(line)
    ascii_only = DiscDrawing(60, 20, InkPaint(*colours, plain=True), 0.6)
    assert {cell.text for row in rows(ascii_only) for cell in row} == {" ", ".", "#", "+", ":"}


def test_filters_are_applied_when_the_paint_has_some() -> None:
    paint = Paint(NIGHT.background, NIGHT.colour, NIGHT.faint, filters=(Monochrome(),))
    for row in rows(DiscDrawing(40, 12, paint, 0.6)):
        for cell in row:
            assert cell.style is not None
            for colour in (cell.style.color, cell.style.bgcolor):
                assert colour is None or len(set(Color.from_rich_color(colour).rgb)) == 1


@pytest.mark.parametrize("theme", ["night", "day"])
def test_sixteen_colours_leave_the_disc_calm(theme: str) -> None:
    drawing = DiscDrawing(112, 25, PAINTS[theme], 0.8)
    seen = {
        colour.downgrade(ColorSystem.STANDARD).number
        for row in rows(drawing)
        for cell in row
        if cell.style is not None
        for colour in (cell.style.color, cell.style.bgcolor)
        if colour is not None
    }
    assert seen <= {0, 7, 8, 15}
    assert len(seen) >= 3


@pytest.mark.parametrize("width", [0, 1, 20, 41, 64])
@given(path=st.lists(fills, min_size=1, max_size=4), last=fills)
def test_bar_looks_the_same_when_it_comes_from_anywhere(width: int, path: list[float], last: float) -> None:
    wandered = BarDrawing(width, 3, NIGHT)
    for fill in [*path, last]:
        wandered.move(fill)
    assert looks(wandered) == looks(BarDrawing(width, 3, NIGHT, last))


def test_bar_grows_to_both_sides_alike() -> None:
    def widths(fill: float) -> tuple[int, int]:
        track = NIGHT.track().rich_color
        cells = list(BarDrawing(64, 1, NIGHT, fill).canvas.row(0))
        full = [cell.text == " " and cell.style is not None and cell.style.bgcolor != track for cell in cells]
        return sum(full[:32]), sum(full[32:])

    grown = [widths(fill / 10) for fill in range(11)]
    assert all(left == right for left, right in grown)
    assert all(here < there for here, there in pairwise(grown))
    assert grown[-1] == (32, 32)
