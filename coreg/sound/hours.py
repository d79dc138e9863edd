"""Quiet hours: from one time of the day to another, across midnight too. Pure."""

from __future__ import annotations

import re

__all__ = ["is_quiet", "minute_of"]

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


def minute_of(text: str) -> int | None:
    """Return the minute of the day that "22:00" names, or None when it names none."""
    found = _TIME.fullmatch(text)
    return int(found[1]) * 60 + int(found[2]) if found else None


def is_quiet(minute: int, start: str, end: str) -> bool:
    """Tell whether a minute of the day lies in the quiet hours: the first minute does, the last does not.

    Where either end is missing, or both are the same, there are none.
    """
    first, last = minute_of(start), minute_of(end)
    if first is None or last is None or first == last:
        return False
    if first < last:
        return first <= minute < last
    return minute >= first or minute < last
