"""Either may delete: into a bin first, out of it again, and for good; and a later word can be added."""

from datetime import date

import pytest

from coreg.record.models import Note, Session
from coreg.record.text import LIMIT
from coreg.store import Store
from tests.store.helpers import DAY, EVENING, Home, agreement, contents, line, note, session, trouble


def lines(store: Store, key: str) -> list[str]:
    found = store.find(key)
    assert isinstance(found, Session)
    return [one.text for entry in found.entries for one in entry.lines]


def words(store: Store, key: str) -> list[str]:
    found = store.find(key)
    assert isinstance(found, Note)
    return [one.text for one in found.later]


def in_bin(store: Store) -> list[tuple[str, str]]:
    return [(one.what, one.text) for one in store.binned()]


def test_a_later_word_stands_under_a_line(store: Store) -> None:
    kept = store.keep(session())
    found = store.later(kept.id, "line", " Still\x1b[2J true. ", "b")
    assert isinstance(found, Session)
    (word,) = found.entries[0].lines[0].later
    assert (word.text, word.at, word.by, word.binned) == ("Still true.", EVENING, "b", "")
    assert found.was == kept.changed
    assert store.find(kept.id) == found


def test_later_words_stand_under_a_note_in_their_order(store: Store) -> None:
    kept = store.keep(note())
    store.later(kept.id, None, "one")
    store.later(kept.id, None, "two")
    assert words(store, kept.id) == ["one", "two"]


@pytest.mark.parametrize("text", ["", "  \n ", "\x1b[2J\u200b"])
def test_a_later_word_says_something(store: Store, text: str) -> None:
    kept = store.keep(note())
    with trouble("no_text"):
        store.later(kept.id, None, text)


def test_a_later_word_has_its_limit(store: Store) -> None:
    kept = store.keep(note())
    with trouble("too_long", limit=LIMIT):
        store.later(kept.id, None, "x" * (LIMIT + 1))
    store.later(kept.id, None, "x" * LIMIT)


def test_a_later_word_needs_something_to_stand_under(store: Store) -> None:
    kept, promise, written = store.keep(session()), store.keep(agreement()), store.keep(note())
    store.later(written.id, None, "one")
    found = store.find(written.id)
    assert isinstance(found, Note)
    places = [
        (kept.id, None),
        (kept.id, "none"),
        (promise.id, None),
        ("none", None),
        (written.id, found.later[0].id),
    ]
    for key, place in places:
        with trouble("not_found"):
            store.later(key, place, "word")


def test_a_record_goes_into_the_bin_and_comes_back_as_it_was(store: Store) -> None:
    for record in (session(), note(), agreement()):
        kept = store.keep(record)
        store.bin(kept.id)
        with trouble("not_found", id=kept.id):
            store.find(kept.id)
        assert (store.sessions(), store.notes(), store.agreements(None)) == ((), (), ())
        assert [one.id for one in store.binned()] == [kept.id]
        store.unbin(kept.id)
        again = store.find(kept.id)
        assert again.model_copy(update={"was": "", "line_of": (), "changed": kept.changed}) == kept
        assert again.changed > again.was > kept.changed
        assert store.binned() == ()
        store.bin(kept.id)
        store.empty_bin()


def test_a_line_goes_into_the_bin_and_comes_back_in_its_place(store: Store) -> None:
    kept = store.keep(session(DAY, line("1", "one"), line("2", "two"), line("3", "three")))
    store.bin(kept.id, "2")
    assert lines(store, kept.id) == ["one", "three"]
    assert [(one.what, one.id, one.line, one.text, one.local_date) for one in store.binned()] == [
        ("line", kept.id, "2", "two", "2026-11-23")
    ]
    assert store.binned()[0].since
    store.unbin(kept.id, "2")
    assert lines(store, kept.id) == ["one", "two", "three"]


def test_a_later_word_goes_into_the_bin_too(store: Store) -> None:
    kept, written = store.keep(session()), store.keep(note())
    under_line, under_note = store.later(kept.id, "line", "one"), store.later(written.id, None, "two")
    assert isinstance(under_line, Session)
    assert isinstance(under_note, Note)
    store.bin(kept.id, under_line.entries[0].lines[0].later[0].id)
    store.bin(written.id, under_note.later[0].id)
    assert in_bin(store) == [("later", "two"), ("later", "one")]
    assert words(store, written.id) == []
    store.unbin(written.id, under_note.later[0].id)
    assert words(store, written.id) == ["two"]


