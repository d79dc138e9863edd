"""One line being typed, and what a terminal has to be sent so that it stands there as it is. Pure.

The cursor is the terminal's own and always behind the last letter: a letter is sent, or taken back, and
nothing is drawn anew unless a row ends in between.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from coreg.record.text import LINE_LIMIT, clean

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Line", "cells", "echoed", "letters", "pasted"]

_JOINER = "\u200d"
_TAIL = 12
"""Characters at the end that one more can change: a letter, and the marks that may stand on it."""

_BELONGS = ("Mn", "Me", "Cf")
"""Categories of what stands on the letter before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """The text so far, of at most ``most`` characters; ``full`` is whether something did not fit just now."""

    text: str = ""
    most: int = LINE_LIMIT
    full: bool = False

    def press(self, press: str) -> Line | None:
        """Return the line after a press, by its name; None where the press is none of a line's."""
        match press:
            case "backspace":
                text = _without_letter(self.text)
            case "ctrl+w":
                text = self.text.rstrip().rpartition(" ")[0]
                text = f"{text} " if text else ""
            case "ctrl+u":
                text = ""
            case "space":
                text = f"{self.text} "
            case _ if len(press) == 1:
                text = self.text[:-_TAIL] + clean(self.text[-_TAIL:] + press, multiline=False)
            case _:
                return None
        return replace(self, full=True) if len(text) > self.most else replace(self, text=text, full=False)


def _without_letter(text: str) -> str:
    """Return a text without its last letter, and whatever stands on that."""
    while text:
        text, last = text[:-1], text[-1]
        if unicodedata.category(last) not in _BELONGS and not text.endswith(_JOINER):
            break
    return text


def letters(text: str) -> Iterator[str]:
    """Yield the letters of a text, each with whatever stands on it or is joined to it."""
    letter = ""
    for one in text:
        if letter and unicodedata.category(one) not in _BELONGS and not letter.endswith(_JOINER):
            yield letter
            letter = ""
        letter += one
    if letter:
        yield letter


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return sum(_cells(one) for one in text)


def _cells(one: str) -> int:
    if unicodedata.category(one) in _BELONGS:
        return 0
    return 2 if unicodedata.east_asian_width(one) in "WF" else 1


def echoed(before: str, after: str, columns: int | None = None) -> str:
    """Return what makes of a row that shows ``before``, from its first cell on, one that shows ``after``.

    Args:
        before: what stands there.
        after: what is to stand there.
        columns: cells of a row; None where nobody knows. No terminal goes back over the end of one.
    """
    if after.startswith(before):
        return after[len(before) :]
    same = "".join(
        one for one, _ in takewhile(lambda two: two[0] == two[1], zip(before, after, strict=False))
    )
    back = cells(before) - cells(same)
    if columns and back and cells(before) // columns != cells(same) // columns:
        return f"\n{after}"
    gone = "\b" * back
    return f"{gone}{' ' * back}{gone}{after[len(same) :]}"


def pasted(presses: list[str]) -> list[str]:
    """Return presses that came all at once, as one line: an Enter that text follows is no Enter of a hand."""
    found = list(presses)
    for at, press in enumerate(presses):
        behind = presses[at + 1 : at + 3]
        if press == "enter" and len(behind) > 1 and all(len(one) == 1 or one == "space" for one in behind):
            found[at] = "space"
    return found
