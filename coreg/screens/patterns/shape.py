"""A pattern while it is made: its lengths change in halves of a second, and are drawn as one breath.

Knows no Textual.
"""

from __future__ import annotations

from math import ceil, floor
from types import MappingProxyType
from typing import TYPE_CHECKING

from coreg.own_patterns import FIELDS, USUAL, Own, OwnPatternError, own_pattern
from coreg.practice.breath import BOUNDS, breath_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.practice.breath import Pattern

__all__ = ["LENGTHS", "NEW", "cycle_of", "drawn", "shape_of", "stepped", "why_not"]

LENGTHS = tuple(field for field in FIELDS if field != "minutes")
"""The four lengths, in the order in which they are breathed."""

NEW: Mapping[str, float] = MappingProxyType({"in": 4.0, "out": 6.0, **USUAL})
"""Where a new pattern begins."""

_ANY = "a"
_STEP, _MINUTE = 0.5, 1.0
_BLOCKS = " ▁▂▃▄▅▆▇█"
_ROW = len(_BLOCKS) - 1
_HIGHEST = 2 * _ROW


def stepped(field: str, value: float, by: int) -> float:
    """Return a value so many steps on, within its bounds: half seconds, or minutes."""
    step = _MINUTE if field == "minutes" else _STEP
    low, high = BOUNDS[FIELDS[field]]
    # One that lies between two steps goes to the next of them first.
    place = floor(value / step) if by > 0 else ceil(value / step)
    return min(high, max(low, (place + by) * step))


def cycle_of(numbers: Mapping[str, float]) -> float:
    """Return the seconds of one whole breath."""
    return sum(numbers[field] for field in LENGTHS)


def shape_of(numbers: Mapping[str, float]) -> Pattern | None:
    """Return the pattern that has these numbers, or None when no breath can be like that."""
    try:
        return own_pattern(_ANY, numbers, Own()).pattern
    except OwnPatternError:
        return None


def why_not(numbers: Mapping[str, float]) -> str:
    """Return why no breath can be like that, as a sentence; "" when it can."""
    try:
        own_pattern(_ANY, numbers, Own())
    except OwnPatternError as error:
        return str(error.facts["why"])
    return ""


def drawn(pattern: Pattern) -> tuple[str, str]:
    """Return one breath as two rows of blocks, a cell for each half second: how full the lungs are."""
    cells = ceil(pattern.cycle / _STEP)
    middles = ((cell + 0.5) * pattern.cycle / cells for cell in range(cells))
    heights = [max(1, round(breath_at(pattern, middle).fill * _HIGHEST)) for middle in middles]
    upper = "".join(_BLOCKS[max(0, height - _ROW)] for height in heights)
    return upper, "".join(_BLOCKS[min(_ROW, height)] for height in heights)
