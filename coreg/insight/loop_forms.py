"""Which form a loop is drawn in, by how many moves it has and how much room there is.

Two moves are a ring: one row each, the second one going back, or one column each where it is narrow. Four and
six moves are cards in two lanes, one for each of the two, and the way goes to and fro between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.insight.loop_lanes import across, down
from coreg.insight.loop_rings import in_columns
from coreg.insight.loop_rows import in_rows

if TYPE_CHECKING:
    from coreg.insight.folding import Measure
    from coreg.insight.loop_layout import Layout
    from coreg.insight.loop_picture import Picture

__all__ = ["NARROWEST", "WIDE", "lay_out"]

WIDE = 94
"""Cells from which on the two lanes lie one above the other."""

WIDEST = 132
"""Cells that a drawing takes, at most; beyond, the margins grow."""

RING = 2
"""Moves that are drawn as a ring."""

NARROWEST = 44
"""Cells that a drawing needs."""


def lay_out(picture: Picture, width: int, height: int, measure: Measure) -> Layout:
    """Lay a loop out for a width in cells; taller than ``height`` where it has to be.

    Args:
        picture: a loop of two, four or six moves.
        width: at least :data:`NARROWEST`; the drawing is as wide as it needs to be, and never wider.
        height: the rows there are; where it fits with room to spare, it is airier.
        measure: tells how many cells a text takes.
    """
    width = min(width, WIDEST)
    if len(picture.turns) > RING:
        return (across if width >= WIDE else down)(picture, width, measure)
    return (in_rows if width >= WIDE else in_columns)(picture, width, height, measure)
