"""Days as people say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import lines, say

if TYPE_CHECKING:
    from datetime import date, datetime

__all__ = ["day_name", "greeting", "long_day", "month_title", "on_the_wall", "short_day", "when_said"]

_WEEK = 7


def greeting(hour: int) -> str:
    """Return which greeting fits an hour 0..23: morning, afternoon, evening or night."""
    for until, name in ((5, "night"), (12, "morning"), (17, "afternoon"), (23, "evening")):
        if hour < until:
            return name
    return "night"


def long_day(day: date) -> str:
    """Return a day in full: Monday 23 November."""
    return f"{lines('dates.days')[day.weekday()]} {day.day} {lines('dates.months')[day.month - 1]}"


def short_day(day: date) -> str:
    """Return a day in a list: Mon 23."""
    return f"{lines('dates.days')[day.weekday()][:3]} {day.day:>2}"


def month_title(year: int, month: int, this_year: int) -> str:
    """Return a month, with its year where it is not this one."""
    name = lines("dates.months")[month - 1]
    return name if year == this_year else f"{name} {year}"


def day_name(day: date, today: date) -> str:
    """Return a day as it is said today: today, yesterday, Saturday, 3 November."""
    apart = (day - today).days
    if apart in (-1, 0, 1):
        return say(("dates.today", "dates.tomorrow", "dates.yesterday")[apart])
    if -_WEEK < apart < _WEEK:
        return lines("dates.days")[day.weekday()]
    text = f"{day.day} {lines('dates.months')[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def on_the_wall(moment: datetime, now: datetime) -> datetime:
    """Return a moment as the clock on the wall has it then; ``now`` says in which zone that is.

    It knows the offset of today alone, the computer that of summer and of winter.
    """
    if now.astimezone().utcoffset() == now.utcoffset():
        return moment.astimezone()
    return moment.astimezone(now.tzinfo)


def when_said(day: date, today: date) -> str:
    """Return when something was, as part of a sentence: earlier today, yesterday, on Monday."""
    if day == today:
        return say("left_open.when.today")
    if (today - day).days == 1:
        return say("left_open.when.yesterday")
    return say("left_open.when.weekday", day=day_name(day, today))
