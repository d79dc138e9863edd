"""The voice of breathing: one line for each part of a breath, or for each breath, or now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.score import now_told, score, told_between
from coreg.plain.steps.base import OFTEN, Voice
from coreg.plain.wording import cue_line
from coreg.practice.breath import Pattern, shown_seconds
from coreg.practice.course import Course, Leg
from coreg.practice.playing import SMALL_BREATHS
from coreg.practice.steps.breathe import Breathing, courses_in, way_of, whole_breaths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coreg.plain.scene import Moment, Scene
    from coreg.plain.score import Cue
    from coreg.practice.play import Seat
    from coreg.practice.ways import Way

__all__ = [
    "SMALL_COURSE",
    "BreathVoice",
    "SmallVoice",
    "countdown_line",
    "course_lines",
    "course_wait",
    "lines",
]

_SMALL = Pattern("easy46", 4.0, 0.0, 6.0, 0.0)
SMALL_COURSE = Course((Leg(_SMALL, round(SMALL_BREATHS / _SMALL.cycle)),))
_SOONEST = 0.005
_END = 1e-3


def countdown_line(left: float) -> str:
    """Return how long it is until the first breath."""
    seconds = shown_seconds(left)
    return say("plain.first_one") if seconds == 1 else say("plain.first", seconds=seconds)


def lines(
    scene: Scene,
    way: Way,
    courses: tuple[Course, Course],
    alone: Seat | None,
    since: float,
    at: float,
) -> Iterable[str]:
    """Return what becomes due after ``since`` and up to ``at``, in seconds since the first breath began.

    However much that was, it is one line at most, the latest: nobody is told what was a while ago.
    """
    found = score(way, courses, alone, scene.manner.cues)
    cue = told_between(found, since, at)
    return () if cue is None else (cue_line(cue, scene),)


def course_lines(scene: Scene, course: Course, since: float, at: float) -> Iterable[str]:
    """Return what becomes due where both breathe one course together."""
    return lines(scene, "unison", (course, course), None, since, at)


def course_wait(found: tuple[Cue, ...], at: float) -> float:
    """Return the seconds until the next line of a score."""
    ahead = next((cue.at - at for cue in found if cue.at > at), OFTEN)
    return min(OFTEN, max(_SOONEST, ahead))


class BreathVoice(Voice):
    """Breathing by the clock, in any way for two."""

    def begin(self, scene: Scene) -> Iterable[str]:
        """Say when the first breath begins."""
        play = scene.sitting.play
        if isinstance(play, Breathing) and play.at(scene.t) < 0:
            yield countdown_line(-play.at(scene.t))

    def between(self, scene: Scene, since: Moment) -> Iterable[str]:
        """Say the part of the breath that has begun."""
        play = scene.sitting.play
        if not isinstance(play, Breathing):
            return ()
        step = scene.step
        return lines(scene, way_of(step), courses_in(step), play.alone, play.at(since.t), play.at(scene.t))

    def again(self, scene: Scene) -> Iterable[str]:
        """Say what is on, with the seconds that are left of it."""
        play = scene.sitting.play
        if not isinstance(play, Breathing):
            return
        at, step = play.at(scene.t), scene.step
        if at < 0:
            yield countdown_line(-at)
        elif at < whole_breaths(step) - _END:
            yield cue_line(now_told(way_of(step), courses_in(step), play.alone, at), scene)

    def keys(self, scene: Scene) -> Iterable[str]:
        """Yield the own keys, where both tap along."""
        left, right = scene.both("main")
        return (say("plain.way.taps", left=left, right=right),) if scene.step.params.get("taps") else ()

    def wait(self, scene: Scene) -> float:
        """Return the seconds until the next line."""
        play = scene.sitting.play
        if not isinstance(play, Breathing):
            return OFTEN
        found = score(way_of(scene.step), courses_in(scene.step), play.alone, scene.manner.cues)
        return course_wait(found, play.at(scene.t))


class SmallVoice(Voice):
    """A minute of small breaths, wherever they were asked for."""

    def begin(self, scene: Scene) -> Iterable[str]:
        """Say what they are."""
        yield say("plain.small")

    def between(self, scene: Scene, since: Moment) -> Iterable[str]:
        """Say the part of the breath that has begun; they count in session time."""
        begun = scene.sitting.breaths_from
        return course_lines(scene, SMALL_COURSE, since.now - begun, scene.now - begun)

    def wait(self, scene: Scene) -> float:
        """Return the seconds until the next line."""
        found = score("unison", (SMALL_COURSE, SMALL_COURSE), None, scene.manner.cues)
        return course_wait(found, scene.now - scene.sitting.breaths_from)
