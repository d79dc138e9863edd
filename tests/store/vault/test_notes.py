"""Private notes: there for the one who wrote them, and not even a sign of them for the other."""

from datetime import timedelta
from pathlib import Path

import orjson
import pytest

from coreg.record.text import LIMIT
from coreg.store import Store
from coreg.store.rows import PRIVATE_NOTES
from coreg.store.vault import keys
from coreg.store.vault import private as sealing
from coreg.store.vault.keys import Keys, Words, public_of
from coreg.store.vault.notes import PrivateNotes
from tests.store.helpers import trouble
from tests.store.vault.lockable import PASS, Lockable, private

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def home(tmp_path: Path) -> Lockable:
    made = Lockable(tmp_path / "couple")
    with made.open() as store:
        store.setup("Mina", "Jo")
        for who in PASS:
            store.vault.make_space(who, Words(PASS[who]))
    return made


def keys_of(store: Store, who: keys.Who) -> Keys:
    return store.vault.keys(PASS[who], "pass", who)


def notes(store: Store, who: keys.Who) -> PrivateNotes:
    return store.private(keys_of(store, who))


def texts(store: Store, who: keys.Who) -> list[str]:
    return [one.text for one in notes(store, who).all()]


def test_a_note_is_there_again_for_its_owner_alone(home: Lockable) -> None:
    with home.open() as store:
        kept = notes(store, "a").keep(private("I was wrong."))
        assert kept.id
    with home.open() as store:
        assert notes(store, "a").all() == (kept,)
        assert notes(store, "b").all() == ()
        assert store.notes() == ()
        assert store.everything()["notes"] == []
    assert b"I was wrong." not in home.all_bytes()


def test_the_newest_is_first_and_both_can_write(home: Lockable) -> None:
    with home.open() as store:
        notes(store, "a").keep(private("two", home.wall.moment + timedelta(minutes=2)))
        notes(store, "b").keep(private("hers"))
        notes(store, "a").keep(private("one", home.wall.moment))
        assert texts(store, "a") == ["two", "one"]
        assert texts(store, "b") == ["hers"]


def test_a_changed_note_takes_the_place_of_the_old_one(home: Lockable) -> None:
    with home.open() as store:
        mine = notes(store, "a")
        kept = mine.keep(private("one"))
        first = store._rows.get(PRIVATE_NOTES, kept.id)
        again = mine.keep(kept.model_copy(update={"text": "one, said better"}))
        row = store._rows.get(PRIVATE_NOTES, kept.id)
        assert again.id == kept.id
        assert texts(store, "a") == ["one, said better"]
        assert first
        assert row
        assert row["was"] == first["changed"] != row["changed"]
        assert row["box"] != first["box"]


def test_a_row_tells_nothing_of_its_owner_its_length_or_its_day(home: Lockable) -> None:
    with home.open() as store:
        notes(store, "a").keep(private("x"))
        notes(store, "b").keep(private("y" * 100))
        one, other = store._rows.all(PRIVATE_NOTES)
    assert one.keys() == other.keys() == {"id", "was", "changed", "box"}
    assert len(one["box"]) == len(other["box"])


def test_what_is_the_others_cannot_be_changed_or_deleted(home: Lockable) -> None:
    with home.open() as store:
        kept = notes(store, "a").keep(private("mine"))
        with trouble("not_found", id=kept.id):
            notes(store, "b").keep(kept.model_copy(update={"text": "forged"}))
        with trouble("not_found", id=kept.id):
            notes(store, "b").delete(kept.id)
        with trouble("not_found", id="none"):
            notes(store, "a").delete("none")
        assert texts(store, "a") == ["mine"]


def test_a_deleted_note_is_gone(home: Lockable) -> None:
    with home.open() as store:
        mine = notes(store, "a")
        kept = mine.keep(private("too much"))
        other = mine.keep(private("stays"))
        mine.delete(kept.id)
        assert mine.all() == (other,)
    with home.open() as store:
        assert texts(store, "a") == ["stays"]


def test_words_that_are_too_long_are_refused_before_anything_is_written(home: Lockable) -> None:
    with home.open() as store:
        mine = notes(store, "a")
        kept = mine.keep(private("short"))
        with trouble("too_long", limit=LIMIT):
            mine.keep(kept.model_copy(update={"text": "x" * (LIMIT + 1)}))
        with trouble("not_valid", field="written"):
            mine.keep(kept.model_copy(update={"written": "soon"}))
        assert texts(store, "a") == ["short"]


def put_sealed(store: Store, who: keys.Who, data: bytes, key: str) -> None:
    """Seal anything to one of the two, as everybody can who knows the public key."""
    own = keys_of(store, who)
    ring = store.vault.ring()
    assert ring is not None
    box = sealing.seal(public_of(own.own), ring.id, who, key, data, lambda size: b"\x05" * size)
    store._rows.put(PRIVATE_NOTES, {"id": key, "was": "1", "changed": "1", "device": "d", "box": box})


@pytest.mark.parametrize("data", [b"no JSON", b"7", b"{}", b"[]", orjson.dumps({"text": 3})])
def test_what_was_sealed_to_one_and_is_no_note_hides_nothing_else(home: Lockable, data: bytes) -> None:
    with home.open() as store:
        kept = notes(store, "a").keep(private("mine"))
        put_sealed(store, "a", data, "forged")
        assert notes(store, "a").all() == (kept,)


def test_a_note_that_was_moved_to_another_id_is_none(home: Lockable) -> None:
    with home.open() as store:
        kept = notes(store, "a").keep(private("mine"))
        row = store._rows.get(PRIVATE_NOTES, kept.id)
        assert row
        store._rows.put(PRIVATE_NOTES, {**row, "id": "moved"})
        store._rows.drop(PRIVATE_NOTES, kept.id)
        assert notes(store, "a").all() == ()
