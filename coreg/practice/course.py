"""A course of whole breaths: several patterns one after the other, the last of it without cues if wanted.

Like a single breath it is a function of seconds since the first breath: no ticks, no drift, no jumps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from coreg.practice.breath import Breath, breath_at, cycles_done

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.practice.breath import Pattern

__all__ = [
    "RAMP",
    "Course",
    "Leg",
    "Place",
    "course_at",
    "course_of",
    "cycles_in",
    "freed",
    "in_breaths",
    "place_at",
]

RAMP = 60.0
"""Seconds of each pattern that leads up to another (whole breaths, so about as long)."""


@dataclass(frozen=True, slots=True)
class Leg:
    """So many whole breaths of one pattern, at least one."""

    pattern: Pattern
    breaths: int

    @property
    def length(self) -> float:
        """Seconds it takes."""
        return self.breaths * self.pattern.cycle


@dataclass(frozen=True, slots=True)
class Course:
    """One leg after the other; from the second ``free_from`` on nothing is shown and nothing sounds."""

    legs: tuple[Leg, ...]
    free_from: float = inf

    @property
    def length(self) -> float:
        """Seconds from the first breath to the end of the last."""
        return sum(leg.length for leg in self.legs)

    @property
    def breaths(self) -> int:
        """Whole breaths in it."""
        return sum(leg.breaths for leg in self.legs)


@dataclass(frozen=True, slots=True)
class Place:
    """A moment of a course: the pattern that is on, seconds since it began, whole breaths before it."""

    pattern: Pattern
    within: float
    before: int


def place_at(course: Course, t: float) -> Place:
    """Return where a course is at ``t`` seconds. Beyond its end the last pattern goes on."""
    # Anything that is no time to breathe at is the beginning, as for a single breath.
    start, before = (t if 0.0 < t < inf else 0.0), 0
    for leg in course.legs[:-1]:
        if start < leg.length:
            return Place(leg.pattern, start, before)
        start, before = start - leg.length, before + leg.breaths
    return Place(course.legs[-1].pattern, start, before)


def course_at(course: Course, t: float) -> Breath:
    """Tell where the breath is ``t`` seconds after the first one began; total, and without jumps."""
    place = place_at(course, t)
    breath = breath_at(place.pattern, place.within)
    return freed(course, t, replace(breath, cycle=place.before + breath.cycle))


def freed(course: Course, t: float, breath: Breath) -> Breath:
    """Return a breath of the course as it may be shown: without a phase where there are no cues."""
    if not course.free_from <= t < inf:
        return breath
    end = course.length
    return replace(breath, phase="free", left=max(0.0, end - t), length=max(0.0, end - course.free_from))


def cycles_in(course: Course, t: float) -> int:
    """Count the whole breaths of the course that are over at ``t`` seconds."""
    place = place_at(course, t)
    return min(course.breaths, place.before + cycles_done(place.pattern, place.within))


def in_breaths(course: Course) -> tuple[float, ...]:
    """Return the seconds at which breathing in begins, without those that are not shown."""
    return tuple(at for at in _starts(course) if at < course.free_from)


def _starts(course: Course) -> Iterator[float]:
    begin = 0.0
    for leg in course.legs:
        for number in range(leg.breaths):
            yield begin + number * leg.pattern.cycle
        begin += leg.length


def course_of(pattern: Pattern, seconds: float, free: float = 0.0, per: int = 1) -> Course:
    """Return the course of a pattern: what leads up to it, then whole breaths of it.

    Args:
        pattern: what is breathed; its ``ramp`` comes first.
        seconds: how long it should take; as many breaths as are nearest to that, at least one.
        free: seconds at the end without cues, from the beginning of a breath on, so rather more than fewer.
        per: breaths that belong together; their number is a multiple of it.
    """
    legs = tuple(_leg(each, RAMP, per) for each in pattern.ramp)
    rest = seconds - sum(leg.length for leg in legs)
    whole = Course((*legs, _leg(pattern, rest, per)))
    if pattern.kind == "free":
        return replace(whole, free_from=0.0)
    return whole if free <= 0 else replace(whole, free_from=_last_start(whole, whole.length - free))


def _leg(pattern: Pattern, seconds: float, per: int) -> Leg:
    return Leg(pattern, per * max(1, round(seconds / (per * pattern.cycle))))


def _last_start(course: Course, t: float) -> float:
    """Return the beginning of the breath that is on at ``t`` (a hair of rounding is not another breath)."""
    return max((at for at in _starts(course) if at <= t + 1e-6), default=0.0)
