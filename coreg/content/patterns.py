"""The breathing patterns that come with coreg, read from ``en/patterns.toml``."""

from __future__ import annotations

import difflib
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from coreg.content import pack
from coreg.practice.breath import Pattern, PatternError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["default_pattern", "pattern_from", "patterns"]

_FIELDS = {
    "in": "inhale",
    "hold": "hold_in",
    "out": "exhale",
    "rest": "hold_out",
    "minutes": "minutes",
    "low": "low",
    "high": "high",
}


@cache
def patterns() -> Mapping[str, Pattern]:
    """Return every pattern by its id, in the order in which they are offered.

    Raises:
        PatternError: the file offers something that is not safe or not whole.
    """
    found = pack("patterns")["patterns"]
    return MappingProxyType({name: pattern_from(name, fields) for name, fields in found.items()})


def default_pattern() -> Pattern:
    """Return the pattern that is taken when nobody chooses."""
    return patterns()[pack("patterns")["default"]]


def pattern_from(name: str, fields: Mapping[str, object]) -> Pattern:
    """Make a pattern of a table with ``in``, ``hold``, ``out``, ``rest`` (s) and minutes.

    Raises:
        PatternError: ``pattern_unknown`` (facts pattern, field, near), ``pattern_missing``
            (pattern, field), ``pattern_number`` (pattern, field, value), or a length that is
            outside the safe bounds.
    """
    for field in fields:
        if field not in _FIELDS:
            near = difflib.get_close_matches(field, _FIELDS, n=1)
            raise PatternError("pattern_unknown", pattern=name, field=field, near=near[0] if near else "")
    for field in ("in", "out"):
        if field not in fields:
            raise PatternError("pattern_missing", pattern=name, field=field)
    values = {_FIELDS[field]: _number(name, field, value) for field, value in fields.items()}
    return Pattern(name, **{"hold_in": 0.0, "hold_out": 0.0, **values})


def _number(name: str, field: str, value: object) -> float:
    # TOML's true and false are numbers to Python, and nobody means them as seconds.
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PatternError("pattern_number", pattern=name, field=field, value=value)
    return float(value)
