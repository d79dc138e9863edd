"""A locked copy is taken in: with our own key if that opens it, else with its passphrase; all, or nothing."""

from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import strict
from coreg.store.files import Files
from coreg.store.incoming import look, look_data, read_locked
from coreg.store.strict import LIMIT
from coreg.store.vault import keys
from coreg.store.vault.keys import Keys
from tests.store.helpers import note, trouble
from tests.store.sealed_copies import lock, locked, opened, take_in
from tests.store.vault.lockable import (
    OTHER,
    PASS,
    Lockable,
    both,
    everything,
    fill,
    private,
    stretched_once,
    words,
)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_stretched", stretched_once)


@pytest.fixture
def ours(tmp_path: Path) -> Lockable:
    """Return an open folder with something of everything in it, private notes of both among it."""
    return fill(Lockable(tmp_path / "couple"))


@pytest.fixture
def theirs(ours: Lockable) -> Lockable:
    """Return a copy of it that was locked and written in since."""
    made = ours.copy("theirs")
    lock(made)
    write(made)
    return made


def write(home: Lockable, text: str = "Written there.") -> None:
    with opened(home) as store:
        store.keep(note(text))
        store.private(store.vault.keys(PASS["b"])).keep(private(f"{text} Alone."))


def seen(home: Lockable) -> object:
    with opened(home) as store:
        return everything(store)


# What opens it


def test_a_locked_copy_comes_into_an_open_book_with_its_passphrase(ours: Lockable, theirs: Lockable) -> None:
    done = take_in(ours, theirs.folder, PASS["b"])
    assert (done.total.new, done.private, done.foreign) == (1, True, False)
    assert seen(ours) == seen(theirs)


def test_our_own_key_opens_a_copy_of_our_locked_book(ours: Lockable) -> None:
    lock(ours)
    theirs = ours.copy("theirs")
    write(theirs)
    with opened(theirs) as store:
        store.vault.change(store.vault.keys(PASS["a"]), "pass", OTHER["a"])
    done = take_in(ours, theirs.folder)
    assert (done.total.new, done.private, done.foreign) == (1, True, False)
    with opened(ours) as store:
        assert "Written there." in {one.text for one in store.notes()}
        assert store.vault.keys(PASS["a"]).who == "a"


def test_a_copy_under_other_keys_takes_its_own_words_though_ours_is_locked(
    ours: Lockable, theirs: Lockable
) -> None:
    lock(ours)
    done = take_in(ours, theirs.folder, PASS["a"])
    assert done.total.new == 1
    assert seen(ours) == seen(theirs)


def test_keys_come_along_into_a_book_that_has_none(tmp_path: Path) -> None:
    ours = Lockable(tmp_path / "couple")
    with ours.open() as store:
        store.setup("Mina", "Jo")
    theirs = ours.copy("theirs")
    with theirs.open(seed=7) as store:
        store.vault.lock(words())
    write(theirs)
    assert take_in(ours, theirs.folder, PASS["a"]).private
    with opened(ours) as store:
        assert not store.sealed
        assert [one.text for one in store.private(store.vault.keys(PASS["b"])).all()] == [
            "Written there. Alone."
        ]


def test_words_that_do_not_open_it_change_nothing(ours: Lockable, theirs: Lockable) -> None:
    before = ours.all_bytes()
    with trouble("copy_does_not_fit", file=str(theirs.folder)):
        locked(theirs.folder).unlock("no such words at all")
    with trouble("copy_does_not_fit"):
        locked(theirs.folder).unlock("")
    assert ours.all_bytes() == before


