"""One turn by a fair clock: a budget, a grace, a moment to take the floor back, a minute given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.floor import GIFT, GIFTS, GRACE, TAKE_BACK, Floor, give, hand_over, taken_back

EIGHT = Floor(480.0, 100.0)


def test_a_turn_runs_down_and_rests_at_nought() -> None:
    assert EIGHT.left(100) == 480
    assert EIGHT.left(340) == 240
    assert EIGHT.share(340) == 0.5
    assert EIGHT.left(580) == EIGHT.left(5800) == 0
    assert EIGHT.share(5800) == 0


def test_the_moment_before_a_turn_costs_nothing() -> None:
    assert EIGHT.spent(99.9) == 0


@pytest.mark.parametrize(
    ("t", "phase"),
    [
        (100, "speaking"),
        (579.9, "speaking"),
        (580, "grace"),
        (594.9, "grace"),
        (595, "beyond"),
        (4000, "beyond"),
    ],
)
def test_overtime_is_a_grace_and_then_only_fades(t: float, phase: str) -> None:
    assert EIGHT.phase(t) == phase


def test_over_time_is_counted_from_the_end_of_the_budget() -> None:
    assert EIGHT.over(580) == 0
    assert EIGHT.over(600) == 20


def test_something_changes_at_the_end_and_after_the_grace_and_then_never() -> None:
    assert EIGHT.due(100) == 580
    assert EIGHT.due(580) == 580 + GRACE
    assert EIGHT.due(595) is None


def test_a_turn_handed_over_stands_for_five_seconds() -> None:
    handed = hand_over(EIGHT, 220)
    assert handed.phase(222) == "handing"
    assert handed.spent(224) == 120
    assert handed.due(222) == 220 + TAKE_BACK


def test_a_turn_taken_back_goes_on_where_it_stopped() -> None:
    back = taken_back(hand_over(EIGHT, 220), 224)
    assert back.phase(224) == "speaking"
    assert back.left(224) == 360
    assert back.due(224) == 224 + 360


def test_a_minute_given_is_a_minute_more() -> None:
    longer, seconds, cost = give(EIGHT, 480)
    assert (longer.left(100), seconds, cost) == (540, GIFT, GIFT)


@pytest.mark.parametrize(("own", "cost"), [(480, 60), (60, 60), (20, 20), (0, 0), (-30, 0)])
def test_a_minute_costs_the_giver_at_most_what_is_there(own: float, cost: float) -> None:
    assert give(EIGHT, own)[2] == cost


def test_a_key_that_is_leant_on_gives_no_hour() -> None:
    floor = EIGHT
    for _ in range(20):
        floor, *_ = give(floor, 480)
    assert floor.gifts == GIFTS
    assert floor.budget == 480 + GIFTS * GIFT
    assert give(floor, 480) == (floor, 0.0, 0.0)


def test_a_minute_given_after_the_end_lets_the_turn_speak_again() -> None:
    longer, *_ = give(EIGHT, 480)
    assert EIGHT.phase(590) == "grace"
    assert longer.phase(590) == "speaking"


def test_a_turn_without_a_budget_has_no_share() -> None:
    assert Floor(0.0, 0.0).share(0) == 0


@given(st.floats(0.1, 1e4), st.floats(0, 1e4), st.floats(0, 1e4), st.floats(0, 1e5))
def test_what_was_had_and_what_is_left_are_the_budget(
    budget: float, before: float, since: float, t: float
) -> None:
    floor = Floor(budget, since, before)
    assert floor.spent(t) + floor.left(t) - floor.over(t) == pytest.approx(budget, abs=0.001)
