"""One evening as a whole: pauses, stops, small breaths, rest, notes, and being taken up again."""

from __future__ import annotations

import pytest

from coreg.practice.play import Drafted, Kept, Pressed, Skipped, Wrote
from coreg.practice.playing import SMALL_BREATHS, advance, apply, due, journal, taken_up
from coreg.practice.sitting import (
    Active,
    Noted,
    Paused,
    Rested,
    Resumed,
    Sitting,
    SmallBreaths,
    Stopped,
    WentOn,
)
from coreg.practice.steps.turn import Turning
from coreg.practice.steps.write import Writing
from tests.unit.practice.evenings import playing, script, sitting, through
from tests.unit.practice.ways_through import by_passing, to_the_end

TURN: dict[str, object] = {"kind": "turn", "who": "first", "seconds": 480}
SAY: dict[str, object] = {"kind": "say", "seconds": 10}
STAYS: dict[str, object] = {"kind": "write", "who": "first", "keeps": "stays"}


def test_active_time_stands_and_runs() -> None:
    time = Active().started(100.0)
    assert time.at(130.0) == 30.0
    assert time.when(30.0) == 130.0
    stood = time.stopped(130.0)
    assert stood.at(900.0) == 30.0
    assert stood.when(30.0) == 30.0
    assert stood.started(900.0).at(910.0) == 40.0


# A pause


def test_a_pause_freezes_a_turn() -> None:
    paused = apply(sitting(script(TURN)), Paused(100))
    assert paused.phase == "paused"
    assert due(paused) is None
    assert advance(paused, 5000) == paused
    back = apply(paused, Resumed(5000))
    assert playing(back, Turning).floor.left(back.active.at(5010)) == 370


def test_while_time_stands_no_key_means_anything() -> None:
    paused = apply(sitting(script(SAY, SAY)), Paused(1))
    assert through(paused, Pressed(2, "a"), Pressed(2, "b"), Skipped(3), Paused(4), SmallBreaths(5)) == paused
    assert apply(paused, WentOn(5, "a")) == paused


def test_going_on_without_a_pause_is_nothing() -> None:
    state = sitting(script(SAY))
    assert through(state, Resumed(1), WentOn(2, "a")) == state


def test_whoever_finishes_a_line_after_the_machine_slept_has_gone_on() -> None:
    asleep = apply(sitting(script(STAYS, SAY)), Paused(3))
    typing = apply(asleep, Drafted(4, "I feel"))
    assert typing.phase == "paused"
    assert playing(typing, Writing).draft == "I feel"
    written = apply(typing, Wrote(9, "I feel heard"))
    assert written.phase == "running"
    assert playing(written, Writing).finished
    assert written.active.at(19) == 13


# A stop


@pytest.mark.parametrize("before", [[], [Paused(1)], [SmallBreaths(1)], [SmallBreaths(1), Paused(2)]])
def test_a_stop_ends_everything_that_runs(before: list[Paused | SmallBreaths]) -> None:
    stopped = through(sitting(script(SAY, SAY)), *before, Stopped(3))
    assert stopped.phase == "stopped"
    assert due(stopped) is None
    assert stopped.active.since is None


def test_after_a_stop_it_takes_both_to_go_on() -> None:
    stopped = apply(sitting(script(TURN)), Stopped(100))
    alone = through(stopped, WentOn(110, "b"), WentOn(120, "b"))
    assert alone.phase == "stopped"
    both = apply(alone, WentOn(130, "a"))
    assert both.phase == "running"
    assert playing(both, Turning).floor.left(both.active.at(140)) == 370


def test_a_stop_while_one_waits_to_go_on_asks_both_again() -> None:
    stopped = through(sitting(script(TURN)), Stopped(1), WentOn(2, "a"), Stopped(3))
    assert apply(stopped, WentOn(4, "b")).phase == "stopped"


