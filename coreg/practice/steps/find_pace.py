"""Finding a pace: several paces one after the other, and after each both say, sealed, how easy it was.

Without a heart sensor this finds what is easiest for both, not what is best (Shaffer & Meehan 2020 step
through paces in the same way, with a sensor).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.breath import Pattern, lead_in
from coreg.practice.breathed import Found
from coreg.practice.course import course_of
from coreg.practice.play import SEATS, Chose, Move, Pressed, Skipped, StepError, Ticked
from coreg.practice.steps.base import Kind, ended, ends
from coreg.practice.steps.sealed import Sealing

if TYPE_CHECKING:
    from coreg.practice.course import Course
    from coreg.practice.play import Context, Event, Keep, Seat, Step

__all__ = ["EASE", "PACES", "TOLD", "FindPace", "Finding", "course_in", "easiest", "pace_pattern"]

PACES = (6.5, 6.0, 5.5, 5.0, 4.5)
"""Breaths a minute, the quickest first: the range in which adults settle (Lehrer & Gevirtz 2014)."""

EASE = (0, 3, 5, 7, 10)
"""What the five own keys stand for, on a scale of ease from 0 (hard) to 10 (very easy)."""

TOLD = 30.0
"""Seconds for which the pace that was found stands there, unless both go on sooner."""

_IN = 0.4
"""The part of a breath that is breathing in, as in four in and six out."""

_FEWEST = 2
"""Paces rated by both below which none is the easiest of them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Which pace is on and since when; the answers while they are given; how easy each pace was.

    ``eased`` holds for each pace the lower and the higher of the two answers (None: it was left unsaid), so
    that nobody's own answers are kept; ``both`` are those who would like to go on at the end.
    """

    since: float
    countdown: float
    pace: int = 0
    rating: Sealing | None = None
    eased: tuple[tuple[int, int] | None, ...] = ()
    both: frozenset[Seat] = frozenset()

    def at(self, t: float) -> float:
        """Return the seconds since the first in-breath of this pace; below nought the countdown runs."""
        return t - self.since - self.countdown

    @property
    def told(self) -> bool:
        """Whether all paces are over, so that what was found may be shown."""
        return self.pace >= len(PACES)

    @property
    def found(self) -> float | None:
        """The easiest pace for both, in breaths a minute; None when too few were rated by both."""
        return easiest(self.eased)


def pace_pattern(pace: float) -> Pattern:
    """Return the pattern of so many breaths a minute, two fifths of it breathing in."""
    cycle = 60.0 / pace
    return Pattern(f"pace{pace:g}", _IN * cycle, 0.0, (1 - _IN) * cycle, 0.0)


def course_in(step: Step, pace: int) -> Course:
    """Return the course of one of the paces: whole breaths nearest to its share of the step's seconds."""
    return course_of(pace_pattern(PACES[min(pace, len(PACES) - 1)]), step.seconds / len(PACES))


def easiest(eased: tuple[tuple[int, int] | None, ...]) -> float | None:
    """Return the pace whose lower answer is highest, then whose sum is, then the quicker one."""
    rated = [(low, low + high, -place) for place, one in enumerate(eased) if one for low, high in [one]]
    return PACES[-max(rated)[2]] if len(rated) >= _FEWEST else None


class FindPace(Kind[Finding]):
    """A pace, an answer of both, the next pace ... and at the end what was found."""

    def begin(self, step: Step, context: Context, t: float) -> Finding:
        """Begin with the countdown of the first pace."""
        return Finding(t, lead_in(float(step.params.get("countdown", 0)), 0.0))

    def apply(self, step: Step, play: Finding, event: Event, context: Context) -> Move:
        """Pass over what is on: the pace, the question, or at the end what was found."""
        if not isinstance(event, Skipped):
            return self.on(step, play, event, context)
        if play.told:
            return Move(None, self.left(step, play, event.at))
        if play.rating is None:
            return Move(replace(play, rating=Sealing(event.at)))
        return Move(self._next(play, None, event.at))

    def on(self, step: Step, play: Finding, event: Event, context: Context) -> Move:
        """Ask after the last breath of a pace; go on when both have sealed."""
        if play.told:
            return self._read(step, play, event)
        if play.rating is not None:
            return Move(self._rated(step, play, play.rating, event))
        first = play.since + play.countdown
        if isinstance(event, Ticked) and ended(first, course_in(step, play.pace).length, event.at):
            return Move(replace(play, rating=Sealing(event.at)))
        return Move(play)

    def _rated(self, step: Step, play: Finding, rating: Sealing, event: Event) -> Finding:
        match event:
            case Chose(_, seat, index) if index < len(EASE):
                return replace(play, rating=rating.picked(seat, index))
            case Pressed(at, seat):
                rating = rating.pressed(seat)
                if len(rating.sealed) < len(SEATS):
                    return replace(play, rating=rating)
                return self._next(play, rating, at)
            case _:
                return play

    @staticmethod
    def _next(play: Finding, rating: Sealing | None, at: float) -> Finding:
        """Return the state in which the next pace begins, with what both said about this one."""
        eased = None
        if rating is not None and rating.a is not None and rating.b is not None:
            low, high = sorted((EASE[rating.a], EASE[rating.b]))
            eased = (low, high)
        return replace(play, since=at, pace=play.pace + 1, rating=None, eased=(*play.eased, eased))

    def _read(self, step: Step, play: Finding, event: Event) -> Move:
        match event:
            case Ticked(at) if at >= play.since + TOLD:
                return Move(None, self.left(step, play, at))
            case Pressed(at, seat):
                both = play.both | {seat}
                if len(both) < len(SEATS):
                    return Move(replace(play, both=both))
                return Move(None, self.left(step, play, at))
            case _:
                return Move(play)

    def left(self, step: Step, play: Finding, t: float) -> tuple[Keep, ...]:
        """Return the easiest of the paces that were rated."""
        return (Found(play.found),)

    def due(self, step: Step, play: Finding, after: float) -> float | None:
        """Return the end of this pace, or of reading; a question waits for both."""
        if play.told:
            return ends(play.since, TOLD, after)
        if play.rating is not None:
            return None
        return ends(play.since + play.countdown, course_in(step, play.pace).length, after)

    def journal(self, step: Step, play: Finding, context: Context, t: float) -> Finding:
        """Leave out what anybody has answered and the other has not, and who would like to go on."""
        rating = None if play.rating is None else Sealing(play.rating.since)
        return replace(play, rating=rating, both=frozenset())

    def check(self, step: Step) -> None:
        """Need seconds for every pace, and numbers throughout."""
        try:
            float(step.params.get("countdown", 0))
        except ValueError as error:
            raise StepError("step_pattern", step=step.id) from error
        if step.seconds <= 0:
            raise StepError("step_pattern", step=step.id)
