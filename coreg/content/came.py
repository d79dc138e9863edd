"""How often something came up, and when, as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import lines, say
from coreg.content.dates import day_name, month_title, when_said

if TYPE_CHECKING:
    from datetime import date

__all__ = ["came_up"]

_WEEK = 7
_WRITTEN_OUT = 3
"""The first number that is looked up in a list of words."""


def came_up(times: int, first: date, last: date, today: date, *, short: bool = False) -> str:
    """Return on how many days it came up since the month of the first, and when last.

    ``short`` leaves out since when.
    """
    facts = {"times": _times(times), "when": _when(last, today)}
    if short or (first.year, first.month) == (today.year, today.month):
        return say("loops.came", **facts)
    return say("loops.came_since", month=month_title(first.year, first.month, today.year), **facts)


def _times(count: int) -> str:
    if count < _WRITTEN_OUT:
        return say("loops.times.one" if count == 1 else "loops.times.two")
    words = lines("loops.times.words")
    place = count - _WRITTEN_OUT
    return say("loops.times.many", count=words[place] if place < len(words) else count)


def _when(day: date, today: date) -> str:
    if 0 <= (today - day).days < _WEEK:
        return when_said(day, today)
    return say("loops.times.on", day=day_name(day, today))
