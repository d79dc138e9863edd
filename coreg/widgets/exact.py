"""Screen updates that write only the cells that changed.

Textual 8 writes a changed stretch from the left end of its widget ("TODO: crop to x extents" in
its compositor). For a picture whose two edges move that is the whole inside of it, every frame: 43
kB instead of 4. An exact update starts where the stretch starts; and of a :class:`CellRow` that
follows the row already on the screen it writes what changed and no more. Everything else stays
Textual's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate

from coreg.widgets.cells import CellRow

if TYPE_CHECKING:
    from rich.console import Console
    from textual.screen import Screen
    from textual.strip import Strip

__all__ = ["ExactCompositor", "ExactUpdate", "write_exactly"]


class ExactUpdate(ChopsUpdate):
    """A partial update that starts and ends where the changed stretches do."""

    def __init__(self, update: ChopsUpdate, shown: dict[tuple[int, int], int]) -> None:
        """Take over Textual's update.

        ``shown`` tells, by line and column, the serial of the row that stands on the screen there;
        writing brings it up to date.
        """
        super().__init__(update.chops, update.spans, update.chop_ends)
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
        update = super().render_partial_update()
        if update is None:
            return None
        if self._shown_cuts is not self.cuts:
            # Widgets came, went or moved: what stands on the screen is anybody's.
            self._forget()
            self._shown_cuts = self.cuts
        return ExactUpdate(update, self._shown)

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        """Return everything; after it nothing is taken for granted until it is written again."""
        self._forget()
        return super().render_full_update(simplify)

    def _forget(self) -> None:
        self._shown = {}
        self._shown_cuts = []


def write_exactly(screen: Screen[Any]) -> None:
    """Make a screen's partial updates exact from now on; its layout stays as it is."""
    if type(screen._compositor) is Compositor:
        exact = ExactCompositor()
        vars(exact).update(vars(screen._compositor))
        screen._compositor = exact
