"""Pictures made of single cells, of which a few change at a time."""

from __future__ import annotations

from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, Protocol

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console
    from textual.color import Color
    from textual.filter import LineFilter

__all__ = ["Canvas", "CellRow", "Ground", "Pane", "Stretch", "cell"]

_GAP = 1
"""Moving the cursor over this many cells costs about as much as writing them again."""

_SERIAL = count(1)


class Stretch(NamedTuple):
    """Neighbouring columns of one row, ``end`` not among them."""

    start: int
    end: int


class CellRow(Strip):
    """A row of one segment a cell, which knows what changed since the row before it.

    Attributes:
        serial: the number of this row, above 0; every row has its own.
        after: the serial of the row that it followed, 0 when it is the first.
        changed: the stretches in which it differs from that one.
    """

    __slots__ = ("after", "changed", "serial")

    def __init__(self, cells: Sequence[Segment], after: int = 0, changed: Sequence[Stretch] = ()) -> None:
        """Keep a copy of the cells, each one column wide."""
        super().__init__(cells, len(cells))
        self.serial = next(_SERIAL)
        self.after = after
        self.changed = changed

    def has(self, x: int, segment: Segment) -> bool:
        """Tell whether this very segment stands at a column."""
        return self._segments[x] is segment

    def written(self, start: int, end: int, system: ColorSystem) -> str:
        """Return the text and codes that write the columns from ``start`` up to ``end``."""
        return "".join(
            [
                text if style is None else style.render(text, color_system=system)
                for text, style, _ in _joined(self._segments[start:end])
            ]
        )

    def render(self, console: Console) -> str:
        """Return the text and codes that write the whole row."""
        return self.written(0, self.cell_length, console._color_system or ColorSystem.TRUECOLOR)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """Cut the row at these columns; a single cut at its end leaves it as it is."""
        cuts = list(cuts)
        return [self] if cuts == [len(self._segments)] else super().divide(cuts)


class Ground(Protocol):
    """Where cells are put: a whole picture, or a part of one."""

    width: int
    height: int

    def put(self, y: int, cells: Iterable[tuple[int, Segment]]) -> None:
        """Put segments of one cell into row ``y``, each at its column."""


class Canvas:
    """A picture of ``width`` x ``height`` cells."""

    def __init__(self, width: int, height: int, empty: Segment) -> None:
        """Begin with empty cells."""
        self.width, self.height = width, height
        self._cells = [[empty] * width for _ in range(height)]
        self._rows = [CellRow(cells) for cells in self._cells]
        self._changed: dict[int, list[int]] = {}

    def put(self, y: int, cells: Iterable[tuple[int, Segment]]) -> None:
        """Put segments of one cell into row ``y``, each at its column."""
        row = self._cells[y]
        for x, segment in cells:
            if row[x] is not segment:
                row[x] = segment
                self._changed.setdefault(y, []).append(x)

    @property
    def changed(self) -> range:
        """The rows between which anything changed since they were last asked for."""
        return range(min(self._changed), max(self._changed) + 1) if self._changed else range(0)

    def row(self, y: int) -> CellRow:
        """Return row ``y`` as it is now; the same object as long as it does not change."""
        cells, before = self._cells[y], self._rows[y]
        # A cell that was wiped and drawn again as it stood has not changed.
        columns = [x for x in self._changed.pop(y, ()) if not before.has(x, cells[x])]
        if columns:
            self._rows[y] = CellRow(cells, before.serial, _stretches(columns))
        return self._rows[y]


class Pane:
    """A part of a ground as a ground of its own; it lies wholly within."""

    def __init__(self, ground: Ground, left: int, top: int, width: int, height: int) -> None:
        """Begin at column ``left`` and row ``top``."""
        self.width, self.height = width, height
        self._ground, self._left, self._top = ground, left, top

    def put(self, y: int, cells: Iterable[tuple[int, Segment]]) -> None:
        """Put segments of one cell into row ``y``, each at its column."""
        self._ground.put(self._top + y, [(self._left + x, segment) for x, segment in cells])

    def wipe(self, empty: Segment) -> None:
        """Fill all of it with one cell."""
        for y in range(self.height):
            self.put(y, [(x, empty) for x in range(self.width)])


def _joined(cells: Iterable[Segment]) -> list[Segment]:
    """Join neighbouring segments that have the very same style."""
    found: list[Segment] = []
    text, style = "", None
    for segment in cells:
        if segment.style is style:
            text += segment.text
            continue
        if text:
            found.append(Segment(text, style))
        text, style = segment.text, segment.style
    if text:
        found.append(Segment(text, style))
    return found


def _stretches(columns: Iterable[int]) -> list[Stretch]:
    found: list[Stretch] = []
    for column in sorted(columns):
        if found and column <= found[-1].end + _GAP:
            found[-1] = Stretch(found[-1].start, column + 1)
        else:
            found.append(Stretch(column, column + 1))
    return found


@lru_cache(maxsize=4096)
def cell(
    text: str, ink: Color, ground: Color, filters: tuple[LineFilter, ...] = (), reverse: bool = False
) -> Segment:
    """Return a segment of one cell, the same object for the same look.

    ``filters`` are Textual's line filters (such as NO_COLOR's): applied here once to each look,
    not to every row of every frame.
    """
    found = [Segment(text, _style(None if text == " " and not reverse else ink, ground, reverse))]
    for line_filter in filters:
        found = line_filter.apply(found, ground)
    return found[0]


@lru_cache(maxsize=4096)
def _style(ink: Color | None, ground: Color, reverse: bool) -> Style:
    # One object for each pair, so that neighbours that look alike are found by identity.
    style = Style.from_color(None if ink is None else ink.rich_color, ground.rich_color)
    return style + Style(reverse=True) if reverse else style
