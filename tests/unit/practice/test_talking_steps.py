"""Questions that lead somewhere, things named in turn, the gate before a talk, and saying it back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.play import SEATS, Chose, Counted, Pressed, Reopened, Seat, Skipped
from coreg.practice.playing import advance, due, journal
from coreg.practice.sitting import Sitting
from coreg.practice.steps.alternate import MOST_THINGS, Alternating
from coreg.practice.steps.ask import Asking
from coreg.practice.steps.gate import Gating
from coreg.practice.steps.turn import SLOWER, Turning
from tests.unit.practice.evenings import first_of, keeps, options, playing, script, through
from tests.unit.practice.test_script import refused

ASK: dict[str, object] = {
    "kind": "ask",
    "who": "first",
    "options": options("got_it", "nearly"),
    "count": True,
}
NAME: dict[str, object] = {"kind": "alternate", "who": "second", "params": {"count": 3}}
GATE: dict[str, object] = {"kind": "gate", "options": options("under", "over")}
TURN: dict[str, object] = {"kind": "turn", "who": "first", "seconds": 45}
REPLY: dict[str, object] = {"kind": "reply", "who": "second", "seconds": 30}
FIXED: dict[str, object] = {**TURN, "params": {"fixed": True}}


# A turn, and saying back


def test_a_minute_given_is_the_givers_own_also_after_what_was_said_back() -> None:
    turns = {**TURN, "seconds": 120}
    state = first_of(turns, REPLY, {**turns, "who": "second"})
    given = through(state, Pressed(1, "b"), Pressed(2, "a"), Skipped(3))
    assert (playing(given, Turning).floor.budget, given.context.given("b")) == (30, -60)
    assert playing(through(given, Pressed(4, "b"), Skipped(5)), Turning).floor.budget == 60


# Asking


def test_the_one_who_is_asked_answers_with_the_main_key_or_a_letter() -> None:
    state = first_of(ASK)
    assert through(state, Pressed(1, "b"), Chose(1, "b", 1)) == state
    assert keeps(through(state, Pressed(1, "a"))) == [Counted("got_it")]
    assert keeps(through(state, Chose(1, "a", 1))) == [Counted("nearly")]
    assert through(state, Chose(1, "a", 4), Reopened(1)) == state


def test_an_answer_is_counted_only_where_that_is_wanted() -> None:
    assert keeps(through(first_of({**ASK, "count": False}), Pressed(1, "a"))) == []


@given(st.sampled_from(SEATS))
def test_asked_of_both_either_can_take_another_way(seat: Seat) -> None:
    state = first_of({**ASK, "who": "both"})
    assert through(state, Chose(1, seat, 1)).step == 1
    playing(through(state, Chose(1, seat, 0)), Asking)


def test_an_answer_needs_others_beside_it() -> None:
    assert refused({"id": "one", "kind": "ask"})[0] == "step_options"


# Naming in turn


def test_each_names_one_thing_in_turn_by_the_own_key() -> None:
    state = first_of(NAME)
    for seat in ("b", "a"):
        assert playing(state, Alternating).seat == seat
        state = through(state, Pressed(1, "a" if seat == "b" else "b"))
        state = through(state, Pressed(2, "b" if seat == "b" else "a"))
    assert playing(state, Alternating).done == 2
    assert through(state, Reopened(3)) == state
    assert through(state, Pressed(3, "b")).step == 1
    assert through(state, Skipped(3)).step == 1


@pytest.mark.parametrize("count", [0, MOST_THINGS + 1, 2.5, True, "three", None])
def test_a_whole_number_of_things_is_named(count: object) -> None:
    params = {} if count is None else {"count": count}
    assert refused({**NAME, "id": "one", "params": params}) == (
        "step_count",
        {"step": "one", "most": MOST_THINGS},
    )
    assert refused({**NAME, "id": "one", "who": "both"})[0] == "step_who"


# The gate


def sealed(a: int | None, b: int | None) -> Sitting:
    state = first_of(GATE)
    for seat, pick in zip(SEATS, (a, b), strict=True):
        state = state if pick is None else through(state, Chose(1, seat, pick))
    # Sealing with nothing picked counts from the second press on.
    for seat, pick in zip(SEATS, (a, b), strict=True):
        state = through(state, *[Pressed(2, seat)] * (2 if pick is None else 1))
    return state


@pytest.mark.parametrize(("a", "b"), [(0, 0), (0, None), (None, None)])
def test_with_nobody_over_the_line_the_talk_goes_on_at_once(a: int | None, b: int | None) -> None:
    assert sealed(a, b).step == 1


@pytest.mark.parametrize(("a", "b"), [(1, 0), (0, 1), (1, 1), (None, 1)])
def test_over_the_line_settling_is_offered_and_both_keys_go_on(a: int | None, b: int | None) -> None:
    state = sealed(a, b)
    assert playing(state, Gating).offered == 2
    assert keeps(state) == []
    assert through(state, Chose(3, "a", 0), Reopened(3)) == state
    once = through(state, Pressed(3, "a"), Pressed(4, "a"))
    playing(once, Gating)
    assert through(once, Pressed(5, "b")).step == 1
    assert through(state, Skipped(3)).step == 1


def test_what_was_sealed_at_the_gate_is_never_written_down() -> None:
    assert journal(sealed(1, 0), 9).play == journal(first_of(GATE), 9).play


def test_a_gate_asks_for_the_line() -> None:
    assert refused({**GATE, "id": "one", "options": options("fine", "bad")}) == ("step_over", {"step": "one"})


# Turns


def test_the_listener_asks_for_slower_and_it_stands_there_for_a_while() -> None:
    state = through(first_of(TURN), Chose(5, "a", 1))
    assert playing(state, Turning).slower is None
    state = through(state, Chose(6, "b", 3))
    play = playing(state, Turning)
    assert play.asks_slower(6 + SLOWER - 0.1)
    assert not play.asks_slower(6 + SLOWER)
    assert not playing(first_of(TURN), Turning).asks_slower(0)
    handed = through(first_of(TURN), Pressed(5, "a"))
    assert through(handed, Chose(6, "b", 3)) == handed


def test_saying_it_back_has_its_clock_and_no_gifts() -> None:
    state = first_of(REPLY)
    assert playing(state, Turning).seat == "b"
    assert through(state, Pressed(1, "a")) == state
    assert advance(through(state, Pressed(10, "b")), 15).step == 1


def test_nobody_makes_a_fixed_turn_longer_or_shorter() -> None:
    state = first_of(FIXED)
    assert through(state, Pressed(10, "a"), Pressed(11, "b"), Chose(12, "b", 0)) == state
    late = through(state, Pressed(50, "b"), Pressed(50, "a"))
    assert playing(late, Turning).floor.handed == 50
    assert playing(through(late, Pressed(52, "a")), Turning).floor.handed is None
    assert due(late) == 55


def test_what_was_given_away_of_a_turn_leaves_a_minute_of_another() -> None:
    long = {**TURN, "who": "second", "seconds": 480}
    short = {**TURN, "who": "second", "seconds": 45}
    ask = {**ASK, "next": {"nearly": "short"}, "options": options("got_it", "nearly")}
    state = first_of(TURN, ask, {**long, "id": "long"}, {**short, "id": "short"})
    state = through(state, *[Pressed(1, "b")] * 3, Pressed(2, "a"))
    state = through(advance(state, 7), Chose(8, "a", 1))
    assert state.now_step.id == "short"
    assert playing(state, Turning).floor.budget == 45


# Words


@pytest.mark.parametrize("text", ["{", "}", "{0}", "{speaker.x}", "{nobody}", "{}"])
def test_words_that_cannot_be_filled_in_are_refused(text: str) -> None:
    row = {**TURN, "id": "one", "words": {"title": text}}
    assert refused(row) == ("step_words", {"step": "one", "found": text})


def test_only_where_one_acts_is_there_a_speaker_to_name() -> None:
    say: dict[str, object] = {"id": "one", "kind": "say", "words": {"title": "{speaker}"}}
    assert refused(say)[0] == "step_words"
    assert script({**say, "who": "first"})


def test_a_line_is_of_a_kind_there_is() -> None:
    assert refused({"id": "one", "kind": "write", "keeps": "stay"}) == (
        "step_line",
        {"step": "one", "found": "stay", "near": "stays"},
    )
    assert refused({"id": "one", "kind": "write", "keeps": "qqq"})[1]["near"] == "stays"


def test_what_is_written_down_tells_neither_who_asked_for_slower_nor_who_has_pressed() -> None:
    slower = through(first_of(TURN), Chose(6, "b", 0))
    assert playing(slower, Turning).slower is not None
    assert playing(journal(slower, 7), Turning).slower is None
    pressed = through(first_of({**ASK, "who": "both"}), Pressed(1, "a"))
    assert playing(journal(pressed, 2), Asking).pressed == frozenset()
