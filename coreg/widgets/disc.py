"""The breathing disc: dim in the centre, bright at the rim, soft at the edge, in a fine still ring.

Its tones stand still in space and the moving edge reveals them, so that a frame writes little
(about 4 kB at 120 x 40) and nothing inside ever flickers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.widgets.breath_picture import BreathPicture
from coreg.widgets.disc_drawing import DiscDrawing

if TYPE_CHECKING:
    from coreg.widgets.breath_picture import BreathDrawing
    from coreg.widgets.paint import Paint

__all__ = ["Disc"]


class Disc(BreathPicture):
    """A round breath, as large as its place lets it be, for full motion (30 frames a second)."""

    DEFAULT_CSS = """
    Disc { width: 1fr; height: 1fr; }
    """

    def make(self, width: int, height: int, paint: Paint, fill: float) -> BreathDrawing:
        """Draw a disc."""
        return DiscDrawing(width, height, paint, fill)
