"""Which passphrases open the books after a backup took their place, and books opened through a backup."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import Store
from coreg.store.door import LostSeal, as_found
from coreg.store.vault.locked import LockedSeal
from tests.store.full_disk import FullDisk
from tests.store.helpers import note, trouble
from tests.store.vault.lockable import OTHER, PASS, Lockable, everything, fill, fits

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture(params=["open", "locked"])
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Lockable:
    """Return a folder of open books and one of locked ones, with private notes of both in either."""
    made = fill(Lockable(tmp_path / "couple"))
    if request.param == "locked":
        made.lock()
    return made


@pytest.fixture
def locked(tmp_path: Path) -> Lockable:
    made = fill(Lockable(tmp_path / "couple"))
    made.lock()
    return made


def change_words(store: Store) -> str:
    """Change a passphrase as a screen does; return the name of the backup made before."""
    store.before("passphrase")
    store.vault.change(store.vault.keys(PASS["a"]), "pass", OTHER["a"])
    (made,) = [one.name for one in store.backups() if "before-passphrase" in one.name]
    return made


def left(store: Store) -> str:
    couple = store.couple()
    assert couple
    return couple.left


def swap(store: Store) -> None:
    """Change something in the home book."""
    couple = store.couple()
    assert couple
    store.save_couple(couple.model_copy(update={"left": "b" if couple.left == "a" else "a"}))


def test_the_passphrases_of_now_open_what_was_put_back(home: Lockable) -> None:
    new = {**PASS, "a": OTHER["a"]}
    with home.open() as store:
        store.unlock(PASS["b"])
        name = store.backup("by-hand")
        old = everything(store)
        store.keep(note("Since then."))
        change_words(store)
        store.restore(name)
        assert everything(store, new) == old
        assert not fits(store, PASS["a"])
    with home.open() as store:
        with trouble("does_not_fit"):
            store.unlock(PASS["a"])
        store.unlock(OTHER["a"])
        assert everything(store, new) == old


def test_a_new_passphrase_is_undone_with_the_backup_made_before_it(home: Lockable) -> None:
    with home.open() as store:
        store.unlock(PASS["b"])
        old = everything(store)
        store.restore(change_words(store))
        assert everything(store) == old
        assert not fits(store, OTHER["a"])
    with home.open() as store:
        with trouble("does_not_fit"):
            store.unlock(OTHER["a"])
        store.unlock(PASS["a"])
        assert everything(store) == old


def test_a_new_passphrase_that_could_not_be_undone_stays_in_force(
    home: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    with home.open() as store:
        store.unlock(PASS["b"])
        name = change_words(store)
        with monkeypatch.context() as patch:
            FullDisk(patch).refuse("pending")
            with trouble("disk_full"):
                store.restore(name)
        was = left(store)
        swap(store)
    with home.open() as store:
        with trouble("does_not_fit"):
            store.unlock(PASS["a"])
        store.unlock(OTHER["a"])
        assert left(store) != was


def test_what_was_never_behind_a_passphrase_is_put_back_all_the_same(tmp_path: Path) -> None:
    home = Lockable(tmp_path / "couple")
    with home.open() as store:
        store.keep(note("first"))
        store.before("passphrase")
        store.keep(note("second"))
        store.restore(store.backups()[0].name)
        assert [one.text for one in store.notes()] == ["first"]


# A locked home book whose clear part is not whole


def spoil(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def test_locked_books_are_opened_through_the_newest_backup_and_put_back(locked: Lockable) -> None:
    with locked.open() as store:
        store.unlock(PASS["a"])
        change_words(store)
        name = store.backup("by-hand")
        old = everything(store, {**PASS, "a": OTHER["a"]})
    torn = locked.folder / "home.coreg"
    spoil(torn)
    data = torn.read_bytes()
    with locked.open(check=False) as store:
        assert (store.sealed, store.locked) == (True, True)
        with trouble("does_not_fit"):
            store.unlock(PASS["a"])
        assert store.unlock(OTHER["a"]).who == "a"
        assert {one.file: one.state for one in store.check()}["home.coreg"] == "damaged"
        store.restore(name)
        assert everything(store, {**PASS, "a": OTHER["a"]}) == old
    assert locked.files()["home.damaged-1.coreg"] == data
    with locked.open() as store:
        store.unlock(OTHER["a"])
        assert everything(store, {**PASS, "a": OTHER["a"]}) == old


def test_words_that_open_whole_books_are_refused_by_damaged_ones_unless_that_is_meant(
    locked: Lockable,
) -> None:
    home = locked.folder / "home.coreg"
    home.write_bytes(home.read_bytes()[:-1])
    with locked.open() as store, trouble("damaged"):
        store.unlock(PASS["a"])
    with locked.open(check=False) as store:
        assert store.unlock(PASS["a"]).who == "a"


def test_what_else_stops_the_opening_is_told_even_then(
    locked: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Trouble("cannot_write", path="")

    with locked.open(check=False) as store:
        monkeypatch.setattr("coreg.store.books.finish_wiping", refuse)
        with trouble("cannot_write"):
            store.unlock(PASS["a"])


def test_the_newest_backup_counts_and_one_that_is_not_whole_does_not(locked: Lockable) -> None:
    with locked.open() as store:
        store.unlock(PASS["a"])
        names = [store.backup("by-hand") for _ in range(9)]
        store.vault.change(store.vault.keys(PASS["a"]), "pass", OTHER["a"])
        names.append(store.backup("by-hand"))
    assert names[-1].endswith("-12")
    spoil(locked.folder / "home.coreg")
    (locked.folder / "backups" / "of others").mkdir()
    with locked.open(check=False) as store:
        assert fits(store, OTHER["a"])
    spoil(locked.folder / "backups" / names[-1] / "home.coreg")
    with locked.open(check=False) as store:
        assert fits(store, PASS["a"])
        assert not fits(store, OTHER["a"])


def spoil_all(backups: Path) -> None:
    for path in backups.glob("*/home.*"):
        spoil(path)


@pytest.mark.parametrize("lose", [shutil.rmtree, spoil_all])
def test_without_a_backup_that_tells_the_seal_nothing_opens(
    locked: Lockable, lose: Callable[[Path], object]
) -> None:
    spoil(locked.folder / "home.coreg")
    assert isinstance(as_found(locked.folder, bytes), LockedSeal)
    lose(locked.folder / "backups")
    assert isinstance(as_found(locked.folder, bytes), LostSeal)


def test_one_who_only_reads_makes_no_backup_before_anything(home: Lockable) -> None:
    with home.open(write=False) as store:
        store.unlock(PASS["a"])
        before = store.backups()
        with trouble("read_only"):
            store.before("passphrase")
        assert store.backups() == before
