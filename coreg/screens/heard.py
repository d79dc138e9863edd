"""What a sitting sounds like: a guide of tones, and where in it the sitting is. Pure, and without Textual."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from coreg.practice.breath import Pattern
from coreg.practice.playing import SMALL_BREATHS
from coreg.practice.steps.breathe import Breathing, courses_in, way_of
from coreg.practice.steps.find_pace import Finding, course_in
from coreg.practice.steps.lead import Leading
from coreg.practice.steps.stay import SLOW, Staying
from coreg.practice.steps.turn import Turning
from coreg.screens.guides import breathing, half_way, pace, track
from coreg.sound.cues import Guide, Phase, schedule

if TYPE_CHECKING:
    from coreg.practice.play import Step
    from coreg.practice.sitting import Sitting

__all__ = ["TWO_LEFT", "heard", "turn"]

_SMALL = Pattern("easy46", 4.0, 0.0, 6.0, 0.0)

TWO_LEFT = 120.0
"""Seconds before the end of a turn at which it is told, softly."""

_LONG_TURN = 240.0
"""A turn of fewer seconds is not interrupted by that."""


@lru_cache(maxsize=8)
def turn(end: float, budget: float) -> Guide:
    """Return the guide of a turn to speak that is up at an active second, in active seconds."""
    marks = [Phase(end, "turn_end", 0.0)]
    if budget >= _LONG_TURN:
        marks.append(Phase(end - TWO_LEFT, "two_left", 0.0))
    return Guide(schedule(marks))


def heard(sitting: Sitting, shown: float, now: float) -> tuple[Guide, float] | None:
    """Return what is to be heard and at which second of it the sitting is; None: nothing, or time stands.

    Args:
        sitting: as it is.
        shown: its active seconds.
        now: its session time (s).
    """
    if sitting.phase == "breaths":
        return track(_SMALL, SMALL_BREATHS, 0.0), now - sitting.breaths_from
    if sitting.phase != "running":
        return None
    play = sitting.play
    if isinstance(play, Breathing | Leading | Finding | Staying):
        return _breathed(sitting.now_step, play, shown)
    if isinstance(play, Turning) and play.floor.handed is None:
        floor = play.floor
        return turn(floor.since + floor.budget - floor.before, floor.budget), shown
    return None


def _breathed(
    step: Step, play: Breathing | Leading | Finding | Staying, shown: float
) -> tuple[Guide, float] | None:
    match play:
        case Staying():
            guide = track(SLOW, step.seconds, 0.0)
        case Breathing():
            guide = breathing(way_of(step), courses_in(step), play.countdown, play.alone)
        case Leading() if not play.told(shown):
            guide = half_way(play.half, play.countdown)
        case Finding(rating=None, told=False):
            guide = pace(course_in(step, play.pace), play.countdown)
        case _:
            return None
    return guide, shown - play.since
