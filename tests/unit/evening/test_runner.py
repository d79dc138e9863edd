"""An evening from its first step to the week after, in a real store; and what is too small to be one."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from threading import Event as Signal
from threading import Thread

import pytest

from coreg.evening.planning import Options, plan
from coreg.evening.runner import Couple
from coreg.practice.play import Chose, Drafted, Skipped
from coreg.practice.sitting import Noted, Rested, Stopped
from coreg.practice.steps.breathe import Breathing
from tests.unit.evening.table import EVENING, Table, reading

# A whole evening


def check_in(table: Table) -> None:
    table.wait(10)
    table.pick(0, 1)
    table.press("a", "b")
    table.wait(60)
    table.wait(15)


def talk(table: Table) -> None:
    table.write("the new job")
    table.press("b")
    table.happens(Chose, "b", 0)
    table.press("b")
    table.wait(200)
    table.press("a", "b")
    table.wait(5)
    table.happens(Skipped)
    table.wait(300)
    table.press("a")
    table.wait(5)
    table.wait(120)
    table.write("that I am not alone with it")
    table.press("b")
    table.write("the walk to the river")
    table.press("a")
    table.write("eat outside on Sunday")
    table.happens(Chose, "a", 1)


@pytest.fixture
def spent(table: Table) -> Table:
    """Return a table at which a quiet evening was spent, with everything kept that can be."""
    table.begin()
    check_in(table)
    assert isinstance(table.sitting.play, Breathing)
    table.wait(305)
    talk(table)
    table.pick(0, 0)
    table.wait(20)
    # What stays was said in the talk, so it is not asked for again.
    assert table.sitting.now_step.id == "thanks"
    table.happens(Noted, "the candle was nice")
    table.wait(40)
    table.pick(0, 0)
    assert table.phase == "over"
    table.end()
    return table


def test_a_quiet_evening_is_found_again_next_week(spent: Table) -> None:
    assert spent.runner.state is None
    assert spent.store.left_open() is None
    with reading(spent.folder, EVENING + timedelta(days=7)) as later:
        (session,) = later.sessions()
    assert (session.kind, session.ended_early, session.planned_s) == ("quiet", False, 32 * 60)
    assert [entry.practice for entry in session.entries] == ["check_in", "breathe", "day_talk", "check_out"]
    assert session.check_in is not None
    assert session.check_out is not None
    assert (session.check_in.a.state, session.check_in.b.state) == ("settled", "up")
    assert session.entries[1].variant == "easy46"
    assert session.done_s == pytest.approx((session.ended - session.started).total_seconds(), abs=2)


def test_what_was_said_is_found_with_it(spent: Table) -> None:
    with reading(spent.folder, EVENING + timedelta(days=7)) as later:
        (session,) = later.sessions()
        notes, (promise,), home = later.notes(), later.agreements(), later.home()
    said = [(line.kind, line.text, line.by) for line in session.entries[2].lines]
    stays = ["that I am not alone with it", "the walk to the river"]
    assert said == [("topic", "the new job", None), ("stays", stays[0], "b"), ("stays", stays[1], "a")]
    assert [(line.kind, line.text, line.by) for line in session.entries[3].lines] == [("hug", "yes", None)]
    assert [note.text for note in notes] == ["the candle was nice"]
    assert (promise.text, promise.look_again) == ("eat outside on Sunday", date(2026, 11, 26))
    assert home is not None
    assert [line.text for line in home.headlines[0].lines] == stays


def test_one_practice_alone_is_a_session_of_one_entry(table: Table) -> None:
    table.begin("breathe", plan("breathe", 2, Options()))
    table.wait(125)
    assert table.phase == "over"
    table.end()
    (session,) = table.sessions()
    assert (session.kind, len(session.entries), session.done_s) == ("breathe", 1, 125)


def test_whoever_sits_left_speaks_first_unless_they_say_otherwise(table: Table) -> None:
    table.begin(couple=Couple("Mina", "Jo", left="b", own_lines=(3, 9)))
    assert table.sitting.order == ("b", "a")
    assert table.sitting.own_lines == (3, 9)


def test_an_evening_has_an_id_and_a_time_of_its_own(table: Table) -> None:
    assert table.runner.session == ""
    assert table.runner.shown_time() == 0
    assert table.runner.due_in() is None
    assert table.runner.look() is None
    table.begin()
    first = table.runner.session
    assert len(first) == 36
    assert table.runner.due_in() == 10
    table.time.go_on(4)
    assert table.runner.due_in() == 6
    table.time.go_on(9)
    assert table.runner.due_in() == 0
    table.begin()
    assert table.runner.time() == 0
    assert table.runner.session > first


def test_nothing_can_happen_before_an_evening_begins(table: Table) -> None:
    with pytest.raises(RuntimeError):
        table.happens(Stopped)
    with pytest.raises(RuntimeError):
        table.runner.close()
    table.runner.save_now()
    table.settle()
    assert table.store.left_open() is None


# What is too small to keep


@pytest.mark.parametrize("answers", [(), (Skipped,), (Skipped, Skipped)])
def test_an_evening_opened_by_mistake_leaves_nothing(
    table: Table, answers: tuple[type[Skipped], ...]
) -> None:
    table.begin()
    for kind in answers:
        table.wait(3)
        table.happens(kind)
    table.happens(Rested)
    table.end()
    assert table.sessions() == ()
    assert table.keeping.left_open() is None


def test_ten_seconds_are_an_evening(table: Table) -> None:
    table.begin()
    table.wait(10)
    table.happens(Rested)
    table.end()
    assert len(table.sessions()) == 1


@pytest.mark.parametrize("kind", ["note", "draft", "entry"])
def test_what_was_written_in_a_moment_is_kept(table: Table, kind: str) -> None:
    table.begin("day_talk", plan("day_talk", None, Options()))
    if kind == "draft":
        table.happens(Drafted, "words")
    else:
        table.happens(Noted, "words", kind == "entry")
    table.happens(Rested)
    table.end()
    (note,) = table.kept(table.keeping.notes())
    (session,) = table.sessions()
    assert (note.text, note.session) == ("words", session.id)
    assert (note.entry is None) == (kind == "note")


def test_a_note_that_is_full_and_a_line_not_finished_are_both_kept(table: Table) -> None:
    table.begin("day_talk", plan("day_talk", None, Options()))
    table.happens(Noted, "x" * 20_000, True)
    table.happens(Drafted, "a line that was not finished")
    table.happens(Rested)
    table.end()
    texts = [note.text for note in table.kept(table.keeping.notes())]
    assert sum(map(len, texts)) == 20_000 + len("\n\na line that was not finished")
    assert max(map(len, texts)) <= 20_000


def test_closing_an_evening_that_runs_ends_it(table: Table) -> None:
    table.to_a_turn()
    table.end()
    (session,) = table.sessions()
    assert session.ended_early
    assert session.done_s > 99


def test_before_there_is_a_book_nothing_is_kept(tmp_path: Path) -> None:
    table = Table(tmp_path / "book")
    table.begin("breathe", plan("breathe", 2, Options()))
    table.wait(125)
    assert table.keeping.left_open() is None
    table.end()
    assert sorted(path.suffix for path in table.folder.iterdir() if path.suffix == ".json") == []


# Nobody waits for the disk


def test_a_stop_does_not_wait_for_a_slow_disk(table: Table) -> None:
    table.to_a_turn()
    holds, done = Signal(), Signal()

    def slow() -> None:
        with table.store.lock:
            holds.set()
            done.wait(30)

    disk = Thread(target=slow)
    disk.start()
    try:
        assert holds.wait(30)
        hands = Thread(target=lambda: table.runner.dispatch(Stopped(table.runner.time())))
        hands.start()
        hands.join(20)
        assert not hands.is_alive()
    finally:
        done.set()
        disk.join()
    assert table.phase == "stopped"
