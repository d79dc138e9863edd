"""Pictures made of single cells."""

import io

from rich.color import ColorSystem
from rich.console import Console
from textual.color import Color
from textual.filter import Monochrome

from coreg.widgets.cells import Canvas, cell

BLACK, RED, BLUE = Color(0, 0, 0), Color(255, 0, 0), Color(0, 0, 255)
EMPTY = cell(" ", BLACK, BLACK)
STAR = cell("*", RED, BLACK)
WAVE = cell("~", RED, BLACK)
DOT = cell(".", BLUE, BLACK)


def test_cell_is_the_same_object_for_the_same_look() -> None:
    star = cell("*", RED, BLACK)
    assert cell("*", RED, BLACK) is star
    assert cell(" ", RED, BLACK) == cell(" ", BLUE, BLACK)
    assert WAVE.style is STAR.style


def test_cell_is_reversed_when_asked_even_where_it_is_blank() -> None:
    style = cell(" ", RED, BLACK, reverse=True).style
    assert style is not None
    assert style.reverse
    assert style.color == RED.rich_color


def test_cell_goes_through_the_filters() -> None:
    style = cell("*", RED, BLACK, (Monochrome(),)).style
    assert style is not None
    assert style.color is not None
    assert len(set(Color.from_rich_color(style.color).rgb)) == 1


def test_canvas_begins_with_empty_rows_that_follow_nothing() -> None:
    canvas = Canvas(4, 2, EMPTY)
    assert [canvas.row(y).text for y in range(2)] == ["    ", "    "]
    assert canvas.row(0).after == 0
    assert canvas.changed == range(0)


def test_canvas_row_follows_the_one_before_and_tells_the_stretches() -> None:
    canvas = Canvas(12, 1, EMPTY)
    first = canvas.row(0)
    canvas.put(0, [(9, DOT), (1, STAR), (3, STAR)])
    second = canvas.row(0)
    assert second.after == first.serial != second.serial
    # One column between two is taken along, five are not.
    assert [tuple(stretch) for stretch in second.changed] == [(1, 4), (9, 10)]
    assert second.text == " * *     .  "


def test_canvas_gathers_what_changed_when_nobody_took_the_row_in_between() -> None:
    canvas = Canvas(12, 3, EMPTY)
    first = canvas.row(1)
    canvas.put(1, [(1, STAR)])
    canvas.put(1, [(8, DOT)])
    canvas.put(2, [(0, DOT)])
    assert canvas.changed == range(1, 3)
    row = canvas.row(1)
    assert row.after == first.serial
    assert [tuple(stretch) for stretch in row.changed] == [(1, 2), (8, 9)]
    assert canvas.changed == range(2, 3)


def test_canvas_changes_nothing_when_a_cell_already_looks_like_that() -> None:
    canvas = Canvas(4, 1, EMPTY)
    before = canvas.row(0)
    canvas.put(0, [(0, EMPTY), (3, EMPTY)])
    assert canvas.changed == range(0)
    assert canvas.row(0) is before


def test_canvas_row_stays_as_it_was_when_the_canvas_goes_on() -> None:
    canvas = Canvas(4, 1, EMPTY)
    before = canvas.row(0)
    canvas.put(0, [(0, STAR)])
    assert before.text == "    "
    assert canvas.row(0).text == "*   "


def test_row_writes_neighbours_of_one_style_together() -> None:
    canvas = Canvas(4, 1, EMPTY)
    canvas.put(0, [(0, STAR), (1, WAVE), (2, DOT)])
    row = canvas.row(0)
    written = row.written(0, 3, ColorSystem.TRUECOLOR)
    assert written == "\x1b[38;2;255;0;0;48;2;0;0;0m*~\x1b[0m\x1b[38;2;0;0;255;48;2;0;0;0m.\x1b[0m"
    assert row.written(2, 2, ColorSystem.TRUECOLOR) == ""
    console = Console(file=io.StringIO(), color_system="truecolor", force_terminal=True)
    assert row.render(console) == row.written(0, 4, ColorSystem.TRUECOLOR)


def test_row_is_cut_like_any_strip_when_others_cut_it() -> None:
    canvas = Canvas(6, 1, EMPTY)
    canvas.put(0, [(0, STAR), (1, WAVE), (5, DOT)])
    row = canvas.row(0)
    assert row.divide([6]) == [row]
    assert [part.text for part in row.divide([2, 6])] == ["*~", "   ."]
    assert row.crop(1, 6).text == "~   ."
