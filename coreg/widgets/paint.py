"""The colours of a breath: what a place of it looks like at each moment, as ready cells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from textual.color import Color

from coreg.widgets.cells import cell
from coreg.widgets.disc_shape import EIGHTHS, GLOW, RIM

if TYPE_CHECKING:
    from typing import Self

    from rich.segment import Segment
    from textual.filter import LineFilter

__all__ = ["LYING", "UPRIGHT", "InkPaint", "Paint", "Spot"]

UPRIGHT = " ▏▎▍▌▋▊▉█"
"""Blocks that fill a cell from the left, by eighths."""

LYING = " ▁▂▃▄▅▆▇█"
"""Blocks that fill a cell from below, by eighths."""

_FAINT, _NEAR = 0.08, 0.21
_RIM_SMALL, _RIM_FULL = 0.66, 0.98
_CENTRE, _OUTER = 0.2, 0.88
"""Shares of the way from the room's colour to the breath's: glow; rim of a small and of a full
breath, which grows brighter as it fills; tones that stand still, dim in the centre."""

_STEPS = 64
"""Shades in all. Neighbours that share a shade are written as one."""

_RIM_STEPS = 12

_SHADES, _SHADES_PLAIN = "█▓▓▒▒", "#++::"
"""The inside in ink alone, from the rim to the tone that stands still."""

_HOLLOW, _HOLLOW_PLAIN = "█▓▓░ ", "#++. "
"""The inside of an open circle in ink alone."""

_EDGE_PLAIN = " ..::++##"
"""An edge in ASCII and ink alone, by eighths: it grows denser instead of wider."""

_RESTING = 0.45
"""How much of its colour a breath keeps that rests while the other one breathes."""

_SATURATION = 0.25
"""Least saturation half way, because straight from the room's colour to the breath's runs through
grey. More, and a terminal of sixteen colours takes a loud blue for the nearest."""


class Spot(NamedTuple):
    """Where a cell of the disc lies.

    Attributes:
        inner: place of its pixel nearer to the centre, 0 there to 1 at the full disc's edge.
        outer: place of its other pixel.
        blocks: what draws its edge, :data:`UPRIGHT` or :data:`LYING`.
        forward: whether the blocks fill it from the disc's side.
        below: whether it lies below the centre.
    """

    inner: float
    outer: float
    blocks: str
    forward: bool
    below: bool


@dataclass(frozen=True, slots=True)
class Paint:
    """Makes cells.

    Attributes:
        background: the room's colour.
        colour: the breath's colour.
        faint: the ring's colour.
        filters: Textual's line filters.
        plain: draw in ASCII only, for a terminal that has no more.
        hollow: leave the inside open, so that a breath is a circle and no disc.
    """

    background: Color
    colour: Color
    faint: Color
    filters: tuple[LineFilter, ...] = ()
    plain: bool = False
    hollow: bool = False

    def open(self) -> Self:
        """Return the same paint for an open circle."""
        return replace(self, hollow=True)

    def closed(self) -> Self:
        """Return the same paint for a disc."""
        return replace(self, hollow=False)

    def resting(self) -> Self:
        """Return the same paint, quieter."""
        return replace(self, colour=self.background.blend(self.colour, _RESTING))

    def empty(self) -> Segment:
        """Return a cell of the room."""
        return self._cell(" ", self.background, self.background)

    def ring(self, dots: int) -> Segment:
        """Return a cell of the still ring, drawn with these braille dots."""
        return self._cell("." if self.plain else chr(0x2800 + dots), self.faint, self.background)

    def joint(self) -> Segment:
        """Return a cell of a line from one breath to the other."""
        return self._cell("-" if self.plain else "─", self.colour, self.background)

    def lane(self) -> Segment:
        """Return a cell that a bar could reach."""
        return self._cell(" ", self.track(), self.track())

    def track(self) -> Color:
        """Return the colour of where a breath could reach."""
        return self._mix(_FAINT)

    def tone(self, place: float) -> Color:
        """Return the tone that stands still at a place, 0 at the centre to 1 at the full edge."""
        if self.hollow:
            return self.track()
        return self._mix(_CENTRE + (_OUTER - _CENTRE) * min(1.0, place))

    def rim(self, place: float) -> Color:
        """Return the colour of an edge at a place."""
        # In few steps, so that round the disc most of the edge is one colour.
        near = min(1.0, round(place * _RIM_STEPS) / _RIM_STEPS)
        return self._mix(_RIM_SMALL + (_RIM_FULL - _RIM_SMALL) * near)

    def block(self, blocks: str, part: int, ink: Color, ground: Color, /, *, forward: bool = True) -> Segment:
        """Return a cell of which ``part`` eighths are ink, from the blocks' own side or the other."""
        if part in (0, EIGHTHS) or self.plain:
            return self._cell(" ", ink, ink if part * 2 >= EIGHTHS else ground)
        if forward:
            return self._cell(blocks[part], ink, ground)
        return self._cell(blocks[EIGHTHS - part], ground, ink)

    def look(self, stage: int, spot: Spot) -> Segment:
        """Return a cell of the disc at a stage."""
        if GLOW < stage < RIM:
            rim = self.rim((spot.inner + spot.outer) / 2)
            return self.block(spot.blocks, stage - GLOW, rim, self._mix(_NEAR), forward=spot.forward)
        inside = stage >= RIM
        steps = stage - RIM if inside else stage
        inner, outer = (
            self._inside(place, step) if inside else self._glow(step)
            for place, step in ((spot.inner, (steps + 1) // 2), (spot.outer, steps // 2))
        )
        upper, lower = (inner, outer) if spot.below else (outer, inner)
        if upper == lower or self.plain:
            return self._cell(" ", inner, inner)
        return self._cell("▄", lower, upper)

    def _glow(self, step: int) -> Color:
        return (self.background, self._mix(_FAINT), self._mix(_NEAR))[step]

    def _inside(self, place: float, step: int) -> Color:
        rim, tone = self.rim(place), self.tone(place)
        return (rim, tone.blend(rim, 0.5), tone)[step]

    def _mix(self, share: float) -> Color:
        return _shade(self.background, self.colour, round(share * _STEPS))

    def _cell(self, text: str, ink: Color, ground: Color) -> Segment:
        return cell(text, ink, ground, self.filters)


@dataclass(frozen=True, slots=True)
class InkPaint(Paint):
    """Makes cells for a terminal of few colours or none: ink alone, light and dense."""

    def resting(self) -> Self:
        """Return the same paint, in the ring's colour."""
        return replace(self, colour=self.faint)

    def lane(self) -> Segment:
        """Return a cell that a bar could reach."""
        return self._inked("." if self.plain else "░")

    def block(
        self, blocks: str, part: int, _ink: Color, _ground: Color, /, *, forward: bool = True
    ) -> Segment:
        """Return a cell of which ``part`` eighths are ink."""
        if self.plain:
            return self._inked(_EDGE_PLAIN[part])
        if forward:
            return self._inked(blocks[part])
        return self._inked(blocks[EIGHTHS - part], reverse=True)

    def look(self, stage: int, spot: Spot) -> Segment:
        """Return a cell of the disc at a stage: the rim dense, the inside light, no glow."""
        if stage <= GLOW:
            return self._inked(" ")
        if stage <= RIM:
            part = stage - GLOW
            return self.block(spot.blocks, part, self.colour, self.background, forward=spot.forward)
        solid, hollow = (_SHADES_PLAIN, _HOLLOW_PLAIN) if self.plain else (_SHADES, _HOLLOW)
        return self._inked((hollow if self.hollow else solid)[stage - RIM])

    def _inked(self, text: str, *, reverse: bool = False) -> Segment:
        return cell(text, self.colour, self.background, self.filters, reverse)


@lru_cache(maxsize=512)
def _shade(background: Color, colour: Color, step: int) -> Color:
    """Return a shade between two colours, by way of a richer tone of the second one's hue."""
    hue, saturation, lightness = colour.hsl
    between = Color.from_hsl(hue, max(_SATURATION, saturation * 0.7), (lightness + background.hsl.l) / 2)
    share = step / _STEPS
    return background.blend(between, share).blend(between.blend(colour, share), share)
