"""A turn to speak: who ends it, who gives, and what it costs."""

from __future__ import annotations

from coreg.practice.floor import GIFT, TAKE_BACK
from coreg.practice.play import (
    Chose,
    Pressed,
    Skipped,
    Ticked,
    Wrote,
)
from coreg.practice.playing import advance, apply
from coreg.practice.steps.turn import Turning
from tests.unit.practice.evenings import (
    first_of,
    keeps,
    playing,
    script,
    sitting,
    through,
)

# A turn

FIRST: dict[str, object] = {"kind": "turn", "who": "first", "seconds": 480}
SECOND: dict[str, object] = {"kind": "turn", "who": "second", "seconds": 480}


def test_nobody_but_the_speaker_ends_a_turn() -> None:
    state = first_of(FIRST, SECOND)
    held = through(state, Skipped(1), Chose(2, "b", 0), Wrote(3, "x"), Ticked(1e5))
    assert held.step == 0
    assert playing(held, Turning).floor.handed is None


def test_a_turn_may_go_over_and_nothing_cuts_in() -> None:
    late = advance(first_of(FIRST, SECOND), 7200)
    assert playing(late, Turning).floor.phase(7200) == "beyond"


def test_a_turn_handed_over_goes_to_the_other_after_five_seconds() -> None:
    handed = apply(first_of(FIRST, SECOND), Pressed(100, "a"))
    assert advance(handed, 104.9).step == 0
    turned = advance(handed, 105)
    assert playing(turned, Turning).seat == "b"
    assert playing(turned, Turning).floor.budget == 480


def test_the_five_seconds_can_be_passed() -> None:
    handed = apply(first_of(FIRST, SECOND), Pressed(100, "a"))
    assert apply(handed, Skipped(101)).step == 1


def test_whoever_was_not_done_takes_the_floor_back() -> None:
    back = through(first_of(FIRST, SECOND), Pressed(100, "a"), Pressed(104, "a"))
    assert advance(back, 110).step == 0
    assert playing(back, Turning).floor.spent(104) == 100
    # By then the five seconds had passed.
    late = through(first_of(FIRST, SECOND), Pressed(100, "a"), Pressed(100 + TAKE_BACK, "a"))
    assert playing(late, Turning).seat == "b"


def test_a_minute_the_listener_gives_is_one_of_their_own() -> None:
    state = through(first_of(FIRST, SECOND), Pressed(10, "b"), Pressed(20, "b"))
    assert playing(state, Turning).floor.budget == 480 + 2 * GIFT
    then = advance(apply(state, Pressed(600, "a")), 605)
    assert playing(then, Turning).floor.budget == 480 - 2 * GIFT
    assert keeps(then) == []


def test_a_minute_given_by_one_who_has_spoken_makes_the_evening_longer() -> None:
    state = advance(apply(first_of(FIRST, SECOND), Pressed(100, "a")), 105)
    given = apply(state, Pressed(110, "a"))
    assert playing(given, Turning).floor.budget == 540


def test_a_giver_always_keeps_a_minute() -> None:
    short = first_of({**FIRST, "seconds": 90}, {**SECOND, "seconds": 90})
    state = through(short, *(Pressed(number, "b") for number in range(1, 9)))
    assert playing(state, Turning).floor.budget == 90 + 5 * GIFT
    then = advance(apply(state, Pressed(100, "a")), 105)
    assert playing(then, Turning).floor.budget == GIFT


def test_a_minute_given_costs_one_turn_only() -> None:
    state = apply(first_of(FIRST, SECOND, FIRST, SECOND), Pressed(1, "b"))
    budgets = []
    for now in (100, 200, 300):
        state = advance(apply(state, Pressed(now, playing(state, Turning).seat)), now + 5)
        budgets.append(playing(state, Turning).floor.budget)
    assert budgets == [420, 480, 480]


def test_a_minute_is_of_the_givers_own_turn_however_long_that_is() -> None:
    state = apply(first_of({**FIRST, "seconds": 480}, {**SECOND, "seconds": 45}), Pressed(1, "b"))
    then = advance(apply(state, Pressed(100, "a")), 105)
    assert playing(then, Turning).floor.budget == 45


def test_a_turn_that_will_be_passed_has_nothing_to_give_from() -> None:
    first = script({"kind": "write", "keeps": "topic"}, id="first")
    talk = script(FIRST, {**SECOND, "unless": "topic"}, {**SECOND, "seconds": 90}, id="talk")
    state = through(sitting(first, talk), Wrote(1, "the house"), Pressed(2, "b"))
    then = advance(apply(state, Pressed(100, "a")), 105)
    assert playing(then, Turning).floor.budget == 60


def test_turns_named_by_person_are_as_fair() -> None:
    state = apply(first_of({**FIRST, "who": "b"}, {**FIRST, "who": "a"}), Pressed(1, "a"))
    then = advance(apply(state, Pressed(100, "b")), 105)
    assert playing(then, Turning).floor.budget == 420


def test_a_key_of_the_listener_gives_nothing_while_the_floor_is_handed_over() -> None:
    handed = apply(first_of(FIRST, SECOND), Pressed(100, "a"))
    assert playing(apply(handed, Pressed(102, "b")), Turning).floor.gifts == 0
