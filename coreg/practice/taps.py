"""Taps of a key at each in-breath, cleaned: what was hit twice is dropped, what was missed is no breath.

Times are seconds from outside and whole milliseconds inside, so that the same evening gives the same answer
whenever it began.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["MISSED", "REFRACTORY", "ToCue", "Train", "cleaned", "nearest", "to_cue"]

REFRACTORY = 1.5
"""Seconds after a tap in which another one of the same person is the same breath."""

MISSED = 1.8
"""How many times the own median an interval may last before a tap is missing in it."""


@dataclass(frozen=True, slots=True)
class Train:
    """The taps of one person.

    Attributes:
        times: when each was, in whole milliseconds, rising.
        gaps: the taps before which one was missed, by their place in ``times``.
    """

    times: tuple[int, ...]
    gaps: frozenset[int] = frozenset()

    @property
    def steps(self) -> tuple[int, ...]:
        """Milliseconds from each tap to the next, those with a missed tap in them too."""
        return tuple(later - sooner for sooner, later in pairwise(self.times))

    @property
    def pace(self) -> float:
        """Milliseconds of the median breath; 0 with fewer than two taps."""
        return median(self.steps) if len(self.times) > 1 else 0.0


@dataclass(frozen=True, slots=True)
class ToCue:
    """How one person's breaths lay to the cues. It says nothing about two.

    Attributes:
        seconds: the median distance to the nearest cue: below 0 before it, above 0 after it.
        breaths: how many breaths that is the median of.
    """

    seconds: float
    breaths: int


def cleaned(taps: Iterable[float]) -> Train:
    """Return the taps of one person without doubles, split where one was missed.

    Args:
        taps: seconds since any moment, in any order. What is no number is left out.
    """
    times: list[int] = []
    for time in sorted(round(tap) for tap in (1000 * tap for tap in taps) if math.isfinite(tap)):
        if not times or time - times[-1] >= 1000 * REFRACTORY:
            times.append(time)
    whole = Train(tuple(times))
    longest = MISSED * whole.pace
    return Train(whole.times, frozenset(at for at, step in enumerate(whole.steps, 1) if step > longest))


def nearest(times: Sequence[int], time: int) -> int:
    """Return the one of the times that is nearest to a time, the earlier of two. There is at least one."""
    return min(times, key=lambda one: (abs(one - time), one))


def to_cue(taps: Iterable[float], cues: Iterable[float]) -> ToCue | None:
    """Return how one person's taps lay to the cues, in seconds of the same clock; None without either."""
    times = cleaned(taps).times
    marks = [round(1000 * cue) for cue in cues]
    if not times or not marks:
        return None
    return ToCue(median(time - nearest(marks, time) for time in times) / 1000, len(times))
