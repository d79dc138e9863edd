"""A loop in signs, without a terminal."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coreg.insight.loop_forms import lay_out
from coreg.insight.loop_picture import Picture
from coreg.terminal.signs import in_ascii
from coreg.widgets.loop_drawing import ROLES, drawn
from tests.unit.insight.mapped import picture, pictures

STORM = """\
╭ notices ─────╮         ╭ thinks ──────╮         ╭ feels ───────╮         ╭ does ────────╮
│ a sigh       ├────────▸│ not again    ├────────▸│ small        ├────────▸│ goes quiet   │
╰──────────────╯         ╰──────────────╯         ╰──────────────╯         ╰───────┬──────╯
        ▲                                                                          │
        │                                             ◇ slower                     │
        │                                                                          │
        │                                                                          ▼
╭ does ─┴──────╮         ╭ feels ───────╮         ┏ thinks ━━━━━━┓         ╭ notices ─────╮
│ goes quiet   │◂────────┤ small        │◂────────┨ not again    ┃◂────────┤ a sigh       │
╰──────────────╯         ╰──────────────╯         ┗━━━━━━━━━━━━━━┛         ╰──────────────╯"""

IN_ASCII = """\
    . notices -----.        . notices -----.
.-->| a sigh       |   ....>| a sigh       |
|   | does --------|   :    | does --------|
|   | x            |...'    | x            |
|   '--------------'        '-------+------'
|           .-----------------------'
|           v
|   . notices -----.        + notices =====+
|   | a sigh       |   ....>| a sigh       |
|   | does --------|   :    | does --------|
|   | x            |...'    | x            |
|   '--------------'        +=======+======+
'-----------------------------------'"""


def rows(shown: Picture, width: int, at: int | None = None) -> list[str]:
    """Return what stands in every row."""
    found = []
    for pieces in drawn(lay_out(shown, width, 10, cell_len), cell_len, at):
        row = ""
        for piece in pieces:
            row += " " * (piece.x - cell_len(row)) + piece.text
        found.append(row.rstrip())
    return found


def test_a_loop_of_two_moves_is_a_ring() -> None:
    assert "\n".join(rows(picture(ways=[(0, "slower")]), 106, 5)) == STORM


def test_what_not_both_see_is_dotted_and_all_of_it_can_be_read_in_ascii() -> None:
    turns = picture({"notices": "a sigh", "does": "x"}, 4).turns
    half = Picture(tuple(replace(turn, nodded=turn.owner == "b") for turn in turns))
    assert [in_ascii(row).rstrip() for row in rows(half, 58, 3)] == IN_ASCII.splitlines()


@given(pictures(), st.sampled_from([58, 78, 106]), st.integers(0, 30))
def test_pieces_stand_beside_each_other_and_all_have_a_look(shown: Picture, width: int, at: int) -> None:
    layout = lay_out(shown, width, 20, cell_len)
    found = drawn(layout, cell_len, at)
    assert len(found) == layout.height
    for pieces in found:
        assert {piece.role for piece in pieces} <= {*ROLES, "blank"}
        assert all(piece.text for piece in pieces)
        assert all(one.x + cell_len(one.text) <= other.x for one, other in pairwise(pieces))
        assert not pieces or pieces[-1].x + cell_len(pieces[-1].text) <= layout.width


@given(pictures(), st.sampled_from([58, 78, 106]))
def test_every_way_has_one_head_and_no_loose_end(shown: Picture, width: int) -> None:
    layout = lay_out(shown, width, 20, cell_len)
    signs = [piece.text for row in drawn(layout, cell_len) for piece in row if piece.role.startswith("edge")]
    assert sum(signs.count(head) for head in "▸◂▼▲") == len(layout.edges)
    ways = sum(len(edge.cells) for edge in layout.edges) - sum(len(edge.marks) for edge in layout.edges)
    assert ways <= len(signs) <= ways + len(layout.edges)


@pytest.mark.parametrize("at", range(8))
def test_only_the_box_that_is_looked_at_is_heavy(at: int) -> None:
    layout = lay_out(picture(), 78, 20, cell_len)
    heavy = [
        (y, piece.x)
        for y, row in enumerate(drawn(layout, cell_len, at))
        for piece in row
        if piece.role == "at"
    ]
    box = layout.boxes[at]
    assert min(heavy) == (box.top, box.left)
    assert {y for y, _ in heavy} == set(range(box.top, box.bottom))
