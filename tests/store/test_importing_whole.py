"""Whose book is taken in, and that it is taken in whole, after a backup, or not at all."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path

import orjson
import pytest

from coreg.record.trouble import Trouble
from coreg.store.books import Books
from coreg.store.importing import Tally
from tests.store.copies import arriving, copy_of, export, exported, filled, read_data, take_in
from tests.store.helpers import Home, contents, note, trouble


@pytest.fixture
def ours(home: Home) -> Home:
    return filled(home)


@pytest.fixture
def theirs(ours: Home) -> Home:
    return copy_of(ours, "theirs")


# The couple


def test_of_the_couple_the_newer_version_counts_and_nothing_is_asked(ours: Home, theirs: Home) -> None:
    with ours.open() as store:
        couple = store.couple()
        assert couple
        store.save_couple(couple.model_copy(update={"left": "b"}))
    ours.wall.go(minutes=1)
    with theirs.open() as store:
        changed = store.save_couple(
            couple.model_copy(update={"a": couple.a.model_copy(update={"name": "Mi"})})
        )
    assert take_in(ours, exported(theirs)).couple
    with ours.open() as store:
        assert store.couple() == changed
    assert not take_in(theirs, exported(ours)).couple


def test_the_book_of_another_couple_is_refused(ours: Home, tmp_path: Path) -> None:
    others = filled(Home(tmp_path / "others"))
    before = contents(ours.folder)
    for incoming in (exported(others), arriving(others)):
        with ours.open() as store:
            with trouble("import_other", file=incoming.file):
                store.preview(incoming)
            with trouble("import_other", file=incoming.file):
                store.take_in(incoming)
    assert contents(ours.folder) == before


def test_a_book_that_says_no_couple_needs_one_here(ours: Home, theirs: Home, tmp_path: Path) -> None:
    with theirs.open() as store:
        store.keep(note("New there."))
    year = read_data("2026.json", theirs.file("2026.json").read_bytes())
    with Home(tmp_path / "empty").open() as store, trouble("import_nobody", file="2026.json"):
        store.take_in(year)
    preview = take_in(ours, year)
    assert (preview.named, preview.total.new) == (False, 1)


def test_an_id_that_is_something_else_here_is_refused(ours: Home) -> None:
    data = export(ours)
    data["notes"][0]["id"] = data["sessions"][0]["id"]
    data["sessions"] = []
    before = contents(ours.folder)
    with ours.open() as store, trouble("import_twice", file="x.json", place="notes"):
        store.take_in(read_data("x.json", orjson.dumps(data)))
    assert contents(ours.folder) == before


# Whole or nothing


def test_a_backup_is_asked_for_before_anything_is_changed(
    ours: Home, theirs: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(ours.folder)
    asked: list[str] = []

    def no_room(books: Books, what: str) -> None:
        asked.append(what)
        assert contents(ours.folder) == before
        raise Trouble("disk_full", path="backups")

    with theirs.open() as store:
        store.keep(note("New."))
    monkeypatch.setattr(Books, "back_up_before", no_room)
    with ours.open() as store:
        store.take_in(arriving(ours))
        assert asked == []
        with trouble("disk_full"):
            store.take_in(arriving(theirs))
    assert asked == ["import"]
    assert contents(ours.folder) == before


def test_a_write_that_fails_leaves_everything_as_it_was(
    ours: Home, theirs: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with theirs.open() as store:
        store.keep(note("New."))
        store.keep(note("New.", date(2025, 3, 3)))
    before = contents(ours.folder)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with ours.open() as store:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with trouble("disk_full"):
                store.take_in(arriving(theirs))
        assert len(store.notes()) == 2
    assert contents(ours.folder) == before


def test_one_who_only_reads_can_look_ahead_and_no_more(ours: Home, theirs: Home) -> None:
    with theirs.open() as store:
        kept = store.keep(note("New."))
    incoming = arriving(theirs)
    with ours.open(write=False) as store:
        assert store.preview(incoming).total.new == 1
        with trouble("read_only"):
            store.take_in(incoming)
        with trouble("not_found"):
            store.find(kept.id)


@pytest.mark.parametrize("many", [1_000, pytest.param(10_000, marks=pytest.mark.long)])
def test_a_year_of_many_is_taken_in_at_once(home: Home, many: int) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        store.keep(note())
    data = export(home)
    first = data["notes"][0]
    data["notes"] += [{**first, "id": f"n{number}"} for number in range(many - 1)]
    incoming = read_data("x.json", orjson.dumps(data))
    assert take_in(home, incoming).total == Tally(new=many - 1, same=1)


# Copies of what is deleted


def everywhere(home: Home) -> bytes:
    """Read every file below the folder."""
    return b"".join(path.read_bytes() for path in sorted(home.folder.rglob("*")) if path.is_file())


def test_a_backup_made_before_it_can_undo_it(ours: Home, theirs: Home) -> None:
    with theirs.open() as store:
        store.keep(note("New there."))
    with ours.open() as store:
        before = store.everything()
        store.take_in(arriving(theirs))
        assert store.everything() != before
        made = next(one.name for one in store.backups() if "before-import" in one.name)
        store.restore(made)
        assert store.everything() == before


def test_what_was_deleted_for_good_there_goes_from_every_backup_here(ours: Home, theirs: Home) -> None:
    with theirs.open() as store:
        store.delete(store.agreements()[0].id)
        store.delete(store.sessions(limit=1)[0].id, "1")
    with ours.open() as store:
        store.backup("by-hand")
    assert b"A walk" in everywhere(ours)
    assert b"A later word." in everywhere(ours)
    take_in(ours, arriving(theirs))
    assert b"A walk" not in everywhere(ours)
    assert b"A later word." not in everywhere(ours)
    with ours.open() as store:
        for one in store.backups():
            store.restore(one.name)
            assert b"A walk" not in everywhere(ours)


@pytest.mark.parametrize("part", [None, "1"])
def test_a_sitting_put_aside_there_does_not_bring_back_what_was_deleted_here(
    ours: Home, theirs: Home, part: str | None
) -> None:
    with ours.open() as store:
        kept = store.sessions(limit=1)[0]
    named = kept.id if part is None else part
    with theirs.open() as store:
        store.put_aside("other", b'{"id": "%b", "text": "once more"}' % named.encode())
        store.put_aside("third", b'{"id": "x", "text": "never kept"}')
    with ours.open() as store:
        store.delete(kept.id, part)
    assert take_in(ours, arriving(theirs)).aside == 1
    assert b"once more" not in everywhere(ours)
    assert b"never kept" in everywhere(ours)
