"""What can be chosen about a breathing, as rows: the values of each, and how they are said. No Textual."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from coreg.content import say
from coreg.content.pattern_words import pattern_name
from coreg.evening.how import beside_for, can_free, can_tap, fitted, span, ways_for

if TYPE_CHECKING:
    from coreg.evening.how import How
    from coreg.practice.breath import Pattern
    from coreg.screens.house import House

__all__ = ["how_now", "how_words", "longer", "minutes_now", "row_text", "rows", "turned", "value_words"]

T = TypeVar("T")


def how_now(house: House, pattern: Pattern) -> How:
    """Return how tonight's wish would have a pattern breathed."""
    return fitted(house.wish.how, pattern, house.patterns)


def minutes_now(house: House, pattern: Pattern) -> float:
    """Return the minutes of a pattern: those chosen tonight, else the usual ones, within its bounds."""
    found = span(how_now(house, pattern), pattern, house.patterns)
    return min(found.high, max(found.low, house.wish.minutes.get(pattern.id, found.usual)))


def longer(house: House, pattern: Pattern, steps: int) -> None:
    """Make a pattern so many steps longer tonight, or shorter; a step is a minute, or a breath."""
    found = span(how_now(house, pattern), pattern, house.patterns)
    wanted = minutes_now(house, pattern) + steps * pattern.by
    house.wish.minutes[pattern.id] = min(found.high, max(found.low, wanted))


def rows(house: House, pattern: Pattern) -> tuple[str, ...]:
    """Return the ids of what can be chosen about a pattern, top to bottom."""
    how, two = how_now(house, pattern), not house.settings.one_hand
    there = {
        "way": len(ways_for(pattern, house.patterns)) > 1,
        "other": how.way == "beside",
        "minutes": True,
        "free": can_free(how, pattern),
        "taps": two and can_tap(how, pattern),
        "rate": two,
    }
    return tuple(row for row, is_there in there.items() if is_there)


def turned(house: House, pattern: Pattern, row: str, steps: int) -> None:
    """Turn a row so many values on; ways and patterns go round, minutes do not."""
    how, wish = how_now(house, pattern), house.wish
    match row:
        case "way":
            wish.how = replace(wish.how, way=_next(ways_for(pattern, house.patterns), how.way, steps))
        case "other":
            others = beside_for(pattern, house.patterns)
            wish.how = replace(wish.how, with_=_next(others, how.with_, steps))
        case "minutes":
            longer(house, pattern, steps)
        case "free":
            wish.how = replace(wish.how, free=not how.free)
        case "taps":
            wish.how = replace(wish.how, taps=not how.taps)
        case _:
            wish.how = replace(wish.how, rate=not how.rate)


def _next(values: tuple[T, ...], now: T, steps: int) -> T:
    return values[(values.index(now) + steps) % len(values)]


def value_words(house: House, pattern: Pattern, row: str, minutes: str) -> str:
    """Return what a row says now; ``minutes`` are the minutes in words."""
    how = how_now(house, pattern)
    match row:
        case "way":
            return say(f"breathe.way.{how.way}.name")
        case "other":
            return pattern_name(how.with_)
        case "minutes":
            return minutes
        case _:
            chosen = {"free": how.free, "taps": how.taps, "rate": how.rate}[row]
            return say(f"breathe.how.{row}_{'on' if chosen else 'off'}")


def row_text(house: House, pattern: Pattern, row: str) -> str:
    """Return the sentence about a row, or about the way that is chosen."""
    if row == "way":
        return say(f"breathe.way.{how_now(house, pattern).way}.about")
    return say(f"breathe.how.{row}_text")


def how_words(house: House, pattern: Pattern) -> str:
    """Return what is chosen about a pattern in one line."""
    how = how_now(house, pattern)
    parts = [say(f"breathe.way.{how.way}.name")]
    if how.with_:
        parts.append(say("breathe.how.beside", name=pattern_name(how.with_)))
    parts += [
        say(f"breathe.how.{row}_short")
        for row, on in (("free", how.free), ("taps", how.taps), ("rate", how.rate))
        if on and row in rows(house, pattern)
    ]
    return " · ".join(parts)
