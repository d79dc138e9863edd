"""The breath of reduced motion: one calm bar that grows and shrinks from the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.widgets.breath_picture import BreathPicture
from coreg.widgets.cells import Canvas
from coreg.widgets.disc_shape import EIGHTHS
from coreg.widgets.paint import UPRIGHT

if TYPE_CHECKING:
    from rich.segment import Segment

    from coreg.widgets.breath_picture import BreathDrawing
    from coreg.widgets.paint import Paint

__all__ = ["SMALLEST", "BarDrawing", "SlowBar", "bar_cell"]

SMALLEST = 0.12
"""The length of an empty breath, as a share of that of a full one."""


def bar_cell(paint: Paint, part: float, place: float, *, forward: bool) -> Segment:
    """Return a cell of a bar of which a ``part`` is covered (0 to 1, or beyond), at a place of 0 to 1."""
    eighths = round(EIGHTHS * min(1.0, max(0.0, part)))
    if not eighths or paint.hollow:
        return paint.lane()
    return paint.block(UPRIGHT, eighths, paint.tone(place), paint.track(), forward=forward)


class BarDrawing:
    """A bar of one size and one set of colours: a slice through the disc."""

    def __init__(self, width: int, height: int, paint: Paint, fill: float = 0.0) -> None:
        """Draw the bar for ``width`` x ``height`` cells at a fill of 0 to 1."""
        self.paint = paint
        self.canvas = Canvas(width, height, paint.empty())
        self.move(fill)

    def move(self, fill: float) -> None:
        """Bring the canvas to a fill of 0 to 1."""
        half = self.canvas.width / 2
        reach = half * (SMALLEST + (1 - SMALLEST) * min(1.0, max(0.0, fill)))
        cells = [(x, self._cell(x + 0.5 - half, half, reach)) for x in range(self.canvas.width)]
        for y in range(self.canvas.height):
            self.canvas.put(y, cells)

    def _cell(self, from_middle: float, half: float, reach: float) -> Segment:
        """Return the cell so far from the middle, when the bar reaches so far, in cells."""
        place = abs(from_middle) / half
        return bar_cell(self.paint, reach - abs(from_middle) + 0.5, place, forward=from_middle > 0)


class SlowBar(BreathPicture):
    """A wide breath for reduced motion: shown at most four times a second, in one colour's calm."""

    DEFAULT_CSS = """
    SlowBar { width: 1fr; max-width: 64; height: 3; margin: 2 0; }
    """

    def make(self, width: int, height: int, paint: Paint, fill: float) -> BreathDrawing:
        """Draw a bar."""
        return BarDrawing(width, height, paint, fill)
