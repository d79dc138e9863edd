"""Where a breath is at any moment: total, continuous, exact."""

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.breath import (
    BOUNDS,
    COUNTDOWN,
    COUNTDOWN_LONGEST,
    Breath,
    Pattern,
    PatternError,
    breath_at,
    cycles_done,
    lead_in,
    shown_seconds,
)

EASY = Pattern("easy46", 4.0, 0.0, 6.0, 0.0)
BOX = Pattern("box", 4.0, 4.0, 4.0, 4.0, minutes=3.0, low=1.0, high=5.0)
LENGTHS: dict[str, Any] = {"inhale": 4.0, "hold_in": 0.0, "exhale": 6.0, "hold_out": 0.0}
DAY = 24 * 3600


def between(field: str) -> st.SearchStrategy[float]:
    """Draw a length within the safe bounds, in steps of a tenth of a second."""
    low, high = BOUNDS[field]
    return st.integers(round(low * 10), round(high * 10)).map(lambda tenths: tenths / 10)


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    """Draw any pattern that may be offered."""
    lengths = [draw(between(field)) for field in ("inhale", "hold_in", "exhale", "hold_out")]
    # A cycle has bounds of its own: breathe out longer, or hold less, until it is inside them.
    lengths[2] = max(lengths[2], 5.0 - lengths[0])
    if sum(lengths) > 24.0:
        lengths[1] = lengths[3] = 0.0
    return Pattern("drawn", *lengths)


moments = st.floats(min_value=0.0, max_value=10 * DAY, allow_nan=False)


@given(patterns(), st.floats())
def test_breath_at_is_total_for_every_float(pattern: Pattern, t: float) -> None:
    breath = breath_at(pattern, t)
    assert 0.0 <= breath.fill <= 1.0
    assert 0.0 < breath.left <= breath.length
    assert breath.cycle >= 0
    assert breath.seconds >= 1


@given(patterns(), moments)
def test_breath_at_does_not_jump_between_two_moments(pattern: Pattern, t: float) -> None:
    step = 1 / 240
    steepest = math.pi / 2 / min(pattern.inhale, pattern.exhale)
    here, there = breath_at(pattern, t), breath_at(pattern, t + step)
    assert abs(there.fill - here.fill) <= steepest * step + 1e-6


@given(patterns(), st.integers(0, 6))
def test_breath_at_meets_at_the_joins_when_a_phase_ends(pattern: Pattern, cycle: int) -> None:
    start = cycle * pattern.cycle
    full = start + pattern.inhale
    empty = full + pattern.hold_in + pattern.exhale
    for join, fill in ((start, 0.0), (full, 1.0), (full + pattern.hold_in, 1.0), (empty, 0.0)):
        for t in (max(0.0, join - 1e-6), join, join + 1e-6):
            assert breath_at(pattern, t).fill == pytest.approx(fill, abs=1e-6)


