"""What is said of a breathing, and when: all of it known beforehand, as a score is. Pure.

A line is read out in about two seconds, so two lines never begin closer together: what is shorter is told
with what comes before it. All times are seconds since the first breath began.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil, inf
from typing import TYPE_CHECKING, NamedTuple

from coreg.practice.course import course_at, place_at
from coreg.practice.play import SEATS
from coreg.practice.ways import meetings, two_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from coreg.plain.scene import Cues
    from coreg.practice.breath import Breath
    from coreg.practice.course import Course
    from coreg.practice.play import Seat
    from coreg.practice.ways import Way

__all__ = ["APART", "Cue", "Told", "now_told", "score", "told_between"]

APART = 2.0
"""Seconds that lie between two lines at least; a part of a breath that is shorter has no line of its own."""

FEW = 4
"""Breaths from one line to the next where few are wanted."""

_HAIR = 1e-6
_SAME = 0.01
"""Seconds within which two moments are one."""
_MINUTE = 60.0


class Told(NamedTuple):
    """One part of a breath as it is told: its word (a key of ``breathe.word``), its seconds, and whose it is.

    ``seat`` is None where it is everybody's, or was told a moment ago; ``then``: it begins after the part
    before it in the line, and is another's.
    """

    word: str
    seconds: float
    seat: Seat | None = None
    then: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """One line: when, what begins then (and shortly after), whether both meet, how many minutes are left.

    ``minutes`` is 0 where nothing is said about them.
    """

    at: float
    told: tuple[Told, ...]
    meets: bool = False
    minutes: int = 0


class _Track(NamedTuple):
    """Whose breath it is (None: everybody's), and where it is at a moment."""

    seat: Seat | None
    course: Course
    at: Callable[[float], Breath]


@lru_cache(maxsize=8)
def score(way: Way, courses: tuple[Course, Course], alone: Seat | None, cues: Cues) -> tuple[Cue, ...]:
    """Return all lines of a breathing, in their order.

    Args:
        way: how the two breathe.
        courses: of a and of b.
        alone: who goes on alone after a stop, and is told of the own breath only.
        cues: how often something is said.
    """
    end = max(course.length for course in courses)
    changes = sorted(_all_changes(way, courses, alone), key=lambda change: change[0])
    named = alone is None and way in ("crossing", "beside")
    if cues == "every":
        groups = _grouped(changes)
    elif named:
        groups = _grouped(change for change in changes if _begins(way, change[1]))
    else:
        groups = _breaths(changes)
    met = (0.0, *meetings(courses)) if way == "beside" and alone is None else ()
    found = tuple(Cue(at, told, any(abs(at - one) < _SAME for one in met[1:])) for at, told in groups)
    if cues == "few":
        found = _few(found, met)
    return tuple(_with_minutes(found, end))


def told_between(found: tuple[Cue, ...], since: float, t: float) -> Cue | None:
    """Return the last line that is due after ``since`` and up to ``t``: what is over is not told late."""
    last = bisect_right(found, t, key=lambda cue: cue.at)
    first = bisect_right(found, since, key=lambda cue: cue.at)
    return found[last - 1] if last > first else None


def now_told(way: Way, courses: tuple[Course, Course], alone: Seat | None, t: float) -> Cue:
    """Return where everybody is at a moment, with the seconds that are left of it."""
    told = []
    for track in _tracks(way, courses, alone):
        breath = track.at(t)
        told.append(_told(track, t, replace(breath, length=breath.seconds)))
    return Cue(t, tuple(told))


def _tracks(way: Way, courses: tuple[Course, Course], alone: Seat | None) -> tuple[_Track, ...]:
    a = _Track("a", courses[0], lambda t: two_at(way, courses, t).a)
    b = _Track("b", courses[1], lambda t: two_at(way, courses, t).b)
    if alone is not None:
        return ((a if alone == "a" else b)._replace(seat=None),)
    if way in ("crossing", "beside"):
        return a, b
    # In turn every breath is told, first one's and then the other's.
    return (_Track(None, courses[0], lambda t: course_at(courses[0], t)),)


def _all_changes(
    way: Way, courses: tuple[Course, Course], alone: Seat | None
) -> Iterator[tuple[float, Told]]:
    for track in _tracks(way, courses, alone):
        turns = way == "answer" and alone is None
        for at, breath in _changes(track):
            told = _told(track, at, breath)
            yield at, told._replace(seat=SEATS[breath.cycle % 2]) if turns and breath.phase == "in" else told


def _changes(track: _Track) -> Iterator[tuple[float, Breath]]:
    """Yield every moment before the end at which a part of a breath begins, and that part."""
    t = 0.0
    while t < track.course.length - 2 * _HAIR:
        breath = track.at(t + _HAIR)
        yield t, breath
        t += _HAIR + max(breath.left, _HAIR)


def _told(track: _Track, at: float, breath: Breath) -> Told:
    hums = breath.phase == "out" and place_at(track.course, at + _HAIR).pattern.hummed
    seconds = breath.length if breath.phase != "free" else 0.0
    return Told("hum" if hums else breath.phase, seconds, track.seat)


def _grouped(changes: Iterable[tuple[float, Told]]) -> tuple[tuple[float, tuple[Told, ...]], ...]:
    """Put together what begins too soon after a line to have its own, or is too short for one."""
    groups: list[tuple[float, tuple[Told, ...]]] = []
    for at, told in changes:
        gone = at - groups[-1][0] if groups else inf
        short = bool(groups) and told.seconds < APART and told.word != "free"
        if gone < APART - _SAME or short:
            begun, before = groups[-1]
            later = gone > _SAME and told.seat is not None and told.seat != before[-1].seat
            groups[-1] = (begun, (*before, told._replace(then=later)))
        else:
            groups.append((at, (told,)))
    return tuple(groups)


def _breaths(changes: Iterable[tuple[float, Told]]) -> tuple[tuple[float, tuple[Told, ...]], ...]:
    """Put together what belongs to one breath."""
    groups: list[tuple[float, tuple[Told, ...]]] = []
    for at, told in changes:
        if groups and told.word not in ("in", "free"):
            groups[-1] = (groups[-1][0], (*groups[-1][1], told))
        else:
            groups.append((at, (told,)))
    return tuple(groups)


def _begins(way: Way, told: Told) -> bool:
    """Tell whether somebody's breath begins: crossing, that of b begins with breathing out."""
    out = way == "crossing" and told.seat == "b"
    return told.word in (("out", "hum", "free") if out else ("in", "free"))


def _few(found: tuple[Cue, ...], met: tuple[float, ...]) -> tuple[Cue, ...]:
    """Leave one line in four; side by side, those where both meet."""

    def stays(number: int, cue: Cue) -> bool:
        if any(told.word == "free" for told in cue.told):
            return True
        return any(abs(cue.at - one) < _SAME for one in met) if met else number % FEW == 0

    return tuple(cue for number, cue in enumerate(found) if stays(number, cue))


def _with_minutes(found: tuple[Cue, ...], end: float) -> Iterator[Cue]:
    """Say with the first breath after each whole minute how many are left."""
    said = round(end / _MINUTE)
    for cue in found:
        left = (end - cue.at) / _MINUTE
        if cue.told[0].word == "in" and 0 < ceil(left - _SAME) < said:
            # Where lines are few, this one may come long after the minute was full.
            said = max(1, round(left))
            yield replace(cue, minutes=said)
        else:
            yield cue
