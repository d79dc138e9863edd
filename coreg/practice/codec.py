"""A sitting as plain data and back: what the journal on disk is made of.

Every value carries the name of its kind, so a snapshot can be read by itself; a kind or a field that
is not known is refused rather than guessed.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass

from coreg.practice import breathed, floor, parts, play, script, sitting, step, suggest
from coreg.practice.steps import (
    alternate,
    ask,
    breathe,
    choose,
    find_pace,
    form,
    gate,
    lead,
    opening,
    reveal,
    say,
    sealed,
    stay,
    turn,
    wait,
    write,
)

__all__ = ["CodecError", "from_plain", "to_plain"]

_MODULES = (
    *(breathed, floor, parts, play, script, sitting, step, suggest),
    *(alternate, ask, breathe, choose, find_pace, form, gate, lead),
    *(opening, reveal, say, sealed, stay, turn, wait, write),
)
_KINDS: dict[str, type] = {
    name: found
    for module in _MODULES
    for name, found in vars(module).items()
    if isinstance(found, type) and is_dataclass(found) and found.__module__ == module.__name__
}
_TAG = "_"


def _usual(kind: type) -> dict[str, object]:
    """Return the fields that a kind of value need not have, with what they hold then."""
    found = ((item.name, item.default, item.default_factory) for item in fields(kind))
    return {
        name: made() if made is not MISSING else default
        for name, default, made in found
        if made is not MISSING or default is not MISSING
    }


_USUAL = {kind.__name__: _usual(kind) for kind in (script.Script, step.Step)}
"""Of these only what is not as usual is written: a talk has many steps, and a step many fields."""


class CodecError(ValueError):
    """Data that no sitting was ever written as."""


def to_plain(value: object) -> object:
    """Return a value as dicts, lists, text, numbers and None."""
    if is_dataclass(value) and not isinstance(value, type):
        plain: dict[str, object] = {_TAG: type(value).__name__}
        usual = _USUAL.get(type(value).__name__, {})
        plain.update(
            (item.name, to_plain(getattr(value, item.name)))
            for item in fields(value)
            if item.name not in usual or getattr(value, item.name) != usual[item.name]
        )
        return plain
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset):
        return {_TAG: "frozenset", "of": sorted(str(item) for item in value)}
    if isinstance(value, dict):
        return {_TAG: "dict", "of": [[key, to_plain(item)] for key, item in value.items()]}
    return value


def from_plain(plain: object) -> object:
    """Return the value that :func:`to_plain` was given.

    Raises:
        CodecError: an unknown kind, or fields that do not fit it.
    """
    if isinstance(plain, list):
        return tuple(from_plain(item) for item in plain)
    if not isinstance(plain, dict):
        return plain
    name = plain.get(_TAG)
    try:
        if name == "frozenset":
            return frozenset(from_plain(item) for item in plain["of"])
        if name == "dict":
            return {key: from_plain(item) for key, item in plain["of"]}
        return _KINDS[str(name)](**{key: from_plain(item) for key, item in plain.items() if key != _TAG})
    except (KeyError, TypeError, ValueError) as error:
        raise CodecError(str(name)) from error
