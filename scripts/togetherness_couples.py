"""Invented couples that breathe, what the togetherness statistic says of them, and what it should say."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from random import Random
from statistics import fmean, median
from typing import TYPE_CHECKING, TypeAlias

from coreg.practice.phase import locked
from coreg.practice.taps import cleaned
from coreg.practice.togetherness import LOOKS, SETTLING, cue_free, pooled
from scripts.bench_numbers import percentile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor

    from coreg.practice.togetherness import Window

__all__ = ["WIDE", "Row", "null_rows", "power_rows", "raw_rows", "told_rows"]

PACE = 10.9
"""Seconds of a breath, the mean."""

VARIES = 0.10
"""How much breaths differ: standard deviation by mean."""

BESIDE_CUE = 0.39
"""How far from a cue a breath begins, in seconds, as a standard deviation."""

WINDOW = 120.0
"""Seconds of a window without cues."""

WEAK = 0.32
STRONG = 0.70
"""What part of the distance to the other each breath makes up for."""

ONE_WINDOW = 0.05
"""Below this p one window by itself would be called rare; nothing is ever told of one window."""

WIDE = 78
"""How many characters of a line say what a figure is."""

RAW = 2000
"""How many windows R by itself is looked at in."""

FINDING = 60.0
"""Seconds that two who hear each other have had to find each other before a window."""

STEADY = 0.05
"""How much the breaths of somebody differ who breathes very evenly."""

MOST_FALSE = 0.065
"""How many of the pairs between whom nothing goes may be called closer than chance at any look."""

Taps: TypeAlias = "tuple[list[float], list[float]]"
Couple: TypeAlias = "Callable[[Random, float], Taps]"
"""Breathes for so many seconds and gives both trains of taps."""


# Couples


def breaths(dice: Random, keeps: float = 0.0, varies: float = VARIES) -> Iterator[float]:
    """Yield lengths of breaths; with `keeps` above 0 a slow one is followed by slow ones."""
    drift = dice.gauss(0, 1)
    while True:
        yield PACE * (1 + varies * drift)
        drift = keeps * drift + math.sqrt(1 - keeps * keeps) * dice.gauss(0, 1)


def train(lengths: Iterable[float], seconds: float, start: float) -> list[float]:
    """Return when breaths of these lengths begin, the first at `start`: those from 0 on."""
    taps, time = [], start
    for length in lengths:
        if time >= seconds:
            break
        if time >= 0:
            taps.append(time)
        time += length
    return taps


def alone(dice: Random, seconds: float, keeps: float = 0.0) -> Taps:
    """Two who do not hear each other."""
    starts = [-PACE * dice.random() for _ in "ab"]
    a, b = (train(breaths(dice, keeps), seconds, start) for start in starts)
    return a, b


def guided(dice: Random, seconds: float) -> Taps:
    """Two who follow one guide and do not hear each other."""
    cues = [PACE * at for at in range(1, int(seconds / PACE) + 1)]
    a, b = ([cue + dice.gauss(0, BESIDE_CUE) for cue in cues] for _ in "ab")
    return a, b


def after_guide(dice: Random, seconds: float, settling: float, varies: float = VARIES) -> Taps:
    """Two whose guide went quiet so many seconds before the window; they do not hear each other."""
    starts = [dice.gauss(0, BESIDE_CUE) - settling for _ in "ab"]
    a, b = (train(breaths(dice, varies=varies), seconds, start) for start in starts)
    return a, b


def coupled(dice: Random, seconds: float, pull: float) -> Taps:
    """Two who hear each other: each breath goes some way towards the other's (Kuramoto 1975)."""
    lengths = [breaths(dice) for _ in "ab"]
    last = [-FINDING - PACE * dice.random() for _ in "ab"]
    due = [last[seat] + next(lengths[seat]) for seat in (0, 1)]
    taps: Taps = ([], [])
    while min(due) < seconds:
        seat = due.index(min(due))
        now, other = due[seat], last[1 - seat]
        if now >= 0:
            taps[seat].append(now)
        ahead = math.sin(math.tau * (now - other) / PACE) * PACE / math.tau
        last[seat] = now
        due[seat] = now + max(PACE / 4, next(lengths[seat]) - pull * ahead)
    return taps


# What is said of them


def locking(couple: Couple, seconds: float, seed: str) -> list[float]:
    """Return R of :data:`RAW` windows."""
    dice = Random(seed)  # noqa: S311 - nothing here is secret
    found = (couple(dice, seconds) for _ in range(RAW))
    return [locked(cleaned(a), cleaned(b))[0] for a, b in found]


@dataclass(frozen=True)
class Said:
    """What is said of one pair: the p of its first window alone, and whether each look claims anything."""

    first: float
    claims: tuple[bool, ...]


