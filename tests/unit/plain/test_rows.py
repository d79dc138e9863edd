"""A line as rows of a window: folded between words, counted in cells, and nothing of it lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.plain.line import cells, letters
from coreg.plain.rows import folded

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
LETTERS = st.sampled_from(["a", "word", " ", "  ", "山", "見る", "é", "e\u0301", FAMILY, "🌙", "’", "-"])


@pytest.mark.parametrize(
    ("line", "columns", "rows"),
    [
        ("Mina, just listen.", 80, ["Mina, just listen."]),
        ("Mina, just listen.", 10, ["Mina, just", "listen."]),
        ("Mina, just listen.", None, ["Mina, just listen."]),
        ("窓の外を見る", 6, ["窓の外", "を見る"]),
        ("Jo: 窓の外を", 9, ["Jo: ", "窓の外を"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        (f"a {FAMILY}{FAMILY}", 6, ["a", FAMILY, FAMILY]),
        ("e\u0301" * 5, 3, ["e\u0301" * 3, "e\u0301" * 2]),
        ("", 10, [""]),
    ],
)
def test_a_line_is_folded_between_words(line: str, columns: int | None, rows: list[str]) -> None:
    assert [row.rstrip() for row in folded(line, columns)] == [row.rstrip() for row in rows]


def test_what_is_set_in_stays_set_in() -> None:
    assert folded("  1  the porch light", 12, "  ") == ["  1  the", "  porch", "  light"]
    assert folded("  unbreakable", 8, "  ") == ["  unbrea", "kable"]


@given(pieces=st.lists(LETTERS, max_size=30), columns=st.integers(8, 20))
def test_no_row_is_wider_than_the_window_and_no_letter_is_lost_or_broken(
    pieces: list[str], columns: int
) -> None:
    line = "".join(pieces)
    rows = folded(line, columns)
    assert all(cells(row) <= columns for row in rows)
    assert "".join(rows).replace(" ", "") == line.replace(" ", "")
    assert [one for row in rows for one in letters(row) if one != " "] == [
        one for one in letters(line) if one != " "
    ]
