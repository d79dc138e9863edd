"""Chance without a die: what two people who do not hear each other would look like, and how rare more is.

The numbers come from a generator of its own that begins with the taps themselves, so that the same evening
always says the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["BINS", "SHUFFLES", "Spread", "counted", "numbers", "seed_of", "shuffle", "spread"]

SHUFFLES = 500
"""How often the breaths of one are shuffled to see what chance does."""

BINS = 50
"""In how many equal parts -1 to 1 is cut to keep what chance did: 500 values become 50 counts.

A part is 0.04 wide, a tenth of what chance itself varies by, or less.
"""

_WORD = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15
_WIDTH = 2 / BINS


def _mixed(word: int) -> int:
    """Return 64 bits in which every bit depends on every bit of the word (splitmix64; Steele 2014)."""
    word = ((word ^ (word >> 30)) * 0xBF58476D1CE4E5B9) & _WORD
    word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & _WORD
    return word ^ (word >> 31)


def seed_of(values: Iterable[int]) -> int:
    """Return 64 bits that stand for these whole numbers in this order."""
    seed = 0
    for value in values:
        seed = _mixed((seed + _STEP) & _WORD ^ (value & _WORD))
    return seed


def numbers(seed: int) -> Iterator[int]:
    """Yield whole numbers from 0 to 65535 without end, the same for the same seed."""
    word = seed & _WORD
    while True:
        word = (word + _STEP) & _WORD
        mixed = _mixed(word)
        yield mixed & 0xFFFF
        yield mixed >> 16 & 0xFFFF
        yield mixed >> 32 & 0xFFFF
        yield mixed >> 48


def shuffle(values: list[int], dice: Iterator[int]) -> None:
    """Put values into any order (Fisher and Yates 1938)."""
    for at in range(len(values) - 1, 0, -1):
        other = next(dice) * (at + 1) >> 16
        values[at], values[other] = values[other], values[at]


def counted(values: Iterable[float]) -> tuple[int, ...]:
    """Return how many of the values, each from -1 to 1, lie in each of the :data:`BINS` parts."""
    counts = [0] * BINS
    for value in values:
        counts[min(BINS - 1, int((value + 1) / _WIDTH))] += 1
    return tuple(counts)


class Spread:
    """What the mean of one value from each of several windows would be by chance.

    Within a part the values count as evenly spread.
    """

    def __init__(self, shares: Sequence[float], windows: int) -> None:
        """Keep the share of each sum of parts, the lowest first, for so many windows."""
        self._shares = shares
        self._windows = windows

    def above(self, mean: float) -> float:
        """Return the share (0 to 1) of chance that is at or above a mean."""
        # In widths of a part, from the lowest sum there can be; each sum is one width wide.
        place = self._windows * (mean + 1) / _WIDTH - (self._windows - 1) / 2
        over = (share * min(1.0, max(0.0, at + 1 - place)) for at, share in enumerate(self._shares))
        return min(1.0, sum(over))

    def p(self, mean: float) -> float:
        """Return how rare it is by chance to be at or above a mean: above 0, at most 1."""
        return (1 + SHUFFLES * self.above(mean)) / (SHUFFLES + 1)

    def quantile(self, share: float) -> float:
        """Return the mean below which this share (0 to 1) of chance lies."""
        below = 0.0
        at = 0
        while at < len(self._shares) - 1 and below + self._shares[at] < share:
            below += self._shares[at]
            at += 1
        inside = (share - below) / self._shares[at] if self._shares[at] else 0.0
        place = at + min(1.0, max(0.0, inside)) + (self._windows - 1) / 2
        return place * _WIDTH / self._windows - 1


def spread(nulls: Sequence[Sequence[int]]) -> Spread:
    """Return what chance does to the mean over windows, of which each has its own counts.

    Every value of one window meets every value of the others, which is the same as shuffling without end.

    Args:
        nulls: at least one; :data:`BINS` counts each, of which one at least is above 0.
    """
    shares = [1.0]
    for null in nulls:
        shares = _met(shares, [count / sum(null) for count in null])
    return Spread(shares, len(nulls))


def _met(one: Sequence[float], two: Sequence[float]) -> list[float]:
    sums = [0.0] * (len(one) + len(two) - 1)
    for at, share in enumerate(two):
        if share:
            for place, other in enumerate(one, at):
                sums[place] += share * other
    return sums
