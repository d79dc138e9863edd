"""Ears for tests: the pitch, the strength and the beginnings of sounds in plain samples."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from coreg.sound.tones import RATE

__all__ = ["FINE", "Heard", "gaps", "loudest", "pitch", "strength"]

FINE = 0.005
"""Seconds of the stretches in which silence is looked for."""

_SILENT = 60


def pitch(samples: Sequence[int], rate: int = RATE) -> float:
    """Return the frequency (Hz) of one plain note: its upward crossings of nought, counted."""
    rising = [place for place, (a, b) in enumerate(pairwise(samples)) if a < 0 <= b]
    return (len(rising) - 1) * rate / (rising[-1] - rising[0]) if len(rising) > 1 else 0.0


def strength(samples: Sequence[int], frequency: float, rate: int = RATE) -> float:
    """Return how strong one frequency is (Goertzel), as the amplitude of a sine of that pitch."""
    turn = 2 * math.cos(math.tau * frequency / rate)
    last, before = 0.0, 0.0
    for sample in samples:
        last, before = sample + turn * last - before, last
    power = last * last + before * before - turn * last * before
    return 2 * math.sqrt(max(0.0, power)) / max(1, len(samples))


def loudest(samples: Iterable[int]) -> int:
    """Return the largest sample, whichever its sign."""
    return max((abs(sample) for sample in samples), default=0)


def gaps(samples: Sequence[int], rate: int = RATE) -> list[tuple[float, float]]:
    """Return where something is heard: beginning and end (s) of each stretch between silences of 10 ms."""
    size = round(FINE * rate)
    loud = [
        place for place in range(0, len(samples), size) if loudest(samples[place : place + size]) > _SILENT
    ]
    found: list[tuple[float, float]] = []
    for place in loud:
        begin, end = place / rate, (place + size) / rate
        if found and begin - found[-1][1] < 2 * FINE:
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


class Heard:
    """What a device was handed, as one stretch of samples on the clock."""

    def __init__(self, blocks: Iterable[tuple[float, Sequence[int]]]) -> None:
        """Take blocks, each with the moment at which its first sample was handed over."""
        self.samples: list[int] = []
        self.begin: float | None = None
        for moment, block in blocks:
            if self.begin is None:
                self.begin = moment
            place = round((moment - self.begin) * RATE)
            self.samples += [0] * (place - len(self.samples))
            self.samples += block

    def part(self, start: float, end: float) -> list[int]:
        """Return the samples between two moments of the clock (s)."""
        first, last = (max(0, round((moment - (self.begin or 0.0)) * RATE)) for moment in (start, end))
        return self.samples[first:last]

    def sounds(self) -> list[tuple[float, float]]:
        """Return when something is heard: beginnings and ends on the clock (s)."""
        return [((self.begin or 0.0) + start, (self.begin or 0.0) + end) for start, end in gaps(self.samples)]