def one_pair(couple: Couple, seed: str, number: int) -> Said:
    """Let one pair breathe ten windows."""
    dice = Random(f"{seed} {number}")  # noqa: S311 - nothing here is secret
    windows: list[Window] = []
    while len(windows) < max(LOOKS):
        reading = cue_free(*couple(dice, WINDOW), WINDOW)
        if reading:
            windows.append(reading.window)
    claims = tuple(pooled(windows[:look]).verdict == "closer" for look in LOOKS)
    return Said(windows[0].p, claims)


def many(pool: Executor, couple: Couple, seed: str, pairs: int) -> list[Said]:
    """Let many pairs breathe."""
    return list(pool.map(partial(one_pair, couple, seed), range(pairs), chunksize=8))


def rare(said: Sequence[Said]) -> float:
    """Return the share of pairs whose first window by itself is rare by chance."""
    return fmean(one.first < ONE_WINDOW for one in said)


def claimed(said: Sequence[Said], look: int) -> float:
    """Return the share of pairs that are called closer than chance at a look, the first being 0."""
    return fmean(one.claims[look] for one in said)


def ever(said: Sequence[Said]) -> float:
    """Return the share of pairs that are called closer than chance at any look."""
    return fmean(any(one.claims) for one in said)


# The table


@dataclass(frozen=True)
class Row:
    """A figure beside the one it should be.

    Without `expected` it is only told; with `most` it may be anything up to it.
    """

    what: str
    value: float
    expected: float | None = None
    slack: float = 0.03
    most: bool = False

    @property
    def far_off(self) -> bool:
        """Whether it is not what it should be."""
        if self.expected is None:
            return False
        if self.most:
            return self.value > self.expected
        return abs(self.value - self.expected) > self.slack

    def __str__(self) -> str:
        """Return it as a line."""
        expected = "" if self.expected is None else f"{'<= ' if self.most else ''}{self.expected:.3g}"
        return f"{self.what:<{WIDE}}{self.value:>7.3f}{expected:>10}{'  far off' if self.far_off else ''}"


def share(what: str, value: float, expected: float, pairs: int) -> Row:
    """Return a row of a share of so many pairs: it may be off by 0.05, and by what so few pairs differ by."""
    return Row(what, value, expected, 0.05 + 3 * math.sqrt(0.25 / pairs))


def raw_rows(seed: int) -> Iterator[Row]:
    """Yield what R by itself is, without any influence of one on the other."""
    for seconds, middle, high in ((90, 0.74, 0.94), (180, 0.51, 0.81), (300, 0.38, 0.69)):
        found = locking(alone, seconds, f"{seed} R {seconds}")
        yield Row(f"R, nothing between them, {seconds} s, median", median(found), middle)
        yield Row(f"R, nothing between them, {seconds} s, 95th percentile", percentile(found, 0.95), high)
    found = locking(guided, 180, f"{seed} guided")
    yield Row("R, one guide, nothing between them, 180 s, median", median(found), 0.95)


def null_rows(pool: Executor, seed: int, pairs: int) -> Iterator[Row]:
    """Yield how often the statistic is wrong where nothing goes between two."""
    said = many(pool, alone, f"{seed} alone", pairs)
    yield share("one window rare by itself, nothing between them", rare(said), ONE_WINDOW, pairs)
    for at, look in enumerate(LOOKS):
        yield Row(f"closer than chance, nothing between them, {look} windows", claimed(said, at))
    yield Row("closer than chance, nothing between them, at any look", ever(said), MOST_FALSE, most=True)


def power_rows(pool: Executor, seed: int, pairs: int) -> Iterator[Row]:
    """Yield how often it finds what is there."""
    weak = many(pool, partial(coupled, pull=WEAK), f"{seed} weak", pairs)
    yield share("one window rare by itself, weak coupling", rare(weak), 0.17, pairs)
    for at, (look, expected) in enumerate(zip(LOOKS, (0.50, None, 0.93), strict=True)):
        what, value = f"closer than chance, weak coupling, {look} windows", claimed(weak, at)
        yield Row(what, value) if expected is None else share(what, value, expected, pairs)
    strong = many(pool, partial(coupled, pull=STRONG), f"{seed} strong", pairs)
    for at, look in enumerate(LOOKS):
        yield Row(f"closer than chance, strong coupling, {look} windows", claimed(strong, at))


def told_rows(pool: Executor, seed: int, pairs: int) -> Iterator[Row]:
    """Yield how often it is wrong where its assumptions do not hold."""
    nothing = "closer than chance, nothing between them"
    for what, couple in (
        ("breaths that wander", partial(alone, keeps=0.5)),
        ("straight after a guide", partial(after_guide, settling=0.0)),
        ("a minute after a guide, even breaths", partial(after_guide, settling=60.0, varies=STEADY)),
        (f"{SETTLING:.0f} s after, even breaths", partial(after_guide, settling=SETTLING, varies=STEADY)),
    ):
        yield Row(f"{nothing}, {what}", ever(many(pool, couple, f"{seed} {what}", pairs)))
