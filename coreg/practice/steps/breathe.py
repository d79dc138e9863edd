"""Breathing together for a while: a countdown, whole breaths, a gentle end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.practice.breath import Pattern, lead_in
from coreg.practice.play import Move, StepError, Ticked
from coreg.practice.steps.base import Kind, ended, ends

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Step

__all__ = ["Breathe", "Breathing", "pattern_of", "whole_breaths"]


@dataclass(frozen=True, slots=True)
class Breathing:
    """When the countdown began; the first breath begins ``countdown`` seconds later."""

    since: float
    countdown: float

    def at(self, t: float) -> float:
        """Return the seconds since the first in-breath; below nought the countdown runs."""
        return t - self.since - self.countdown


def pattern_of(step: Step) -> Pattern:
    """Return the pattern that stands in the step's parameters (seconds of in, hold, out, hold).

    Raises:
        PatternError: it leaves the safe bounds.
    """
    numbers = {
        name: float(step.params.get(name, 0.0)) for name in ("inhale", "hold_in", "exhale", "hold_out")
    }
    return Pattern(id=str(step.params.get("pattern", "")), **numbers)


def whole_breaths(step: Step) -> float:
    """Return how long the breathing takes: the whole breaths nearest to the step's seconds."""
    pattern = pattern_of(step)
    cycle = pattern.inhale + pattern.hold_in + pattern.exhale + pattern.hold_out
    return max(1, round(step.seconds / cycle)) * cycle


class Breathe(Kind[Breathing]):
    """Ends by itself with the last whole breath."""

    def begin(self, step: Step, context: Context, t: float) -> Breathing:
        """Begin with the countdown."""
        return Breathing(t, lead_in(float(step.params.get("countdown", 0)), 0.0))

    def on(self, step: Step, play: Breathing, event: Event, context: Context) -> Move:
        """End with the last breath."""
        first = play.since + play.countdown
        done = isinstance(event, Ticked) and ended(first, whole_breaths(step), event.at)
        return Move(None if done else play)

    def due(self, step: Step, play: Breathing, after: float) -> float | None:
        """Return the end of the last breath."""
        return ends(play.since + play.countdown, whole_breaths(step), after)

    def check(self, step: Step) -> None:
        """Need a pattern within the safe bounds, and numbers throughout."""
        try:
            pattern_of(step)
            float(step.params.get("countdown", 0))
        except ValueError as error:
            raise StepError("step_pattern", step=step.id) from error
