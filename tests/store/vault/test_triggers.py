"""Triggers of one alone: sealed among the notes, and for everybody else just like them."""

from __future__ import annotations

from base64 import b64decode
from itertools import count
from pathlib import Path

import orjson
import pytest

from coreg.record.maps import SHOWABLE, MapWords, PrivateTrigger
from coreg.store import Store
from coreg.store.rows import PRIVATE_NOTES
from coreg.store.vault import keys, private
from coreg.store.vault.keys import PARTNERS, Who, Words, public_of
from coreg.store.vault.notes import PrivateNotes
from tests.store.copies import read_path
from tests.store.helpers import trouble
from tests.store.maps import own, trigger
from tests.store.vault.lockable import CODE, OTHER, PASS, Lockable, both, stretched_once, words
from tests.store.vault.lockable import private as note

SEEDS = count(5000)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_stretched", stretched_once)


@pytest.fixture
def home(tmp_path: Path) -> Lockable:
    made = Lockable(tmp_path / "couple")
    with opened(made) as store:
        store.setup("Mina", "Jo")
        for who in PARTNERS:
            store.vault.make_space(who, Words(PASS[who], CODE[who]))
    return made


def opened(home: Lockable) -> Store:
    """Open it, as another computer with chance of its own."""
    return home.open(seed=next(SEEDS))


def room(store: Store, who: Who = "a", passes: dict[Who, str] = PASS) -> PrivateNotes:
    return store.private(store.vault.keys(passes[who], "pass", who))


def kept(home: Lockable, one: PrivateTrigger, who: Who = "a") -> PrivateTrigger:
    with opened(home) as store:
        return room(store, who).keep(one)


def cues(home: Lockable, who: Who = "a") -> list[str]:
    with opened(home) as store:
        return sorted(one.words.cue for one in room(store, who).triggers())


def test_it_is_there_again_for_its_owner_alone_and_apart_from_notes(home: Lockable) -> None:
    made = kept(home, own(cue="Jo leaves", strength=0, body=["neck"]))
    with opened(home) as store:
        other = room(store).keep(note("a note"))
    with opened(home) as store:
        assert room(store).triggers() == (made,)
        assert room(store).all() == (other,)
        assert room(store).trigger(made.id) == made
        assert room(store).trigger(other.id) is None
        assert room(store).trigger("none") is None
        assert room(store, "b").triggers() == ()
        assert room(store, "b").trigger(made.id) is None
        assert store.maps().triggers == ()
    assert b"Jo leaves" not in home.all_bytes()


def test_a_document_of_one_is_like_that_of_a_note(home: Lockable) -> None:
    kept(home, own(cue="Jo leaves", story="I am alone"))
    with opened(home) as store:
        room(store).keep(note("Jo leaves"))
        rows = store._rows.all(PRIVATE_NOTES)
    assert [[*row] for row in rows] == [["id", "was", "changed", "box"]] * 2
    boxes = [b64decode(row["box"]) for row in rows]
    assert {len(box) for box in boxes} == {32 + private.STEP + 16}


def test_it_grows_in_the_same_steps_as_a_note(home: Lockable) -> None:
    sizes = set()
    for length in range(0, 1200, 60):
        made = kept(home, own(cue="x" * length))
        with opened(home) as store:
            row = store._rows.get(PRIVATE_NOTES, made.id)
            assert row
            sizes.add(len(b64decode(row["box"])) - 48)
    assert sizes == {private.STEP * steps for steps in range(1, 6)}


def test_what_is_changed_stays_one(home: Lockable) -> None:
    made = kept(home, own(cue="Jo leaves"))
    again = kept(home, made.model_copy(update={"words": MapWords(cue="Jo goes")}))
    assert again.id == made.id
    assert cues(home) == ["Jo goes"]
    with opened(home) as store:
        with trouble("not_found"):
            room(store, "b").keep(again)
        with trouble("not_found"):
            room(store, "b").delete(again.id)
        room(store).delete(again.id)
        with trouble("not_found"):
            room(store).keep(again)
    assert cues(home) == []


