"""Locking and unlocking books, new keys for them, and who may look meanwhile."""

from pathlib import Path
from threading import Thread

import pytest

from coreg.store import Store, disk, rows
from coreg.store.conversion import finish
from coreg.store.vault import keys, vault
from coreg.store.vault.keys import PARTNERS, Cost, Keys, Words
from tests.store.evenings import seen
from tests.store.helpers import note, trouble
from tests.store.vault.lockable import (
    CODE,
    OTHER,
    PASS,
    Lockable,
    both,
    everything,
    fits,
    found,
    mine,
    private,
    stretched_once,
    words,
)

pytestmark = pytest.mark.usefixtures("cheap")


def test_books_are_locked_with_two_passphrases_chosen_just_now(home: Lockable) -> None:
    with home.open() as store:
        old = seen(store)
        store.vault.lock(words())
        assert (store.sealed, store.locked) == (True, False)
        assert seen(store) == old
        store.keep(note("In the same evening."))
    assert home.plain() == {}
    for said, kind in [*((one, "pass") for one in PASS.values()), *((one, "code") for one in CODE.values())]:
        with home.open() as store:
            assert store.locked
            store.unlock(said, "code" if kind == "code" else "pass")
            assert {one.text for one in store.notes()} == {"We talked.", "In the same evening."}


def test_whoever_has_a_room_keeps_it_in_locked_books(home: Lockable) -> None:
    with home.open() as store:
        own = store.vault.make_space("b", Words(PASS["b"], CODE["b"]))
        store.private(own).keep(private("Mine."))
        store.vault.lock({"a": Words(PASS["a"]), "b": Words(PASS["b"], own=own.own)})
    with home.open() as store:
        store.unlock(PASS["a"])
        assert mine(store, "b") == ["Mine."]
        assert not fits(store, CODE["b"], "code")


def test_private_notes_stay_sealed_when_the_books_are_unlocked(locked: Lockable) -> None:
    old = found(locked)
    with locked.open() as store:
        store.unlock(PASS["b"])
        store.vault.unlock()
        assert (store.sealed, store.locked) == (False, False)
        assert everything(store) == old
    assert not [name for name in locked.files() if name.endswith(".coreg")]
    assert b"Canary-7f3a of a alone." not in locked.all_bytes()
    assert b"Canary-7f3a in a note." in locked.all_bytes()
    assert found(locked) == old
    locked.lock()
    assert found(locked) == old


def test_new_keys_make_everything_anew(locked: Lockable) -> None:
    old = found(locked)
    before = locked.copy("before")
    with locked.open(seed=9) as store:
        own = both(store)
        store.unlock(PASS["a"])
        was = store.vault.ring()
        store.vault.lock(words(passes=OTHER), own)
        fresh = store.vault.ring()
    assert was is not None
    assert fresh is not None
    assert fresh.id == was.id
    assert not set(fresh.pub.values()) & set(was.pub.values())
    assert found(locked, OTHER) == old
    with locked.open() as store:
        for who in PARTNERS:
            with trouble("does_not_fit"):
                store.unlock(PASS[who])
            again = store.unlock(OTHER[who])
            assert again.shared != own[who].shared
            assert again.own != own[who].own
    # A copy from before opens as it did: no new key can change that.
    assert found(before) == old


def test_traces_of_deleted_notes_go_along_with_new_keys(locked: Lockable) -> None:
    with locked.open() as store:
        own = both(store)
        store.unlock(PASS["a"])
        store._rows.put(rows.PRIVATE_NOTES, {"id": "gone", "gone": True, "changed": "1", "was": "1"})
        store.vault.lock(words(passes=OTHER), own)
        assert store._rows.get(rows.PRIVATE_NOTES, "gone") == {
            "id": "gone",
            "gone": True,
            "changed": "1",
            "was": "1",
        }


def test_new_keys_with_nothing_private_need_nothing_private(home: Lockable) -> None:
    with home.open() as store:
        store.vault.lock(words())
        store.vault.lock(words(passes=OTHER), both(store))
        assert store.home()
    with home.open() as store:
        assert store.unlock(OTHER["b"]).who == "b"


