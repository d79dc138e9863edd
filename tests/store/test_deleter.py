"""For good: one thing at once, what is in the bin, and what is older than a date."""

from datetime import date

import pytest
from tinydb.storages import MemoryStorage, Storage

from coreg.record.models import Session
from coreg.record.older import Older
from coreg.store import Store
from tests.store.helpers import DAY, EVENING, Home, agreement, contents, line, note, session, trouble

NEW_YEAR = date(2026, 1, 1)


def test_a_record_is_deleted_without_the_bin(store: Store) -> None:
    store.setup("Mina", "Jo")
    for record in (session(), note(), agreement()):
        kept = store.keep(record)
        store.delete(kept.id)
        for act in (store.find, store.bin, store.delete):
            with trouble("not_found", id=kept.id):
                act(kept.id)
        with trouble("not_found"):
            store.keep(kept)
    assert (store.sessions(), store.notes(), store.agreements(None), store.binned()) == ((), (), (), ())
    home = store.home()
    assert home
    assert (home.headlines, home.promises) == ((), ())


def test_what_is_in_the_bin_can_be_deleted_alone(store: Store) -> None:
    one, other = store.keep(note("one")), store.keep(note("other"))
    store.bin(one.id)
    store.bin(other.id)
    store.delete(one.id)
    assert [found.text for found in store.binned()] == ["other"]


def test_a_line_goes_with_the_words_under_it_and_its_headline_follows(store: Store) -> None:
    store.setup("Mina", "Jo")
    kept = store.keep(session(DAY, line("1", "one"), line("2", "two")))
    store.later(kept.id, "1", "under one")
    word = store.later(kept.id, "2", "under two")
    assert isinstance(word, Session)
    store.delete(kept.id, "1")
    store.delete(kept.id, word.entries[0].lines[1].later[0].id)
    found = store.find(kept.id)
    assert isinstance(found, Session)
    assert [(one.text, one.later) for one in found.entries[0].lines] == [("two", ())]
    assert found.changed > word.changed
    home = store.home()
    assert home
    assert [one.text for one in home.headlines[0].lines] == ["two"]


def test_a_word_under_a_note_goes_alone(store: Store) -> None:
    kept = store.keep(note())
    store.later(kept.id, None, "one")
    found = store.later(kept.id, None, "two")
    store.delete(kept.id, found.later[0].id if not isinstance(found, Session) else "")
    assert [one.text for one in store.notes()[0].later] == ["two"]


@pytest.mark.parametrize("part", ["none", None])
def test_what_is_not_there_cannot_be_deleted(store: Store, part: str | None) -> None:
    kept = store.keep(session())
    with trouble("not_found"):
        store.delete(kept.id if part else "none", part)
    assert len(store.sessions()) == 1


def test_a_sitting_put_aside_goes_when_it_was_kept_and_deleted_since(store: Store) -> None:
    kept = store.keep(session())
    store.put_aside("its", f'{{"id":"{kept.id}"}}'.encode())
    store.put_aside("other", b'{"id":"other"}')
    store.delete(kept.id)
    assert [key for key, _ in store.aside()] == ["other"]


def old_and_new(store: Store) -> None:
    store.setup("Mina", "Jo")
    for day in (date(2024, 5, 1), date(2025, 12, 31), NEW_YEAR, DAY):
        kept = store.keep(session(day))
        store.keep(note(day=day))
        store.keep(agreement(day=day))
        store.keep(agreement(day=day).model_copy(update={"state": "kept", "closed": EVENING}))
        if day.year == 2024:
            store.bin(kept.id)


def test_what_is_older_than_a_date_is_counted_and_goes_but_open_agreements(store: Store) -> None:
    old_and_new(store)
    assert store.older(NEW_YEAR) == Older(2, 2, 2)
    assert store.delete_older(NEW_YEAR) == 6
    assert store.older(NEW_YEAR) == Older()
    assert [one.local_date for one in store.sessions()] == [DAY, NEW_YEAR]
    assert [one.local_date for one in store.notes()] == [DAY, NEW_YEAR]
    assert [one.state for one in store.agreements(None)].count("open") == 4
    assert len(store.agreements(None)) == 6
    assert store.binned() == ()
    home = store.home()
    assert home
    assert [one.local_date for one in home.headlines] == [str(DAY), str(NEW_YEAR)]


def test_where_nothing_is_older_nothing_is_written(home: Home) -> None:
    with home.open() as store:
        old_and_new(store)
        before = contents(home.folder)
        assert store.older(date(2024, 1, 1)) == Older()
        assert store.delete_older(date(2024, 1, 1)) == 0
        assert store.empty_bin() == 1
        assert store.empty_bin() == 0
        assert contents(home.folder)["2026.json"] == before["2026.json"]


def test_a_storage_that_keeps_no_copies_is_owed_nothing(home: Home) -> None:
    kind: type[Storage] = MemoryStorage
    memory = kind()
    with home.open(storage=memory) as store:
        store.delete(store.keep(note()).id)
    assert "forgetting" not in (memory.read() or {})
