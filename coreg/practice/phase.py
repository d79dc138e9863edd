"""Where the breaths of one lie between those of the other, and what can be made of that."""

from __future__ import annotations

import cmath
import math
from bisect import bisect_right
from itertools import repeat
from statistics import fmean, median
from typing import TYPE_CHECKING

from coreg.practice.taps import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.practice.taps import Train

__all__ = ["both_ways", "closeness", "locked", "pairs", "phases"]


def phases(points: Train, marks: Train) -> list[float]:
    """Return where each point lies between the two marks around it, 0 to 2 pi.

    A point outside the marks, or where a mark was missed, has no phase.
    """
    times, gaps = marks.times, marks.gaps
    last = len(times)
    places = zip(points.times, map(bisect_right, repeat(times), points.times), strict=True)
    return [
        math.tau * (point - (start := times[at - 1])) / (times[at] - start)
        for point, at in places
        if 0 < at < last and at not in gaps
    ]


def both_ways(one: Train, two: Train) -> list[float]:
    """Return the phases of each in the other."""
    return phases(one, two) + phases(two, one)


def closeness(found: Sequence[float]) -> float:
    """Return the in-phase index C of phases: their mean cosine, -1 to 1; 0 without any."""
    # Kept inside, so that the last bit of a sum makes no 1.0000000000000002.
    return min(1.0, max(-1.0, sum(map(math.cos, found)) / max(1, len(found))))


def locked(one: Train, two: Train) -> tuple[float, float]:
    """Return R (0 to 1) and PPC (at most 1; Vinck and others 2010) of two trains, each the mean of both ways.

    Each train needs two taps that have a phase in the other.
    """
    ways = phases(one, two), phases(two, one)
    lengths = [min(1.0, abs(sum(cmath.exp(1j * phase) for phase in way)) / len(way)) for way in ways]
    freed = [(len(way) * r * r - 1) / (len(way) - 1) for way, r in zip(ways, lengths, strict=True)]
    return fmean(lengths), fmean(freed)


def pairs(a: Train, b: Train) -> tuple[float, tuple[int, int]]:
    """Match the taps that are each other's nearest.

    Returns:
        The median of the seconds between them, and how often a was first and how often b. Both have taps.
    """
    partners = [(time, nearest(b.times, time)) for time in a.times]
    offsets = [other - time for time, other in partners if nearest(a.times, other) == time]
    first = sum(offset > 0 for offset in offsets), sum(offset < 0 for offset in offsets)
    return median(map(abs, offsets)) / 1000, first
