"""What is private in another copy: taken along sealed, found by its owner alone, and never counted."""

from dataclasses import asdict
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from coreg.store import Store
from coreg.store.gathering import Incoming
from coreg.store.importing import Preview
from coreg.store.rows import PRIVATE_NOTES
from coreg.store.vault import keys
from coreg.store.vault.keys import PARTNERS, Who, Words
from tests.store.copies import read_path
from tests.store.helpers import note, trouble
from tests.store.vault.lockable import CODE, OTHER, PASS, Lockable, both, private, stretched_once, words

SEEDS = count(1000)
TOKEN = "0" * 32


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_stretched", stretched_once)


@pytest.fixture
def bare(tmp_path: Path) -> Lockable:
    """Return a book in which nobody has chosen a passphrase."""
    made = Lockable(tmp_path / "couple")
    with opened(made) as store:
        store.setup("Mina", "Jo")
    return made


@pytest.fixture
def ours(bare: Lockable) -> Lockable:
    """Return a book in which each has a room, with a note in it."""
    with opened(bare) as store:
        for who in PARTNERS:
            store.private(store.vault.make_space(who, Words(PASS[who], CODE[who]))).keep(private(f"of {who}"))
    return bare


@pytest.fixture
def theirs(ours: Lockable) -> Lockable:
    return ours.copy("theirs")


def opened(home: Lockable) -> Store:
    """Open it, as another computer with chance of its own."""
    return home.open(seed=next(SEEDS))


def texts(home: Lockable, who: Who = "a", passes: dict[Who, str] = PASS) -> list[str]:
    with opened(home) as store:
        if store.locked:
            store.unlock(passes[who])
        own = store.vault.keys(passes[who], "pass", who)
        return sorted(one.text for one in store.private(own).all())


def write(home: Lockable, text: str, old: str = "", who: Who = "a", passes: dict[Who, str] = PASS) -> None:
    """Write a private note, new or in place of an old one."""
    with opened(home) as store:
        own = store.private(store.vault.keys(passes[who], "pass", who))
        known = {one.text: one for one in own.all()}
        own.keep(known[old].model_copy(update={"text": text}) if old else private(text))


def delete(home: Lockable, text: str) -> None:
    with opened(home) as store:
        own = store.private(store.vault.keys(PASS["a"], "pass", "a"))
        own.delete(next(one.id for one in own.all() if one.text == text))


def take_in(home: Lockable, source: Lockable | Incoming) -> Preview:
    """Take it in, and see that it was looked ahead at, and does nothing a second time."""
    incoming = source if isinstance(source, Incoming) else read_path(source.folder)
    with opened(home) as store:
        ahead = store.preview(incoming)
        assert store.take_in(incoming) == ahead
        assert not store.take_in(incoming).changes
    return ahead


def sealed(home: Lockable) -> set[str]:
    """Name every box there is."""
    with opened(home) as store:
        rows = store._rows.all(PRIVATE_NOTES)
    return {box for row in rows for box in (row.get("box"), *row.get("beside", ())) if box}


# Two copies


def test_the_same_notes_change_nothing(ours: Lockable, theirs: Lockable) -> None:
    assert not take_in(ours, theirs).changes


def test_new_notes_and_changed_ones_come_along_and_no_count_says_so(ours: Lockable, theirs: Lockable) -> None:
    write(theirs, "a better word", "of a")
    write(theirs, "written there")
    write(theirs, "hers", who="b")
    done = take_in(ours, theirs)
    assert (done.changes, done.private, done.foreign) == (True, True, False)
    assert asdict(done.total) == {"new": 0, "changed": 0, "same": 0, "deleted": 0, "conflicts": 0}
    assert texts(ours) == ["a better word", "written there"]
    assert texts(ours, "b") == ["hers", "of b"]
    assert not take_in(theirs, ours).changes


def test_an_older_version_changes_nothing(ours: Lockable, theirs: Lockable) -> None:
    write(ours, "a better word", "of a")
    assert not take_in(ours, theirs).changes
    assert texts(ours) == ["a better word"]


def test_what_was_written_differently_is_there_twice_for_its_owner(ours: Lockable, theirs: Lockable) -> None:
    write(ours, "said here", "of a")
    write(theirs, "said there", "of a")
    assert take_in(ours, theirs).private
    assert take_in(theirs, ours).private
    assert sealed(ours) == sealed(theirs)
    assert texts(ours) == texts(theirs) == ["said here", "said there"]
    assert texts(ours, "b") == ["of b"]


def test_what_was_set_apart_and_deleted_does_not_come_back(ours: Lockable, theirs: Lockable) -> None:
    write(ours, "said here", "of a")
    write(theirs, "said there", "of a")
    take_in(ours, theirs)
    delete(ours, "said there")
    take_in(ours, theirs)
    assert texts(ours) == ["said here"]
    delete(ours, "said here")
    assert not take_in(ours, theirs).changes
    assert texts(ours) == []


