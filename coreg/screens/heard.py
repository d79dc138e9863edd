"""What a sitting sounds like: a guide of tones, and where in it the sitting is. Pure, and without Textual."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from coreg.practice.breath import Pattern
from coreg.practice.playing import SMALL_BREATHS
from coreg.practice.steps.breathe import Breathing, pattern_of, whole_breaths
from coreg.practice.steps.turn import Turning
from coreg.sound.cues import Guide, Phase, schedule

if TYPE_CHECKING:
    from coreg.practice.sitting import Sitting

__all__ = ["TWO_LEFT", "breaths", "course", "heard", "turn"]

_SMALL = Pattern("easy46", 4.0, 0.0, 6.0, 0.0)

TWO_LEFT = 120.0
"""Seconds before the end of a turn at which it is told, softly."""

_LONG_TURN = 240.0
"""A turn of fewer seconds is not interrupted by that."""


def course(pattern: Pattern, seconds: float) -> tuple[Phase, ...]:
    """Return the phases of whole breaths that begin at nought; as many as are nearest to so many seconds."""
    parts = (
        ("in", pattern.inhale),
        ("hold", pattern.hold_in),
        ("out", pattern.exhale),
        ("rest", pattern.hold_out),
    )
    phases = []
    for number in range(max(1, round(seconds / pattern.cycle))):
        at = number * pattern.cycle
        for kind, length in parts:
            if length > 0:
                phases.append(Phase(at, kind, length))
            at += length
    return tuple(phases)


@lru_cache(maxsize=8)
def breaths(pattern: Pattern, seconds: float, countdown: float) -> Guide:
    """Return the guide of a breathing; its second nought is the beginning of the countdown."""
    return Guide.sitting(course(pattern, seconds), countdown)


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
        return breaths(_SMALL, SMALL_BREATHS, 0.0), now - sitting.breaths_from
    if sitting.phase != "running":
        return None
    play = sitting.play
    if isinstance(play, Breathing):
        step = sitting.now_step
        return breaths(pattern_of(step), whole_breaths(step), play.countdown), shown - play.since
    if isinstance(play, Turning) and play.floor.handed is None:
        floor = play.floor
        return turn(floor.since + floor.budget - floor.before, floor.budget), shown
    return None
