"""The parked list: what can wait is kept for both; what is being typed for it is never lost."""

from __future__ import annotations

from coreg.practice.play import Kept
from coreg.practice.playing import advance, apply, journal, taken_up
from coreg.practice.sitting import Parked, Parking, Paused, Rested, Sitting, Stopped, WentOn
from tests.unit.practice.evenings import script, sitting, through

SAY: dict[str, object] = {"kind": "say", "seconds": 10}


def test_what_is_parked_is_kept_with_the_practice_that_is_on_and_bears_no_name() -> None:
    state = through(
        sitting(script(SAY), script(SAY)), Parked(1, " a walk "), Parked(2, "  "), Parked(12, "ask Ruth")
    )
    assert state.kept("parked") == (Kept("parked", "a walk"), Kept("parked", "ask Ruth"))
    assert [len(result.keeps) for result in state.results] == [1, 1]
    paused = through(sitting(script(SAY)), Paused(1), Parked(2, "later"))
    assert (paused.phase, len(paused.kept("parked"))) == ("paused", 1)


def test_nothing_is_parked_before_or_after() -> None:
    blank = Sitting("made", ())
    assert apply(blank, Parked(1, "x")) == blank
    over = advance(sitting(script(SAY)), 10)
    assert apply(over, Parked(11, "x")) == over
    assert apply(over, Parking(11, "x")) == over


def test_what_is_typed_to_be_parked_stays_through_a_stop_and_is_on_the_list_at_the_end() -> None:
    typed = through(sitting(script(SAY), script(SAY)), Paused(1), Parking(2, "a wa"), Parking(3, "a walk "))
    stopped = apply(typed, Stopped(4))
    assert (stopped.parking, stopped.kept("parked")) == ("a walk ", ())
    assert taken_up(journal(stopped, 5)).parking == "a walk "
    parked = (Kept("parked", "a walk"),)
    assert apply(stopped, Rested(6)).kept("parked") == parked
    on = through(stopped, WentOn(7, "a"), WentOn(8, "b"))
    second = advance(on, 30)
    assert (second.at, second.parking, second.kept("parked")) == (1, "", parked)
    assert through(on, Parked(9, "a walk, long")).parking == ""
