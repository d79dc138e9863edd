"""Leading by the own key, and how far behind whoever follows usually is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.breath import Breath
from coreg.practice.leading import guide, lags, led_breaths, usual_lag

TAPS = st.lists(st.floats(0.3, 12), max_size=30).map(
    lambda gaps: tuple(sum(gaps[: n + 1]) for n in range(len(gaps)))
)


def breathing(inhale: float, exhale: float, breaths: int, start: float = 1.0) -> tuple[float, ...]:
    """Return the taps of so many even breaths."""
    cycle = inhale + exhale
    return tuple(start + n * cycle + part for n in range(breaths) for part in (0.0, inhale))


STEADY = breathing(3.0, 5.0, 6)


@given(TAPS, st.floats())
def test_a_led_breath_is_total(taps: tuple[float, ...], t: float) -> None:
    breath = guide(taps, t)
    assert 0.0 <= breath.fill <= 1.0
    assert 0.0 <= breath.left <= breath.length
    assert breath.cycle >= 0


@given(TAPS, st.floats(0, 200))
def test_a_led_breath_does_not_jump_whatever_is_tapped(taps: tuple[float, ...], t: float) -> None:
    step = 1 / 240
    # No half of a breath is shorter than the quickest two taps.
    steepest = math.pi / 2 / 0.3
    assert abs(guide(taps, t + step).fill - guide(taps, t).fill) <= steepest * step + 1e-6


@given(TAPS, st.floats(0, 200))
def test_what_is_tapped_later_changes_nothing_before(taps: tuple[float, ...], t: float) -> None:
    assert guide(taps, t) == guide(tuple(tap for tap in taps if tap <= t), t)


def test_before_the_first_tap_it_waits_with_empty_lungs() -> None:
    assert guide((), 30.0) == guide((40.0,), 30.0) == Breath("rest", 0.0, 0.0, 0, 0.0)
    assert guide((), 30.0).seconds == 0


def test_the_shape_follows_the_taps() -> None:
    # The first breath cannot be known; from then on the breath is the leader's.
    assert [guide(STEADY, t).phase for t in (9.5, 11.9, 12.1, 16.9, 17.1)] == ["in", "in", "out", "out", "in"]
    breath = guide(STEADY, 18.5)
    assert (breath.left, breath.length, breath.cycle) == (1.5, 3.0, 2)
    assert breath.fill == pytest.approx(0.5)
    assert guide(STEADY, 22.5).length == 5.0
    assert guide(STEADY, 22.5).fill == pytest.approx(0.5)


def test_the_shape_waits_for_a_leader_who_takes_longer() -> None:
    taps = STEADY[:5]
    at_the_top = guide(taps, taps[-1] + 3.5)
    assert (at_the_top.phase, at_the_top.fill, at_the_top.left) == ("hold", 1.0, 0.0)
    at_the_bottom = guide(STEADY, STEADY[-1] + 60.0)
    assert (at_the_bottom.phase, at_the_bottom.fill, at_the_bottom.seconds) == ("rest", 0.0, 0)


def test_the_shape_turns_with_a_leader_who_is_sooner() -> None:
    taps = (*STEADY, 49.0, 50.5)
    before, after = guide(taps, 50.5 - 1e-6), guide(taps, 50.5)
    assert (before.phase, after.phase) == ("in", "out")
    assert before.fill == pytest.approx(after.fill, abs=1e-5)
    assert after.fill == pytest.approx(0.5, abs=1e-5)


def test_the_median_of_the_last_three_breaths_counts() -> None:
    taps = (*breathing(3.0, 5.0, 3), *breathing(4.0, 5.0, 2, start=25.0), 43.0)
    assert guide(taps, 43.5).length == 4.0
    one_odd = (*breathing(3.0, 5.0, 3), *breathing(4.4, 3.6, 1, start=25.0), 33.0)
    assert guide(one_odd, 33.5).length == 3.0


def test_nobody_is_held_at_the_top_by_a_tap_that_was_missed() -> None:
    taps = (*STEADY, 49.0)
    assert guide(taps, 49.0 + 5.4).phase == "hold"
    assert guide(taps, 49.0 + 5.6).phase == "out"
    assert guide(taps, 49.0 + 5.6).fill < 1.0
    assert guide((1.0,), 8.9).phase == "hold"
    assert guide((1.0,), 9.1).phase == "out"


def test_after_a_missed_tap_to_breathe_out_the_next_begins_a_breath() -> None:
    taps = (*STEADY, 49.0, 57.0, 60.0)
    assert guide(taps, 57.1).phase == "in"
    assert guide(taps, 60.1).phase == "out"
    assert led_breaths(taps)[-2:] == (49.0, 57.0)
    # What was not tapped is no length to go by.
    assert guide(taps, 60.1).length == 5.0


def test_after_a_missed_tap_to_breathe_in_the_next_breathes_out() -> None:
    taps = (*STEADY, 52.0, 57.0)
    assert guide(taps, 52.1).phase == "out"
    assert guide(taps, 57.1).phase == "in"
    assert led_breaths(taps)[-1] == 57.0


def test_after_a_long_silence_a_tap_begins_a_breath_and_is_no_length() -> None:
    taps = (*STEADY, 90.0, 93.0)
    assert guide(taps, 91.0).phase == "in"
    assert guide(taps, 93.1).length == 5.0


def test_breaths_begin_with_every_other_tap() -> None:
    assert led_breaths(STEADY) == STEADY[::2]


# The usual lag


def test_the_usual_lag_is_the_median_behind_the_leader() -> None:
    follower = [tap + late for tap, late in zip(STEADY[::2], (0.5, 0.9, 1.0, 0.9, 3.0, 0.7), strict=True)]
    assert usual_lag(STEADY, follower) == pytest.approx(0.9)


def test_a_follower_can_be_ahead() -> None:
    assert usual_lag(STEADY, [tap - 0.25 for tap in STEADY[2::2]]) == pytest.approx(-0.25)


@pytest.mark.parametrize(
    ("leader", "follower"), [((), ()), (STEADY, STEADY[:4:2]), (STEADY[:4], STEADY[:8:2])]
)
def test_of_too_few_taps_nothing_is_said(leader: tuple[float, ...], follower: tuple[float, ...]) -> None:
    assert usual_lag(leader, follower) is None


def test_a_tap_that_belongs_to_no_breath_does_not_count() -> None:
    assert lags(STEADY[::2], (500.0, 9.5)) == pytest.approx((0.5,))


@given(TAPS, TAPS)
def test_a_lag_is_never_more_than_half_a_usual_breath(
    leader: tuple[float, ...], follower: tuple[float, ...]
) -> None:
    lag = usual_lag(leader, follower)
    assert lag is None or abs(lag) <= 12.0 * 2
