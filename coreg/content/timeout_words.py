"""Lengths and moments as people say them. Home reads this too, so it loads nothing of a practice."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from coreg.content import say
from coreg.content.dates import day_name

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["length_words", "when_words"]

_MINUTE = 60


def length_words(seconds: float) -> str:
    """Return a length as people say it: 30 minutes, 1 hour, 2 hours 30 minutes."""
    hours, minutes = divmod(ceil(max(0.0, seconds) / _MINUTE), _MINUTE)
    said = say("timeout.length.minutes", count=minutes)
    if not hours:
        return said
    whole = say("timeout.length.hour") if hours == 1 else say("timeout.length.hours", count=hours)
    return say("timeout.length.both", hours=whole, minutes=said) if minutes else whole


def when_words(when: datetime, now: datetime) -> str:
    """Return a moment as it is said today: 21:30, or with its day where that is another one."""
    if when.date() == now.date():
        return say("timeout.day.today", clock=f"{when:%H:%M}")
    return say("timeout.day.other", day=day_name(when.date(), now.date()), clock=f"{when:%H:%M}")
