"""A line that is typed stands on a terminal as it is, whatever is typed and taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.plain.fields import ParkField
from coreg.plain.line import Line, cells, echoed, pasted
from coreg.practice.sitting import Parked, Parking
from coreg.record.text import LINE_LIMIT, clean

KEYS = st.one_of(st.characters(), st.sampled_from(["space", "backspace", "ctrl+u", "ctrl+w", "up", "f5"]))


def typed(*keys: str) -> Line:
    line = Line()
    for key in keys:
        line = line.press(key) or line
    return line


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("hi", "hi"),
        (["h", "i", "space", "J", "o", "backspace"], "hi J"),
        (["h", "i", "space", "J", "o", "ctrl+w"], "hi "),
        (["h", "i", "ctrl+w"], ""),
        (["h", "i", "ctrl+u", "o"], "o"),
        (["e", "\u0301", "x", "backspace"], "é"),
        (["x", "👩", "\u200d", "🚀", "backspace"], "x"),
        (["\x1b", "\u202e", "a"], "a"),
        (["backspace"], ""),
    ],
)
def test_letters_are_added_and_taken_back(keys: list[str], text: str) -> None:
    assert typed(*keys).text == text


@pytest.mark.parametrize("key", ["escape", "f9", "up", "tab", "enter"])
def test_other_keys_are_none_of_a_lines(key: str) -> None:
    assert Line("x").press(key) is None


def test_what_does_not_fit_is_not_taken_and_it_is_known() -> None:
    full = Line("x" * LINE_LIMIT)
    more = full.press("y")
    assert more is not None
    assert (more.text, more.full) == (full.text, True)
    assert typed(*["x"] * 3, "backspace").full is False


def shown(sent: str, columns: int) -> list[str]:
    """Return the rows of a terminal that was sent something, where no letter is wide."""
    rows, at = [""], 0
    for one in sent:
        if one == "\b":
            at = max(0, at - 1)
        elif one == "\n":
            rows.append("")
            at = 0
        else:
            if at == columns:
                rows.append("")
                at = 0
            rows[-1] = rows[-1][:at] + one + rows[-1][at + 1 :]
            at += 1
    return rows


@given(st.lists(st.sampled_from([*"abc", "space", "backspace", "ctrl+u", "ctrl+w"]), max_size=60))
def test_the_terminal_shows_what_is_there(keys: list[str]) -> None:
    columns, line, sent = 10, Line(), ""
    for key in keys:
        after = line.press(key) or line
        sent += echoed(line.text, after.text, columns)
        line = after
    last = "".join(shown(sent, columns))
    assert last.rstrip().endswith(line.text.rstrip())


@given(st.lists(KEYS, max_size=30))
def test_nothing_is_ever_sent_that_a_terminal_obeys_but_going_back_and_on(keys: list[str]) -> None:
    line = Line()
    for key in keys:
        after = line.press(key) or line
        sent = echoed(line.text, after.text, 40)
        assert clean(after.text, multiline=False) == after.text
        assert not set(sent) & set("\x1b\x07\r\x9b")
        line = after


def test_a_wide_letter_takes_two_cells_and_a_mark_none() -> None:
    assert (cells("漢"), cells("e\u0301"), cells("ab")) == (2, 1, 2)
    assert echoed("漢", "", None) == "\b\b  \b\b"


def test_over_the_end_of_a_row_it_is_written_anew() -> None:
    assert echoed("abcd", "abc", 4) == "\nabc"
    assert echoed("abcde", "abcd", 4) == "\b \b"
    assert echoed("abcdefghi", "", 4) == "\n"


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (["a", "enter", "b", "c"], ["a", "space", "b", "c"]),
        (["a", "enter", "j"], ["a", "enter", "j"]),
        (["a", "enter", "escape", "b"], ["a", "enter", "escape", "b"]),
        (["a", "enter"], ["a", "enter"]),
    ],
)
def test_lines_that_were_pasted_are_one_line(keys: list[str], found: list[str]) -> None:
    assert pasted(keys) == found


def test_what_is_typed_to_be_parked_is_told_letter_by_letter_and_typed_on_later() -> None:
    field = ParkField("ask m")
    assert field.typed(1.0) == Parking(1.0, "ask m")
    assert field.entered(2.0) == field.left(2.0) == Parked(2.0, "ask m")
    assert ParkField("").entered(2.0) is None
