"""An evening that could not be put into the book waits until it can; nothing is ever written over it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coreg.content.scripts import script
from coreg.evening.planning import Options, plan
from coreg.evening.records import NOTE
from coreg.practice.sitting import Noted, Plan
from coreg.record.models import Note
from coreg.record.trouble import Trouble
from tests.store.full_disk import FullDisk
from tests.unit.evening.table import Table


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    """Return a disk that still has room."""
    return FullDisk(monkeypatch)


def spend(table: Table, words: str) -> None:
    """Spend an evening up to its end and write these words into it."""
    table.begin()
    table.wait(20)
    table.happens(Noted, words)
    table.wait(2)


def breathe(table: Table) -> None:
    """Breathe for a while."""
    table.begin("breathe", plan("breathe", 2, Options()))
    table.wait(30)


def cannot_end(table: Table) -> None:
    """Close what is on; the disk does not take it."""
    with pytest.raises(Trouble):
        table.end()


def texts(table: Table) -> list[str]:
    """Return the notes in the book, oldest first."""
    notes: tuple[Note, ...] = table.kept(table.keeping.notes())
    return [note.text for note in reversed(notes)]


def test_breathing_goes_on_and_the_evening_stays_on_the_full_disk(table: Table, full: FullDisk) -> None:
    spend(table, "the blue mug")
    full.fill()
    cannot_end(table)
    breathe(table)
    assert table.phase == "running"
    again = table.killed()
    left = again.keeping.left_open()
    assert left is not None
    assert (left.sitting.kind, left.sitting.note) == ("quiet", "the blue mug")
    full.make_room()
    again.kept(again.keeping.let_rest(left))
    assert texts(again) == ["the blue mug"]


def test_the_evening_is_kept_as_soon_as_there_is_room(table: Table, full: FullDisk) -> None:
    spend(table, "the blue mug")
    full.fill()
    cannot_end(table)
    breathe(table)
    full.make_room()
    table.wait(15)
    assert [session.kind for session in table.sessions()] == ["quiet"]
    assert texts(table) == ["the blue mug"]
    left = table.killed().keeping.left_open()
    assert left is not None
    assert (left.sitting.kind, left.unclosed) == ("breathe", ())


def test_it_is_kept_with_the_next_one_at_the_latest(table: Table, full: FullDisk) -> None:
    spend(table, "first")
    full.fill()
    cannot_end(table)
    spend(table, "second")
    cannot_end(table)
    full.make_room()
    spend(table, "third")
    table.end()
    assert texts(table) == ["first", "second", "third"]
    assert table.keeping.left_open() is None


def test_books_that_take_nothing_leave_all_evenings_in_the_living_session(
    table: Table, full: FullDisk
) -> None:
    full.refuse_books()
    for words in ("first", "second"):
        spend(table, words)
        cannot_end(table)
    breathe(table)
    again = table.killed()
    left = again.keeping.left_open()
    assert left is not None
    assert left.sitting.kind == "breathe"
    again.runner.take_up(left)
    again.runner.save_now()
    again.settle()
    third = again.killed()
    left = third.keeping.left_open()
    assert left is not None
    full.make_room()
    third.kept(third.keeping.let_rest(left))
    assert texts(third) == ["first", "second"]
    assert [session.kind for session in third.sessions()] == ["breathe", "quiet", "quiet"]
    assert third.keeping.left_open() is None


def test_an_evening_that_nothing_follows_is_in_the_living_session_too(table: Table, full: FullDisk) -> None:
    full.refuse_books()
    for words in ("first", "second"):
        spend(table, words)
        cannot_end(table)
    again = table.killed()
    left = again.keeping.left_open()
    assert left is not None
    assert left.sitting.note == "second"
    full.make_room()
    again.kept(again.keeping.let_rest(left))
    assert texts(again) == ["first", "second"]


def test_leaving_tries_once_more_and_says_that_all_is_kept(tmp_path: Path, full: FullDisk) -> None:
    table = Table(tmp_path / "book", threaded=True).set_up()
    spend(table, "the blue mug")
    full.fill()
    cannot_end(table)
    full.make_room()
    table.keeping.end()
    again = Table(table.folder, table.time)
    assert texts(again) == ["the blue mug"]
    assert again.keeping.left_open() is None


def test_leaving_with_a_full_disk_says_that_not_all_is_kept(tmp_path: Path, full: FullDisk) -> None:
    table = Table(tmp_path / "book", threaded=True).set_up()
    spend(table, "the blue mug")
    full.fill()
    cannot_end(table)
    with pytest.raises(Trouble) as caught:
        table.keeping.end()
    assert caught.value.code == "not_all_kept"
    left = Table(table.folder, table.time).keeping.left_open()
    assert left is not None
    assert left.sitting.note == "the blue mug"


def test_leaving_where_nothing_waits_leaves_what_is_on(tmp_path: Path) -> None:
    table = Table(tmp_path / "book", threaded=True).set_up()
    spend(table, "the blue mug")
    table.keeping.end()
    left = Table(table.folder, table.time).keeping.left_open()
    assert left is not None
    assert left.sitting.note == "the blue mug"


def test_a_note_that_is_gone_on_with_is_kept_once_as_it_is_at_last(table: Table, full: FullDisk) -> None:
    table.begin(NOTE, Plan(script(NOTE), params=(("session", ""), ("entry", ""))))
    table.happens(Noted, "the blue")
    full.refuse_books()
    cannot_end(table)
    session = table.runner.take_back()
    assert session.note == "the blue"
    table.happens(Noted, "the blue mug")
    assert texts(table) == []
    full.make_room()
    table.end()
    assert texts(table) == ["the blue mug"]


def test_beginning_while_something_is_on_keeps_that_first(table: Table) -> None:
    spend(table, "the blue mug")
    breathe(table)
    assert texts(table) == ["the blue mug"]
    assert table.sitting.kind == "breathe"


def test_what_was_never_closed_cannot_be_taken_back(table: Table) -> None:
    table.begin()
    with pytest.raises(RuntimeError):
        table.runner.take_back()


WHAT_A_DISK_DOES = st.sampled_from(["fill", "refuse_books", "make_room", "evening", "breathe"])


@pytest.mark.long
@settings(max_examples=25)
@given(st.lists(WHAT_A_DISK_DOES, max_size=10))
def test_whatever_the_disk_does_every_evening_is_kept_once(
    tmp_path_factory: pytest.TempPathFactory, story: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        full = FullDisk(monkeypatch)
        table = Table(tmp_path_factory.mktemp("book") / "data").set_up()
        evenings = [go_on(table, full, what, number) for number, what in enumerate(story)]
        full.make_room()
        spend(table, "last")
        table.end()
        assert texts(table) == [*filter(None, evenings), "last"]
        table.store.close()


@pytest.mark.long
@settings(max_examples=25)
@given(st.lists(st.sampled_from(["refuse_books", "make_room", "evening", "breathe", "kill"]), max_size=10))
def test_while_the_living_session_can_be_written_a_kill_costs_nothing(
    tmp_path_factory: pytest.TempPathFactory, story: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        full = FullDisk(monkeypatch)
        table = Table(tmp_path_factory.mktemp("book") / "data").set_up()
        evenings: list[str] = []
        for number, what in enumerate([*story, "kill"]):
            if what == "kill":
                table = after_a_kill(table)
            else:
                evenings.append(go_on(table, full, what, number))
        full.make_room()
        spend(table, "last")
        table.end()
        assert texts(table) == [*filter(None, evenings), "last"]
        table.store.close()


def go_on(table: Table, full: FullDisk, what: str, number: int) -> str:
    """Spend an evening, breathe and leave that open, or change the disk; return what was written."""
    if what == "evening":
        spend(table, f"evening {number}")
        closes(table)
        return f"evening {number}"
    if what == "breathe":
        breathe(table)
    else:
        {"fill": full.fill, "refuse_books": full.refuse_books, "make_room": full.make_room}[what]()
    return ""


def closes(table: Table) -> None:
    """Close what is on, whether the disk takes it or not."""
    with suppress(Trouble):
        table.end()


def after_a_kill(table: Table) -> Table:
    """Kill the program, start it again, and let what was left open rest."""
    again = table.killed()
    left = again.keeping.left_open()
    if left is not None:
        with suppress(Trouble):
            again.kept(again.keeping.let_rest(left))
    return again


def test_an_evening_that_is_left_for_later_outlives_what_waited(tmp_path: Path, full: FullDisk) -> None:
    table = Table(tmp_path / "book", threaded=True).set_up()
    full.refuse_books()
    spend(table, "first")
    cannot_end(table)
    breathe(table)
    table.store.close()
    full.make_room()
    again = Table(table.folder, table.time, threaded=True)
    assert again.keeping.left_open() is not None
    again.keeping.end()
    third = Table(table.folder, table.time)
    assert texts(third) == ["first"]
    left = third.keeping.left_open()
    assert left is not None
    assert left.sitting.kind == "breathe"
