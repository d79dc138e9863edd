"""A page to read: blocks of text folded to a column, of which one can be chosen."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING, Protocol

from textual.content import Content

from coreg.widgets.rows import Rows
from coreg.widgets.text import COLUMN

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from coreg.widgets.rows import Row

__all__ = ["GAP", "Block", "Head", "Page", "Text", "Two"]

_BETWEEN = 4
"""Cells between two columns."""


class Block(Protocol):
    """Something that can be laid out in so many cells."""

    @property
    def key(self) -> Hashable | None:
        """What it belongs to; None when it cannot be chosen."""

    def lines(self, width: int) -> Sequence[Content]:
        """Return its lines, none of them wider than the width."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text behind a lead: the lead stands on the first line, and all lines begin below each other."""

    text: Content
    key: Hashable | None = None
    lead: Content = field(default_factory=lambda: Content(""))
    indent: int = 0

    def lines(self, width: int) -> Sequence[Content]:
        """Fold the text beside its lead; a lead that is too long stands above it."""
        indent = min(self.indent, width // 2)
        lead = self.lead.truncate(width, ellipsis=True)
        first, *rest = _folded(self.text, max(1, width - indent))
        below = [row.pad_left(indent) for row in rest]
        if lead.cell_length >= max(1, indent):
            return [lead, first.pad_left(indent), *below]
        return [Content("").join([lead.pad_right(indent - lead.cell_length), first]), *below]


@dataclass(frozen=True, slots=True)
class Head:
    """A title and what is said beside it; below it where there is no room beside it."""

    title: Content
    beside: Content
    key: Hashable | None = None

    def lines(self, width: int) -> Sequence[Content]:
        """Put both on one line if they fit."""
        line = Content("   ").join([self.title, self.beside])
        return (
            [line]
            if line.cell_length <= width
            else [*_folded(self.title, width), *_folded(self.beside, width)]
        )


GAP = Text(Content(""))
"""An empty line."""


@dataclass(frozen=True, slots=True)
class Two:
    """Two columns of texts side by side; one below the other in fewer cells than ``least``."""

    left: tuple[Text, ...]
    right: tuple[Text, ...]
    key: Hashable | None = None
    least: int = 56

    def lines(self, width: int) -> Sequence[Content]:
        """Lay out each column in its half."""
        if width < self.least:
            return [row for text in (*self.left, GAP, *self.right) for row in text.lines(width)]
        half = (width - _BETWEEN) // 2
        columns = ([row for text in side for row in text.lines(half)] for side in (self.left, self.right))
        start = width - half
        return [
            Content("").join([one.pad_right(start - one.cell_length), two])
            for one, two in zip_longest(*columns, fillvalue=Content(""))
        ]


def _folded(text: Content, width: int) -> Sequence[Content]:
    return [row.rstrip() for row in text.wrap(width)] if text.cell_length else [text]


class Page(Rows[Content]):
    """Blocks below each other, laid out anew when the width changes."""

    DEFAULT_CSS = """
    Page { color: $foreground; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Begin empty, with nothing shown as chosen."""
        super().__init__(lambda line, _width: line, id=id, marked=False)
        self._blocks: Sequence[Block] = ()
        self._width = 0

    def put(self, blocks: Sequence[Block], *, again: bool = False) -> None:
        """Show these blocks from the top, or where one was (``again``)."""
        self._blocks = blocks
        self._width = self.size.width
        rows = self._laid_out()
        if again:
            self.show(rows)
        else:
            self.show_from_top(rows)

    def on_resize(self) -> None:
        """Lay out anew for another width."""
        if self.size.width != self._width:
            self._width = self.size.width
            self.show(self._laid_out())
        super().on_resize()

    def _laid_out(self) -> list[Row[Content]]:
        width = max(1, min(COLUMN, self._width - 2))
        return [(block.key, line) for block in self._blocks for line in block.lines(width)]
