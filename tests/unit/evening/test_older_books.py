"""Books that come back older than they were when they were last open here are told of once."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.seen import NAME, Older
from tests.unit.evening.locked_table import WORDS, LockedTable
from tests.unit.evening.table import Table

DAY = date(2026, 11, 23)


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path / "book", threaded=True).set_up()


def ended(table: Table) -> None:
    """Leave the program as it is left."""
    table.keeping.end()


def again(table: Table) -> Table:
    return type(table)(table.folder, table.time, threaded=True)


def copied(table: Table) -> Path:
    """Copy the books to a stick."""
    stick = table.folder.with_name("stick")
    shutil.copytree(table.folder, stick)
    return stick


def come_back(table: Table, stick: Path) -> None:
    shutil.rmtree(table.folder)
    shutil.copytree(stick, table.folder)


def test_books_that_are_as_they_were_left_are_not_spoken_of(table: Table, state: Path) -> None:
    assert table.kept(table.keeping.seen_newer(state)) is None
    table.kept(table.keeping.sit("b"))
    ended(table)
    later = again(table)
    assert later.kept(later.keeping.seen_newer(state)) is None
    ended(later)


def test_what_was_kept_after_the_look_counts_as_well(table: Table, state: Path) -> None:
    table.kept(table.keeping.seen_newer(state))
    stick = copied(table)
    table.kept(table.keeping.sit("b"))
    ended(table)
    come_back(table, stick)
    later = again(table)
    assert later.kept(later.keeping.seen_newer(state)) == Older(DAY)
    assert later.kept(later.keeping.seen_newer(state)) is None
    ended(later)


def test_locked_books_are_noted_before_they_are_shut(tmp_path: Path, state: Path) -> None:
    table = LockedTable(tmp_path / "book", threaded=True)
    table.set_up()
    table.lock()
    table.kept(table.keeping.seen_newer(state))
    stick = copied(table)
    table.kept(table.keeping.sit("b"))
    table.kept(table.locking.shut_books())
    ended(table)
    come_back(table, stick)
    later = again(table)
    assert isinstance(later, LockedTable)
    later.refused(later.keeping.seen_newer(state), "locked")
    later.kept(later.locking.open_books(WORDS["a"]))
    assert later.kept(later.keeping.seen_newer(state)) == Older(DAY)
    ended(later)


def test_before_anybody_has_looked_nothing_is_noted(table: Table, state: Path) -> None:
    ended(table)
    assert not state.exists()


def test_what_cannot_be_noted_keeps_nobody_from_leaving(
    table: Table, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table.kept(table.keeping.seen_newer(state))
    before = (state / NAME).read_bytes()
    table.kept(table.keeping.sit("b"))
    read = disk.read

    def refuse(path: Path, *limit: int) -> tuple[bytes, disk.Mark] | None:
        if path.name == "home.json":
            raise Trouble("cannot_read", path=str(path))
        return read(path, *limit)

    monkeypatch.setattr(disk, "read", refuse)
    ended(table)
    assert (state / NAME).read_bytes() == before


def test_deleted_books_leave_no_new_mark(table: Table, state: Path) -> None:
    table.kept(table.keeping.seen_newer(state))
    before = (state / NAME).read_bytes()
    table.kept(table.keeping.delete_everything())
    ended(table)
    assert (state / NAME).read_bytes() == before
