"""What another copy had of a private note: its owner finds it as a note of its own, once."""

from itertools import count
from pathlib import Path

import orjson
import pytest

from coreg.record.trouble import Trouble
from coreg.store import Store
from coreg.store.files import Files
from coreg.store.rows import PRIVATE_NOTES, Row
from coreg.store.vault import keys, private
from coreg.store.vault.keys import PARTNERS, Keys, Who, Words, public_of
from coreg.store.vault.notes import PrivateNotes
from tests.store.helpers import trouble
from tests.store.vault.lockable import CODE, OTHER, PASS, Lockable, both, stretched_once, words
from tests.store.vault.lockable import private as written

SEEDS = count(100)
HERE, THERE = "said so here", "said there another way"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_stretched", stretched_once)


@pytest.fixture
def home(tmp_path: Path) -> Lockable:
    made = Lockable(tmp_path / "couple")
    with made.open() as store:
        store.setup("Mina", "Jo")
        for who in PARTNERS:
            store.vault.make_space(who, Words(PASS[who], CODE[who]))
    return made


def opened(home: Lockable, *, write: bool = True) -> Store:
    """Open it with chance that was not there before."""
    return home.open(write=write, seed=next(SEEDS))


def room(store: Store, who: Who = "a") -> PrivateNotes:
    return store.private(store.vault.keys(PASS[who], "pass", who))


def texts(store: Store, who: Who = "a") -> list[str]:
    return sorted(one.text for one in room(store, who).all())


def row_of(store: Store, key: str) -> Row:
    row = store._rows.get(PRIVATE_NOTES, key)
    assert row
    return row


def box(store: Store, key: str, data: bytes, who: Who = "a") -> str:
    """Seal anything to one of the two in the place of a note."""
    own: Keys = store.vault.keys(PASS[who], "pass", who)
    ring = store.vault.ring()
    assert ring
    return private.seal(public_of(own.own), ring.id, who, key, data, lambda size: next(SEEDS).to_bytes(size))


def text_of(text: str) -> bytes:
    return orjson.dumps(written(text).model_dump(mode="json", exclude={"id"}))


def lay_beside(store: Store, key: str, *boxes: str) -> None:
    store._rows.put(PRIVATE_NOTES, {**row_of(store, key), "beside": [*boxes]})


def kept(home: Lockable, *others: str, who: Who = "a") -> str:
    """Keep a note with what another copy had of it beside it; return its id."""
    with opened(home) as store:
        note = room(store).keep(written(HERE))
        lay_beside(store, note.id, *(box(store, note.id, text_of(text), who) for text in others))
    return note.id


def test_the_owner_finds_it_as_a_note_that_says_what_it_is(home: Lockable) -> None:
    key = kept(home, THERE)
    with opened(home) as store:
        found = room(store).all()
        first, other = sorted(found, key=lambda note: note.text)
        assert (first.text, first.id, first.beside) == (HERE, key, "")
        assert (other.text, other.beside, other.written) == (THERE, key, first.written)
        assert other.id != key
        assert len(other.id) == len(key)
        assert "beside" not in row_of(store, key)
        assert row_of(store, other.id).keys() == {"id", "was", "changed", "box"}
    with opened(home) as store:
        assert room(store).all() == found


def test_it_does_not_come_back_when_it_was_changed_or_deleted_since(home: Lockable) -> None:
    key = kept(home, THERE, "and a third way")
    with opened(home) as store:
        found = {note.text: note for note in room(store).all()}
        room(store).delete(found[THERE].id)
        room(store).keep(found["and a third way"].model_copy(update={"text": "better"}))
        again = [box(store, key, text_of(text)) for text in (THERE, "and a third way", HERE)]
        lay_beside(store, key, *again)
        assert texts(store) == ["better", HERE]
        assert "beside" not in row_of(store, key)


def test_the_same_words_beside_are_no_second_note(home: Lockable) -> None:
    key = kept(home, HERE, THERE, THERE)
    with opened(home) as store:
        assert texts(store) == [HERE, THERE]
        assert "beside" not in row_of(store, key)


