"""Lines of plain mode as they are written: folded to a window, one each where there is none."""

from __future__ import annotations

import io
import os
import sys

import pytest

from coreg.commands.plainly import _put

LINE = "Mina, just listen. Jo, take your time."


class Window(io.StringIO):
    """Standard output in a window, or in none."""

    def __init__(self, *, there: bool = True) -> None:
        super().__init__()
        self.there = there

    def isatty(self) -> bool:
        return self.there

    def fileno(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (80, [LINE]),
        (26, ["Mina, just listen. Jo,", "take your time."]),
        (5, ["Mina, just listen.", "Jo, take your time."]),
        (0, [LINE]),
    ],
)
def test_a_line_is_folded_to_the_window(
    monkeypatch: pytest.MonkeyPatch, columns: int, rows: list[str]
) -> None:
    window = Window()
    monkeypatch.setattr(sys, "stdout", window)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    _put(LINE)
    assert window.getvalue().splitlines() == rows


def test_where_there_is_no_window_a_line_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = Window(there=False)
    monkeypatch.setattr(sys, "stdout", pipe)
    _put(LINE * 9)
    assert pipe.getvalue() == f"{LINE * 9}\n"
