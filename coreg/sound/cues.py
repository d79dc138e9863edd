"""When each tone sounds: a course of phases in, cues out; a function of session time, not of ticks. Pure."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coreg.sound.tones import LENGTHS, Tone, length_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["BREATHED", "HELD", "Cue", "Guide", "Phase", "schedule"]

HELD = frozenset({"hold", "rest"})
"""Kinds of phases that tick."""

BREATHED: dict[str, Tone] = {"in": "in", "out": "out", "top_up": "top_up"}
"""Kinds of phases that sound for as long as they last."""

_TOO_LATE = 0.25
"""A tick this close (s) to the next phase would sound like a part of it."""

_MARKS: dict[str, Tone] = {tone: tone for tone in LENGTHS if tone != "tick"}


class Phase(NamedTuple):
    """One part of a course: when it begins (s), what it is, how long it lasts (s).

    Kinds are "in", "out", "top_up", "hold" and "rest", and the marks "swap", "meeting", "end", "turn_end"
    and "two_left", whose length does not count. A kind that is none of these is silent: it stands for
    breathing without cues.
    """

    start: float
    kind: str
    length: float


class Cue(NamedTuple):
    """One tone: when it begins (s), which, and how long it lasts (s)."""

    at: float
    tone: Tone
    length: float

    @property
    def until(self) -> float:
        """When it has faded away (s)."""
        return self.at + self.length


def schedule(course: Iterable[Phase]) -> tuple[Cue, ...]:
    """Return the tones of a course, by their beginning."""
    return tuple(sorted(cue for phase in course for cue in _cues(phase)))


def _cues(phase: Phase) -> Iterator[Cue]:
    if tone := BREATHED.get(phase.kind):
        yield Cue(phase.start, tone, length_of(tone, phase.length))
    elif mark := _MARKS.get(phase.kind):
        yield Cue(phase.start, mark, LENGTHS[mark])
    elif phase.kind in HELD:
        yield from _ticks(phase.start, phase.length)


def _ticks(start: float, length: float) -> Iterator[Cue]:
    """Yield a tick at the beginning and after each whole second, none just before the end."""
    second = 0
    while second == 0 or second < length - _TOO_LATE:
        yield Cue(start + second, "tick", LENGTHS["tick"])
        second += 1


@dataclass(frozen=True, slots=True)
class Guide:
    """What is heard from its second nought on; ``cues`` stand in the order in which they begin."""

    cues: tuple[Cue, ...]

    @classmethod
    def sitting(cls, course: Iterable[Phase], countdown: float, *, bell: bool = True) -> Guide:
        """Return a whole sitting: a tick for each second of the countdown, the course, and a bell at its end.

        The course counts from the first breath, the guide from the beginning of the countdown.
        """
        phases = [phase._replace(start=phase.start + countdown) for phase in course]
        whole = round(countdown)
        ticks = [Phase(countdown - left, "hold", 1.0) for left in range(whole, 0, -1)]
        end = max((phase.start + phase.length for phase in phases), default=countdown)
        return cls(schedule([*ticks, *phases, *([Phase(end, "end", 0.0)] if bell else [])]))

    @property
    def until(self) -> float:
        """When the last tone has faded away (s)."""
        return max((cue.until for cue in self.cues), default=0.0)

    @property
    def last(self) -> float:
        """When the last tone begins (s)."""
        return self.cues[-1].at if self.cues else 0.0

    def sounding(self, t: float) -> tuple[Cue, ...]:
        """Return the tones that have begun before ``t`` and still sound then."""
        return tuple(cue for cue in self.cues if cue.at < t < cue.until)

    def between(self, start: float, end: float) -> tuple[Cue, ...]:
        """Return the tones that begin from ``start`` on and before ``end``."""
        first, last = (bisect_left(self.cues, (moment,)) for moment in (start, end))
        return self.cues[first:last]
