"""Taps of one person: what is dropped, where a breath is missing, and how they lie to cues."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.taps import MISSED, REFRACTORY, ToCue, Train, cleaned, nearest, to_cue

times = st.lists(st.integers(0, 600_000).map(lambda ms: ms / 1000), max_size=60)


def test_what_comes_too_soon_after_the_last_tap_is_the_same_breath() -> None:
    assert cleaned([0.0, 1.4, 1.5, 2.9, 12.0]).times == (0, 1500, 12000)


def test_a_breath_is_missing_where_it_took_much_longer_than_they_do() -> None:
    train = cleaned([0, 10, 20, 38, 48, 66.1, 76])
    assert train.steps == (10_000, 10_000, 18_000, 10_000, 18_100, 9_900)
    assert train.pace == 10_000
    assert train.gaps == {5}


@pytest.mark.parametrize("taps", [[], [math.nan, math.inf, -math.inf, 1e308]])
def test_without_a_tap_there_is_nothing(taps: list[float]) -> None:
    train = cleaned(taps)
    assert train == Train(())
    assert train.steps == ()
    assert train.pace == 0


@given(times)
def test_any_taps_are_cleaned_to_breaths_in_order(taps: list[float]) -> None:
    train = cleaned(taps)
    assert set(train.times) <= {round(1000 * tap) for tap in taps}
    assert all(step >= 1000 * REFRACTORY for step in train.steps)
    assert all((step > MISSED * train.pace) == (at in train.gaps) for at, step in enumerate(train.steps, 1))
    assert cleaned(time / 1000 for time in train.times).times == train.times


def test_the_nearest_of_two_as_near_is_the_earlier() -> None:
    assert nearest((0, 10, 20), 14) == 10
    assert nearest((0, 10, 20), 15) == 10
    assert nearest((0, 10, 20), 16) == 20


@pytest.mark.parametrize(
    ("taps", "told"),
    [
        ([9.5, 19.7, 30.2], ToCue(-0.3, 3)),
        ([10.4, 20.2, 30.1, 30.3], ToCue(0.2, 3)),
        ([10, 20, 30, 40], ToCue(0.0, 4)),
    ],
)
def test_how_ones_own_breaths_lie_to_the_cues_is_before_or_after(taps: list[float], told: ToCue) -> None:
    assert to_cue(taps, [10, 20, 30, 40]) == told


def test_without_cues_or_taps_there_is_no_distance() -> None:
    assert to_cue([1, 11, 21], []) is None
    assert to_cue([], [1, 11, 21]) is None
