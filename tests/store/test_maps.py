"""Triggers, links, loops, what helps and glimmers in the books: kept, found, thrown away, deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB

from coreg.record.maps import Came, Exit, Trigger
from coreg.record.models import Record
from coreg.record.older import Older
from coreg.store import Store
from tests.store.copies import export
from tests.store.helpers import DAY, EVENING, Home, agreement, names, note, session, trouble
from tests.store.maps import drawn, glimmer, link, loop, resource, trigger

KINDS: dict[str, Callable[[Store], Record]] = {
    "trigger": lambda store: store.keep(trigger()),
    "link": lambda store: drawn(store)[2],
    "loop": lambda store: store.keep(loop("storm")),
    "resource": lambda store: store.keep(resource()),
    "glimmer": lambda store: store.keep(glimmer()),
}


def tables(path: Path) -> set[str]:
    """Name the tables that stock TinyDB finds in a file."""
    with TinyDB(path, access_mode="r") as stock:
        return {*stock.tables()}


EVERY = pytest.mark.parametrize("kind", KINDS)


@EVERY
def test_each_is_kept_and_found(store: Store, kind: str) -> None:
    kept = KINDS[kind](store)
    assert store.find(kept.id) == kept
    assert store.find(kept.id[:-2].upper()) == kept
    again = store.keep(kept)
    assert (again.was, again.id) == (kept.changed, kept.id)


@EVERY
def test_each_goes_into_the_bin_and_comes_back(store: Store, kind: str) -> None:
    kept = KINDS[kind](store)
    store.bin(kept.id)
    with trouble("not_found"):
        store.find(kept.id)
    (thrown,) = store.binned()
    assert (thrown.what, thrown.id, thrown.line, thrown.local_date) == (kind, kept.id, None, str(DAY))
    store.unbin(kept.id)
    assert store.binned() == ()
    assert store.find(kept.id).id == kept.id


@EVERY
def test_each_is_deleted_for_good(store: Store, kind: str) -> None:
    kept = KINDS[kind](store)
    store.bin(kept.id)
    assert store.empty_bin() == 1
    for act in (store.find, store.bin, store.delete):
        with trouble("not_found", id=kept.id):
            act(kept.id)
    with trouble("not_found"):
        store.keep(kept)
    other = KINDS[kind](store)
    store.delete(other.id)
    with trouble("not_found"):
        store.find(other.id)


def test_the_bin_says_what_each_is(store: Store) -> None:
    mina, jo, between, storm = drawn(store)
    numbers = store.keep(trigger("b", strength=4))
    for one in (mina, jo, between, storm, numbers, store.keep(resource()), store.keep(glimmer())):
        store.bin(one.id)
    assert {(one.what, one.text) for one in store.binned()} == {
        ("trigger", "Jo leaves"),
        ("trigger", "leaves the room"),
        ("trigger", ""),
        ("link", ""),
        ("loop", "the Thursday storm"),
        ("resource", "Tea"),
        ("glimmer", "The cat came"),
    }


def test_the_map_is_read_newest_first(store: Store) -> None:
    older = store.keep(trigger().model_copy(update={"local_date": date(2026, 1, 2)}))
    mina, jo, between, storm = drawn(store)
    tea = store.keep(resource())
    found = store.maps()
    assert found.triggers == (jo, mina, older)
    assert (found.links, found.loops, found.resources) == ((between,), (storm,), (tea,))


def test_what_leads_into_the_bin_is_neither_read_nor_exported(home: Home) -> None:
    with home.open() as store:
        mina, _, between, storm = drawn(store)
        alone = store.keep(loop("alone"))
        store.bin(mina.id)
        found = store.maps()
        assert (found.links, found.loops) == ((), (alone,))
        assert store.find(between.id) == between
        assert store.find(storm.id) == storm
    left = export(home)
    assert [len(left[kind]) for kind in ("triggers", "links", "loops")] == [1, 0, 1]
    with home.open() as store:
        store.unbin(mina.id)
        assert store.maps().loops == (alone, storm)


@pytest.mark.parametrize("way", ["delete", "bin", "withdraw"])
def test_with_a_trigger_its_links_and_loops_go(store: Store, way: str) -> None:
    mina, jo, between, storm = drawn(store)
    other = store.keep(trigger("b", move="sighs"))
    stays = store.keep(link(other, mina)), store.keep(loop("alone", mina, other))
    way_out = store.keep(agreement("We sit down first."))
    if way == "bin":
        store.bin(jo.id)
        assert store.empty_bin() == 3
    else:
        (store.delete if way == "delete" else store.withdraw)(jo.id)
    for one in (jo, between, storm):
        with trouble("not_found"):
            store.find(one.id)
    found = store.maps()
    assert (found.triggers, found.links, found.loops) == ((other, mina), stays[:1], stays[1:])
    assert store.agreements() == (way_out,)


def beside(store: Store, first: Trigger, cue: str) -> Trigger:
    """Keep what another copy is taken to have said of a trigger."""
    return store.keep(trigger("a", cue=cue).model_copy(update={"beside": first.id}))


def test_taking_back_takes_what_another_copy_said_too(store: Store) -> None:
    mina, jo, *_ = drawn(store)
    other = beside(store, mina, "Jo goes")
    further = beside(store, other, "Jo went")
    through = store.keep(loop("other", further))
    store.withdraw(mina.id)
    for one in (mina, other, further, through):
        with trouble("not_found"):
            store.find(one.id)
    assert store.maps().triggers == (jo,)
    with trouble("not_found"):
        store.withdraw(mina.id)
    with trouble("not_found"):
        store.withdraw(store.keep(note()).id)


@pytest.mark.parametrize("way", ["delete", "bin"])
def test_of_two_versions_the_one_that_was_not_thrown_away_stays(store: Store, way: str) -> None:
    mina, *_ = drawn(store)
    other = beside(store, mina, "Jo goes")
    if way == "delete":
        store.delete(mina.id)
    else:
        store.bin(mina.id)
        store.empty_bin()
    found = store.trigger(other.id)
    assert found
    assert (found.words.cue, found.beside, found.was) == ("Jo goes", "", other.changed)
    store.delete(store.keep(trigger()).id)
    assert store.trigger(other.id) == found
    store.bin(other.id)
    gone = store.keep(trigger())
    store.withdraw(gone.id)
    there = store.trigger(other.id)
    assert there is not None
    assert store.triggers([other.id, gone.id, "none"]) == {other.id: there}


def test_a_field_is_taken_out_and_can_be_said_again(store: Store) -> None:
    mina, *_ = drawn(store)
    came = (Came(day=DAY, strength=4),)
    words = mina.words.model_copy(update={"strength": 4, "body": ("neck",), "state": "up"})
    mina = store.keep(mina.model_copy(update={"words": words, "came": came}))
    store.hide(mina.id, ["echo", "body", "state"])
    less = store.trigger(mina.id)
    assert less
    assert (less.words.echo, less.words.body, less.words.state) == ("", (), None)
    assert (less.words.cue, less.words.strength, less.came) == ("Jo leaves", 4, came)
    assert less.taken_out == ("words.body", "words.echo", "words.state")
    store.hide(mina.id, ["strength"])
    numberless = store.trigger(mina.id)
    assert numberless
    assert (numberless.words.strength, numberless.came) == (None, ())
    again = store.keep(numberless.model_copy(update={"words": mina.words}))
    assert (again.words, again.taken_out) == (mina.words, ())
    with trouble("not_found"):
        store.hide(store.keep(note()).id, ["echo"])


def test_what_was_said_earlier_goes_with_the_field(store: Store) -> None:
    first = store.keep(trigger(cue="one", echo="two"))
    earlier = [{"at": EVENING, "words": words} for words in ({"echo": "three"}, {"echo": "4", "cue": "5"})]
    kept = store.keep(Trigger.model_validate({**first.model_dump(), "earlier": earlier}))
    store.hide(kept.id, ["echo"])
    left = store.trigger(kept.id)
    assert left
    assert [one.words.cue for one in left.earlier] == ["5"]
    assert "echo" not in left.words.model_dump(exclude_defaults=True)
    assert all(one.words.echo == "" for one in left.earlier)


def test_a_trigger_is_read_in_the_bin_too(store: Store) -> None:
    mina, *_ = drawn(store)
    store.bin(mina.id)
    found = store.trigger(mina.id)
    assert found
    assert found.binned
    store.delete(mina.id)
    assert store.trigger(mina.id) is None
    assert store.trigger("none") is None


def test_glimmers_are_read_by_their_dates(store: Store) -> None:
    first, second = (store.keep(glimmer(str(year), date(year, 3, 1))) for year in (2025, 2026))
    assert store.glimmers() == (second, first)
    assert store.glimmers(until=date(2025, 12, 31)) == (first,)
    assert store.glimmers(date(2026, 1, 1)) == (second,)
    assert store.glimmers(limit=1) == (second,)
    assert store.years() == (2026, 2025)
    assert store.days(2026, 3) == {1}


def test_glimmers_grow_old_and_maps_do_not(store: Store) -> None:
    old = date(2024, 3, 1)
    store.keep(glimmer(day=old))
    store.keep(glimmer())
    for one in (trigger(), resource(), loop("storm")):
        store.keep(one.model_copy(update={"local_date": old}))
    assert store.older(DAY) == Older(glimmers=1)
    assert store.delete_older(DAY) == 1
    assert [one.local_date for one in store.glimmers()] == [DAY]
    found = store.maps()
    assert [len(kind) for kind in (found.triggers, found.resources, found.loops)] == [1, 1, 1]


def test_each_stands_in_its_book(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        drawn(store)
        store.keep(resource())
        store.keep(glimmer(day=date(2025, 3, 1)))
    assert names(home.folder) == ["2025.json", "home.json"]
    assert {name: tables(home.file(name)) for name in names(home.folder)} == {
        "home.json": {"_book", "couple", "triggers", "links", "loops", "resources"},
        "2025.json": {"_book", "glimmers"},
    }
    found = orjson.loads(home.file("home.json").read_bytes())
    assert found["links"]["1"]["nodded"] is False


def test_a_way_out_stands_in_the_loop(store: Store) -> None:
    kept = store.keep(loop("storm").model_copy(update={"exits": (Exit(text="Tea first.", at=2),)}))
    assert store.maps().loops == (kept,)


def test_a_map_takes_no_later_word(store: Store) -> None:
    with trouble("not_found"):
        store.later(store.keep(trigger()).id, None, "word")


def test_a_field_that_is_none_is_refused(store: Store) -> None:
    wrong = trigger().model_copy(update={"words": trigger().words.model_copy(update={"strength": 11})})
    with trouble("not_valid", field="words.strength"):
        store.keep(wrong)
    with trouble("too_long"):
        store.keep(glimmer().model_copy(update={"text": "x" * 20_001}))


def test_what_is_no_map_is_as_it_was(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        store.keep(session())
        found = store.maps()
        assert (found.triggers, found.links, found.loops, found.resources) == ((), (), (), ())
        assert store.empty_bin() == 0
    assert tables(home.file("home.json")) == {"_book", "couple", "headlines"}
