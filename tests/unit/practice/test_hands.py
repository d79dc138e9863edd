"""Keys as hands press them: held, tapped, too soon after the step changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.hands import CHOOSING, HELD, REST, Hands

REPEAT = 0.033


def counted(moments: list[float], gap: float = HELD) -> list[float]:
    """Return which presses of one key count."""
    hands, found = Hands(), []
    for moment in moments:
        hands, counts = hands.press("f", moment, gap=gap)
        if counts:
            found.append(moment)
    return found


def held(down: float, delay: float, seconds: float) -> list[float]:
    """Return what a terminal sends for a key that is held: one press, a wait, then repeats."""
    repeats = int(max(0.0, seconds - delay) / REPEAT)
    return [down, *(down + delay + number * REPEAT for number in range(repeats))]


@given(st.floats(0, 1e5), st.floats(0.25, 1.0), st.floats(0, 20))
def test_a_held_key_counts_once_however_long(down: float, delay: float, seconds: float) -> None:
    assert counted(held(down, delay, seconds)) == [down]


@given(st.lists(st.floats(HELD + 0.001, 30), min_size=1, max_size=20))
def test_presses_more_than_a_second_apart_all_count(gaps: list[float]) -> None:
    moments = [sum(gaps[:number]) for number in range(len(gaps))]
    assert counted(moments) == moments


def test_a_key_let_go_and_pressed_again_too_soon_starts_the_wait_anew() -> None:
    assert counted([0.0, 1.0, 2.0, 3.05, 4.2]) == [0.0, 4.2]


def test_one_hand_never_silences_the_other() -> None:
    hands, _ = Hands().press("f", 10.0)
    hands, counts = hands.press("j", 10.0)
    assert counts


@pytest.mark.parametrize(
    ("after", "counts"), [(0.0, False), (0.3, False), (REST - 0.01, False), (REST, True)]
)
def test_main_keys_rest_after_the_step_changed(after: float, counts: bool) -> None:
    assert Hands().step_changed(50.0).press("f", 50.0 + after)[1] is counts


def test_a_key_held_over_a_change_of_step_does_not_count_in_the_next() -> None:
    hands, first = Hands().press("f", 9.0)
    hands = hands.step_changed(9.1)
    later = []
    for moment in held(9.5, REPEAT, 5):
        hands, counts = hands.press("f", moment)
        later.append(counts)
    assert first
    assert not any(later)


def test_choosing_does_not_rest_after_the_step_changed() -> None:
    assert Hands().step_changed(50.0).press("q", 50.05, gap=CHOOSING, rests=False)[1]


def test_two_choices_need_a_moment_between_them() -> None:
    assert counted([0.0, 0.1, 0.26, 0.5], gap=CHOOSING) == [0.0, 0.26, 0.5]


def test_the_first_press_of_an_evening_counts() -> None:
    assert Hands().press("f", 0.0)[1]
