"""The disc's geometry: which cell changes at which radius. Textual-free, and free of colour.

Lengths are in *pixels*: half a cell high, one cell wide, so that a pixel is about square. The disc
is the same in its four quarters, so only one is worked out; row 0 and column 0 lie at the centre.

A cell goes through the stages 0 to :data:`STAGES` on its way from empty room to the disc's inside:
a glow comes near, the edge moves through it, the rim passes, and what stays is a tone that stands
still. The edge is an eighth block: upright where the edge stands steep, lying where it runs flat,
whichever keeps nearer to the true circle. Each step is a *moment*: a radius. Moments stand in
order, so that a new radius is looked up, not worked out, and only what lies between the old and
the new one is touched.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["GLOW", "RIM", "STAGES", "Moments", "Quarter", "QuarterRow", "measure", "ring_dots", "stage"]

GLOW = 4
"""Stages 1 to 4: the inner and the outer pixel turn faint, then both turn to glow."""

EIGHTHS = 8
RIM = GLOW + EIGHTHS
"""Stages 5 to 12: the edge, in eighths of a cell. From here on the cell is inside."""

STAGES = RIM + 4
"""Stages 13 to 16: the inner and the outer pixel turn from rim to lit, then both to their tone."""

_BEHIND = (-2.1, -1.1, 1.7, 3.8)
"""How far behind the edge, in pixels, a pixel turns faint, to glow, to lit, and to its tone."""

_GRAIN = 6
"""Pixels change in sixths of a pixel of radius, so that no single one runs ahead at the poles."""

_GAP = 3.3
"""Pixels between the edge of a full breath and the ring."""

_SMALLEST = 0.34
"""The radius of an empty breath, as a share of that of a full one."""


@dataclass(frozen=True, slots=True)
class Moments:
    """What happens in a row as the disc grows, in order.

    Attributes:
        at: the radius of each moment, pixels.
        column: the column in which it happens.
    """

    at: tuple[float, ...]
    column: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """One row of the quarter.

    Attributes:
        columns: how many columns the full disc and its glow reach.
        edge: the edge fills another eighth of a cell; eight to each column.
        pixels: one of a cell's pixels turns, the inner before the outer; eight to each column,
            four before the edge and four behind it.
    """

    columns: int
    edge: Moments
    pixels: Moments


@dataclass(frozen=True, slots=True)
class Quarter:
    """A disc measured for one size in cells.

    Attributes:
        across: 1 where the width is odd, so that the middle column is its own mirror.
        down: 1 where the height is odd.
        rows: the rows of the quarter, from the centre outwards.
        small: radius of an empty breath, pixels.
        large: radius of a full breath.
        ring: radius of the still ring, 0 where there is no room for one.
    """

    across: int
    down: int
    rows: tuple[QuarterRow, ...]
    small: float
    large: float
    ring: float

    def radius(self, fill: float) -> float:
        """Return the disc's radius in pixels for a fill of 0 to 1."""
        return self.small + (self.large - self.small) * min(1.0, max(0.0, fill))

    def places(self, row: int, column: int) -> tuple[float, float]:
        """Return how far out a cell's inner and outer pixel lie: 0 centre, 1 the full disc's edge."""
        inner, outer = _pixels(column - self.across / 2, 2.0 * row - self.down)
        return inner / self.large, outer / self.large

    def lying(self, row: int, column: int) -> bool:
        """Tell whether the edge is drawn lying in a cell."""
        return _lying(column - self.across / 2, 2.0 * row - self.down)


def stage(edge: int, pixels: int) -> int:
    """Return a cell's stage after so many of its moments of each kind, 0 to 8."""
    if edge == 0:
        return min(pixels, GLOW)
    if edge < EIGHTHS:
        return GLOW + edge
    return RIM + max(0, pixels - GLOW)


def measure(width: int, height: int) -> Quarter:
    """Fit a round disc into ``width`` x ``height`` cells, at any size."""
    reach = max(1.0, min(width / 2, height) - 0.5)
    roomy = reach >= 2 * _GAP
    large = reach - _GAP if roomy else max(0.5, reach - 1.0)
    across, down = width % 2, height % 2
    glow = large - _BEHIND[0] + 1.0
    return Quarter(
        across=across,
        down=down,
        rows=tuple(
            _row(top, min((width + 1) // 2, math.ceil(_chord(glow, top)) + 1), across)
            for top in range(-down, min(height, math.ceil(glow)), 2)
        ),
        small=max(min(1.5, large), large * _SMALLEST),
        large=large,
        ring=reach if roomy else 0.0,
    )


def _chord(radius: float, height: float) -> float:
    return math.sqrt(max(0.0, radius**2 - max(0.0, height) ** 2))


def _row(top: float, columns: int, across: int) -> QuarterRow:
    corners = [(column, column - across / 2) for column in range(columns)]
    return QuarterRow(
        columns=columns,
        edge=_ordered([(at, column) for column, left in corners for at in _edge(left, top)]),
        pixels=_ordered(
            [
                (math.ceil(pixel * _GRAIN) / _GRAIN + behind, column)
                for column, left in corners
                for pixel in _pixels(left, top)
                for behind in _BEHIND
            ]
        ),
    )


def _ordered(moments: list[tuple[float, int]]) -> Moments:
    moments.sort()
    return Moments(at=tuple(at for at, _ in moments), column=tuple(column for _, column in moments))


def _lying(left: float, top: float) -> bool:
    # A block strays from the circle by half its breadth along the edge, and a cell is twice as
    # high as wide: the two kinds are even where the edge rises two for one.
    return left + 0.5 < 2 * (top + 1.0)


def _edge(left: float, top: float) -> list[float]:
    """Return the radii at which the edge has filled half of each eighth of a cell."""
    eighths = [(n + 0.5) / EIGHTHS for n in range(EIGHTHS)]
    if _lying(left, top):
        return [math.hypot(left + 0.5, max(0.0, top + 2 * part)) for part in eighths]
    return [math.hypot(max(0.0, left + part), top + 1.0) for part in eighths]


def _pixels(left: float, top: float) -> tuple[float, float]:
    """Return how far the centres of a cell's inner and outer pixel lie from the disc's."""
    return math.hypot(left + 0.5, top + 0.5), math.hypot(left + 0.5, top + 1.5)


_BRAILLE = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


def ring_dots(width: int, height: int, radius: float) -> dict[tuple[int, int], int]:
    """Return the braille dots of a fine ring, by column and row; empty for a radius of 0.

    The dots lie about a pixel apart, on a grid of half pixels.
    """
    found: dict[tuple[int, int], int] = {}
    count = 4 * int(math.tau * radius / 4)
    for n in range(count):
        angle = math.tau * (n + 0.5) / count
        across = math.floor((width / 2 + radius * math.cos(angle)) * 2)
        down = math.floor((height + radius * math.sin(angle)) * 2)
        place = (across // 2, down // 4)
        found[place] = found.get(place, 0) | _BRAILLE[down % 4][across % 2]
    return found