@given(patterns(), st.integers(0, DAY // 5))
def test_breath_at_keeps_phase_lengths_exact_when_a_day_has_passed(pattern: Pattern, cycle: int) -> None:
    lengths = (pattern.inhale, pattern.hold_in, pattern.exhale, pattern.hold_out)
    start = cycle * pattern.cycle
    for phase, length in zip(("in", "hold", "out", "rest"), lengths, strict=True):
        if length:
            breath = breath_at(pattern, start + length / 2)
            assert breath.phase == phase
            assert breath.cycle == cycle
            assert breath.left == pytest.approx(length / 2, abs=1e-6)
            assert breath.length == length
        start += length


@given(patterns(), moments)
def test_cycles_done_agrees_with_the_breath_when_asked_for_the_same_moment(
    pattern: Pattern, t: float
) -> None:
    assert cycles_done(pattern, t) == breath_at(pattern, t).cycle


@pytest.mark.parametrize("t", [-1.0, -0.0, 0.0, math.inf, -math.inf, math.nan])
def test_breath_at_is_the_first_moment_when_there_is_no_time(t: float) -> None:
    assert breath_at(EASY, t) == Breath("in", 0.0, 4.0, 0, 4.0)
    assert cycles_done(EASY, t) == 0


@pytest.mark.parametrize(
    ("t", "phase", "fill", "left", "cycle"),
    [
        (2.0, "in", 0.5, 2.0, 0),
        (4.0, "hold", 1.0, 4.0, 0),
        (8.0, "out", 1.0, 4.0, 0),
        (10.0, "out", 0.5, 2.0, 0),
        (12.0, "rest", 0.0, 4.0, 0),
        (15.5, "rest", 0.0, 0.5, 0),
        (16.0, "in", 0.0, 4.0, 1),
    ],
)
def test_breath_at_walks_through_all_phases_when_there_are_holds(
    t: float, phase: str, fill: float, left: float, cycle: int
) -> None:
    breath = breath_at(BOX, t)
    assert (breath.phase, breath.left, breath.cycle) == (phase, left, cycle)
    assert breath.fill == pytest.approx(fill)


def test_breath_at_skips_holds_when_they_have_no_length() -> None:
    phases = {breath_at(EASY, tenths / 10).phase for tenths in range(200)}
    assert phases == {"in", "out"}


@given(patterns(), moments)
def test_breath_fill_only_rises_in_and_only_falls_out(pattern: Pattern, t: float) -> None:
    here, there = breath_at(pattern, t), breath_at(pattern, t + 0.01)
    if here.phase == there.phase and here.cycle == there.cycle:
        change = there.fill - here.fill
        assert {"in": change >= 0, "out": change <= 0, "hold": change == 0, "rest": change == 0}[here.phase]


def test_seconds_count_down_when_a_breath_passes() -> None:
    seen = [breath_at(EASY, quarter / 4).seconds for quarter in range(40)]
    shown = [number for number, before in zip(seen, [0, *seen], strict=False) if number != before]
    assert shown == [4, 3, 2, 1, 6, 5, 4, 3, 2, 1]
    assert seen.count(4) == 8


def test_seconds_begin_with_the_whole_ones_when_a_phase_has_a_half() -> None:
    pattern = Pattern("even55", 5.5, 0.0, 5.5, 0.0)
    assert breath_at(pattern, 0.0).seconds == 5
    assert breath_at(pattern, 1.4).seconds == 5
    assert breath_at(pattern, 1.6).seconds == 4


@pytest.mark.parametrize(
    ("left", "shown"),
    [(4.0, 4), (4.0000000001, 4), (3.99, 4), (3.0, 3), (0.2, 1), (1e-9, 1), (0.0, 0), (-2.0, 0)],
)
def test_shown_seconds_is_the_number_a_person_counts(left: float, shown: int) -> None:
    assert shown_seconds(left) == shown


def test_shown_seconds_is_one_when_the_whole_phase_is_shorter() -> None:
    assert shown_seconds(0.4, 0.5) == 1


@pytest.mark.parametrize(
    ("countdown", "t", "left"),
    [
        (COUNTDOWN, 0.0, 5.0),
        (COUNTDOWN, 2.0, 3.0),
        (COUNTDOWN, 5.0, 0.0),
        (COUNTDOWN, 60.0, 0.0),
        (COUNTDOWN, -3.0, 5.0),
        (0.0, 0.0, 0.0),
        (-4.0, 0.0, 0.0),
        (99.0, 0.0, COUNTDOWN_LONGEST),
    ],
)
def test_lead_in_counts_down_to_the_first_breath(countdown: float, t: float, left: float) -> None:
    assert lead_in(countdown, t) == left


@pytest.mark.parametrize("field", ["inhale", "hold_in", "exhale", "hold_out"])
def test_pattern_refuses_a_length_when_it_is_outside_the_bounds(field: str) -> None:
    low, high = BOUNDS[field]
    for value in (low - 0.1, high + 0.1, math.nan, math.inf):
        with pytest.raises(PatternError) as error:
            Pattern("easy46", **{**LENGTHS, field: value})
        assert error.value.code == "pattern_bounds"
        assert (
            error.value.facts.items()
            >= {"pattern": "easy46", "field": field, "low": low, "high": high}.items()
        )


@pytest.mark.parametrize("lengths", [(2.0, 0.0, 2.9, 0.0), (8.0, 0.0, 12.0, 4.1)])
def test_pattern_refuses_a_cycle_when_it_is_too_quick_or_too_slow(lengths: tuple[float, ...]) -> None:
    with pytest.raises(PatternError) as error:
        Pattern("own", *lengths)
    assert error.value.code == "pattern_bounds"
    assert error.value.facts["field"] == "cycle"


def test_pattern_refuses_minutes_when_they_are_outside_what_it_offers() -> None:
    with pytest.raises(PatternError) as error:
        Pattern("own", 4.0, 0.0, 6.0, 0.0, minutes=1.0, low=2.0, high=20.0)
    assert error.value.code == "pattern_span"
    assert error.value.facts == {"pattern": "own", "minutes": 1.0, "low": 2.0, "high": 20.0}


@pytest.mark.parametrize(("low", "high"), [(0.5, 20.0), (2.0, 21.0)])
def test_pattern_refuses_a_span_when_a_sitting_would_be_too_short_or_too_long(
    low: float, high: float
) -> None:
    with pytest.raises(PatternError) as error:
        Pattern("own", 4.0, 0.0, 6.0, 0.0, low=low, high=high)
    assert error.value.facts["field"] == "minutes"


def test_holds_is_told_when_a_breath_is_held_anywhere() -> None:
    assert not EASY.holds
    assert BOX.holds
    assert replace(BOX, hold_in=0.0).holds
    assert replace(BOX, hold_out=0.0).holds
