"""The words above a breath: one word and the seconds, or one of each for both, where their breaths are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.widgets.text import named

if TYPE_CHECKING:
    from coreg.practice.breath import Breath
    from coreg.widgets.steps.view import View

__all__ = ["CLOSEST", "Line", "hint_line", "one_line", "two_line"]

_NAME, _WORD, _NUMBER = 12, 5, 3
CLOSEST = 13
"""Cells from the middle of the screen to the middle of the words of one person, at least."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one breath: a word and a number, each of which may be missing."""

    word: str = ""
    number: str = ""

    @classmethod
    def of(cls, breath: Breath, *, hummed: bool = False) -> Line:
        """Return the word and the seconds of a breath; nothing where it has no cues."""
        if breath.phase == "free":
            return cls()
        word = "hum" if hummed and breath.phase == "out" else breath.phase
        return cls(say(f"breathe.word.{word}"), str(breath.seconds or ""))


def one_line(line: Line, hint: str = "") -> Content:
    """Return the word and the seconds of a breath that is both's, and what to know beside them."""
    if not line.word:
        return Content.styled(hint, "$muted")
    return Content.assemble(
        (line.word.rjust(_WORD), "bold"),
        "  ",
        (line.number.ljust(_NUMBER), "$both"),
        "  ",
        (hint, "$muted"),
    )


def two_line(view: View, lines: tuple[Line, Line], width: int, apart: int) -> Content:
    """Return the words of a and b with their names, each above the own side.

    Args:
        view: who sits where.
        lines: what is said of a and of b.
        width: of the screen in cells.
        apart: cells from the middle of the screen to the middle of each.
    """
    a, b = lines
    left, right = (_block(view, seat, a if seat == "a" else b) for seat in (view.left, view.right))
    start = max(0, width // 2 - apart - left.cell_length // 2)
    second = max(start + left.cell_length + 1, width // 2 + apart - right.cell_length // 2)
    return left.pad_left(start) + right.pad_left(second - start - left.cell_length)


def _block(view: View, seat: str, line: Line) -> Content:
    name = named(seat, view.names[seat == "b"], bold=False).truncate(_NAME, ellipsis=True)
    return Content.assemble(
        name, "  ", (line.word.ljust(_WORD), "bold"), " ", (line.number.ljust(_NUMBER - 1), "$both")
    )


def hint_line(hint: str, *, noticed: bool) -> Content:
    """Return a hint; a tap that was just noticed is a dot in the middle, on both sides, whoever tapped."""
    dot = "·" if noticed else " "
    if not hint:
        return Content.styled(dot, "$both")
    return Content.assemble((dot, "$both"), (f" {hint} ", "$muted"), (dot, "$both"))