def test_books_are_not_locked_with_words_that_would_not_open_them(
    filled: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slot that holds something else than it should is found before the plain files go."""
    before = filled.plain()
    with filled.open() as store:
        own = both(store)
        monkeypatch.setattr(vault, "unlock", lambda *_: Keys("a", b"x" * 32, b"y" * 32))
        with trouble("not_converted"):
            store.vault.lock(words(own))
        assert not store.sealed
        store.keep(note("Still here."))
    assert filled.plain().keys() == before.keys()


def test_a_home_book_that_is_not_there_again_stops_locking(
    filled: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = disk.read
    with filled.open() as store:
        own = both(store)
        looks = iter([True, False])

        def once(path: Path, *limit: int) -> object:
            if path.name == "home.coreg" and not next(looks):
                return None
            return read(path, *limit)

        monkeypatch.setattr(disk, "read", once)
        with trouble("not_converted"):
            store.vault.lock(words(own))


def test_one_who_only_reads_changes_nothing(locked: Lockable) -> None:
    before = locked.files()
    with locked.open(write=False) as store:
        own = both(store)
        store.unlock(PASS["a"])
        with trouble("read_only"):
            store.vault.lock(words(own))
        with trouble("read_only"):
            store.vault.unlock()
        with trouble("read_only"):
            store.vault.change(own["a"], "pass", OTHER["a"])
        assert fits(store, PASS["a"])
    assert locked.files() == before


# Two threads: one that waits for nothing, and one that stretches words


def free(store: Store) -> bool:
    """Tell whether another thread could look into the store just now."""
    answers: list[bool] = []

    def look() -> None:
        answers.append(store.lock.acquire(blocking=False))
        if answers[0]:
            store.lock.release()

    thread = Thread(target=look)
    thread.start()
    thread.join()
    return answers[0]


def test_while_words_are_stretched_the_books_can_be_looked_at(
    filled: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[bool] = []
    with filled.open() as store:
        own = both(store)

        def watched(said: str, salt: bytes, cost: Cost) -> bytes:
            looks.append(free(store))
            return stretched_once(said, salt, cost)

        monkeypatch.setattr(keys, "_stretched", watched)
        store.vault.lock(words(own))
        store.unlock(PASS["a"])
        store.vault.make_space("b", Words(OTHER["b"], CODE["b"]))
    assert len(looks) > 10
    assert all(looks)


def test_while_the_books_change_their_seal_nobody_looks(
    filled: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[bool] = []
    with filled.open() as store:
        own = both(store)

        def watched(folder: Path) -> None:
            looks.append(free(store))
            finish(folder)

        monkeypatch.setattr("coreg.store.bookcase.finish", watched)
        store.vault.lock(words(own))
        store.vault.unlock()
    assert looks == [False, False]


def before_words(store: Store) -> str:
    return next(one.name for one in store.backups() if "before-passphrase" in one.name)


def test_a_room_made_anew_while_locking_opens_again_with_the_backup_made_before(filled: Lockable) -> None:
    with filled.open() as store:
        own = store.vault.keys(PASS["b"], "pass", "b")
        store.vault.lock({"a": Words(OTHER["a"]), "b": Words(PASS["b"], own=own.own)})
        assert mine(store, "a", OTHER["a"]) == []
        assert mine(store, "b") != []
    with filled.open() as store:
        store.unlock(OTHER["a"])
        store.vault.unlock()
        store.restore(before_words(store))
        assert mine(store, "a") != []
        assert mine(store, "b") != []
        assert not fits(store, OTHER["a"])


def test_a_room_made_anew_in_locked_books_opens_again_when_they_were_unlocked_and_locked(
    locked: Lockable,
) -> None:
    with locked.open() as store:
        store.unlock(PASS["b"])
        store.before("passphrase")
        store.vault.make_space("a", Words(OTHER["a"]))
        store.vault.unlock()
        store.vault.lock({who: Words(said) for who, said in OTHER.items()})
    with locked.open() as store:
        store.unlock(OTHER["b"])
        store.vault.unlock()
        oldest = [one.name for one in store.backups() if "before-passphrase" in one.name][-1]
        store.restore(oldest)
        assert (len(mine(store, "a")), len(mine(store, "b"))) == (1, 1)


def test_locking_makes_no_backup_where_every_room_is_brought_along(filled: Lockable) -> None:
    with filled.open() as store:
        before = store.backup_names()
        store.vault.lock(words(both(store)))
        assert store.backup_names() == before