def test_a_draft_on_its_way_at_the_stop_still_arrives() -> None:
    stopped = through(sitting(script(STAYS)), Stopped(1), Drafted(1, "words"))
    assert playing(stopped, Writing).draft == "words"
    assert apply(stopped, Wrote(2, "words")) == stopped


# Small breaths


def test_small_breaths_last_a_minute_and_lead_back_to_the_step() -> None:
    breathing = apply(sitting(script(TURN)), SmallBreaths(100))
    assert breathing.phase == "breaths"
    assert due(breathing) == 100 + SMALL_BREATHS
    back = advance(breathing, 170)
    assert back.phase == "running"
    assert playing(back, Turning).floor.spent(back.active.at(170)) == 110


def test_small_breaths_after_a_stop_lead_back_to_the_stop() -> None:
    back = advance(through(sitting(script(SAY)), Stopped(1), SmallBreaths(2)), 500)
    assert back.phase == "stopped"
    assert back.active.at(500) == 1


def test_keys_mean_nothing_during_small_breaths() -> None:
    breathing = apply(sitting(script(SAY)), SmallBreaths(1))
    assert through(breathing, Pressed(2, "a"), Pressed(2, "b"), SmallBreaths(30)) == breathing


def test_small_breaths_can_be_passed() -> None:
    breathing = apply(sitting(script(SAY)), SmallBreaths(1))
    assert apply(breathing, Skipped(40)).phase == "running"


@pytest.mark.parametrize("stopped", [False, True])
def test_a_pause_in_small_breaths_holds_them_too(stopped: bool) -> None:
    state = sitting(script(TURN))
    before = apply(state, Stopped(90)) if stopped else state
    paused = through(before, SmallBreaths(100), Paused(120))
    assert advance(paused, 30_000) == paused
    again = apply(paused, Resumed(30_000))
    assert again.phase == "breaths"
    assert due(again) == 30_000 + 40
    after = advance(again, 30_041)
    assert after.phase == ("stopped" if stopped else "running")
    assert after.active.at(30_041) == (90 if stopped else 101)


def test_a_pause_after_small_breaths_holds_the_step() -> None:
    state = through(sitting(script(TURN)), SmallBreaths(1), Paused(2), Resumed(3), Paused(100), Resumed(200))
    assert state.phase == "running"


# Rest, and the end


def test_an_evening_goes_from_practice_to_practice_and_ends() -> None:
    one, two = script(SAY, SAY, id="one"), script(SAY, id="two")
    state = sitting(one, two)
    assert advance(state, 20).practice.script.id == "two"
    over = advance(state, 30)
    assert over.phase == "over"
    assert [(result.practice, result.done, result.steps) for result in over.results] == [
        ("one", 20, ("step0", "step1")),
        ("two", 10, ("step0",)),
    ]
    assert not over.early
    assert over.now_step.id == "step0"


def test_nothing_happens_after_the_end() -> None:
    over = advance(sitting(script(SAY)), 10)
    for event in (Pressed(11, "a"), Skipped(11), Stopped(11), Paused(11), Resumed(11), SmallBreaths(11)):
        assert apply(over, event) == over
    assert through(over, Rested(12), Drafted(13, "x"), Wrote(13, "x"), WentOn(14, "a")) == over
    assert taken_up(over) == over


@pytest.mark.parametrize("before", [[], [Paused(40)], [Stopped(40)], [SmallBreaths(40)]])
def test_resting_ends_the_evening_here(before: list[Paused | Stopped | SmallBreaths]) -> None:
    over = through(sitting(script(TURN), script(SAY)), *before, Rested(60))
    assert over.phase == "over"
    assert over.early
    assert [(result.done, result.early) for result in over.results] == [(40 if before else 60, True)]


def test_a_line_that_was_not_finished_becomes_a_note() -> None:
    state = through(sitting(script(STAYS)), Noted(1, "a note", entry=True), Drafted(2, " half a li "))
    assert apply(state, Rested(3)).results[-1].note == "a note\n\nhalf a li"
    unnoted = apply(sitting(script(STAYS)), Drafted(2, "half"))
    assert apply(unnoted, Rested(3)).results[-1].note == "half"
    assert apply(sitting(script(STAYS)), Rested(3)).results[-1].note == ""


