"""Lead and follow as a step: two halves, a swap, and the usual lag at the end."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.breathed import Led
from coreg.practice.codec import from_plain, to_plain
from coreg.practice.play import SEATS, Chose, Pressed, Seat, Skipped, StepError, other
from coreg.practice.playing import advance, apply, due, journal
from coreg.practice.sitting import Rested, Sitting, Stopped
from coreg.practice.steps.lead import LONGEST_TAPS, TOLD, Leading
from tests.unit.practice.evenings import first_of, keeps, playing, script, through

LEAD: dict[str, object] = {"kind": "lead", "seconds": 120, "params": {"countdown": 5}}


def led(state: Sitting, start: float, leader: Seat, late: float, breaths: int = 5) -> Sitting:
    """Return the sitting after so many breaths of 4 and 6 s, the follower a little late."""
    for number in range(breaths):
        at = start + 10 * number
        state = through(
            state, Pressed(at, leader), Pressed(at + late, other(leader)), Pressed(at + 4, leader)
        )
    return state


@pytest.mark.parametrize("left", SEATS)
def test_whoever_sits_left_leads_first_and_half_way_they_swap(left: Seat) -> None:
    play = playing(first_of(LEAD, left=left), Leading)
    assert [play.leads(t) for t in (0.0, 64.9, 65.0, 124.0)] == [left, left, other(left), other(left)]
    assert [play.within(t) for t in (2.0, 64.0, 65.0)] == [-3.0, 59.0, 0.0]
    assert (play.told(124.9), play.told(125.0)) == (False, True)


def test_the_shape_is_what_the_leader_taps_and_new_after_the_swap() -> None:
    play = playing(led(first_of(LEAD), 6.0, "a", 0.9), Leading)
    assert play.breath(47.0).phase == "in"
    assert play.breath(51.0).phase == "out"
    assert play.breath(65.0).phase == "rest"
    swapped = playing(led(led(first_of(LEAD), 6.0, "a", 0.9), 66.0, "b", 0.5), Leading)
    assert swapped.breath(67.0).phase == "in"


def test_at_the_end_the_usual_lag_of_both_halves_is_told() -> None:
    state = led(led(first_of(LEAD), 6.0, "a", 0.9), 66.0, "b", 0.5)
    ended = advance(state, 125.0)
    assert ended.step == 0
    assert playing(ended, Leading).lag() == pytest.approx(0.7)
    alone = through(ended, Pressed(126, "a"), Pressed(127, "a"))
    assert alone.step == 0
    gone_on = apply(alone, Pressed(128, "b"))
    assert gone_on.step == 1
    (kept,) = keeps(gone_on)
    assert isinstance(kept, Led)
    assert kept.lag == pytest.approx(0.7)


def test_reading_ends_by_itself() -> None:
    state = first_of(LEAD)
    assert due(state) == 65.0
    assert advance(state, 125.0 + TOLD - 0.1).step == 0
    assert advance(state, 125.0 + TOLD).step == 1


def test_without_taps_there_is_no_lag() -> None:
    assert keeps(advance(first_of(LEAD), 200.0)) == [Led(None)]


def test_what_ends_early_keeps_the_lag_so_far() -> None:
    state = led(first_of(LEAD), 6.0, "a", 0.5)
    for ended in (apply(state, Skipped(58)), through(state, Stopped(58), Rested(70))):
        (kept,) = keeps(ended)
        assert isinstance(kept, Led)
        assert kept.lag == pytest.approx(0.5)
        assert ended.results[-1].early


def test_a_tap_of_the_countdown_or_of_a_key_held_down_is_none() -> None:
    state = first_of(LEAD)
    assert apply(state, Pressed(2, "a")).play == state.play
    held = playing(through(state, Pressed(6, "a"), Pressed(6.2, "a"), Pressed(6.3, "b")), Leading)
    assert held.leader == ((1.0,), ())
    assert [len(taps) for taps in held.follower] == [1, 0]


def test_what_follows_is_never_taken_for_what_leads() -> None:
    play = playing(apply(first_of(LEAD), Pressed(7, "b")), Leading)
    assert (play.leader, play.follower) == (((), ()), ((2.0,), ()))


def test_taps_have_an_end() -> None:
    play = Leading(0.0, 0.0, 10_000.0, "a")
    for number in range(LONGEST_TAPS + 5):
        play = play.tapped("a", float(number))
    assert len(play.leader[0]) == LONGEST_TAPS


def test_a_crash_loses_no_tap() -> None:
    state = led(first_of(LEAD), 6.0, "a", 0.9)
    back = from_plain(json.loads(json.dumps(to_plain(journal(state, 60.0)))))
    assert isinstance(back, Sitting)
    assert back.play == state.play


@given(st.floats(0, 200), st.sampled_from(SEATS))
def test_a_stop_makes_no_difference_to_what_was_tapped(at: float, seat: Seat) -> None:
    state = apply(first_of(LEAD), Stopped(at))
    assert apply(state, Pressed(at + 1, seat)).play == state.play


@pytest.mark.parametrize("row", [{**LEAD, "seconds": 0}, {**LEAD, "params": {"countdown": "soon"}}])
def test_a_step_that_does_not_hold_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(StepError) as error:
        script(row)
    assert error.value.code == "step_pattern"


def test_what_is_not_for_it_changes_nothing() -> None:
    state = first_of(LEAD)
    assert apply(state, Chose(7, "a", 1)) == advance(state, 7)


def test_each_half_has_a_lag_of_its_own() -> None:
    play = Leading(0.0, 0.0, 60.0, "a")
    for half, late in enumerate((0.5, 1.0)):
        for breath in range(5):
            start = 60.0 * half + 10.0 * breath + 1.0
            leader, follower = SEATS if half == 0 else SEATS[::-1]
            for seat, at in ((leader, start), (follower, start + late), (leader, start + 4.0)):
                play = play.tapped(seat, at)
    assert [round(play.lag_of(half) or 0.0, 6) for half in (0, 1)] == [0.5, 1.0]
    assert Leading(0.0, 0.0, 60.0, "a").lag_of(0) is None
