"""What each field of a script file may hold, and which fields there are."""

from __future__ import annotations

import re
from difflib import get_close_matches
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from coreg.practice.step import StepError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["PART_FIELDS", "SCRIPT_FIELDS", "STEP_FIELDS", "is_id", "is_option_id", "known"]

_MOST = 24 * 3600.0
_MOST_TEXT = 2_000
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")
_OPTION_ID = re.compile(r"[a-z0-9_]{1,40}")


def is_id(value: object) -> bool:
    """Tell whether a value can be an id: small letters, digits and underscores, a letter first."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def is_option_id(value: object) -> bool:
    """Tell whether a value can be what an answer is kept as: an id that may begin with a digit."""
    return isinstance(value, str) and _OPTION_ID.fullmatch(value) is not None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _MOST_TEXT


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    # TOML knows true, nan and inf, and nobody means them as a number of seconds or minutes.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return 0 <= value <= _MOST and isfinite(value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and _is_number(value)


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _is_words(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_options(value: object) -> bool:
    return isinstance(value, list) and all(_is_words(one) and one.keys() == {"id", "text"} for one in value)


def _is_params(value: object) -> bool:
    return isinstance(value, dict) and all(
        _is_text(one) or _is_flag(one) or _is_number(one) for one in value.values()
    )


STEP_FIELDS: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "id": _is_text,
        "kind": _is_text,
        "who": _is_text,
        "seconds": _is_number,
        "stretch": _is_flag,
        "low": _is_number,
        "high": _is_number,
        "below": _is_number,
        "unless": _is_text,
        "keeps": _is_text,
        "words": _is_words,
        "hints": _is_texts,
        "options": _is_options,
        "params": _is_params,
        "next": _is_words,
        "most": _is_count,
        "count": _is_flag,
        "part": _is_text,
        "swap": _is_flag,
    }
)
"""The fields of a step."""

PART_FIELDS: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {"id": _is_text, "rounds": _is_count, "fewest": _is_count, "most": _is_count, "swap": _is_text}
)
"""The fields of a part."""

SCRIPT_FIELDS: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "id": _is_text,
        "name": _is_text,
        "about": _is_text,
        "minutes": _is_number,
        "low": _is_number,
        "high": _is_number,
        "by": _is_number,
        "evidence": _is_text,
        "caution": _is_text,
        "reminders": _is_texts,
        "part": _is_list,
        "step": _is_list,
    }
)
"""The fields of a script."""


def known(data: Mapping[str, Any], fields: Mapping[str, Callable[[object], bool]], *, where: str) -> None:
    """Hold the fields of a table against those there are.

    Raises:
        StepError: ``script_field`` or ``script_type``.
    """
    for name, value in data.items():
        if name not in fields:
            near = get_close_matches(name, fields, 1)
            raise StepError("script_field", where=where, field=name, near=near[0] if near else min(fields))
        if not fields[name](value):
            raise StepError("script_type", where=where, field=name)
