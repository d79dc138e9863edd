"""Screen updates that write only the cells that changed.

Textual 8 writes a changed stretch from the left end of its widget ("TODO: crop to x extents" in
its compositor). For a picture whose two edges move that is the whole inside of it, every frame: 43
kB instead of 4. An exact update starts where the stretch starts; and of a :class:`CellRow` that
follows the row already on the screen it writes what changed and no more.

Textual 8 also has every widget of the screen draw itself whole for each change, and throws away
what is covered or has not changed. Here only the foremost widget at a changed stretch draws, and
only the lines between the first and the last that it is asked for. Everything else stays Textual's.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region

from coreg.widgets.cells import CellRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console
    from textual.strip import Strip
    from textual.widget import Widget

__all__ = ["ExactCompositor", "ExactUpdate"]

Span: TypeAlias = "tuple[int, int, int]"
"""A line, and the columns of it that are to be written, the second not among them."""

Chops: TypeAlias = "dict[int, Strip | None]"
"""Stretches of one line between two edges of widgets: the column where each begins, and what stands there."""


class ExactUpdate(ChopsUpdate):
    """A partial update that starts and ends where the changed stretches do."""

    def __init__(
        self,
        chops: Sequence[Chops],
        spans: list[Span],
        ends: list[list[int]],
        shown: dict[tuple[int, int], int],
    ) -> None:
        """Write these spans of what stands in ``chops``, by line; ``ends`` tells where each of them ends.

        ``shown`` tells, by line and column, the serial of the row that stands on the screen there;
        writing brings it up to date.
        """
        super().__init__(chops, spans, ends)
        self._shown = shown

    def render_segments(self, console: Console) -> str:
        """Return the text and escape codes that bring the screen up to date."""
        system = console._color_system or ColorSystem.TRUECOLOR
        parts: list[str] = []
        for y, left, right in self.spans:
            for end, (x, strip) in zip(self.chop_ends[y], self.chops[y].items(), strict=False):
                if strip is None or x >= right or end <= left:
                    continue
                if isinstance(strip, CellRow) and left <= x and end <= right:
                    parts.extend(self._row(x, y, strip, system))
                else:
                    self._shown.pop((y, x), None)
                    parts.append(_cut(x, y, strip, max(x, left), min(end, right), console))
        return "".join(parts)

    def _row(self, x: int, y: int, row: CellRow, system: ColorSystem) -> list[str]:
        shown = self._shown.get((y, x))
        if shown == row.serial:
            return []
        self._shown[y, x] = row.serial
        stretches = row.changed if shown == row.after else ((0, row.cell_length),)
        return [f"\x1b[{y + 1};{x + start + 1}H{row.written(start, end, system)}" for start, end in stretches]


def _cut(x: int, y: int, strip: Strip, start: int, end: int, console: Console) -> str:
    # Starting inside a character two cells wide would break it in half on the screen.
    if start > x and sum(len(segment.text) for segment in strip) != strip.cell_length:
        start = x
    return f"\x1b[{y + 1};{start + 1}H{strip.crop(start - x, end - x).render(console)}"


class ExactCompositor(Compositor):
    """A compositor whose partial updates are exact."""

    def __init__(self) -> None:
        """Begin with nothing laid out and nothing taken for granted."""
        super().__init__()
        self._shown: dict[tuple[int, int], int] = {}
        self._shown_cuts: list[list[int]] = []

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return the update for what changed since the last one, or None when nothing did."""
        spans = list(self._regions_to_spans(self._dirty_regions))
        self._dirty_regions.clear()
        if not spans:
            return None
        if self._shown_cuts is not self.cuts:
            # Widgets came, went or moved: what stands on the screen is anybody's.
            self._forget()
            self._shown_cuts = self.cuts
        chops, ends = self._bare(spans)
        left = sum(map(len, chops))
        for widget, (region, clip) in self.visible_widgets.items():
            if not left:
                break
            left -= _put(widget, region, region.intersection(clip), chops, ends)
        return ExactUpdate(chops, spans, ends, self._shown)

    def _bare(self, spans: list[Span]) -> tuple[list[Chops], list[list[int]]]:
        """Return by line the stretches that the spans touch, nothing in them yet, and where each ends."""
        chops: list[Chops] = [{} for _ in self.cuts]
        ends: list[list[int]] = [[] for _ in self.cuts]
        for y, left, right in spans:
            for x, end in pairwise(self.cuts[y]):
                if x < right and left < end and x not in chops[y]:
                    chops[y][x] = None
                    ends[y].append(end)
        return chops, ends

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Return everything; after it nothing is taken for granted until it is written again."""
        self._forget()
        return super().render_full_update(simplify)

    def _forget(self) -> None:
        self._shown = {}
        self._shown_cuts = []


def _put(widget: Widget, region: Region, shown: Region, chops: list[Chops], ends: list[list[int]]) -> int:
    """Draw a widget where it is the foremost; return how many stretches that were bare are so no more.

    ``region`` is where it lies, ``shown`` the part of that which is in sight.
    """
    x1, x2 = shown.column_span
    lines = [y for y in shown.line_range if any(chops[y][x] is None for x in chops[y] if x1 <= x < x2)]
    if not lines:
        return 0
    first, count = lines[0], 0
    strips = widget.render_lines(
        Region(x1 - region.x, first - region.y, x2 - x1, lines[-1] + 1 - first),
    )
    for y in lines:
        row = strips[y - first]
        for x, end in zip(chops[y], ends[y], strict=True):
            if x1 <= x < x2 and chops[y][x] is None and end - x1 <= row.cell_length:
                chops[y][x] = row.crop(x - x1, end - x1)
                count += 1
    return count
