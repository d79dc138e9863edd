"""Lead and follow: one leads by the own key, the other breathes with the shape; half-way they swap.

Nothing is said meanwhile; at the end how far behind the leader whoever follows usually is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

from coreg.practice.breath import lead_in
from coreg.practice.breathed import Led
from coreg.practice.leading import FEWEST_LAGS, guide, lags, led_breaths, usual_lag
from coreg.practice.play import SEATS, Move, Pressed, Skipped, StepError, Ticked, other
from coreg.practice.steps.base import Kind

if TYPE_CHECKING:
    from coreg.practice.breath import Breath
    from coreg.practice.play import Context, Event, Keep, Seat, Step

__all__ = ["LONGEST_TAPS", "TOLD", "Lead", "Leading"]

LONGEST_TAPS = 400
"""Taps that are kept of one person in one half: five minutes of the quickest breathing, each half of it."""

TOLD = 20.0
"""Seconds for which the usual lag stands there at the end, unless both go on sooner."""

APART = 0.3
"""Seconds within which a second tap is the keyboard repeating itself."""


@dataclass(frozen=True, slots=True)
class Leading:
    """When it began, its countdown and half (s), who leads first, and the taps of both in both halves.

    Taps are seconds since their half began, the leader's and the follower's of each half. ``both`` are
    those who would like to go on at the end.
    """

    since: float
    countdown: float
    half: float
    first: Seat
    leader: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    follower: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    both: frozenset[Seat] = frozenset()

    def at(self, t: float) -> float:
        """Return the seconds since the first half began; below nought the countdown runs."""
        return t - self.since - self.countdown

    def told(self, t: float) -> bool:
        """Tell whether both halves are over, so that the usual lag may be shown."""
        return self.at(t) >= 2 * self.half

    def turn(self, t: float) -> int:
        """Return 0 in the first half and 1 from the swap on."""
        return 1 if self.at(t) >= self.half else 0

    def leads(self, t: float) -> Seat:
        """Return who leads at a moment."""
        return other(self.first) if self.turn(t) else self.first

    def within(self, t: float) -> float:
        """Return the seconds since the half that is on began."""
        return self.at(t) - self.turn(t) * self.half

    def breath(self, t: float) -> Breath:
        """Return the breath that is shown at a moment; a new leader begins with a new shape."""
        return guide(self.leader[self.turn(t)], self.within(t))

    def lag(self) -> float | None:
        """Return the usual lag behind the leader (s), of both halves together; None: too few taps to tell."""
        pairs = zip(self.leader, self.follower, strict=True)
        found = [lag for leader, follower in pairs for lag in lags(led_breaths(leader), follower)]
        return median(found) if len(found) >= FEWEST_LAGS else None

    def lag_of(self, turn: int) -> float | None:
        """Return the usual lag behind the leader (s) in the first half (0) or the second (1)."""
        return usual_lag(self.leader[turn], self.follower[turn])

    def tapped(self, seat: Seat, t: float) -> Leading:
        """Return the state with a tap more, unless it is too early, too soon after the last, or too many."""
        turn, within, leads = self.turn(t), self.within(t), seat == self.leads(t)
        halves = self.leader if leads else self.follower
        taps = halves[turn]
        if within < 0 or len(taps) >= LONGEST_TAPS or (taps and within - taps[-1] < APART):
            return self
        more = ((*taps, within), halves[1]) if turn == 0 else (halves[0], (*taps, within))
        return replace(self, leader=more) if leads else replace(self, follower=more)


class Lead(Kind[Leading]):
    """A countdown, two halves of the step's seconds, and a while to read how it was."""

    def begin(self, step: Step, context: Context, t: float) -> Leading:
        """Begin with the countdown; whoever sits left leads first."""
        countdown = lead_in(float(step.params.get("countdown", 0)), 0.0)
        return Leading(t, countdown, step.seconds / 2, context.order[0])

    def apply(self, step: Step, play: Leading, event: Event, context: Context) -> Move:
        """End with what was tapped when it is passed over, else go on."""
        if isinstance(event, Skipped):
            return Move(None, self.left(step, play, event.at))
        return self.on(step, play, event, context)

    def on(self, step: Step, play: Leading, event: Event, context: Context) -> Move:
        """Take taps; at the end, go on when both would like to or the time to read is over."""
        match event:
            case Ticked(at) if at >= self._end(play) + TOLD:
                return Move(None, self.left(step, play, at))
            case Pressed(at, seat) if not play.told(at):
                return Move(play.tapped(seat, at))
            case Pressed(at, seat):
                both = play.both | {seat}
                if len(both) < len(SEATS):
                    return Move(replace(play, both=both))
                return Move(None, self.left(step, play, at))
            case _:
                return Move(play)

    def left(self, step: Step, play: Leading, t: float) -> tuple[Keep, ...]:
        """Return the usual lag."""
        return (Led(play.lag()),)

    def due(self, step: Step, play: Leading, after: float) -> float | None:
        """Return the swap, the end of the second half, and the end of reading, whichever is next."""
        end = self._end(play)
        return next((at for at in (end - play.half, end, end + TOLD) if at > after), None)

    def journal(self, step: Step, play: Leading, context: Context, t: float) -> Leading:
        """Leave out who would like to go on."""
        return replace(play, both=frozenset())

    def check(self, step: Step) -> None:
        """Need seconds for two halves, and numbers throughout."""
        try:
            float(step.params.get("countdown", 0))
        except ValueError as error:
            raise StepError("step_pattern", step=step.id) from error
        if step.seconds <= 0:
            raise StepError("step_pattern", step=step.id)

    @staticmethod
    def _end(play: Leading) -> float:
        return play.since + play.countdown + 2 * play.half
