"""What may be said of two who breathe: the same of the same taps, mirrored, and hardly ever too much."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from random import Random
from statistics import fmean

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coreg.practice.chance import BINS, SHUFFLES, counted, spread
from coreg.practice.togetherness import LEVEL, LOOKS, SECONDS, Pool, Reading, Window, cue_free, pooled

TEN = [10.0 * at for at in range(12)]

lengths = st.lists(st.integers(4_000, 14_000), min_size=8, max_size=14)
missing = st.sets(st.integers(1, 12), max_size=2)


def alone(dice: Random, seconds: float = 120.0) -> list[float]:
    """Return the taps of one who breathes alone."""
    taps, time = [], 10.9 * dice.random()
    while time < seconds:
        taps.append(time)
        time += dice.gauss(10.9, 1.09)
    return taps


def close(dice: Random, taps: list[float]) -> list[float]:
    """Return the taps of one who breathes with another, a little beside."""
    return [tap + dice.gauss(0, 0.8) for tap in taps]


@st.composite
def trains(draw: st.DrawFn) -> list[float]:
    """Draw the taps of one person on whole milliseconds, some of them missed."""
    time = draw(st.integers(0, 10_000))
    gone = draw(missing)
    taps = []
    for at, length in enumerate(draw(lengths)):
        if at not in gone:
            taps.append(time / 1000)
        time += length
    return taps


def read(a: list[float], b: list[float], seconds: float = 120.0) -> Reading:
    """Return what a window says that says something."""
    reading = cue_free(a, b, seconds)
    assert reading
    return reading


# One window


def test_two_at_once_are_as_close_as_can_be_and_chance_hardly_ever_is() -> None:
    dice = Random(4)
    taps = alone(dice)
    reading = read(taps, taps)
    assert reading.first == (0, 0)
    assert reading.window.closeness == 1
    assert reading.window.gap == 0
    assert reading.window.p < 0.02
    assert reading.window.locking == pytest.approx(1)
    assert reading.window.ppc == pytest.approx(1)


def test_even_breathers_that_lie_opposite_are_minus_one_and_no_claim() -> None:
    reading = read(TEN, [tap + 5 for tap in TEN])
    assert reading.window.closeness == pytest.approx(-1)
    assert reading.window.phases == 22
    assert reading.window.gap == 5
    assert reading.window.p > 0.9


def test_who_was_a_little_before_is_counted_for_both() -> None:
    late = [0.4, -0.2, 0.3, 0.0, 0.1, -0.1, 0.5, 0.2, 0.2, 0.2, 0.2, 0.2]
    reading = read(TEN, [tap + by for tap, by in zip(TEN, late, strict=True)])
    assert reading.first == (9, 2)
    assert reading.window.gap == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("a", "b", "seconds"),
    [
        (TEN, TEN, SECONDS - 0.1),
        (TEN, TEN[:7], 120.0),
        (TEN[:7], TEN, 120.0),
        (TEN, [tap + 95 for tap in TEN], 240.0),
        ([], [], 120.0),
    ],
    ids=["short", "few of b", "few of a", "hardly side by side", "nothing"],
)
def test_too_little_says_nothing(a: list[float], b: list[float], seconds: float) -> None:
    assert cue_free(a, b, seconds) is None


def test_what_chance_does_is_around_nothing() -> None:
    dice = Random(2)
    low, high = read(alone(dice), alone(dice)).window.chance
    assert -1 <= low < -0.2 < 0.2 < high <= 1


def test_a_missed_tap_costs_only_the_breaths_around_it() -> None:
    dice = Random(9)
    taps = alone(dice, 200.0)
    other = close(dice, taps)
    whole, missed = read(taps, other), read(taps[:6] + taps[7:], other[:11] + other[12:])
    assert whole.window.phases - 8 <= missed.window.phases < whole.window.phases
    assert missed.window.closeness == pytest.approx(whole.window.closeness, abs=0.1)
    assert missed.window.p < 0.05


@settings(max_examples=10, deadline=None)
@given(trains(), trains(), st.integers(-(10**9), 10**9))
def test_taps_say_the_same_again_at_another_time_and_mirrored(
    a: list[float], b: list[float], later: int
) -> None:
    reading = cue_free(a, b, 120.0)
    assume(reading)
    assert reading
    window = reading.window
    assert -1 <= window.closeness <= 1
    assert 0 < window.p <= 1
    assert 0 <= window.locking <= 1
    assert window.ppc <= 1 + 1e-9
    assert window.gap >= 0
    assert (len(window.null), sum(window.null)) == (BINS, SHUFFLES)
    assert cue_free(reversed(a), b, 120.0) == reading
    other_a, other_b = ([(round(1000 * tap) + later) / 1000 for tap in taps] for taps in (a, b))
    assert cue_free(other_a, other_b, 120.0) == reading
    assert cue_free(b, a, 120.0) == Reading(window, reading.first[::-1])


# Several windows


@cache
def windows(seed: int, count: int = 10, *, together: bool = False) -> tuple[Window, ...]:
    """Return the windows of one pair."""
    dice = Random(seed)
    found = []
    for _ in range(count):
        a = alone(dice)
        found.append(read(a, close(dice, a) if together else alone(dice)).window)
    return tuple(found)


def test_nothing_is_said_before_three_windows() -> None:
    nothing = Pool("too_few")
    assert [pooled(windows(1)[:count]) for count in range(3)] == [nothing] * 3


@pytest.mark.parametrize(
    ("count", "looked"), [(3, 3), (4, 3), (5, 3), (6, 6), (7, 6), (9, 6), (10, 10), (11, 10), (40, 10)]
)
def test_it_is_looked_at_after_three_six_and_ten_windows_only(count: int, looked: int) -> None:
    series = (windows(1) * 4)[:count]
    assert pooled(series) == pooled(series[:looked])
    assert pooled(series).windows == looked


def test_two_who_breathe_together_are_closer_than_chance() -> None:
    pool = pooled(windows(5, 3, together=True))
    assert pool.verdict == "closer"
    assert pool.p < LEVEL
    assert pool.chance[0] < 0 < pool.chance[1] < pool.closeness


def test_two_who_do_not_hear_each_other_cannot_be_told_from_chance() -> None:
    pool = pooled(windows(1))
    assert pool.verdict == "cannot_tell"
    assert pool.closeness == pytest.approx(fmean(window.closeness for window in windows(1)))
    assert pool.chance[0] < pool.closeness < pool.chance[1]


def test_the_line_is_drawn_at_the_level() -> None:
    """Three windows of which chance did the same: just above and just below the mean that is too rare."""
    three = windows(1, 3)
    line = spread([window.null for window in three]).quantile(1 - (LEVEL * (SHUFFLES + 1) - 1) / SHUFFLES)
    above, below = ([replace(one, closeness=line + by) for one in three] for by in (0.001, -0.001))
    assert (pooled(above).verdict, pooled(below).verdict) == ("closer", "cannot_tell")


def test_the_order_of_windows_does_not_matter() -> None:
    assert pooled(windows(1)[::-1]).p == pytest.approx(pooled(windows(1)).p)


def test_hardly_any_pair_is_called_closer_by_chance() -> None:
    """A glance at a few pairs; the two thousand are with the script that lets them breathe."""
    said = [[pooled(windows(seed, 6)[:look]).verdict for look in LOOKS[:2]] for seed in range(100, 108)]
    assert sum("closer" in looks for looks in said) <= 1


# What is kept


def resampled(nulls: list[list[float]], mean: float, dice: Random, times: int = 4000) -> float:
    """Return how rare a mean is by drawing from all values that chance gave, with nothing thrown away."""
    drawn = (fmean(map(dice.choice, nulls)) for _ in range(times))
    return (1 + SHUFFLES * sum(one >= mean for one in drawn) / times) / (SHUFFLES + 1)


@pytest.mark.parametrize("seed", range(6))
def test_fifty_counts_say_what_the_five_hundred_values_say(seed: int) -> None:
    """Three windows of which only counts are kept, at means that are near the line and far from it."""
    dice = Random(seed)
    nulls = [[math.cos(dice.gauss(1.6, 0.7)) for _ in range(SHUFFLES)] for _ in range(3)]
    window = windows(1, 3)[0]
    verdicts = set()
    for mean in (-0.3, 0.0, 0.3, 0.5, 0.55, 0.6, 0.7):
        full = resampled(nulls, mean, dice)
        kept = pooled([replace(window, closeness=mean, null=counted(null)) for null in nulls])
        assert kept.p == pytest.approx(full, abs=0.025)
        if abs(full - LEVEL) > 0.006:
            assert kept.verdict == ("closer" if full < LEVEL else "cannot_tell")
            verdicts.add(kept.verdict)
    assert verdicts == {"closer", "cannot_tell"}


def test_level_and_looks_are_what_the_notes_say() -> None:
    assert LOOKS == (3, 6, 10)
    assert math.isclose(LEVEL, 0.022)
