"""The breathing patterns that come with coreg, read from ``en/patterns.toml``."""

from __future__ import annotations

import difflib
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

from coreg.content import pack
from coreg.practice.breath import Kind, Pattern, PatternError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["default_pattern", "pattern_from", "patterns"]

_LENGTHS = ("in", "hold", "out", "rest", "top_up")
_MINUTES = ("minutes", "low", "high")
_BREATHS = ("breaths", "fewest", "most")
_FIELDS = (*_LENGTHS, *_MINUTES, *_BREATHS, "hummed", "kind", "ramp", "neighbour")


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
    """Make a pattern of a table with ``in``, ``hold``, ``out``, ``rest``, ``top_up`` (s) and minutes.

    In place of ``minutes``, ``low`` and ``high`` a sitting may be counted in ``breaths``, ``fewest`` and
    ``most``. ``ramp`` is a list of tables of lengths that lead up to it.

    Raises:
        PatternError: ``pattern_unknown`` (facts pattern, field, near), ``pattern_missing``
            (pattern, field), ``pattern_number`` or ``pattern_type`` (pattern, field, value), or a length
            that is outside the safe bounds.
    """
    for field in fields:
        if field not in _FIELDS:
            near = difflib.get_close_matches(field, _FIELDS, n=1)
            raise PatternError("pattern_unknown", pattern=name, field=field, near=near[0] if near else "")
    counted = "breaths" in fields
    for field in ("in", "out", *(_BREATHS if counted else ())):
        if field not in fields:
            raise PatternError("pattern_missing", pattern=name, field=field)
    inhale, hold_in, exhale, hold_out, top_up = (_number(name, fields, field, 0.0) for field in _LENGTHS)
    if counted:
        cycle = (inhale + top_up + hold_in + exhale + hold_out) / 60
        minutes, low, high = (_number(name, fields, field, 0.0) * cycle for field in _BREATHS)
    else:
        usual = zip(_MINUTES, (5.0, 2.0, 20.0), strict=True)
        minutes, low, high = (_number(name, fields, field, default) for field, default in usual)
    return Pattern(
        *(name, inhale, hold_in, exhale, hold_out),
        *(minutes, low, high),
        top_up=top_up,
        hummed=_flag(name, fields),
        counted=counted,
        kind=_kind(name, fields),
        ramp=_ramp(name, fields),
        neighbour=str(fields.get("neighbour", "")),
    )


def _number(name: str, fields: Mapping[str, object], field: str, default: float) -> float:
    value = fields.get(field, default)
    # TOML's true and false are numbers to Python, and nobody means them as seconds.
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise PatternError("pattern_number", pattern=name, field=field, value=value)
    return float(value)


def _flag(name: str, fields: Mapping[str, object]) -> bool:
    value = fields.get("hummed", False)
    if not isinstance(value, bool):
        raise PatternError("pattern_type", pattern=name, field="hummed", value=value)
    return value


def _kind(name: str, fields: Mapping[str, object]) -> Kind:
    value = fields.get("kind", "paced")
    kinds: tuple[Kind, ...] = get_args(Kind)
    for kind in kinds:
        if kind == value:
            return kind
    raise PatternError("pattern_type", pattern=name, field="kind", value=value)


def _ramp(name: str, fields: Mapping[str, object]) -> tuple[Pattern, ...]:
    value = fields.get("ramp", [])
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise PatternError("pattern_type", pattern=name, field="ramp", value=value)
    return tuple(pattern_from(name, each) for each in value)
