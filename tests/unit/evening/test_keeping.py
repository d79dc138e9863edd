"""What screens may ask of the books, and when the answers are true."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coreg.evening.couple import People
from coreg.evening.keeping import Keeping
from coreg.record.models import Agreement, Couple, Entry, Line, Note, Session
from coreg.record.trouble import Trouble
from coreg.store import Writer
from tests.unit.evening.table import Table

WHEN = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path / "book")


def note(text: str) -> Note:
    return Note(text=text, written=WHEN, zone="UTC", local_date=DAY)


def test_before_there_is_a_book_everything_is_empty(table: Table) -> None:
    assert table.keeping.home() is None
    assert table.kept(table.keeping.couple()) is None
    assert table.kept(table.keeping.people()) == People()
    assert table.kept(table.keeping.sit("b")) is None
    assert table.kept(table.keeping.sessions()) == ()
    assert table.keeping.left_open() is None


def test_a_couple_is_known_from_then_on(table: Table) -> None:
    table.kept(table.keeping.setup("Mina", "Jo"))
    home = table.keeping.home()
    assert home is not None
    assert (home.a, home.b, home.left) == ("Mina", "Jo", "a")
    couple = table.kept(table.keeping.couple())
    assert couple is not None
    assert (couple.a.name, couple.b.name) == ("Mina", "Jo")


def test_who_sits_left_and_own_lines_are_remembered(table: Table) -> None:
    table.set_up()
    table.kept(table.keeping.sit("b"))

    def lower(couple: Couple) -> Couple:
        return couple.model_copy(update={"a": couple.a.model_copy(update={"line": 4})})

    table.kept(table.keeping.change_couple(lower))
    assert table.kept(table.keeping.people()) == People((4, 7))
    home = table.killed().keeping.home()
    assert home is not None
    assert home.left == "b"


def test_nothing_is_done_before_the_disk_has_it(table: Table) -> None:
    promise = table.keeping.setup("Mina", "Jo")
    assert not promise.done()
    assert table.keeping.home() is None
    table.settle()
    assert promise.done()
    assert table.keeping.home() is not None


def test_what_goes_wrong_comes_back_with_the_promise(table: Table) -> None:
    table.set_up()
    promise = table.keeping.setup("Mina", "Jo")
    table.settle()
    with pytest.raises(Trouble) as caught:
        promise.result(0)
    assert caught.value.code == "book_exists"


def test_a_note_can_be_found_binned_and_taken_back(table: Table) -> None:
    table.set_up()
    keeping = table.keeping
    kept = table.kept(keeping.keep(note("the blue mug")))
    assert table.kept(keeping.find(kept.id)).id == kept.id
    assert [one.text for one in table.kept(keeping.notes(DAY, DAY))] == ["the blue mug"]
    assert table.kept(keeping.years()) == (2026,)
    table.kept(keeping.bin(kept.id))
    assert table.kept(keeping.notes()) == ()
    assert len(table.kept(keeping.binned())) == 1
    table.kept(keeping.unbin(kept.id))
    assert len(table.kept(keeping.notes())) == 1
    table.kept(keeping.bin(kept.id))
    table.kept(keeping.empty_bin())
    assert table.kept(keeping.binned()) == ()
    promise = keeping.find(kept.id)
    table.settle()
    with pytest.raises(Trouble):
        promise.result(0)


def test_a_later_word_stands_under_a_line(table: Table) -> None:
    table.set_up()
    line = Line(id="a-line", kind="stays", text="that I am not alone", by="a", at=WHEN)
    entry = Entry(id="an-entry", n=0, practice="day_talk", lines=(line,))
    evening = Session(kind="quiet", started=WHEN, ended=WHEN, zone="UTC", local_date=DAY, entries=(entry,))
    kept = table.kept(table.keeping.keep(evening))
    table.kept(table.keeping.later(kept.id, "a-line", "still true"))
    found = table.kept(table.keeping.find(kept.id))
    assert isinstance(found, Session)
    assert [word.text for word in found.entries[0].lines[0].later] == ["still true"]


def test_agreements_are_asked_for_by_their_state(table: Table) -> None:
    table.set_up()
    table.kept(table.keeping.keep(Agreement(text="a walk", made=WHEN, local_date=DAY)))
    assert [one.text for one in table.kept(table.keeping.agreements())] == ["a walk"]
    assert table.kept(table.keeping.agreements("kept")) == ()
    assert len(table.kept(table.keeping.agreements(None))) == 1


def test_a_living_session_that_cannot_be_read_says_so(table: Table) -> None:
    table.set_up()
    table.store.snapshot(b'{"v": 99}')
    with pytest.raises(Trouble) as caught:
        table.keeping.left_open()
    assert (caught.value.code, caught.value.facts) == ("damaged", {"file": "live.json"})


def test_leaving_writes_what_is_waiting_and_lets_the_book_go(table: Table) -> None:
    table.set_up()
    writer = Writer(clock=table.time.clock)
    keeping = Keeping(table.store, writer, now=table.time.now)
    promise: Future[Session | Note | Agreement] = keeping.keep(note("the last word"))
    keeping.flush()
    assert promise.done()
    keeping.keep(note("one more"))
    keeping.end()
    again = Table(table.folder, table.time)
    assert {one.text for one in again.kept(again.keeping.notes())} == {"the last word", "one more"}


def test_what_is_older_is_counted_and_let_go_of(table: Table) -> None:
    table.set_up()
    keeping = table.keeping
    table.kept(keeping.keep(note("of today").model_copy(update={"local_date": date(2026, 11, 23)})))
    table.kept(keeping.keep(note("a month old").model_copy(update={"local_date": date(2026, 10, 24)})))
    table.kept(keeping.keep(note("older").model_copy(update={"local_date": date(2026, 10, 23)})))
    assert table.kept(keeping.older(30)).notes == 1
    assert table.kept(keeping.older(0)) == table.kept(keeping.older(365))
    assert table.kept(keeping.delete_older(0)) == 0
    assert table.kept(keeping.delete_older(30)) == 1
    assert [one.text for one in table.kept(keeping.notes())] == ["of today", "a month old"]


def test_everything_can_be_deleted(table: Table) -> None:
    table.set_up()
    table.kept(table.keeping.keep(note("the blue mug")))
    table.kept(table.keeping.delete_everything())
    assert table.keeping.home() is None
    assert table.kept(table.keeping.notes()) == ()
