"""Blocks of a page: whatever stands in them, no line is wider than its column and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from coreg.record.text import clean
from coreg.widgets.blocks import GAP, Block, Head, Text, Two
from coreg.widgets.text import lit

words = st.text(max_size=120)


def plain(block: Block, width: int) -> list[str]:
    """Return the lines of a block as text."""
    return [line.plain for line in block.lines(width)]


@given(text=words, lead=st.text(max_size=20), indent=st.integers(0, 24), width=st.integers(4, 80))
def test_lines_fit_whatever_is_in_them(text: str, lead: str, indent: int, width: int) -> None:
    blocks: tuple[Block, ...] = (
        Text(lit(text), None, lit(lead, multiline=False), indent),
        Two((Text(lit(text)),), (Text(lit(lead)), Text(lit(text)))),
        Head(lit(lead, multiline=False), lit(text, multiline=False)),
    )
    for block in blocks:
        for line in block.lines(width):
            assert line.cell_length <= width


@given(text=words, width=st.integers(2, 80))
def test_nothing_but_blanks_is_lost_when_a_text_is_folded(text: str, width: int) -> None:
    folded = "".join(plain(Text(lit(text)), width))
    assert "".join(folded.split()) == "".join(clean(text).split())


def test_lead_stands_on_the_first_line_and_the_rest_begins_below_the_text() -> None:
    text = Text(Content("one two three"), None, Content("Jo"), 6)
    assert plain(text, 14) == ["Jo    one two", "      three"]


def test_lead_stands_above_when_it_is_too_long() -> None:
    assert plain(Text(Content("one"), None, Content("A long name"), 6), 20) == ["A long name", "      one"]


@pytest.mark.parametrize(("width", "lines"), [(60, 2), (30, 5)])
def test_columns_stand_below_each_other_when_there_is_no_room(width: int, lines: int) -> None:
    left = (Text(Content("came")), Text(Content("well")))
    right = (Text(Content("left")), Text(Content("better")))
    assert len(plain(Two(left, right), width)) == lines


def test_gap_is_one_empty_line() -> None:
    assert plain(GAP, 10) == [""]
