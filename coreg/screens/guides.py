"""What breathing sounds like: courses of breaths as guides of tones. Pure, and without Textual.

For two with closed eyes one row of tones has to do. Together it is everybody's; crossing it is ``a``'s, and
``b`` does the opposite; in turn every breath sounds, first one's and then the other's; side by side only the
breaths sound at which both meet. Whoever goes on alone hears the own breath.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from coreg.practice.course import Course, Leg, course_of
from coreg.practice.steps.find_pace import PACES, pace_pattern
from coreg.practice.ways import meetings
from coreg.sound.cues import Guide, Phase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coreg.practice.breath import Pattern
    from coreg.practice.play import Seat
    from coreg.practice.ways import Way

__all__ = ["breathing", "half_way", "pace", "phases", "track"]


def phases(course: Course) -> tuple[Phase, ...]:
    """Return the phases of a course from nought on, without what has no cues."""
    return _shown(course, _breaths(course))


def track(pattern: Pattern, seconds: float, countdown: float) -> Guide:
    """Return the guide of a pattern alone; its second nought is the beginning of the countdown."""
    if pattern.kind != "finder":
        course = course_of(pattern, seconds)
        return breathing("unison", (course, course), countdown)
    each = seconds / len(PACES)
    legs = tuple(Leg(pace, max(1, round(each / pace.cycle))) for pace in map(pace_pattern, PACES))
    return breathing("unison", (Course(legs), Course(legs)), countdown)


@lru_cache(maxsize=8)
def breathing(way: Way, courses: tuple[Course, Course], countdown: float, alone: Seat | None = None) -> Guide:
    """Return the guide of a breathing; its second nought is the beginning of the countdown.

    Args:
        way: how the two breathe.
        courses: of a and of b.
        countdown: seconds before the first breath.
        alone: who has gone on alone after a stop.
    """
    end = Phase(max(course.length for course in courses), "end", 0.0)
    return Guide.sitting([*_heard(way, courses, alone), end], countdown, bell=False)


def _heard(way: Way, courses: tuple[Course, Course], alone: Seat | None) -> tuple[Phase, ...]:
    own = courses[1] if alone == "b" else courses[0]
    match way, alone:
        case "crossing", "b":
            return _shown(own, _breaths(own, crossed=True))
        case "answer", ("a" | "b"):
            return _shown(own, _breaths(own, every=1 if alone == "b" else 0))
        case "beside", None:
            return tuple(Phase(at, "meeting", 0.0) for at in meetings(courses))
        case _:
            return phases(own)


@lru_cache(maxsize=8)
def half_way(half: float, countdown: float) -> Guide:
    """Return the guide of leading and following: the swap, and the end. A leader breathes without tones."""
    return Guide.sitting([Phase(half, "swap", 0.0), Phase(2 * half, "end", 0.0)], countdown, bell=False)


@lru_cache(maxsize=8)
def pace(course: Course, countdown: float) -> Guide:
    """Return the guide of one pace while a pace is looked for; its bell asks how it was."""
    return Guide.sitting(phases(course), countdown)


def _shown(course: Course, found: Iterable[Phase]) -> tuple[Phase, ...]:
    """Return the phases that begin before the cues end; one that is on then ends with them."""
    until = course.free_from
    return tuple(
        phase._replace(length=min(phase.length, until - phase.start))
        for phase in found
        if phase.start < until
    )


def _breaths(course: Course, *, crossed: bool = False, every: int | None = None) -> Iterator[Phase]:
    begin, number = 0.0, 0
    for leg in course.legs:
        for breath in range(leg.breaths):
            if every is None or number % 2 == every:
                yield from _breath(leg.pattern, begin + breath * leg.pattern.cycle, crossed=crossed)
            number += 1
        begin += leg.length


def _breath(pattern: Pattern, at: float, *, crossed: bool) -> Iterator[Phase]:
    filling = (("in", pattern.inhale), ("top_up", pattern.top_up), ("hold", pattern.hold_in))
    emptying = (("out", pattern.exhale), ("rest", pattern.hold_out))
    for kind, length in (*emptying, *filling) if crossed else (*filling, *emptying):
        if length > 0:
            yield Phase(at, kind, length)
        at += length
