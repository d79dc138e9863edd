"""Breathing together for a while: a countdown, whole breaths, a gentle end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from coreg.practice.breath import Pattern, lead_in
from coreg.practice.breathed import Breathed, Tapped
from coreg.practice.course import cycles_in
from coreg.practice.play import Move, Pressed, Skipped, StepError, Ticked
from coreg.practice.steps.base import Kind, ended, ends
from coreg.practice.ways import WAYS, courses_of, cues_of, two_at
from coreg.practice.written import pattern_written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.practice.course import Course
    from coreg.practice.play import Context, Event, Keep, Seat, Step
    from coreg.practice.ways import Two, Way

__all__ = [
    "LONGEST_TAPS",
    "Breathe",
    "Breathing",
    "courses_in",
    "other_pattern",
    "pattern_of",
    "two_of",
    "way_of",
    "whole_breaths",
]

LONGEST_TAPS = 600
"""Taps that are kept of one person: twenty minutes at a breath every two seconds."""

APART = 0.3
"""Seconds within which a second tap is the keyboard repeating itself."""

_LENGTHS = ("inhale", "hold_in", "exhale", "hold_out", "top_up")


@dataclass(frozen=True, slots=True)
class Breathing:
    """When the countdown began; the first breath begins ``countdown`` seconds later.

    ``a`` and ``b`` are the taps of both, where taps were asked for (s since the first breath began);
    ``alone`` who breathes on alone after a stop. That ends with the step, and is in no record. ``guided``
    says that small breaths came in between: of a breathing without cues taps then say nothing any more.
    """

    since: float
    countdown: float
    a: tuple[float, ...] = ()
    b: tuple[float, ...] = ()
    alone: Seat | None = None
    guided: bool = False

    def at(self, t: float) -> float:
        """Return the seconds since the first in-breath; below nought the countdown runs."""
        return t - self.since - self.countdown

    def takes_taps(self, step: Step) -> bool:
        """Tell whether a press of the own key is a tap: asked for, and not after what spoils them."""
        return bool(step.params.get("taps")) and self.alone is None and not self.guided

    def tapped(self, seat: Seat, at: float) -> Breathing:
        """Return the state with a tap more, unless it is too early, too soon after the last, or too many."""
        taps = self.a if seat == "a" else self.b
        if at < 0 or len(taps) >= LONGEST_TAPS or (taps and at - taps[-1] < APART):
            return self
        more = (*taps, at)
        return replace(self, a=more) if seat == "a" else replace(self, b=more)


def pattern_of(step: Step) -> Pattern:
    """Return the pattern that stands in the step's parameters (seconds of in, hold, out, hold ...).

    Raises:
        ValueError: it is none, or (PatternError) it leaves the safe bounds.
    """
    return _pattern(step.params)


def other_pattern(step: Step) -> Pattern | None:
    """Return the pattern of whoever breathes side by side with an own one, if the step has one.

    Raises:
        ValueError: it is none, or (PatternError) it leaves the safe bounds.
    """
    return _other(step.params)


def way_of(step: Step) -> Way:
    """Return the way in which the two breathe.

    Raises:
        ValueError: there is no such way.
    """
    wanted = str(step.params.get("way", "unison"))
    found = next((way for way in WAYS if way == wanted), None)
    if found is None:
        raise ValueError(wanted)
    return found


def courses_in(step: Step) -> tuple[Course, Course]:
    """Return the courses of a and b: whole breaths nearest to the step's seconds."""
    return _courses(way_of(step), tuple(step.params.items()), step.seconds)


@lru_cache(maxsize=16)
def _courses(
    way: Way, told: tuple[tuple[str, str | float | int | bool], ...], seconds: float
) -> tuple[Course, Course]:
    # Asked for at every frame of a breath, and always the same.
    params = dict(told)
    return courses_of(way, _pattern(params), seconds, float(params.get("free", 0.0)), _other(params))


def _pattern(params: Mapping[str, str | float | int | bool]) -> Pattern:
    name = str(params.get("pattern", ""))
    inhale, hold_in, exhale, hold_out, top_up = (float(params.get(each, 0.0)) for each in _LENGTHS)
    return Pattern(
        *(name, inhale, hold_in, exhale, hold_out),
        top_up=top_up,
        hummed=bool(params.get("hummed", False)),
        kind="free" if params.get("kind") == "free" else "paced",
        ramp=tuple(pattern_written(name, text) for text in str(params.get("ramp", "")).split()),
    )


def _other(params: Mapping[str, str | float | int | bool]) -> Pattern | None:
    text = str(params.get("with_lengths", ""))
    return pattern_written(str(params.get("with", "")), text) if text else None


def two_of(step: Step, at: float) -> Two:
    """Return where both breaths are, ``at`` seconds after the first one began (:meth:`Breathing.at`)."""
    return two_at(way_of(step), courses_in(step), at)


def whole_breaths(step: Step) -> float:
    """Return how long the breathing takes: the whole breaths nearest to the step's seconds."""
    return max(course.length for course in courses_in(step))


class Breathe(Kind[Breathing]):
    """Ends by itself with the last whole breath."""

    def begin(self, step: Step, context: Context, t: float) -> Breathing:
        """Begin with the countdown."""
        return Breathing(t, lead_in(float(step.params.get("countdown", 0)), 0.0))

    def apply(self, step: Step, play: Breathing, event: Event, context: Context) -> Move:
        """End with what was breathed when it is passed over, else go on."""
        if isinstance(event, Skipped):
            return Move(None, self.left(step, play, event.at))
        return self.on(step, play, event, context)

    def on(self, step: Step, play: Breathing, event: Event, context: Context) -> Move:
        """End with the last breath; take taps where they were asked for."""
        first = play.since + play.countdown
        match event:
            case Ticked(at) if ended(first, whole_breaths(step), at):
                return Move(None, self.left(step, play, at))
            case Pressed(at, seat) if play.takes_taps(step):
                return Move(play.tapped(seat, play.at(at)))
            case _:
                return Move(play)

    def left(self, step: Step, play: Breathing, t: float) -> tuple[Keep, ...]:
        """Return how many breaths were breathed until ``t``, and the taps of both."""
        at = max(0.0, play.at(t))
        one, other = courses_in(step)
        # Without any cues nobody knows how many breaths it were.
        free = pattern_of(step).kind == "free"
        breathed = () if free else (Breathed(cycles_in(one, at), cycles_in(other, at)),)
        if not (play.a or play.b):
            return breathed
        shown = cues_of(way_of(step), (one, other))
        cues_a, cues_b = (tuple(cue for cue in each if cue < at) for each in shown)
        return *breathed, Tapped(play.a, play.b, cues_a, cues_b, min(one.free_from, at), at)

    def due(self, step: Step, play: Breathing, after: float) -> float | None:
        """Return the end of the last breath."""
        return ends(play.since + play.countdown, whole_breaths(step), after)

    def journal(self, step: Step, play: Breathing, context: Context, t: float) -> Breathing:
        """Leave out who breathes on alone: it is taken up again by both."""
        return replace(play, alone=None)

    def check(self, step: Step) -> None:
        """Need patterns within the safe bounds, a way there is, and numbers throughout."""
        try:
            courses_in(step)
            float(step.params.get("countdown", 0))
        except ValueError as error:
            raise StepError("step_pattern", step=step.id) from error
