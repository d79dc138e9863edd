"""Ways for two to breathe on one course: together, crossing, in turn, or each on an own pattern.

* ``unison``: both the same.
* ``crossing``: ``b`` is on the same cycle, shifted so that ``a`` begins to breathe in as ``b`` begins to
  breathe out. With in and out of one length each breathes in while the other breathes out; with a longer
  out both breathe out for a moment before ``b`` breathes in. ``b`` begins, and ends, with full lungs.
* ``answer``: ``a`` breathes once while ``b`` rests in the own way, then ``b`` while ``a`` rests.
* ``beside``: each an own pattern; after a common multiple of both cycles their breaths begin together.
* ``lead``: one leads and the other follows, which no clock can say (``practice/leading.py``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from math import inf, lcm
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from coreg.practice.breath import Breath, breath_at
from coreg.practice.course import Course, Leg, course_at, course_of, freed, in_breaths, place_at

if TYPE_CHECKING:
    from coreg.practice.breath import Pattern

__all__ = [
    "MOST_APART",
    "WAYS",
    "Span",
    "Two",
    "Way",
    "courses_of",
    "cues_of",
    "fits_beside",
    "meetings",
    "span_of",
    "two_at",
]

Way: TypeAlias = Literal["unison", "crossing", "answer", "lead", "beside"]

WAYS: tuple[Way, ...] = get_args(Way)

MOST_APART = 60
"""Seconds within which two patterns side by side have to meet."""


class Span(NamedTuple):
    """Minutes of a sitting: the usual, the fewest and the most that are offered."""

    usual: float
    low: float
    high: float


_SPANS: dict[Way, Span] = {
    "crossing": Span(3.0, 1.0, 10.0),
    "answer": Span(3.0, 1.0, 10.0),
    # Two minutes each way, one to five.
    "lead": Span(4.0, 2.0, 10.0),
}


@dataclass(frozen=True, slots=True)
class Two:
    """Both breaths of one moment, and whether it is one at which two patterns side by side meet."""

    a: Breath
    b: Breath
    meets: bool = False


def span_of(way: Way, pattern: Pattern, beside: Pattern | None = None) -> Span:
    """Return the minutes that are offered of a way with a pattern (and another one beside it)."""
    if way == "lead":
        return _SPANS[way]
    own = [Span(each.minutes, each.low, each.high) for each in (pattern, beside) if each is not None]
    usual, low, high = _SPANS.get(way, own[0])
    # A pattern that others lead up to needs its time; any other may be as short as its way is.
    lows = [span.low for span in own] if way not in _SPANS or pattern.ramp else []
    low, high = max(low, *lows) if lows else low, min(high, *(span.high for span in own))
    return Span(min(high, max(low, usual)), min(low, high), high)


@lru_cache(maxsize=4096)
def fits_beside(one: Pattern, other: Pattern) -> float | None:
    """Return the seconds after which breaths of both begin together; None when that is more than 60.

    Exact: lengths count as the decimal numbers they were written as.
    """
    first, second = (_exact(pattern) for pattern in (one, other))
    common = Fraction(
        lcm(first.numerator * second.denominator, second.numerator * first.denominator),
        first.denominator * second.denominator,
    )
    return float(common) if common <= MOST_APART else None


def _exact(pattern: Pattern) -> Fraction:
    lengths = (pattern.inhale, pattern.top_up, pattern.hold_in, pattern.exhale, pattern.hold_out)
    return sum((Fraction(repr(length)) for length in lengths), Fraction(0))


def courses_of(
    way: Way, pattern: Pattern, seconds: float, free: float = 0.0, beside: Pattern | None = None
) -> tuple[Course, Course]:
    """Return the courses of a and b; the same one twice unless they breathe side by side.

    In turn, breaths come in twos, so that both have as many. Side by side both end where they meet;
    patterns that do not meet within a minute end each with the whole breath nearest to the time.
    """
    if way == "beside" and beside is not None:
        return _beside(pattern, beside, seconds, free)
    course = course_of(pattern, seconds, free, per=2 if way == "answer" else 1)
    return course, course


def _beside(one: Pattern, other: Pattern, seconds: float, free: float) -> tuple[Course, Course]:
    common = fits_beside(one, other)
    if common is None:
        return course_of(one, seconds, free), course_of(other, seconds, free)
    whole = common * max(1, round(seconds / common))
    # Both go without cues from one moment on, the beginning of a breath where they meet.
    free_from = max(0.0, (whole - free) // common * common) if free > 0 else inf
    first, second = (
        Course((Leg(pattern, round(whole / pattern.cycle)),), free_from) for pattern in (one, other)
    )
    return first, second


def two_at(way: Way, courses: tuple[Course, Course], t: float) -> Two:
    """Tell where both breaths are ``t`` seconds after the first one began; total, and without jumps.

    Leading and following is not known here: it shows as both together.
    """
    mine, theirs = courses
    match way:
        case "crossing":
            return Two(course_at(mine, t), _crossed(theirs, t))
        case "answer":
            return Two(_in_turn(mine, t, 0), _in_turn(theirs, t, 1))
        case "beside":
            return Two(course_at(mine, t), course_at(theirs, t), _meets(courses, t))
        case _:
            return Two(course_at(mine, t), course_at(theirs, t))


def _crossed(course: Course, t: float) -> Breath:
    """Return the breath of the one who begins with breathing out."""
    place = place_at(course, t)
    breath = breath_at(place.pattern, place.within + place.pattern.out_from)
    return freed(course, t, replace(breath, cycle=place.before + breath.cycle))


def _in_turn(course: Course, t: float, place: int) -> Breath:
    """Return the breath of the one who has every other cycle, beginning with the first or the second."""
    breath = course_at(replace(course, free_from=inf), t)
    own = breath.cycle % 2 == place
    cycle = (breath.cycle + 1 - place) // 2
    if own:
        return freed(course, t, replace(breath, cycle=breath.cycle // 2))
    at = place_at(course, t)
    left = at.pattern.cycle - at.within % at.pattern.cycle
    return freed(course, t, Breath("rest", 0.0, left, cycle, at.pattern.cycle))


def _meets(courses: tuple[Course, Course], t: float) -> bool:
    one, other = (course.legs[-1].pattern for course in courses)
    common = fits_beside(one, other)
    if common is None or not 0.0 <= t < min(courses[0].free_from, courses[1].free_from):
        return False
    return t % common < min(one.cycle, other.cycle)


def cues_of(way: Way, courses: tuple[Course, Course]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the seconds at which a and b are shown to begin breathing in, none of them without cues."""
    mine, theirs = courses
    first, second = in_breaths(mine), in_breaths(theirs)
    match way:
        case "crossing":
            return first, _crossed_cues(theirs)
        case "answer":
            return first[::2], second[1::2]
        case _:
            return first, second


def _crossed_cues(course: Course) -> tuple[float, ...]:
    """Return the breaths in of the one who begins with out: each a whole breath after the out would begin."""
    begins = ((at, place_at(course, at + 1e-6).pattern) for at in in_breaths(replace(course, free_from=inf)))
    found = (at + pattern.cycle - pattern.out_from for at, pattern in begins)
    return tuple(at for at in found if at < course.free_from)


def meetings(courses: tuple[Course, Course]) -> tuple[float, ...]:
    """Return the seconds at which breaths of two courses side by side begin together, after the first."""
    one, other = (course.legs[-1].pattern for course in courses)
    common = fits_beside(one, other)
    if common is None:
        return ()
    until = min(*(course.length - 1e-6 for course in courses), *(course.free_from for course in courses))
    count = 1
    found = []
    while count * common < until:
        found.append(count * common)
        count += 1
    return tuple(found)
