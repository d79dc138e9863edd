"""What the two do with their passphrases: rooms of their own, locking, unlocking, new words and new keys."""

import errno
import os
from pathlib import Path
from threading import Thread

import pytest
from tinydb.storages import MemoryStorage, Storage

from coreg.record.trouble import Trouble
from coreg.store import Store, disk, rows
from coreg.store.conversion import finish
from coreg.store.vault import keys, vault
from coreg.store.vault.keys import PARTNERS, Cost, Keys, Kind, Who, Words
from tests.store.evenings import seen
from tests.store.helpers import Home, note, trouble
from tests.store.vault.lockable import (
    CODE,
    OTHER,
    PASS,
    Lockable,
    both,
    everything,
    fill,
    found,
    private,
    stretched_once,
    words,
)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_stretched", stretched_once)


@pytest.fixture
def home(tmp_path: Path) -> Lockable:
    """Return an open folder in which nobody has chosen a passphrase."""
    made = Lockable(tmp_path / "couple")
    with made.open() as store:
        store.setup("Mina", "Jo")
        store.keep(note())
    return made


@pytest.fixture
def filled(tmp_path: Path) -> Lockable:
    return fill(Lockable(tmp_path / "couple"))


@pytest.fixture
def locked(filled: Lockable) -> Lockable:
    filled.lock()
    return filled


def fits(store: Store, said: str, kind: Kind = "pass", who: Who | None = None) -> bool:
    """Tell whether words open a slot."""
    try:
        store.vault.keys(said, kind, who)
    except Trouble as problem:
        if problem.code != "does_not_fit":
            raise
        return False
    return True


def mine(store: Store, who: Who, said: str = "") -> list[str]:
    """Read the private notes of one, with their words."""
    return [one.text for one in store.private(store.vault.keys(said or PASS[who], "pass", who)).all()]


# Rooms in open books


def test_before_anybody_has_chosen_words_nothing_opens(home: Lockable) -> None:
    with home.open() as store:
        assert store.vault.ring() is None
        someone = Keys("a", b"s" * 32, b"o" * 32)
        with trouble("no_space"):
            store.vault.keys(PASS["a"])
        with trouble("no_space"):
            store.vault.change(someone, "pass", PASS["a"])
        with trouble("no_space"):
            store.vault.unlock()
        with trouble("no_space"):
            store.private(someone)
        assert not store.vault.holds_notes()


def test_without_a_couple_there_is_no_room(tmp_path: Path) -> None:
    with Lockable(tmp_path / "empty").open() as store, trouble("no_book"):
        store.vault.make_space("a", Words(PASS["a"]))


def test_a_store_that_is_not_on_disk_has_no_keys() -> None:
    memory: type[Storage] = MemoryStorage
    with Home(Path("nowhere")).open(storage=memory()) as store:
        assert (store.sealed, store.locked) == (False, False)
        with trouble("no_space"):
            store.vault.ring()
        store.shut()


def test_a_room_opens_with_its_words_and_its_code_and_nothing_else(home: Lockable) -> None:
    with home.open() as store:
        made = store.vault.make_space("a", Words(PASS["a"], CODE["a"]))
    with home.open() as store:
        assert not store.sealed
        assert store.vault.keys(PASS["a"]) == store.vault.keys(CODE["a"], "code") == made
        assert made.who == "a"
        assert not fits(store, PASS["b"])
        assert not fits(store, CODE["a"])
        assert not fits(store, PASS["a"], who="b")


def test_what_stands_there_does_not_tell_who_has_a_room(home: Lockable) -> None:
    shapes = []
    for who in PARTNERS:
        there = home.copy(f"of {who}")
        with there.open() as store:
            store.vault.make_space(who, Words(PASS[who], CODE[who]))
            ring = store.vault.ring()
        assert ring is not None
        shapes.append(
            [(slot.who, slot.kind, slot.cost, len(slot.salt), len(slot.key)) for slot in ring.slots]
        )
        assert len({slot.salt for slot in ring.slots}) == len({slot.key for slot in ring.slots}) == 4
        assert len(set(ring.pub.values())) == 2
    assert shapes[0] == shapes[1]
    assert [who for who, *_ in shapes[0]] == ["a", "a", "b", "b"]


def test_a_second_room_leaves_the_first_as_it_was(home: Lockable) -> None:
    with home.open() as store:
        first = store.vault.make_space("a", Words(PASS["a"], CODE["a"]))
        before = store.vault.ring()
        second = store.vault.make_space("b", Words(PASS["b"], CODE["b"]))
        after = store.vault.ring()
        assert before is not None
        assert after is not None
        assert after.pub["a"] == before.pub["a"]
        assert after.slots[:2] == before.slots[:2]
        assert (store.vault.keys(PASS["a"]), store.vault.keys(PASS["b"])) == (first, second)


