"""Being near: it ends by itself or by either, it asks without wanting an answer, and thanks go on alone."""

from __future__ import annotations

import pytest

from coreg.practice.play import SEATS, Chose, Kept, Pressed, Reopened, Seat, Skipped, Wrote
from coreg.practice.playing import advance, due
from coreg.practice.steps.ask import Asking
from coreg.practice.steps.stay import ARRIVING, STILL_EVERY, STILL_FOR, Staying
from tests.unit.practice.evenings import first_of, keeps, options, playing, through
from tests.unit.practice.test_script import refused

STAY: dict[str, object] = {"kind": "stay", "who": "first", "seconds": 140}
THANKS: dict[str, object] = {
    "kind": "ask",
    "seconds": 15,
    "options": options("keep", "enough"),
    "params": {"by_itself": "enough"},
}


@pytest.mark.parametrize("seat", SEATS)
def test_either_ends_it_with_the_own_key_and_nothing_is_kept_of_it(seat: Seat) -> None:
    state = first_of(STAY)
    assert through(state, Chose(1, seat, 0), Reopened(2)) == state
    done = through(state, Pressed(70, seat))
    assert done.step == 1
    assert keeps(done) == []
    assert through(state, Skipped(3)).step == 1


@pytest.mark.parametrize("seat", SEATS)
def test_where_both_ask_at_once_the_second_press_does_not_end_it(seat: Seat) -> None:
    state = first_of(STAY)
    assert through(state, Pressed(0.2, seat), Pressed(ARRIVING - 0.1, seat)) == state
    assert through(state, Pressed(ARRIVING, seat)).step == 1


def test_it_ends_by_itself() -> None:
    state = first_of(STAY)
    assert due(state) == 140
    assert advance(state, 139.9).step == 0
    assert advance(state, 140).step == 1


def test_every_minute_it_is_asked_for_a_while_and_silence_is_an_answer() -> None:
    play = playing(first_of(STAY), Staying)
    asked = [t for t in range(0, 200, 5) if play.asks(t)]
    assert asked == [60, 65, 120, 125, 180, 185]
    assert play.asks(STILL_EVERY + STILL_FOR - 0.01)
    assert not play.asks(STILL_EVERY + STILL_FOR)


def test_it_is_for_one_of_them() -> None:
    assert refused({**STAY, "id": "one", "who": "both"})[0] == "step_who"


# A question that answers itself


def test_nobody_has_to_answer() -> None:
    state = first_of(THANKS)
    assert due(state) == 15
    assert advance(through(state, Pressed(1, "a")), 15).step == 1
    assert playing(advance(state, 14.9), Asking).since == 0


def test_a_line_is_kept_only_if_both_like() -> None:
    rows: tuple[dict[str, object], ...] = (
        {**THANKS, "next": {"enough": "end"}},
        {"kind": "write", "keeps": "stays"},
        {"kind": "say", "id": "end"},
    )
    state = first_of(*rows)
    assert advance(state, 15).now_step.id == "end"
    both = through(state, Pressed(1, "a"), Pressed(2, "b"))
    assert both.now_step.kind == "write"
    assert keeps(through(both, Wrote(3, "You were there."))) == [Kept("stays", "You were there.")]


def test_an_answer_that_comes_by_itself_is_one_of_the_options() -> None:
    code, facts = refused({**THANKS, "id": "one", "params": {"by_itself": "never"}})
    assert (code, facts["found"], facts["want"]) == ("step_by_itself", "never", "keep, enough")
