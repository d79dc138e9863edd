"""What a breathing leaves behind when it is over: breaths, taps, a usual lag, a pace. Values only."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Breathed", "Found", "Led", "Tapped"]


@dataclass(frozen=True, slots=True)
class Breathed:
    """Whole breaths that were breathed on the courses of a and b."""

    a: int
    b: int


@dataclass(frozen=True, slots=True)
class Tapped:
    """When each tapped at the own breaths in, and what was shown then (s since the first breath began).

    ``cues_a`` and ``cues_b`` are the breaths in that were shown to each. It ended at ``until``; from
    ``free_from`` on nothing was shown (``free_from`` is ``until`` when it was shown throughout).
    """

    a: tuple[float, ...]
    b: tuple[float, ...]
    cues_a: tuple[float, ...]
    cues_b: tuple[float, ...]
    free_from: float
    until: float


@dataclass(frozen=True, slots=True)
class Led:
    """How far behind the leader's breaths in whoever followed usually was (s); None: too few taps to tell."""

    lag: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """The pace that was easiest for both, in breaths a minute; None: too few were rated by both."""

    pace: float | None
