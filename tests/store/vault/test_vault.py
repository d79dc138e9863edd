"""Rooms of their own, new words and new codes, in open books and in locked ones."""

import errno
import os
from pathlib import Path

import pytest
from tinydb.storages import MemoryStorage, Storage

from coreg.record.trouble import Trouble
from coreg.store import rows
from coreg.store.vault import keys, vault
from coreg.store.vault.keys import PARTNERS, Keys, Words
from tests.store.helpers import Home, note, trouble
from tests.store.vault.lockable import CODE, OTHER, PASS, Lockable, everything, fits, mine

pytestmark = pytest.mark.usefixtures("cheap")


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


def test_a_ring_that_another_hand_made_odd_is_told(home: Lockable) -> None:
    with home.open() as store:
        store._rows.put(rows.VAULT, {"id": "x"})
        with trouble("damaged", file="home.json"):
            store.vault.ring()
        store._rows.put(rows.VAULT, {"id": "x", "header": "{}"})
        with trouble("damaged"):
            store.unlock(PASS["a"])
