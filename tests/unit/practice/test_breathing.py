"""Breathing as two people meet it: ways, taps, cues that end, going on alone, and what is left of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.breathed import Breathed, Tapped
from coreg.practice.codec import from_plain, to_plain
from coreg.practice.play import SEATS, Pressed, Seat, Skipped, StepError
from coreg.practice.playing import advance, apply, journal, taken_up
from coreg.practice.sitting import Alone, Paused, Rested, Resumed, Sitting, SmallBreaths, Stopped, WentOn
from coreg.practice.steps.breathe import (
    LONGEST_TAPS,
    Breathing,
    courses_in,
    other_pattern,
    pattern_of,
    two_of,
    way_of,
    whole_breaths,
)
from coreg.practice.written import pattern_written, written
from tests.unit.practice.evenings import BREATH, first_of, keeps, playing, script, sitting, through
from tests.unit.practice.test_breath import patterns

TAPS = {**BREATH, "taps": True}


def breathing(seconds: float = 60, **params: object) -> Sitting:
    """Return a sitting that has just begun to breathe, with words after it."""
    return first_of({"kind": "breathe", "seconds": seconds, "params": {**BREATH, **params}})


# What a step is told


@given(patterns(), st.floats(0, 4).map(lambda sip: round(sip, 2)), st.booleans())
def test_a_pattern_written_down_is_read_back_the_same(pattern: object, sip: float, hummed: bool) -> None:
    text = f"3+{sip}/0/6.25{'h' if hummed else ''}/0" if sip else f"3/0/6.25{'h' if hummed else ''}/0"
    found = pattern_written("own", text)
    assert (found.inhale, found.top_up, found.exhale, found.hummed) == (3.0, sip, 6.25, hummed)
    assert pattern_written("own", written(found)) == found


@pytest.mark.parametrize("text", ["", "4/0/6", "4/0/six/0", "4/0/6/0/1", "1/0/6/0"])
def test_what_is_no_pattern_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        pattern_written("own", text)


def test_a_step_says_its_pattern_its_way_and_what_leads_up_to_it() -> None:
    state = breathing(
        300, top_up=1, hummed=True, ramp="3/0/4/0 3.5/0/5/0", way="crossing", pattern="own", free=60
    )
    step = state.now_step
    pattern = pattern_of(step)
    assert (pattern.id, pattern.top_up, pattern.hummed) == ("own", 1.0, True)
    assert [each.inhale for each in pattern.ramp] == [3.0, 3.5]
    assert (way_of(step), other_pattern(step)) == ("crossing", None)
    assert courses_in(step)[0].free_from <= courses_in(step)[0].length - 60
    assert two_of(step, 1.0).b.phase == "out"


@pytest.mark.parametrize(
    "params",
    [
        {"way": "sideways"},
        {"way": "beside", "with_lengths": "4/0"},
        {"ramp": "3/0/4/0 x"},
        {"inhale": 1.0},
        {"countdown": "soon"},
        {"free": "much"},
    ],
)
def test_a_step_that_does_not_hold_is_refused(params: dict[str, object]) -> None:
    with pytest.raises(StepError) as error:
        script({"kind": "breathe", "seconds": 60, "params": {**BREATH, **params}})
    assert error.value.code == "step_pattern"


def test_side_by_side_it_ends_where_both_meet() -> None:
    state = breathing(100, way="beside", with_lengths="4/0/8/0", **{"with": "long48"})
    other = other_pattern(state.now_step)
    assert other is not None
    assert (other.id, other.exhale) == ("long48", 8.0)
    assert whole_breaths(state.now_step) == 120.0
    assert keeps(advance(state, 125.0)) == [Breathed(12, 10)]


# Taps


def test_taps_are_kept_only_where_they_are_asked_for() -> None:
    tapped = through(breathing(taps=True), Pressed(7, "a"), Pressed(15.5, "b"))
    assert (playing(tapped, Breathing).a, playing(tapped, Breathing).b) == ((2.0,), (10.5,))
    untouched = breathing()
    assert through(untouched, Pressed(7, "a"), Pressed(15.5, "b")) == untouched


def test_a_tap_of_the_countdown_or_of_a_key_held_down_is_none() -> None:
    tapped = through(
        breathing(taps=True), Pressed(3, "a"), Pressed(6, "a"), Pressed(6.1, "a"), Pressed(6.2, "b")
    )
    play = playing(tapped, Breathing)
    assert play.a == (1.0,)
    assert play.b == pytest.approx((1.2,))


def test_taps_have_an_end() -> None:
    play = Breathing(0.0, 0.0)
    for number in range(LONGEST_TAPS + 5):
        play = play.tapped("b", float(number))
    assert len(play.b) == LONGEST_TAPS


def test_at_the_end_both_rows_of_taps_are_handed_on_with_what_was_shown() -> None:
    state = through(breathing(60, taps=True, free=20), Pressed(5.5, "a"), Pressed(15.25, "b"))
    assert keeps(advance(state, 65)) == [
        Breathed(6, 6),
        Tapped((0.5,), (10.25,), (0.0, 10.0, 20.0, 30.0), (0.0, 10.0, 20.0, 30.0), 40.0, 60.0),
    ]
    assert keeps(advance(breathing(60, taps=True), 65)) == [Breathed(6, 6)]


def test_when_it_ends_early_only_what_was_breathed_counts() -> None:
    tapped = apply(breathing(60, taps=True), Pressed(16, "a"))
    stopped = through(tapped, Stopped(26), Rested(90))
    assert keeps(stopped) == [
        Breathed(2, 2),
        Tapped((11.0,), (), (0.0, 10.0, 20.0), (0.0, 10.0, 20.0), 21.0, 21.0),
    ]
    assert keeps(apply(breathing(), Skipped(2))) == [Breathed(0, 0)]


def test_just_sitting_counts_no_breaths() -> None:
    assert keeps(advance(breathing(60, kind="free"), 65)) == []
    assert two_of(breathing(60, kind="free").now_step, 3.0).a.phase == "free"


def test_taps_without_any_cue_are_handed_back_and_no_breaths_are_counted() -> None:
    state = through(breathing(60, kind="free", taps=True), Pressed(6.0, "a"), Pressed(7.5, "b"))
    assert keeps(advance(state, 66)) == [Tapped((1.0,), (2.5,), (), (), 0.0, 60.0)]


@pytest.mark.parametrize("kind", ["free", "paced"])
def test_small_breaths_in_between_spoil_taps_without_cues_alone(kind: str) -> None:
    state = through(breathing(60, kind=kind, taps=True), Pressed(6.0, "a"), Stopped(8.0), SmallBreaths(9.0))
    state = through(advance(state, 80.0), WentOn(80.0, "a"), WentOn(80.0, "b"), Pressed(82.0, "b"))
    play = state.play
    assert isinstance(play, Breathing)
    assert (play.a, play.b) == (((), ()) if kind == "free" else ((1.0,), (5.0,)))


def test_a_sitting_that_is_over_leaves_nothing_twice() -> None:
    over = apply(sitting(script({"kind": "breathe", "seconds": 60, "params": BREATH})), Skipped(20))
    assert over.phase == "over"
    assert keeps(apply(over, Rested(30))) == [Breathed(1, 1)]


# Alone


@pytest.mark.parametrize("seat", SEATS)
def test_after_a_stop_one_may_go_on_alone(seat: Seat) -> None:
    alone = through(breathing(), Stopped(20), Alone(50, seat))
    assert alone.phase == "running"
    assert playing(alone, Breathing).alone == seat
    assert advance(alone, 94.9).step == 0
    ended = advance(alone, 95.0)
    assert ended.step == 1
    assert keeps(ended) == [Breathed(6, 6)]
    assert not ended.results[-1].early


def test_no_record_tells_who_went_on_alone() -> None:
    ended = [advance(through(breathing(), Stopped(20), Alone(50, seat)), 95.0) for seat in SEATS]
    assert ended[0] == ended[1]


def test_going_on_together_again_ends_being_alone() -> None:
    alone = through(breathing(), Stopped(20), Alone(50, "b"), Stopped(60))
    together = through(alone, WentOn(70, "a"), WentOn(71, "b"))
    assert playing(together, Breathing).alone is None
    assert playing(through(alone, Alone(70, "a")), Breathing).alone == "a"


def test_alone_no_key_is_a_tap() -> None:
    alone = through(breathing(taps=True), Stopped(20), Alone(50, "b"), Pressed(55, "b"))
    assert playing(alone, Breathing).b == ()


@pytest.mark.parametrize(
    "row", [{"kind": "turn", "who": "first", "seconds": 60}, {"kind": "lead", "seconds": 60}]
)
def test_only_breathing_goes_on_alone(row: dict[str, object]) -> None:
    stopped = apply(first_of(row), Stopped(20))
    assert apply(stopped, Alone(30, "a")) == stopped


def test_going_on_alone_needs_a_stop() -> None:
    state = breathing()
    assert apply(state, Alone(10, "a")).play == state.play
    paused = apply(state, Paused(10))
    assert apply(paused, Alone(20, "a")) == paused


def test_a_crash_while_one_breathes_alone_or_taps_loses_nothing() -> None:
    alone = through(breathing(taps=True), Pressed(6, "a"), Stopped(20), Alone(50, "b"))
    back = from_plain(json.loads(json.dumps(to_plain(journal(alone, 60.0)))))
    assert isinstance(back, Sitting)
    play = playing(taken_up(back), Breathing)
    assert (play.alone, play.a) == (None, (1.0,))
    assert taken_up(back).active.at(999.0) == 30.0


# The clock


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8 * 3600)), max_size=6), st.sampled_from(SEATS))
def test_pauses_and_stops_change_no_breath(breaks: list[tuple[int, int]], seat: Seat) -> None:
    state, plain, now, active = breathing(600), breathing(600), 0.0, 0.0
    for run, stands in breaks:
        now, active = now + run, active + run
        standing = apply(state, Paused(now)) if stands % 2 else apply(state, Stopped(now))
        now += stands
        going = (Resumed(now),) if stands % 2 else (Alone(now, seat),)
        state = through(advance(standing, now), *going)
    play, usual = playing(state, Breathing), playing(plain, Breathing)
    assert state.active.at(now) == active
    at = max(0.0, play.at(state.active.at(now)))
    assert two_of(state.now_step, at) == two_of(plain.now_step, max(0.0, usual.at(active)))


def test_what_is_written_down_does_not_tell_who_breathes_on_alone() -> None:
    alone = through(breathing(), Stopped(20), Alone(50, "b"))
    assert playing(journal(alone, 60), Breathing).alone is None
