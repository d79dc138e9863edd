"""Where breaths lie between those of the other, by hand."""

import math

import pytest

from coreg.practice.phase import both_ways, closeness, locked, pairs, phases
from coreg.practice.taps import Train

TEN = Train((0, 10_000, 20_000, 30_000))


def test_a_phase_is_how_far_one_lies_between_two_breaths_of_the_other() -> None:
    assert phases(Train((2_500, 15_000, 20_000)), TEN) == pytest.approx([math.pi / 2, math.pi, 0])


def test_outside_and_where_a_breath_is_missing_there_is_no_phase() -> None:
    assert phases(Train((-1, 30_000, 31_000)), TEN) == []
    assert phases(Train((5_000, 15_000, 25_000)), Train(TEN.times, frozenset({2}))) == [math.pi, math.pi]


@pytest.mark.parametrize(("late", "index"), [(0, 1.0), (2_500, 0.0), (5_000, -1.0), (7_500, 0.0)])
def test_the_index_is_one_at_once_and_minus_one_when_opposite(late: int, index: float) -> None:
    other = Train(tuple(time + late for time in TEN.times))
    assert closeness(both_ways(TEN, other)) == pytest.approx(index)
    assert closeness(both_ways(other, TEN)) == pytest.approx(index)


def test_the_index_of_nothing_is_nothing() -> None:
    assert closeness([]) == 0


def test_two_who_keep_one_distance_are_locked_however_far_apart() -> None:
    assert locked(TEN, Train(tuple(time + 3_000 for time in TEN.times))) == pytest.approx((1, 1))


def test_r_and_ppc_are_the_mean_of_both_ways() -> None:
    """One way the phases are 0 and half a turn: R 0, PPC -1. The other way three thirds: R 0, PPC -1/2."""
    one, two = Train((0, 10_000, 20_000, 30_000)), Train((10_000, 25_000, 40_000))
    assert phases(two, one) == pytest.approx([0, math.pi])
    assert phases(one, two) == pytest.approx([0, math.tau * 2 / 3, math.tau / 3])
    assert locked(one, two) == pytest.approx((0, -0.75))


def test_ppc_is_nothing_where_two_phases_are_a_quarter_apart() -> None:
    """That way R is the root of a half; the other way the phases are 0.8 turns apart, R = cos 36 degrees."""
    two = Train((10_000, 22_500))
    high = math.cos(math.radians(36))
    assert locked(TEN, two) == pytest.approx(((math.sqrt(0.5) + high) / 2, (2 * high * high - 1) / 2))


def test_breaths_that_are_each_others_nearest_belong_together() -> None:
    a = Train((0, 10_000, 20_000, 30_000))
    b = Train((400, 9_900, 19_000, 30_000, 45_000))
    assert pairs(a, b) == (0.25, (1, 2))
    assert pairs(b, a) == (0.25, (2, 1))