def test_a_room_made_again_opens_with_the_new_words_and_what_was_in_it_stays_shut(filled: Lockable) -> None:
    with filled.open() as store:
        store.vault.make_space("a", Words(OTHER["a"]))
        assert not fits(store, PASS["a"])
        assert mine(store, "a", OTHER["a"]) == []
        assert not fits(store, CODE["a"], "code")
        assert len(mine(store, "b")) == 1
        assert store.vault.holds_notes()


def test_the_words_of_the_other_are_not_taken(filled: Lockable) -> None:
    with filled.open() as store:
        before = store.vault.ring()
        with trouble("words_same"):
            store.vault.make_space("a", Words(PASS["b"]))
        with trouble("words_same"):
            store.vault.change(store.vault.keys(PASS["b"]), "pass", PASS["a"])
        assert store.vault.ring() == before


def test_what_is_wrong_with_the_other_slot_is_told(filled: Lockable, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_old(*_: object) -> None:
        raise Trouble("no_crypto")

    with filled.open() as store:
        own = store.vault.keys(PASS["a"])
        monkeypatch.setattr(vault, "unlock", too_old)
        with trouble("no_crypto"):
            store.vault.change(own, "pass", OTHER["a"])


@pytest.mark.parametrize("shut", [False, True], ids=["open books", "locked books"])
def test_new_words_open_the_next_time_and_the_old_ones_do_not(filled: Lockable, shut: bool) -> None:
    if shut:
        filled.lock()
    with filled.open() as store:
        own = store.unlock(PASS["a"])
        old = everything(store)
        store.vault.change(own, "pass", OTHER["a"])
    with filled.open() as store:
        assert store.locked == shut
        with trouble("does_not_fit"):
            store.unlock(PASS["a"])
        assert store.unlock(OTHER["a"]) == own
        assert everything(store, {"a": OTHER["a"], "b": PASS["b"]}) == old
    with filled.open() as store:
        assert store.unlock(CODE["a"], "code") == own


@pytest.mark.parametrize("shut", [False, True], ids=["open books", "locked books"])
def test_a_new_code_opens_and_the_old_one_does_not(filled: Lockable, shut: bool) -> None:
    if shut:
        filled.lock()
    fresh = keys.new_code(lambda size: b"\x17" * size)
    with filled.open() as store:
        own = store.unlock(CODE["b"], "code")
        store.vault.renew(own, {"pass": OTHER["b"], "code": fresh})
    with filled.open() as store:
        assert not fits(store, CODE["b"], "code")
        assert not fits(store, PASS["b"])
        assert store.unlock(fresh.lower().replace("-", " "), "code") == own
        assert store.unlock(OTHER["b"]) == own
        assert store.unlock(PASS["a"]).who == "a"
        assert len(mine(store, "b", OTHER["b"])) == 1


def test_a_room_can_be_made_anew_in_locked_books(locked: Lockable) -> None:
    with locked.open() as store:
        store.unlock(PASS["b"])
        store.vault.make_space("a", Words(OTHER["a"], CODE["a"]))
    with locked.open() as store:
        with trouble("does_not_fit"):
            store.unlock(PASS["a"])
        assert store.unlock(OTHER["a"]).who == "a"
        assert mine(store, "a", OTHER["a"]) == []
        assert len(mine(store, "b")) == 1


def test_words_that_could_not_be_written_are_not_in_force(locked: Lockable) -> None:
    with locked.open() as store:
        own = store.unlock(PASS["a"])
        before = store.vault.ring()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "write", full)
            with trouble("disk_full"):
                store.vault.change(own, "pass", OTHER["a"])
        assert store.vault.ring() == before
        store.keep(note("Afterwards."))
    with locked.open() as store:
        assert not fits(store, OTHER["a"])
        store.unlock(PASS["a"])
        assert "Afterwards." in {one.text for one in store.notes()}


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "injected")


# Locking and unlocking


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


def test_a_ring_that_another_hand_made_odd_is_told(home: Lockable) -> None:
    with home.open() as store:
        store._rows.put(rows.VAULT, {"id": "x"})
        with trouble("damaged", file="home.json"):
            store.vault.ring()
        store._rows.put(rows.VAULT, {"id": "x", "header": "{}"})
        with trouble("damaged"):
            store.unlock(PASS["a"])