def test_what_is_the_others_or_no_note_stays_where_it_is(home: Lockable) -> None:
    key = kept(home)
    with opened(home) as store:
        odd = box(store, key, b"no note")
        theirs = box(store, key, text_of("hers"), "b")
        lay_beside(store, key, odd, theirs, box(store, key, text_of(THERE)), "no box")
        assert texts(store) == [HERE, THERE]
        assert row_of(store, key)["beside"] == [odd, theirs, "no box"]
        assert texts(store, "b") == ["hers"]
        assert row_of(store, key)["beside"] == [odd, "no box"]
        assert texts(store) == [HERE, THERE]


def test_beside_a_note_that_does_not_open_it_is_found_all_the_same(home: Lockable) -> None:
    with opened(home) as store:
        key = room(store, "b").keep(written("hers")).id
        lay_beside(store, key, box(store, key, text_of(THERE)))
        assert texts(store) == [THERE]
        assert texts(store, "b") == ["hers"]


def test_a_note_that_is_changed_keeps_what_lies_beside_it(home: Lockable) -> None:
    with opened(home) as store:
        note = room(store).keep(written(HERE))
        theirs = box(store, note.id, text_of("hers"), "b")
        lay_beside(store, note.id, theirs)
        room(store).keep(note.model_copy(update={"text": "later"}))
        assert row_of(store, note.id)["beside"] == [theirs]


def test_what_cannot_lie_beside_a_note_is_damage(home: Lockable) -> None:
    key = kept(home)
    with opened(home) as store:
        store._rows.put(PRIVATE_NOTES, {**row_of(store, key), "beside": 5})
        with trouble("damaged", file="private.json"):
            room(store).all()
        assert {one.file: one.state for one in store.check()}["private.json"] == "damaged"


def test_where_nothing_can_be_written_it_is_there_to_read(
    home: Lockable, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = kept(home, THERE)
    with opened(home, write=False) as store:
        seen = room(store).all()
        assert sorted(note.text for note in seen) == [HERE, THERE]
    codes = iter(["disk_full", "cannot_write", "changed_outside"])

    def refuse(files: Files, name: str, sealed: bytes, *, sync: bool = True) -> None:
        raise Trouble(next(codes), path=name)

    with opened(home) as store:
        with monkeypatch.context() as patch:
            patch.setattr(Files, "save", refuse)
            assert room(store).all() == room(store).all() == seen
            with trouble("changed_outside"):
                room(store).all()
        assert len(row_of(store, key)["beside"]) == 1
        assert room(store).all() == seen
        assert "beside" not in row_of(store, key)


def test_a_deleted_note_goes_with_all_that_lies_beside_it_in_every_backup(home: Lockable) -> None:
    key = kept(home, THERE)
    other = kept(home, "another way")
    with opened(home) as store:
        boxes = [row_of(store, key)["beside"][0], row_of(store, other)["beside"][0]]
        store.backup("by-hand")
        assert all(one.encode() in home.all_bytes() for one in boxes)
        room(store).delete(key)
        assert row_of(store, key)["gone"]
        # Which box in a backup became which note nobody can tell, so none stays there.
        assert boxes[0].encode() not in home.all_bytes()
        assert home.all_bytes().count(boxes[1].encode()) == 1
        assert texts(store) == ["another way", HERE]


def test_new_keys_open_what_lies_beside_too(home: Lockable) -> None:
    key = kept(home, THERE)
    with opened(home) as store:
        lay_beside(store, key, *row_of(store, key)["beside"], box(store, key, text_of("hers"), "b"), "no box")
        store.vault.lock(words(both(store)))
    with opened(home) as store:
        own = both(store)
        store.unlock(PASS["a"])
        before = row_of(store, key)
        store.vault.lock(words(passes=OTHER), own)
        after = row_of(store, key)
        assert not {after["box"], *after["beside"][:2]} & {before["box"], *before["beside"][:2]}
        assert after["beside"][2:] == ["no box"]
        fresh = both(store, OTHER)
        assert sorted(note.text for note in store.private(fresh["a"]).all()) == [HERE, THERE]
        assert [note.text for note in store.private(fresh["b"]).all()] == ["hers"]
