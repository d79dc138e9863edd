"""Text in cells: nothing is wider than it may be, and nothing is parted that belongs together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from coreg.insight.folding import ELLIPSIS, cut, folded, letters
from tests.unit.insight.mapped import LABELS


@given(LABELS, st.integers(2, 40), st.integers(1, 6))
def test_lines_fit_and_hold_the_whole_text_as_far_as_there_are_lines(
    text: str, width: int, most: int
) -> None:
    lines = folded(text, width, most, cell_len)
    assert len(lines) <= most
    assert all(cell_len(line) <= width for line in lines)
    bare = "".join(word.strip("\u200d") for word in text.split())
    kept = "".join("".join(lines).split())
    if len(folded(text, width, 100, cell_len)) <= most:
        assert kept == bare
    else:
        assert kept.endswith(ELLIPSIS)
        assert bare.startswith(kept.removesuffix(ELLIPSIS))


@given(LABELS, st.integers(1, 40))
def test_what_is_cut_fits_and_says_so(text: str, width: int) -> None:
    shown = cut(text, width, cell_len)
    assert cell_len(shown) <= width
    assert shown.endswith(ELLIPSIS) or cell_len(f" {shown} ") == cell_len(shown) + 2
    assert shown.endswith(ELLIPSIS) or len(shown) >= len(text) - text.count("\u200d")


@given(LABELS)
def test_letters_are_the_whole_text(text: str) -> None:
    assert "".join(letters(text, cell_len)) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ab", ["a", "b"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👩‍👩‍👧x", ["👩‍👩‍👧", "x"]),
        ("👍🏽❤️", ["👍🏽", "❤️"]),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("", []),
    ],
)
def test_what_belongs_together_stays_together(text: str, parts: list[str]) -> None:
    assert list(letters(text, cell_len)) == parts


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("one two three", 7, 3, ("one two", "three")),
        ("one two three", 7, 1, ("one tw…",)),
        ("one\n two", 20, 3, ("one two",)),
        ("abcdefgh ij", 4, 3, ("abcd", "efgh", "ij")),
        ("山田山田", 5, 3, ("山田", "山田")),
        ("a\u200d \u200db", 5, 3, ("a b",)),
        ("", 5, 3, ("",)),
        ("   ", 5, 3, ("",)),
    ],
)
def test_lines_break_between_words(text: str, width: int, most: int, lines: tuple[str, ...]) -> None:
    assert folded(text, width, most, cell_len) == lines
