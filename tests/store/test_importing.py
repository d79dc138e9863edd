"""Another copy is taken in: whole, after a backup, and so that nothing written on either side is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import orjson
import pytest

from coreg.record.lineage import KEPT
from coreg.record.models import Agreement
from coreg.store import Store
from coreg.store.importing import Tally
from coreg.store.incoming import Incoming
from tests.store.copies import arriving, copy_of, export, exported, filled, read_data, rewrite, take_in
from tests.store.evenings import seen
from tests.store.helpers import DAY, EVENING, Home, contents, line, note, session


@pytest.fixture
def ours(home: Home) -> Home:
    return filled(home)


@pytest.fixture
def theirs(ours: Home) -> Home:
    return copy_of(ours, "theirs")


def everything(home: Home) -> object:
    with home.open(write=False) as store:
        return seen(store)


# The same


@pytest.mark.parametrize("source", [exported, arriving])
def test_taking_in_the_own_book_changes_nothing(ours: Home, source: Callable[[Home], Incoming]) -> None:
    before = contents(ours.folder)
    preview = take_in(ours, source(ours))
    assert not preview.changes
    assert preview.counts["sessions"] == Tally(same=7)
    assert preview.counts["notes"] == Tally(same=2)
    assert contents(ours.folder) == before


def test_an_export_makes_the_book_where_there_is_none(ours: Home, tmp_path: Path) -> None:
    empty = Home(tmp_path / "empty", ours.wall, "empty")
    preview = take_in(empty, exported(ours))
    assert (preview.begins, preview.couple, preview.named) == (True, True, True)
    assert preview.total == Tally(new=10)
    assert export(empty) == export(ours)
    with empty.open() as one, ours.open() as other:
        assert one.home() == other.home()


def test_a_folder_makes_the_whole_book_with_bin_and_what_was_put_aside(ours: Home, tmp_path: Path) -> None:
    empty = Home(tmp_path / "empty", ours.wall, "empty")
    assert take_in(empty, arriving(ours)).aside == 1
    assert everything(empty) == everything(ours)


def test_any_storage_can_take_in_a_copy(store: Store, tmp_path: Path) -> None:
    ours = filled(Home(tmp_path / "ours"))
    assert store.take_in(exported(ours)).total == Tally(new=10)
    assert store.everything() == export(ours)


# Both were written in


def test_what_is_new_there_is_there_then_with_its_headline(ours: Home, theirs: Home) -> None:
    with theirs.open() as store:
        kept = store.keep(session(date(2026, 11, 30), line("new", "New there.")))
        store.keep(note(day=date(2027, 1, 1)))
    preview = take_in(ours, exported(theirs))
    assert preview.total == Tally(new=2, same=10)
    with ours.open() as store:
        assert store.find(kept.id) == kept
        home = store.home()
        assert home
        assert home.headlines[0].session == kept.id
        assert store.years() == (2027, 2026, 2025)


def test_a_newer_version_replaces_the_older_one_and_not_the_other_way(ours: Home, theirs: Home) -> None:
    with theirs.open() as store:
        changed = rewrite(store, "Changed there.")
    assert take_in(theirs, exported(ours)).total == Tally(same=10)
    assert take_in(ours, exported(theirs)).total == Tally(changed=1, same=9)
    with ours.open() as store:
        assert store.notes()[0] == changed


def test_two_texts_are_kept_side_by_side_and_either_can_go(ours: Home, theirs: Home) -> None:
    with ours.open() as store:
        rewrite(store, "Ours.")
    ours.wall.go(minutes=1)
    with theirs.open() as store:
        rewrite(store, "Theirs.")
    preview = take_in(ours, arriving(theirs))
    assert preview.counts["notes"] == Tally(changed=1, same=1, conflicts=1)
    with ours.open() as store:
        first, second = store.notes(since=DAY)[::-1]
        assert (first.text, first.beside) == ("Theirs.", "")
        assert (second.text, second.beside) == ("Ours.", first.id)
        assert [one.text for one in second.later] == ["Another."]
        store.bin(second.id)
        store.empty_bin()
    assert not take_in(ours, arriving(theirs)).changes


def test_two_copies_that_take_each_other_in_are_the_same(ours: Home, theirs: Home) -> None:
    for number, copy in enumerate((ours, theirs)):
        with copy.open() as store:
            rewrite(store, f"Text {number}.")
            store.later(store.sessions(limit=1)[0].id, "1", f"Word {number}.")
            store.keep(note(f"New {number}."))
            store.bin(store.sessions()[number + 1].id)
    take_in(ours, arriving(theirs))
    take_in(theirs, arriving(ours))
    assert everything(ours) == everything(theirs)
    assert not take_in(ours, arriving(theirs)).changes
    with ours.open() as store:
        assert len(store.sessions()) == 5
        said = orjson.dumps(store.everything()).decode()
    assert all(f"{what} {number}." in said for what in ("Text", "Word", "New") for number in (0, 1))


def test_a_line_with_two_texts_is_counted_and_shown_twice(ours: Home, theirs: Home) -> None:
    for text, copy in (("ours", ours), ("theirs", theirs)):
        ours.wall.go(minutes=1)
        with copy.open() as store:
            found = store.sessions(limit=1)[0]
            entry = found.entries[0].model_copy(update={"lines": (line("1", text),)})
            store.keep(found.model_copy(update={"entries": (entry,)}))
    assert take_in(ours, arriving(theirs)).counts["sessions"] == Tally(changed=1, same=6, conflicts=1)
    with ours.open() as store:
        lines = store.sessions(limit=1)[0].entries[0].lines
        assert [(one.text, one.beside) for one in lines] == [("theirs", ""), ("ours", "1")]


def test_an_agreement_closed_there_leaves_the_home_book(ours: Home, theirs: Home) -> None:
    with theirs.open() as store:
        store.keep(store.agreements()[0].model_copy(update={"state": "kept", "closed": EVENING}))
    assert take_in(ours, exported(theirs)).counts["agreements"] == Tally(changed=1)
    with ours.open() as store:
        assert [one.state for one in store.agreements(None)] == ["kept"]
        assert store.agreements() == ()
    assert b"A walk" not in ours.file("home.json").read_bytes()


def test_an_agreement_closed_here_and_moved_there_stands_in_both_tables(ours: Home, theirs: Home) -> None:
    with ours.open() as store:
        store.keep(store.agreements()[0].model_copy(update={"state": "kept", "closed": EVENING}))
    ours.wall.go(minutes=1)
    with theirs.open() as store:
        store.keep(store.agreements()[0].model_copy(update={"look_again": date(2027, 1, 1)}))
    assert take_in(ours, exported(theirs)).counts["agreements"] == Tally(changed=1, conflicts=1)
    with ours.open() as store:
        opened, closed = store.agreements(None)
        assert isinstance(opened, Agreement)
        assert (opened.look_again, opened.state) == (date(2027, 1, 1), "open")
        assert (closed.state, closed.beside) == ("kept", opened.id)


def test_a_note_moved_to_another_day_moves_here(ours: Home, theirs: Home) -> None:
    with theirs.open() as store:
        moved = store.keep(store.notes()[0].model_copy(update={"local_date": date(2024, 2, 2)}))
    take_in(ours, arriving(theirs))
    with ours.open() as store:
        assert store.find(moved.id) == moved
        assert len(store.notes()) == 2


def test_what_was_deleted_for_good_there_is_deleted_here(ours: Home, theirs: Home) -> None:
    with theirs.open() as store:
        store.bin(store.notes()[0].id)
        store.bin(store.agreements()[0].id)
        store.empty_bin()
    with ours.open() as store:
        rewrite(store, "Written meanwhile.")
    preview = take_in(ours, arriving(theirs))
    assert preview.total == Tally(same=7, changed=1, deleted=2)
    files = b"".join(contents(ours.folder).values())
    assert b"Written meanwhile" not in files
    assert b"A walk" not in files
    assert not take_in(theirs, exported(ours)).changes


def test_what_was_deleted_for_good_here_does_not_come_back(ours: Home, theirs: Home) -> None:
    with ours.open() as store:
        store.bin(store.notes()[0].id)
        store.bin(store.sessions(limit=1)[0].id, "1")
        store.empty_bin()
    with theirs.open() as store:
        rewrite(store, "Written meanwhile.")
        store.later(store.sessions(limit=1)[0].id, "1", "Meanwhile too.")
    take_in(ours, arriving(theirs))
    with ours.open() as store:
        assert [one.text for one in store.notes()] == ["An old note."]
        found = store.sessions(limit=1)[0]
        assert [one.text for one in found.entries[0].lines] == []
        assert store.binned() == ()


def test_a_trace_of_something_unknown_is_kept_for_the_next_copy(
    theirs: Home, ours: Home, tmp_path: Path
) -> None:
    with theirs.open() as store:
        gone = store.keep(note("Gone."))
    third = copy_of(theirs, "third")
    with theirs.open() as store:
        store.bin(gone.id)
        store.empty_bin()
    assert take_in(ours, arriving(theirs)).changes
    assert take_in(ours, arriving(third)).total.new == 0


def test_unknown_fields_are_kept(ours: Home, tmp_path: Path) -> None:
    data = export(ours)
    data["notes"][0]["mood"] = {"sky": [1, None]}
    data["extra"] = {"of": "a newer version"}
    empty = Home(tmp_path / "empty", ours.wall, "empty")
    take_in(empty, read_data("x.json", orjson.dumps(data)))
    assert export(empty)["notes"][0]["mood"] == {"sky": [1, None]}


def test_what_a_terminal_would_obey_is_cleaned(ours: Home, tmp_path: Path) -> None:
    data = export(ours)
    data["notes"][0]["text"] = "a\x1b[2Jb\u202e"
    empty = Home(tmp_path / "empty", ours.wall, "empty")
    take_in(empty, read_data("x.json", orjson.dumps(data)))
    assert export(empty)["notes"][0]["text"] == "ab"


def test_a_line_of_versions_too_long_to_be_named_brings_an_old_text_back_once_at_most(
    ours: Home, theirs: Home
) -> None:
    for text, copy in (("Ours.", ours), ("Theirs.", theirs)):
        ours.wall.go(minutes=1)
        with copy.open() as store:
            rewrite(store, text)
    take_in(theirs, arriving(ours))
    with theirs.open() as store:
        first = next(one for one in store.notes() if one.text == "Theirs.")
        for number in range(KEPT + 5):
            first = store.keep(first.model_copy(update={"text": f"Version {number}."}))
    take_in(ours, arriving(theirs))
    with ours.open() as store:
        said = sorted(one.text for one in store.notes())
    assert said == ["An old note.", "Ours.", f"Version {KEPT + 4}."]


def test_what_was_deleted_on_both_sides_stays_deleted(ours: Home, theirs: Home) -> None:
    for copy in (ours, theirs):
        with copy.open() as store:
            store.delete(store.notes()[0].id)
    preview = take_in(ours, arriving(theirs))
    assert preview.total == Tally(same=10)