def test_what_is_no_trigger_is_refused(home: Lockable) -> None:
    with opened(home) as store, trouble("not_valid", field="words.strength"):
        room(store).keep(own().model_copy(update={"words": MapWords().model_copy(update={"strength": 11})}))
    with opened(home) as store, trouble("too_long"):
        room(store).keep(
            own().model_copy(update={"words": MapWords().model_copy(update={"cue": "x" * 20_001})})
        )


@pytest.mark.parametrize("said", [{"words": 1}, {"words": {"strength": 99}}, {"text": "x", "words": {}}])
def test_what_somebody_else_sealed_is_believed_in_nothing(home: Lockable, said: dict[str, object]) -> None:
    with opened(home) as store:
        ring = store.vault.ring()
        assert ring
        public = public_of(store.vault.keys(PASS["a"], "pass", "a").own)
        box = private.seal(public, ring.id, "a", "0" * 32, orjson.dumps(said), lambda size: b"x" * size)
        store._rows.put(PRIVATE_NOTES, {"id": "0" * 32, "was": "", "changed": "1" * 32, "box": box})
        assert room(store).triggers() == ()
        assert room(store).all() == ()


def test_locked_and_with_new_keys_it_is_there_as_before(home: Lockable) -> None:
    made = kept(home, own(cue="Jo leaves"))
    home.lock()
    with opened(home) as store:
        store.unlock(PASS["b"])
        assert room(store).triggers() == (made,)
        store.vault.lock(words(passes=OTHER), both(store))
        assert room(store, "a", OTHER).triggers() == (made,)
        store.vault.unlock()
        assert room(store, "a", OTHER).triggers() == (made,)


def test_of_two_copies_both_versions_are_found_by_their_owner(home: Lockable) -> None:
    made = kept(home, own(cue="at first"))
    other = home.copy("other")
    for where, cue in ((home, "here"), (other, "there"), (other, "there, later")):
        kept(where, made.model_copy(update={"words": MapWords(cue=cue)}))
    kept(other, own(cue="new there"))
    with opened(home) as store:
        preview = store.take_in(read_path(other.folder))
        assert preview.private
        assert preview.counts["triggers"].new == 0
    assert cues(home) == ["here", "new there", "there, later"]
    with opened(home) as store:
        (second,) = [one for one in room(store).triggers() if one.beside]
        assert second.beside == made.id
        assert room(store).all() == ()
        room(store).delete(second.id)
    with opened(home) as store:
        store.take_in(read_path(other.folder))
    assert cues(home) == ["here", "new there"]


@pytest.mark.parametrize("same", [True, False])
def test_what_is_shown_is_shown_of_the_first_alone(home: Lockable, same: bool) -> None:
    with opened(home) as store:
        seen = store.keep(trigger(cue="at first")).id
    made = kept(
        home, own(cue="at first").model_copy(update={"shown": ("cue",), "shared": seen if same else ""})
    )
    other = home.copy("other")
    kept(home, made.model_copy(update={"words": MapWords(cue="here")}))
    there = made.model_copy(update={"words": MapWords(cue="there 1"), "shared": seen})
    for cue in ("there", "there, later"):
        kept(other, there.model_copy(update={"words": MapWords(cue=cue)}))
    with opened(home) as store:
        store.take_in(read_path(other.folder))
        found = {one.words.cue: one.shared for one in room(store).triggers()}
    assert found == {"here": seen if same else "", "there, later": "" if same else seen}


def test_every_field_can_be_sealed(home: Lockable) -> None:
    said = {name: "x" for name in SHOWABLE if name not in {"body", "strength", "state"}}
    made = kept(home, own(**said, body=["neck"], strength=10, state="up"))
    with opened(home) as store:
        assert room(store).trigger(made.id) == made
