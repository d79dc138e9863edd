"""A couple's own breathing patterns: patterns.toml beside the settings, each read and judged alone.

A pattern that does not hold is left out alone, with a sentence; a file that cannot be read is refused whole
and never written over. Knows no Textual and no pydantic.
"""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

from coreg.content import say
from coreg.content.pattern_words import OWN
from coreg.content.patterns import patterns
from coreg.content.reading import UnreadableError, read_toml
from coreg.practice.breath import BOUNDS, Pattern
from coreg.practice.neighbour import neighbour
from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

__all__ = [
    "FIELDS",
    "LONGEST_NAME",
    "MOST",
    "USUAL",
    "Own",
    "OwnPattern",
    "OwnPatternError",
    "items",
    "numbers_of",
    "own_pattern",
    "read_own",
]

MOST = 50
"""More own patterns than this nobody looks through."""

LONGEST_NAME = 40
"""Characters that a name can have."""

FIELDS: Mapping[str, str] = MappingProxyType(
    {"in": "inhale", "hold": "hold_in", "out": "exhale", "rest": "hold_out", "minutes": "minutes"}
)
"""What a pattern of the file can have beside its name, and where :data:`coreg.practice.breath.BOUNDS` has it.

Lengths are seconds; ``in`` and ``out`` have to be there.
"""

USUAL: Mapping[str, float] = MappingProxyType({"hold": 0.0, "rest": 0.0, "minutes": 5.0})
"""What is meant where the file says nothing."""

_SHORTEST, _LONGEST = BOUNDS["minutes"]
_KEPT = frozenset(" -_.,:;'’()&+/!?")