def test_a_note_deleted_there_goes_here_and_from_every_backup(ours: Lockable, theirs: Lockable) -> None:
    boxes = sealed(ours)
    delete(theirs, "of a")
    with opened(ours) as store:
        store.backup("by-hand")
    assert take_in(ours, theirs).private
    assert texts(ours) == []
    (gone,) = boxes - sealed(ours)
    assert gone.encode() not in ours.all_bytes()


def test_a_deletion_nobody_here_knew_of_is_remembered(ours: Lockable, theirs: Lockable) -> None:
    write(theirs, "there a while")
    old = theirs.copy("old")
    delete(theirs, "there a while")
    take_in(ours, theirs)
    assert not take_in(ours, old).changes
    assert texts(ours) == ["of a"]


def test_private_notes_of_an_open_copy_come_into_a_locked_book(ours: Lockable, theirs: Lockable) -> None:
    ours.lock()
    write(theirs, "written there")
    write(theirs, "a better word", "of a")
    with opened(ours) as store:
        store.unlock(PASS["b"])
        assert store.take_in(read_path(theirs.folder)).private
        assert not store.take_in(read_path(theirs.folder)).changes
    assert texts(ours) == ["a better word", "written there"]


# Keys


def test_where_nobody_has_chosen_a_passphrase_those_of_the_copy_hold(bare: Lockable) -> None:
    there = bare.copy("there")
    with opened(there) as store:
        store.private(store.vault.make_space("a", Words(PASS["a"]))).keep(private("of a"))
    before = bare.files().keys()
    assert take_in(bare, there).private
    assert texts(bare) == ["of a"]
    assert bare.files().keys() == before | {"private.json"}


def test_the_home_book_alone_brings_the_keys(bare: Lockable) -> None:
    there = bare.copy("there")
    with opened(there) as store:
        store.vault.make_space("a", Words(PASS["a"]))
    assert take_in(bare, read_path(there.folder / "home.json")).private
    assert texts(bare) == []


def test_a_copy_makes_the_whole_book_with_what_is_private(ours: Lockable, tmp_path: Path) -> None:
    empty = Lockable(tmp_path / "empty")
    done = take_in(empty, ours)
    assert (done.begins, done.private, done.foreign) == (True, True, False)
    assert (texts(empty), texts(empty, "b")) == (["of a"], ["of b"])


def test_with_other_keys_nothing_is_lost_and_what_opens_stays(ours: Lockable, theirs: Lockable) -> None:
    with opened(theirs) as store:
        own = both(store)
        store.vault.lock(words(passes=OTHER), own)
        store.vault.unlock()
    assert not take_in(ours, theirs).changes
    write(theirs, "a better word", "of a", passes=OTHER)
    write(theirs, "written there", passes=OTHER)
    before = sealed(theirs) - sealed(ours)
    done = take_in(ours, theirs)
    assert (done.private, done.foreign) == (True, True)
    assert texts(ours) == ["of a"]
    assert len(before & sealed(ours)) == 2


def test_a_trace_alone_needs_no_keys(ours: Lockable, theirs: Lockable) -> None:
    delete(theirs, "of a")
    with opened(theirs) as store:
        own = both(store)
        store.vault.lock(words(passes=OTHER), own)
        store.vault.unlock()
    assert not take_in(ours, theirs).foreign
    assert texts(ours) == []


def test_notes_without_their_keys_are_kept_beside(ours: Lockable, theirs: Lockable) -> None:
    write(theirs, "a better word", "of a")
    (theirs.folder / "home.json").unlink()
    done = take_in(ours, theirs)
    assert (done.named, done.foreign) == (False, True)
    assert texts(ours) == ["a better word", "of a"]


def test_notes_without_keys_on_either_side_are_kept(bare: Lockable) -> None:
    there = bare.copy("there")
    with opened(there) as store:
        store._rows.put(PRIVATE_NOTES, {"id": TOKEN, "was": "", "changed": "1", "box": "AAAA"})
    done = take_in(bare, there)
    assert (done.private, done.foreign) == (True, False)
    assert sealed(bare) == {"AAAA"}


@pytest.mark.parametrize("which", ["ours", "records", "private"])
def test_an_id_that_is_a_record_is_refused(ours: Lockable, theirs: Lockable, which: str) -> None:
    with opened(ours) as store:
        kept = store.keep(note("Ours.")).id
        private_id = store._rows.all(PRIVATE_NOTES)[0]["id"]
    with opened(theirs) as store:
        row: dict[str, Any] = {"was": "", "changed": "1", "box": "AAAA"}
        if which == "ours":
            store._rows.put(PRIVATE_NOTES, {"id": kept, **row})
        else:
            key = store.keep(note("Theirs.")).id
            if which == "records":
                store._rows.put(PRIVATE_NOTES, {"id": key, **row})
            else:
                found = store._rows.get("2026/notes", key)
                assert found
                store._rows.put("2026/notes", {**found, "id": private_id})
                store._rows.drop(PRIVATE_NOTES, private_id)
    with opened(ours) as store, trouble("import_twice", file=str(theirs.folder), place="sealed"):
        store.take_in(read_path(theirs.folder))