def test_the_bin_shows_what_was_thrown_away_last_first_and_a_record_once(store: Store) -> None:
    kept, written, promise = store.keep(session()), store.keep(note()), store.keep(agreement())
    store.bin(kept.id, "line")
    store.bin(written.id)
    store.bin(promise.id)
    assert in_bin(store) == [
        ("agreement", "A walk"),
        ("note", "We talked."),
        ("line", "You asked before you fixed it."),
    ]
    store.bin(kept.id)
    assert in_bin(store)[0] == ("session", "quiet")
    assert len(store.binned()) == 3


def test_what_is_not_there_cannot_be_thrown_away(store: Store) -> None:
    kept = store.keep(session())
    for key, part in (("none", None), (kept.id, "none")):
        with trouble("not_found"):
            store.bin(key, part)
        with trouble("not_found"):
            store.unbin(key, part)


def test_keeping_a_record_again_leaves_in_the_bin_what_is_in_it(store: Store) -> None:
    kept = store.keep(session(DAY, line("1", "one"), line("2", "two")))
    written = store.later(store.keep(note()).id, None, "word")
    assert isinstance(written, Note)
    store.later(kept.id, "1", "under one")
    under = store.later(kept.id, "1", "under one too")
    assert isinstance(under, Session)
    store.bin(kept.id, "2")
    store.bin(kept.id, under.entries[0].lines[0].later[0].id)
    store.bin(written.id, written.later[0].id)
    for key in (kept.id, written.id):
        store.keep(store.find(key))
    assert sorted(in_bin(store)) == [("later", "under one"), ("later", "word"), ("line", "two")]
    shown = store.find(kept.id)
    assert isinstance(shown, Session)
    assert [word.text for word in shown.entries[0].lines[0].later] == ["under one too"]
    without = store.keep(shown.model_copy(update={"entries": ()}))
    assert without.entries == ()


def test_keeping_an_old_version_does_not_take_a_record_out_of_the_bin(store: Store) -> None:
    kept = store.keep(note())
    store.bin(kept.id)
    store.keep(kept)
    assert in_bin(store) == [("note", "We talked.")]


def test_emptying_the_bin_deletes_for_good_and_leaves_a_trace_without_content(home: Home) -> None:
    with home.open() as store:
        store.setup("Mina", "Jo")
        kept = store.keep(session(DAY, line("1", "secret one"), line("2", "open")))
        whole = store.keep(session(date(2025, 1, 1), line("1", "secret two")))
        written, promise = store.keep(note("secret three")), store.keep(agreement("secret four"))
        store.later(kept.id, "2", "secret five")
        under = store.later(kept.id, "2", "open too")
        assert isinstance(under, Session)
        store.bin(kept.id, "1")
        store.bin(kept.id, under.entries[0].lines[1].later[0].id)
        for record in (whole, written, promise):
            store.bin(record.id)
        assert store.empty_bin() == 4
        assert store.empty_bin() == 0
        assert store.binned() == ()
        for record in (whole, written, promise):
            for act in (store.find, store.unbin, store.bin):
                with trouble("not_found", id=record.id):
                    act(record.id)
        for late in (whole, written, promise):
            with trouble("not_found", id=late.id):
                store.keep(late)
        assert lines(store, kept.id) == ["open"]
        assert [one["changed"] > "" for one in store.everything()["sessions"]] == [True]
    assert not any(b"secret" in data for data in contents(home.folder).values())
    assert b'"gone":true' in home.file("2025.json").read_bytes()
    with home.open() as store:
        assert {one.state for one in store.check()} == {"whole"}


def test_the_trace_of_a_record_says_what_it_was_changed_from(home: Home) -> None:
    with home.open() as store:
        kept = store.keep(note())
        store.bin(kept.id)
        store.empty_bin()
    text = home.file("2026.json").read_text()
    assert f'"id":"{kept.id}","gone":true' in text
    assert text.count('"was":"') == 1