class OwnPatternError(Exception):
    """A pattern, or the whole file, does not hold. ``code`` and ``facts`` are worded by ``content.explain``.

    Codes: ``own_pattern`` {file, pattern, why} for one that is left out, where ``why`` is a sentence of its
    own; ``own_patterns_odd`` {file} for a file that cannot be changed without losing something in it; and
    those of :class:`coreg.content.reading.UnreadableError`.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """Keep the code and the facts."""
        super().__init__(code)
        self.code = code
        self.facts: dict[str, object] = facts


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """A pattern that two people made, under the name they gave it."""

    name: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Own:
    """What patterns.toml holds, in the order of the file: patterns, and why others were left out."""

    found: tuple[OwnPattern | OwnPatternError, ...] = ()

    @property
    def kept(self) -> tuple[OwnPattern, ...]:
        """What can be breathed."""
        return tuple(one for one in self.found if isinstance(one, OwnPattern))

    @property
    def refused(self) -> tuple[OwnPatternError, ...]:
        """What was left out."""
        return tuple(one for one in self.found if isinstance(one, OwnPatternError))

    @property
    def patterns(self) -> Mapping[str, Pattern]:
        """The patterns by their ids."""
        return MappingProxyType({one.pattern.id: one.pattern for one in self.kept})


def read_own(path: Path) -> Own:
    """Return the own patterns of a file; without a file there are none.

    Raises:
        OwnPatternError: the file cannot be read or is no TOML. It is never changed.
    """
    found: list[OwnPattern | OwnPatternError] = []
    taken: set[str] = set()
    for number, item in enumerate(items(path), 1):
        try:
            one = _pattern(item, taken)
        except _RefusedError as error:
            name = _called(item, number)
            found.append(OwnPatternError("own_pattern", file=str(path), pattern=name, why=str(error)))
        else:
            taken.add(_folded(one.pattern.id))
            found.append(one)
    return Own(tuple(found))


def items(path: Path) -> list[object]:
    """Return what stands in a file as patterns, whatever it is; what stands beside them comes last.

    Raises:
        OwnPatternError: the file cannot be read or is no TOML.
    """
    try:
        found = read_toml(path) or {}
    except UnreadableError as error:
        raise OwnPatternError(error.code, **error.facts) from None
    listed = found.pop("patterns", [])
    return [*(listed if isinstance(listed, list) else [listed]), *found]


def own_pattern(name: str, numbers: Mapping[str, float], taken: Own) -> OwnPattern:
    """Make a pattern of a name and numbers by :data:`FIELDS`.

    Raises:
        OwnPatternError: ``own_pattern``; it does not hold, or ``taken`` has one of that name, or is full.
    """
    try:
        return _pattern({"name": name, **numbers}, {_folded(one.pattern.id) for one in taken.kept})
    except _RefusedError as error:
        raise OwnPatternError("own_pattern", file="", pattern=name, why=str(error)) from None


def numbers_of(pattern: Pattern) -> dict[str, float]:
    """Return what the file would have for a pattern, by :data:`FIELDS`."""
    return {field: getattr(pattern, name) for field, name in FIELDS.items()}


class _RefusedError(Exception):
    """Why one pattern is left out, as a sentence."""


def _refuse(key: str, **facts: object) -> NoReturn:
    raise _RefusedError(say(f"errors.pattern.{key}", **facts))


def _pattern(item: object, taken: Collection[str]) -> OwnPattern:
    if not isinstance(item, dict):
        _refuse("shape")
    if len(taken) >= MOST:
        _refuse("many", most=MOST)
    for field in item:
        if field != "name" and field not in FIELDS:
            _refuse_field(field)
    name = _name(item.get("name"), taken)
    numbers = {field: _number(field, item) for field in FIELDS}
    cycle = sum(number for field, number in numbers.items() if field != "minutes")
    low, high = BOUNDS["cycle"]
    if not low <= cycle <= high:
        _refuse("cycle", value=f"{cycle:g}", low=f"{low:g}", high=f"{high:g}")
    inhale, hold_in, exhale, hold_out, minutes = (numbers[field] for field in FIELDS)
    made = Pattern(_id(name), inhale, hold_in, exhale, hold_out, minutes, _SHORTEST, _LONGEST)
    return OwnPattern(name, _with_neighbour(made))


def _with_neighbour(pattern: Pattern) -> Pattern:
    near = neighbour(pattern, patterns()) if pattern.holds else None
    return replace(pattern, neighbour=near.id) if near else pattern


def _refuse_field(field: str) -> NoReturn:
    near = difflib.get_close_matches(field.casefold(), ["name", *FIELDS], n=1)
    if near:
        _refuse("unknown", field=_short(field), near=near[0])
    _refuse("strange", field=_short(field), known=", ".join(["name", *FIELDS]))


def _name(value: object, taken: Collection[str]) -> str:
    name = " ".join(clean(value, multiline=False).split()) if isinstance(value, str) else ""
    if not any(one.isalnum() for one in name):
        _refuse("name")
    if len(name) > LONGEST_NAME:
        _refuse("long", most=LONGEST_NAME)
    if _folded(name) in map(_folded, patterns()):
        _refuse("ours", name=name)
    if _folded(_id(name)) in taken:
        _refuse("twice", name=name)
    return name


def _id(name: str) -> str:
    """Return what records call it: the name, without what a record would not take."""
    kept = (one if one in _KEPT or unicodedata.category(one)[0] in "LNM" else " " for one in name)
    return OWN + " ".join("".join(kept).split())


def _folded(pattern_id: str) -> str:
    return pattern_id.casefold()


def _number(field: str, item: Mapping[str, object]) -> float:
    if field not in item and field not in USUAL:
        _refuse("missing", field=field)
    value = item.get(field, USUAL.get(field))
    unit = say(f"errors.pattern.{'minutes' if field == 'minutes' else 'seconds'}")
    # TOML's true and false are numbers to Python, and nobody means them as seconds.
    if isinstance(value, bool) or not isinstance(value, int | float):
        _refuse("number", field=field, unit=unit)
    low, high = BOUNDS[FIELDS[field]]
    # Compared before it becomes a float: TOML knows whole numbers that are too large for one.
    if not low <= value <= high:
        shown = f"{value:g}" if isinstance(value, float) else _short(str(value))
        _refuse("bounds", field=field, value=shown, low=f"{low:g}", high=f"{high:g}", unit=unit)
    return float(value)


def _called(item: object, number: int) -> str:
    """Return what to call a pattern in a sentence, whatever stands there."""
    name = item.get("name") if isinstance(item, dict) else item
    text = _short(name) if isinstance(name, str) else ""
    return f'"{text}"' if text else say("errors.pattern.nameless", number=number)


def _short(text: str) -> str:
    """Return what somebody wrote, fit for a sentence."""
    line = " ".join(clean(text, multiline=False).split())
    return line if len(line) <= LONGEST_NAME else f"{line[:LONGEST_NAME]}…"
