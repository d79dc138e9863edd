"""User text is always literal: no markup, no control codes. Names keep their person's colour."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from textual.content import Content

from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["COLUMN", "SEAT_STYLE", "centred", "centred_rows", "fill", "key_hint", "lit", "named", "stack"]

COLUMN = 72
"""Cells that a column of text has at most; on a wide terminal the margins grow, not the lines."""

SEAT_STYLE: Mapping[str, str] = {"a": "$seat-a", "b": "$seat-b"}
"""The colour of each person, as a style."""


def lit(text: str, style: str = "", *, multiline: bool = True) -> Content:
    """Return somebody's text exactly as it is, whatever it looks like."""
    cleaned = clean(text, multiline=multiline)
    return Content.styled(cleaned, style) if style else Content(cleaned)


def named(seat: str, name: str, *, bold: bool = True) -> Content:
    """Return a name in its person's colour."""
    return lit(name, f"bold {SEAT_STYLE[seat]}" if bold else SEAT_STYLE[seat], multiline=False)


def fill(words: str, parts: Mapping[str, Content], style: str = "") -> Content:
    """Return words with ``{names}`` filled by content; what is filled in is never looked at again."""
    pieces: list[Content] = []
    for text, name, _spec, _conversion in Formatter().parse(words):
        pieces.append(Content.styled(text, style) if style else Content(text))
        if name is not None:
            pieces.append(parts.get(name, Content(name)))
    return Content("").join(pieces)


def key_hint(key: str, what: str, *, key_style: str = "$both", style: str = "$muted") -> Content:
    """Return a key and what it does."""
    return Content.assemble((key, key_style), " ", (what, style))


def stack(lines: Iterable[Content]) -> Content:
    """Return lines one below the other."""
    return Content("\n").join(lines)


def centred(lines: Iterable[Content], width: int) -> Content:
    """Return lines folded to a column and centred one by one in so many cells."""
    return stack(centred_rows(lines, width))


def centred_rows(lines: Iterable[Content], width: int) -> list[Content]:
    """Return the rows of lines that are folded to a column, each centred in so many cells."""
    column = max(1, min(COLUMN, width))
    rows = (row for line in lines for row in _folded(line, column))
    return [row.pad_left(max(0, (width - row.cell_length) // 2)) for row in rows]


def _folded(line: Content, column: int) -> list[Content]:
    """Fold a line that is too long; one that fits keeps the blanks it was laid out with."""
    if line.cell_length <= column and "\n" not in line.plain:
        return [line]
    return [part.rstrip() for part in line.wrap(column)]
