"""Days as people type them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from coreg.commands.parser import shown
from coreg.record.trouble import Trouble

__all__ = ["day"]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AGO = re.compile(r"(\d{1,4}) ?([dwmy])")
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_LEAST_LETTERS = 3
_MONTHS = 12


def day(text: str, today: date, *, last: bool = False) -> date:
    """Return the day that is meant, seen from today; of a month or a year its first day, or its last.

    Knows 2026-11-23, 2026-11, 2026, today, yesterday, monday (the latest one), and 7d, 2w, 3m, 1y ago.

    Raises:
        Trouble: ``bad_date`` {text}.
    """
    word = text.strip().casefold()
    try:
        found = _named(word, today) or _ago(word, today) or _written(word, last=last)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        raise Trouble("bad_date", text=shown(text))
    return found


def _named(word: str, today: date) -> date | None:
    if word in ("today", "yesterday"):
        return today - timedelta(days=word == "yesterday")
    if len(word) >= _LEAST_LETTERS:
        for number, name in enumerate(_WEEKDAYS):
            if name.startswith(word):
                return today - timedelta(days=(today.weekday() - number) % len(_WEEKDAYS))
    return None


def _ago(word: str, today: date) -> date | None:
    if not (found := _AGO.fullmatch(word)):
        return None
    count = int(found[1])
    if found[2] in "dw":
        return today - timedelta(days=count * (7 if found[2] == "w" else 1))
    months = today.year * _MONTHS + today.month - 1 - count * (_MONTHS if found[2] == "y" else 1)
    year, month = divmod(months, _MONTHS)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _written(word: str, *, last: bool) -> date | None:
    if not (found := _WRITTEN.fullmatch(word)):
        return None
    year, month, number = (int(part) if part else 0 for part in found.groups())
    if not month:
        month = _MONTHS if last else 1
    if not number:
        number = monthrange(year, month)[1] if last else 1
    return date(year, month, number)
