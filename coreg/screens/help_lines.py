"""The parts of the help page as text folded to a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.screens.key_rows import PARTS, key_rows
from coreg.widgets.text import lit, named, stack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.content.help_page import Row, Section
    from coreg.screens.house import House
    from coreg.screens.key_rows import KeyRow

__all__ = ["hanging", "key_table", "section_text"]

_KEYS = 18
"""Cells at most for what is pressed."""
_GAP = 3
_STYLES = {"warn": "$warn", "need": "bold", "detail": "$muted"}
_INDENTS = {"detail": 6, "person": 2}
_SEATS = ("left", "right")


def hanging(first: Content, rest: Content, column: int, width: int) -> list[Content]:
    """Return a cell and a text beside it, folded within the rest of the width."""
    margin = min(column, width // 2)
    folded = rest.wrap(max(1, width - margin)) if rest.cell_length else [rest]
    lead = first.truncate(margin, ellipsis=True)
    lines = [lead.pad_right(margin - lead.cell_length) + folded[0].rstrip()]
    return [*lines, *(part.rstrip().pad_left(margin) for part in folded[1:])]


def section_text(section: Section, width: int) -> Content:
    """Return a part of the page, with its title, in so many cells."""
    lines = [Content.styled(section.title, "bold $both"), Content("")]
    for number, row in enumerate(section.rows):
        if row.kind == "need" or (row.kind in ("text", "warn") and number):
            lines.append(Content(""))
        lines += _row(row, width)
    return stack(lines)


def _row(row: Row, width: int) -> list[Content]:
    text = lit(row.text, _STYLES.get(row.kind, ""), multiline=False)
    if row.kind == "person":
        number, _, name = row.text.partition("  ")
        text = lit(number, "bold", multiline=False) + lit(f"  {name}", multiline=False)
    indent = _INDENTS.get(row.kind, 0)
    return hanging(Content(""), text, indent, width)


def key_table(house: House, width: int) -> Content:
    """Return every key with what it does, under the part of the table it stands in, as the keys are now."""
    parts = {part: key_rows(part, house.keymap) for part in PARTS}
    widest = max(len(row.keys) for rows in parts.values() for row in rows)
    column = min(_KEYS, widest) + _GAP
    return stack(line for part, rows in parts.items() for line in _part(house, part, rows, column, width))


def _part(house: House, part: str, rows: tuple[KeyRow, ...], column: int, width: int) -> Iterator[Content]:
    title = Content.styled(say(f"keys.parts.{part}"), "$muted")
    yield Content("")
    if part in _SEATS:
        seat = house.seat(part)
        title = title + Content("  ") + named(seat, house.name(seat))
    yield title
    for row in rows:
        yield from hanging(Content.styled(row.keys, "bold"), Content(row.what), column, width)
