"""How two would like to breathe tonight: the way, the end, the taps, how they are; and what fits a pattern.

Nothing of it is kept beyond tonight. What does not fit the pattern that is chosen is as usual, so that
nobody has to put a choice back.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from coreg.practice.ways import WAYS, fits_beside, span_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.evening.options import Options
    from coreg.practice.breath import Pattern
    from coreg.practice.ways import Span, Way

__all__ = ["FREE", "How", "Wish", "beside_for", "can_free", "can_tap", "fitted", "span", "ways_for", "wished"]

FREE = 60.0
"""Seconds at the end without cues, where they are wished for."""


@dataclass(frozen=True, slots=True)
class How:
    """The way for two, and what comes with it.

    Attributes:
        way: see ``practice/ways.py``.
        with_: side by side, the id of b's pattern.
        free: whether the last minute is without cues.
        taps: whether both tap at each breath in.
        rate: whether both say, sealed, how it is inside before and after.
    """

    way: Way = "unison"
    with_: str = ""
    free: bool = False
    taps: bool = False
    rate: bool = False


@dataclass(slots=True)
class Wish:
    """What was chosen last tonight: the pattern, the minutes of each that were changed, and how."""

    pattern: str = ""
    minutes: dict[str, float] = field(default_factory=dict)
    how: How = How()


def beside_for(pattern: Pattern, patterns: Mapping[str, Pattern]) -> tuple[str, ...]:
    """Return the ids of the patterns that can be breathed beside one: their breaths meet within a minute."""
    if not _steady(pattern):
        return ()
    return tuple(
        id_
        for id_, other in patterns.items()
        if id_ != pattern.id and _steady(other) and fits_beside(pattern, other) is not None
    )


def _steady(pattern: Pattern) -> bool:
    return pattern.kind == "paced" and not pattern.ramp and not pattern.counted


def ways_for(pattern: Pattern, patterns: Mapping[str, Pattern]) -> tuple[Way, ...]:
    """Return the ways for two that fit a pattern, the usual one first."""
    if pattern.kind != "paced":
        return ("unison",)
    return tuple(way for way in WAYS if way != "beside" or beside_for(pattern, patterns))


def can_free(how: How, pattern: Pattern) -> bool:
    """Tell whether the last minute can be without cues."""
    return pattern.kind == "paced" and not pattern.counted and how.way != "lead"


def can_tap(how: How, pattern: Pattern) -> bool:
    """Tell whether both can tap along to hear how closely in step they were."""
    return pattern.kind != "finder" and how.way != "lead"


def fitted(how: How, pattern: Pattern, patterns: Mapping[str, Pattern]) -> How:
    """Return the wish as far as it fits a pattern; the rest of it is as usual."""
    way: Way = how.way if how.way in ways_for(pattern, patterns) else "unison"
    others = beside_for(pattern, patterns) if way == "beside" else ()
    with_ = "" if not others else how.with_ if how.with_ in others else others[0]
    now = replace(how, way=way, with_=with_)
    return replace(now, free=how.free and can_free(now, pattern), taps=how.taps and can_tap(now, pattern))


def span(how: How, pattern: Pattern, patterns: Mapping[str, Pattern]) -> Span:
    """Return the usual, the fewest and the most minutes of a pattern in a way that fits it."""
    return span_of(how.way, pattern, patterns[how.with_] if how.with_ else None)


def wished(options: Options, how: How, pattern: Pattern) -> Options:
    """Return what a plan is made of, with the wish as far as it fits the pattern."""
    found = fitted(how, pattern, options.patterns)
    taps = found.taps and not options.one_hand
    return replace(
        options,
        pattern=pattern.id,
        way=found.way,
        with_=found.with_,
        free=FREE if found.free else 0.0,
        taps=taps,
        rate=found.rate,
    )
