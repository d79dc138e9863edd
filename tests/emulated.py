"""A terminal that is written to as a real one would be, beside what should stand on it."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pyte
from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate

__all__ = ["Emulated"]


class Emulated:
    """An emulated terminal of so many columns and rows, empty at first."""

    def __init__(self, columns: int, rows: int) -> None:
        self.paper = Console(file=io.StringIO(), color_system="truecolor", force_terminal=True)
        self.written = 0
        """How many characters the last update had."""
        self._size = (columns, rows)
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window larger or smaller."""
        self._size = (columns, rows)
        self._screen.resize(rows, columns)

    def take(self, renderable: object) -> None:
        """Write what an app displays."""
        if isinstance(renderable, CompositorUpdate):
            text = renderable.render_segments(self.paper)
            self.written = len(text)
            self._stream.feed(text)

    def wrong(self, compositor: Compositor) -> list[str]:
        """Return the rows that are other than on a screen drawn anew, the way Textual does it."""
        fresh = pyte.Screen(*self._size)
        full = Compositor.render_full_update(compositor)
        pyte.Stream(fresh).feed(full.render_segments(self.paper))
        return [
            f"{y}: {self._screen.display[y]!r} for {fresh.display[y]!r}"
            for y in range(self._size[1])
            if list(_cells(self._screen, y)) != list(_cells(fresh, y))
        ]


def _cells(screen: pyte.Screen, y: int) -> Iterator[tuple[object, ...]]:
    for x in range(screen.columns):
        found = screen.buffer[y][x]
        look = (found.bold, found.italics, found.underscore, found.reverse)
        yield (found.data, found.bg, *((found.fg, *look) if found.data.strip() else look[2:]))
