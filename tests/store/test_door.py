"""Which seal a folder is under, and what one who only reads finds while it changes."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import conversion
from coreg.store.conversion import BACKUPS
from coreg.store.door import LostSeal, as_found, is_locked, seal_of, settle_for_reader
from coreg.store.files import Files
from coreg.store.lock import Lock
from coreg.store.seal import OpenSeal
from coreg.store.vault.locked import LockedSeal
from tests.store.helpers import EVENING, Wall, note, trouble
from tests.store.vault.lockable import PASS, Lockable, both, fill, found, words

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def filled(tmp_path: Path) -> Lockable:
    return fill(Lockable(tmp_path / "couple"))


@pytest.fixture
def locked(filled: Lockable) -> Lockable:
    filled.lock()
    return filled


def decided(home: Lockable) -> None:
    """Bring a folder to the instant at which its books are decided to be locked, and stop there."""
    with home.open() as store, pytest.MonkeyPatch.context() as patch:
        patch.setattr("coreg.store.bookcase.finish", gone)
        with pytest.raises(KeyboardInterrupt):
            store.vault.lock(words(both(store)))


def gone(_: Path) -> None:
    raise KeyboardInterrupt


def test_where_nothing_is_books_would_be_open(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    assert not is_locked(nowhere)
    assert isinstance(seal_of(nowhere, os.urandom), OpenSeal)
    settle_for_reader(nowhere, Wall())
    assert not nowhere.exists()


def test_an_open_home_book_counts_before_a_locked_one(locked: Lockable) -> None:
    assert is_locked(locked.folder)
    locked.folder.joinpath("home.json").write_bytes(b"{}")
    assert not is_locked(locked.folder)


def test_a_locked_seal_is_without_its_key(locked: Lockable) -> None:
    seal = seal_of(locked.folder, os.urandom)
    assert isinstance(seal, LockedSeal)
    assert seal.shut


def test_a_reader_finishes_what_was_decided_and_nobody_is_at_any_more(filled: Lockable) -> None:
    old = found(filled)
    decided(filled)
    assert conversion.is_ready(filled.folder)
    with filled.open(write=False) as reader:
        assert reader.locked
        reader.unlock(PASS["b"])
        assert reader.everything() == old["all"]
    assert not conversion.is_ready(filled.folder)
    assert filled.plain() == {}


def test_a_reader_waits_for_the_one_who_is_at_it(filled: Lockable) -> None:
    decided(filled)
    held = Lock(filled.folder, EVENING)
    try:
        with trouble("busy"):
            filled.open(write=False)
        assert filled.plain()
    finally:
        held.release()
    with filled.open(write=False) as reader:
        assert reader.locked


def test_a_reader_of_books_that_are_locked_meanwhile_is_not_told_that_they_are_empty(
    filled: Lockable,
) -> None:
    with filled.open(write=False) as reader:
        assert reader.home()
        filled.lock()
        with trouble("turned"):
            reader.everything()
        with trouble("turned"):
            reader.notes()


def test_a_reader_opens_locked_books_while_another_writes(locked: Lockable) -> None:
    with locked.open() as writer, locked.open(write=False) as reader:
        writer.unlock(PASS["a"])
        reader.unlock(PASS["b"])
        writer.keep(note("While you looked."))
        assert "While you looked." in {one.text for one in reader.notes()}
        with trouble("busy"):
            locked.open()
        with trouble("read_only"):
            reader.keep(note())


def test_nothing_can_be_read_or_written_before_the_words_are_said(locked: Lockable) -> None:
    before = locked.files()
    with locked.open() as store:
        assert (store.sealed, store.locked) == (True, True)
        with trouble("locked"):
            store.home()
        with trouble("locked"):
            store.everything()
        with trouble("locked"):
            store.left_open()
        with trouble("locked"):
            store.keep(note())
        with trouble("locked"):
            store.snapshot(b"x")
        with trouble("does_not_fit"):
            store.unlock("not the words")
        assert store.locked
    assert locked.files() == before


def test_shutting_forgets_and_unlocking_opens_again(locked: Lockable) -> None:
    with locked.open() as store:
        assert store.unlock(PASS["a"]).who == "a"
        assert store.home()
        store.shut()
        assert store.locked
        with trouble("locked"):
            store.home()
        assert store.unlock(PASS["b"]).who == "b"
        assert store.home()


def test_open_books_are_not_shut(filled: Lockable) -> None:
    with filled.open() as store:
        store.shut()
        assert (store.sealed, store.locked) == (False, False)
        assert store.home()


# A locked home book whose clear part is not whole


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda data: b"", "damaged"),
        (lambda data: data[:40], "damaged"),
        (lambda data: data.replace(b'"v":1', b'"v":9'), "newer"),
    ],
    ids=["empty", "cut", "newer"],
)
def test_a_home_book_that_does_not_tell_its_seal_is_looked_at_and_left_alone(
    locked: Lockable, spoil: Callable[[bytes], bytes], code: str
) -> None:
    shutil.rmtree(locked.folder / BACKUPS)
    home = locked.folder / "home.coreg"
    home.write_bytes(spoil(home.read_bytes()))
    before = locked.files()
    with trouble(code, file="home.coreg"):
        locked.open()
    with locked.open(check=False) as store:
        states = {one.file: one.state for one in store.check()}
        assert states["home.coreg"] == code
        assert states["2026.coreg"] == "locked"
        assert (store.sealed, store.locked) == (True, True)
        store.shut()
        with trouble(code, file="home.coreg"):
            store.home()
        with trouble(code):
            store.unlock(PASS["a"])
        with trouble(code):
            store.setup("Mina", "Jo")
        with trouble(code):
            store.accept("home.coreg")
    assert locked.files() == before


def test_a_lost_seal_still_tells_what_is_damaged(locked: Lockable) -> None:
    seal = LostSeal(Trouble("damaged", file="home.coreg"))
    with trouble("damaged", file="home.coreg"):
        seal.pack("2026", {})
    with trouble("damaged", file="home.coreg"), seal.adopting(b"anything"):
        pass
    with trouble("damaged", file="2026.coreg"):
        seal.unpack("2026", b"nothing of ours")
    with trouble("locked"):
        seal.salvage("2026", locked.folder.joinpath("2026.coreg").read_bytes())


def test_as_found_is_the_seal_itself_where_it_can_be_told(locked: Lockable, tmp_path: Path) -> None:
    assert isinstance(as_found(locked.folder, os.urandom), LockedSeal)
    assert isinstance(as_found(tmp_path, os.urandom), OpenSeal)


def test_locked_files_are_seen_from_outside_and_looked_into_with_the_words(locked: Lockable) -> None:
    locked.folder.joinpath("2025.coreg").write_bytes(b"not ours")
    with locked.open() as store:
        assert {one.file: one.state for one in store.check()} == {
            "2025.coreg": "damaged",
            "2026.conflict-1.coreg": "copy",
            "2026.coreg": "locked",
            "2026.damaged-1.coreg": "copy",
            "home.coreg": "locked",
            "live.coreg": "locked",
            "live.damaged-1.coreg": "copy",
            "private.coreg": "locked",
        }
        store.unlock(PASS["a"])
        inside = {one.file: (one.state, one.records) for one in store.check()}
    assert inside["2025.coreg"] == ("damaged", 0)
    assert inside["home.coreg"] == ("whole", 2)
    assert inside["private.coreg"][0] == "whole"
    assert inside["live.coreg"] == ("living", 0)


def test_a_change_that_waits_in_locked_books_is_taken_up_with_the_words(locked: Lockable) -> None:
    with locked.open() as store:
        store.unlock(PASS["a"])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Files, "save", cannot)
            with store.transaction():
                store.keep(note("In one year."))
                store.keep(note("In another.", date(2024, 1, 1)))
    assert "pending.coreg" in locked.files()
    with locked.open() as store:
        assert {one.file: one.state for one in store.check()}["pending.coreg"] == "locked"
        store.unlock(PASS["b"])
        assert {"In one year.", "In another."} <= {one.text for one in store.notes()}
    assert "pending.coreg" not in locked.files()


def cannot(*_: object, **__: object) -> None:
    raise Trouble("cannot_write", path="")