@pytest.mark.parametrize("code", ["no_memory", "ring_changed"])
def test_what_is_wrong_with_its_keys_is_told(
    theirs: Lockable, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    def odd(*_: object) -> Keys:
        raise Trouble(code, mib=64)

    monkeypatch.setattr(keys, "unlock", odd)
    with trouble("import_damaged" if code == "ring_changed" else code, file=str(theirs.folder)):
        locked(theirs.folder).unlock(PASS["a"])


def test_without_a_book_a_locked_copy_is_refused(theirs: Lockable, tmp_path: Path) -> None:
    empty = Lockable(tmp_path / "empty")
    with empty.open() as store, trouble("import_locked_first", file=str(theirs.folder)):
        store.own_seal(locked(theirs.folder))
    assert not empty.plain()


def test_the_locked_book_of_another_couple_is_refused_before_anything_is_asked(
    theirs: Lockable, tmp_path: Path
) -> None:
    others = Lockable(tmp_path / "others")
    with others.open(seed=99) as store:
        store.setup("Ada", "Lin")
        for path in (theirs.folder, theirs.folder / "home.coreg", theirs.folder / "2026.coreg"):
            with trouble("import_other"):
                store.own_seal(locked(path))


# The whole folder


def test_a_change_that_waits_is_read_with_it(
    ours: Lockable, theirs: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(files: Files, name: str, sealed: bytes, *, sync: bool = True) -> None:
        raise Trouble("disk_full", path=name)

    with opened(theirs) as store, monkeypatch.context() as patch:
        patch.setattr(Files, "save", full)
        with store.transaction():
            store.keep(note("Waiting."))
            store.put_aside("waits too", b"{}")
    assert (theirs.folder / "pending.coreg").exists()
    done = take_in(ours, theirs.folder, PASS["a"])
    assert (done.total.new, done.aside) == (2, 1)


def test_a_backup_is_a_folder_too(ours: Lockable, theirs: Lockable) -> None:
    with opened(theirs) as store:
        name = store.backup("by-hand")
    assert take_in(ours, theirs.folder / "backups" / name, PASS["a"]).total.new == 1


def test_a_damaged_book_in_it_lets_nothing_in(theirs: Lockable) -> None:
    found = locked(theirs.folder)
    seal = found.unlock(PASS["a"])
    for name in ("2025.coreg", "private.coreg", "home.coreg"):
        path = theirs.folder / name
        data = path.read_bytes()
        path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        with trouble("import_damaged", file=name):
            read_locked(found, seal)
        path.write_bytes(data)


def test_a_folder_whose_seal_is_being_changed_is_refused(ours: Lockable, theirs: Lockable) -> None:
    for home in (ours, theirs):
        (home.folder / "next.coreg").mkdir()
        with trouble("import_turning", file=str(home.folder)):
            look(home.folder)


def test_too_much_is_refused_as_it_is_of_an_open_copy(
    theirs: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = locked(theirs.folder)
    seal = found.unlock(PASS["a"])
    with monkeypatch.context() as patch:
        patch.setattr(strict, "_MOST_VALUES", 200)
        for path in theirs.folder.glob("*.coreg"):
            strict.refuse_crowded(path.name, path.read_bytes())
        with trouble("import_crowded"):
            read_locked(found, seal)
    with monkeypatch.context() as patch, opened(theirs) as store:
        patch.setattr(strict, "_MOST_VALUES", 10)
        with trouble("import_crowded", file="home.coreg"):
            store.own_seal(found)
    with (theirs.folder / "2025.coreg").open("r+b") as file:
        file.truncate(LIMIT + 1)
    with trouble("import_large", file="2025.coreg"):
        read_locked(found, seal)
    with (theirs.folder / "home.coreg").open("r+b") as file:
        file.truncate(LIMIT + 1)
    with trouble("import_large", file="home.coreg"):
        look(theirs.folder)
    with trouble("import_large", file="x.coreg"):
        look_data("x.coreg", bytes(LIMIT + 1))


def test_a_copy_that_another_key_opens_is_not_taken_for_ours(ours: Lockable, theirs: Lockable) -> None:
    with opened(theirs) as store:
        own = both(store)
        store.vault.lock(words(passes=OTHER), own)
    lock(ours)
    found = locked(theirs.folder)
    with trouble("copy_does_not_fit"):
        found.unlock(PASS["a"])
    done = take_in(ours, theirs.folder, OTHER["b"])
    assert (done.total.new, done.private, done.foreign) == (1, True, True)
    with opened(ours) as store:
        assert "Written there." in {one.text for one in store.notes()}