def test_a_step_is_passed_when_an_earlier_practice_has_kept_what_it_asks() -> None:
    asks: dict[str, object] = {**STAYS, "unless": "stays"}
    first = script(STAYS, asks, id="first")
    then = script(asks, SAY, asks, id="then")
    state = through(sitting(first, then), Wrote(1, "yes"), Pressed(2, "a"))
    # In its own practice the second line is still asked for.
    assert (state.at, state.step) == (0, 1)
    state = apply(state, Skipped(3))
    assert (state.at, state.step) == (1, 1)
    assert apply(state, Skipped(4)).phase == "over"
    assert state.kept("stays") == (Kept("stays", "yes", "a"),)
    assert state.kept("topic") == ()


def test_a_practice_of_which_every_step_is_passed_is_gone_through_at_once() -> None:
    asks: dict[str, object] = {**STAYS, "unless": "stays"}
    state = through(sitting(script(STAYS), script(asks), script(SAY)), Wrote(1, "yes"), Pressed(2, "a"))
    assert state.at == 2
    assert state.results[1].steps == ()


# Notes


def test_a_note_is_under_the_practice_or_under_the_evening() -> None:
    state = through(sitting(script(SAY), script(SAY)), Noted(1, "here", entry=True), Noted(2, "tonight"))
    state = apply(state, Noted(12, "there", entry=True))
    assert [result.note for result in state.results] == ["here", "there"]
    assert state.note == "tonight"


@pytest.mark.parametrize("held", [Paused(1), Stopped(1), SmallBreaths(1)])
def test_a_note_can_be_written_while_time_stands(held: Paused | Stopped | SmallBreaths) -> None:
    assert through(sitting(script(SAY)), held, Noted(2, "n")).note == "n"


def test_a_note_before_anything_began_is_under_the_evening() -> None:
    blank = Sitting("made", ())
    assert apply(blank, Noted(1, "n", entry=True)).note == "n"


# Taken up again


def test_a_sitting_taken_up_waits_for_both_at_the_step_where_it_was() -> None:
    state = through(sitting(script(SAY, TURN)), Skipped(1), Paused(101))
    again = taken_up(journal(state, 200))
    assert again.phase == "stopped"
    on = through(again, WentOn(5, "a"), WentOn(6, "b"))
    assert on.step == 1
    assert playing(on, Turning).floor.left(on.active.at(16)) == 370


def test_a_sitting_taken_up_from_small_breaths_waits_for_both_too() -> None:
    state = through(sitting(script(TURN)), SmallBreaths(100), Paused(110))
    on = through(taken_up(journal(state, 200)), WentOn(5, "a"), WentOn(6, "b"))
    assert (on.phase, on.active.at(16)) == ("running", 110)


def test_one_who_would_go_on_when_it_was_interrupted_is_asked_again_like_the_other() -> None:
    state = through(sitting(script(TURN)), Stopped(30), WentOn(31, "b"))
    again = taken_up(state)
    assert again == taken_up(apply(sitting(script(TURN)), Stopped(30)))
    assert apply(again, WentOn(32, "a")).phase == "stopped"


def test_the_journal_holds_time_still_and_nobody_who_would_go_on() -> None:
    state = through(sitting(script(TURN)), Stopped(30), WentOn(31, "b"))
    assert not journal(state, 40).both
    running = journal(sitting(script(TURN)), 50)
    assert running.active == Active(50)


def test_an_evening_with_a_rest_in_it_can_still_be_gone_through() -> None:
    state = through(sitting(script(TURN, STAYS), script(SAY)), Stopped(3), SmallBreaths(4), Paused(5))
    assert to_the_end(state, 6, by_passing).phase == "over"
