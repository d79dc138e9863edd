"""The program is gone in the middle of an evening, and comes back."""

from __future__ import annotations

import pytest

from coreg.evening.runner import AGAIN
from coreg.practice.play import Chose, Drafted, Pressed, Wrote
from coreg.practice.sitting import Noted, Plan, Rested, WentOn
from coreg.practice.steps.sealed import Sealing
from coreg.practice.steps.turn import Turning
from coreg.practice.steps.write import Writing
from tests.unit.evening.table import Table
from tests.unit.practice.evenings import script

# The program is gone, and comes back


def test_a_kill_takes_nothing_that_was_kept(table: Table) -> None:
    table.to_a_turn()
    shown = table.runner.shown_time()
    again = table.killed()
    left = again.keeping.left_open()
    assert left is not None
    assert left.id == table.runner.session
    assert left.fresh(again.time.now())
    again.runner.take_up(left)
    assert (again.sitting.phase, again.sitting.now_step.id) == ("stopped", "turn_first")
    again.happens(WentOn, "a")
    again.wait(3)
    again.happens(WentOn, "b")
    assert isinstance(again.sitting.play, Turning)
    assert shown - AGAIN - 1 <= again.runner.shown_time() <= shown
    assert again.turn().floor.spent(again.runner.shown_time()) >= 100 - AGAIN - 1


def test_a_draft_is_there_again_after_a_kill(table: Table) -> None:
    table.begin()
    table.until("topic")
    for length in range(1, 12):
        table.happens(Drafted, "the new job"[:length])
        table.wait(0.1)
    table.wait(0.6)
    again = table.killed()
    left = again.keeping.left_open()
    assert left is not None
    play = again.runner.take_up(left).play
    assert isinstance(play, Writing)
    assert play.draft == "the new job"


@pytest.mark.parametrize("keys", [0, 7, 40, 133, 149])
def test_a_kill_takes_at_most_a_second_and_a_half_of_typing(table: Table, keys: int) -> None:
    table.begin()
    table.until("topic")
    for length in range(keys + 1):
        table.happens(Drafted, "x" * length)
        table.wait(1 / 15, step=1 / 15)
    again = table.killed()
    left = again.keeping.left_open()
    assert left is not None
    assert isinstance(left.sitting.play, Writing)
    assert len(left.sitting.play.draft) >= keys - 1.5 * 15


def test_a_line_kept_and_a_hand_over_are_on_disk_at_once(table: Table) -> None:
    table.begin()
    table.until("topic")
    table.happens(Wrote, "the new job")
    left = table.killed().keeping.left_open()
    assert left is not None
    assert [line.text for line in left.sitting.kept("topic")] == ["the new job"]


def test_an_answer_that_was_sealed_alone_is_asked_again_after_a_kill(table: Table) -> None:
    table.begin()
    table.wait(11)
    table.happens(Chose, "a", 2)
    table.happens(Pressed, "a")
    table.runner.save_now()
    table.settle()
    again = table.killed()
    left = again.keeping.left_open()
    assert left is not None
    again.runner.take_up(left)
    again.happens(WentOn, "a")
    again.happens(WentOn, "b")
    play = again.sitting.play
    assert isinstance(play, Sealing)
    assert (play.a, play.b, play.sealed) == (None, None, frozenset())


def test_an_evening_taken_up_ends_as_one_evening(table: Table) -> None:
    table.to_a_turn()
    table.runner.save_now()
    table.settle()
    again = table.killed()
    again.time.go_on(720)
    left = again.keeping.left_open()
    assert left is not None
    again.runner.take_up(left)
    again.happens(WentOn, "a")
    again.happens(WentOn, "b")
    again.wait(50)
    assert again.runner.rest().phase == "over"
    again.end()
    (session,) = again.sessions()
    assert session.id == left.id
    assert session.done_s == pytest.approx(left.sitting.active.base + 50)


def test_after_a_night_its_step_is_not_offered_and_its_notes_are_kept(table: Table) -> None:
    table.begin()
    table.until("topic")
    table.happens(Noted, "we laughed")
    table.happens(Drafted, "half a thou")
    table.wait(1)
    again = table.killed()
    again.time.go_on(12 * 3600)
    left = again.keeping.left_open()
    assert left is not None
    assert not left.fresh(again.time.now())
    again.kept(again.keeping.let_rest(left))
    assert {note.text for note in again.kept(again.keeping.notes())} == {"we laughed", "half a thou"}
    (session,) = again.sessions()
    assert session.ended_early
    # It ended when it was last written down, not in the morning.
    assert session.ended == left.saved
    assert again.keeping.left_open() is None


def test_a_sitting_killed_after_its_end_is_kept_when_it_is_found(table: Table) -> None:
    table.begin("one", Plan(script({"kind": "say", "seconds": 60})))
    table.wait(61)
    assert table.phase == "over"
    again = table.killed()
    left = again.keeping.left_open()
    assert left is not None
    assert again.runner.take_up(left).phase == "over"
    again.end()
    assert [session.done_s for session in again.sessions()] == [60]


def test_closing_twice_keeps_one_evening(table: Table) -> None:
    table.to_a_turn()
    table.happens(Noted, "a note")
    table.happens(Rested)
    left = table.keeping.left_open()
    assert left is not None
    for _ in range(2):
        table.kept(table.keeping.close(left))
    (session,) = table.sessions()
    (note,) = table.kept(table.keeping.notes())
    assert (session.id, note.session) == (left.id, left.id)
