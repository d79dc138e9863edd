"""What is kept comes back, on our books as on any TinyDB storage."""

from datetime import UTC, date, datetime, timedelta

import pytest

from coreg.record.models import Couple, Note, Record
from coreg.record.text import LIMIT
from coreg.store import Store
from tests.store.helpers import EVENING, Home, agreement, line, note, session, trouble

CLOSED = {"state": "kept", "closed": EVENING}


def ids(records: tuple[Record, ...]) -> list[str]:
    return [record.id for record in records]


# The couple


def test_there_is_no_home_before_there_are_two(store: Store) -> None:
    assert store.home() is None
    assert store.couple() is None
    assert store.everything()["couple"] is None


def test_the_two_are_made_once(store: Store) -> None:
    made = store.setup(" Mina ", "J\x1b[2Jo")
    assert (made.a.name, made.b.name, made.left, made.made) == ("Mina", "Jo", "a", EVENING)
    assert made.id
    assert made.changed
    assert made.device == "left"
    assert store.couple() == made
    with trouble("book_exists"):
        store.setup("X", "Y")


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [("", "Jo", "empty"), ("Mina", "\u200b \n", "empty"), ("Mina", "J" * 41, "long"), ("Jo", "JO", "same")],
)
def test_a_name_that_cannot_be_shown_or_told_apart_is_refused(
    store: Store, a: str, b: str, reason: str
) -> None:
    with trouble("bad_name", reason=reason):
        store.setup(a, b)
    assert store.couple() is None


def test_the_couple_can_change(store: Store) -> None:
    made = store.setup("Mina", "Jo")
    moved = store.save_couple(
        made.model_copy(update={"left": "b", "a": made.a.model_copy(update={"line": 5})})
    )
    assert (moved.left, moved.a.line, moved.id, moved.was) == ("b", 5, made.id, made.changed)
    assert store.couple() == moved
    with trouble("bad_name", reason="empty"):
        store.save_couple(made.model_copy(update={"a": made.a.model_copy(update={"name": " "})}))


def test_there_is_one_couple_whatever_id_it_comes_with(store: Store) -> None:
    made = store.setup("Mina", "Jo")
    store.save_couple(made.model_copy(update={"id": "other", "left": "b"}))
    found = store.couple()
    assert found
    assert (found.id, found.left) == (made.id, "b")


def test_a_couple_is_not_saved_before_it_was_made(store: Store) -> None:
    made = Couple.model_validate({"a": {"name": "Mina"}, "b": {"name": "Jo"}, "made": EVENING})
    with trouble("no_book"):
        store.save_couple(made)


# Keeping


def test_what_is_kept_comes_back_with_id_and_stamps(store: Store) -> None:
    for record in (session(), note(), agreement()):
        kept = store.keep(record)
        assert kept.id
        assert kept.changed > kept.was == ""
        assert kept.device == "left"
        assert store.find(kept.id) == kept
        assert kept.model_copy(update={"id": "", "device": "", "changed": ""}) == record


def test_a_record_that_brings_its_id_keeps_it(store: Store) -> None:
    key = store.new_id()
    assert store.keep(note().model_copy(update={"id": key})).id == key
    assert store.find(key).id == key


def test_ids_sort_in_the_order_of_their_making_though_the_clock_goes_back(store: Store, home: Home) -> None:
    made = []
    for hours in (0, 0, -2, 5, -9):
        home.wall.go(hours=hours)
        made.append(store.new_id())
    assert made == sorted(set(made))


def test_a_changed_record_takes_the_place_of_the_old_and_says_which_it_was(store: Store, home: Home) -> None:
    first = store.keep(note("We talked."))
    home.wall.go(hours=-3)
    second = store.keep(first.model_copy(update={"text": "We talked long."}))
    assert (second.id, second.was) == (first.id, first.changed)
    assert second.changed > first.changed
    assert store.notes() == (second,)


def test_stamps_go_on_after_a_restart_with_the_clock_set_back(home: Home) -> None:
    with home.open() as store:
        first = store.keep(note())
    home.wall.go(days=-400)
    with home.open() as store:
        second = store.keep(first.model_copy(update={"text": "again"}))
    assert second.changed > second.was == first.changed


def test_unknown_fields_of_a_newer_version_are_kept_on_rewrite(home: Home) -> None:
    with home.open() as store:
        key = store.keep(Note.model_validate({**note().model_dump(), "mood": {"sky": 1}})).id
        store.later(key, None, "and still")
    with home.open() as store:
        found = store.find(key)
        assert isinstance(found, Note)
        store.keep(found.model_copy(update={"text": "changed"}))
        assert store.find(key).model_dump()["mood"] == {"sky": 1}


def test_a_copy_with_changes_is_checked_again_before_it_is_kept(store: Store) -> None:
    made = session()
    entry = made.entries[0].model_copy(
        update={"lines": (line("l").model_copy(update={"text": "x" * (LIMIT + 1)}),)}
    )
    with trouble("too_long", limit=LIMIT):
        store.keep(made.model_copy(update={"entries": (entry,)}))
    with trouble("not_valid", field="ended"):
        store.keep(made.model_copy(update={"ended": "soon"}))
    dirty = store.keep(note().model_copy(update={"text": "a\x1b[2Jb"}))
    assert dirty.text == "ab"
    assert store.sessions() == ()


def test_what_is_no_record_is_refused(store: Store) -> None:
    with pytest.raises(TypeError, match="Record"):
        store.keep(Record())


def test_a_transaction_keeps_all_or_nothing(store: Store) -> None:
    def half() -> None:
        with store.transaction():
            store.keep(session())
            store.keep(note())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert (store.sessions(), store.notes()) == ((), ())
    with store.transaction():
        store.keep(session())
        with store.transaction():
            store.keep(note())
    assert (len(store.sessions()), len(store.notes())) == (1, 1)


# Where things stand


def test_a_session_belongs_to_the_year_in_which_it_began(home: Home) -> None:
    new_year = date(2026, 12, 31)
    at = datetime(2026, 12, 31, 23, 50, tzinfo=UTC)
    late = session(new_year).model_copy(update={"started": at, "ended": at + timedelta(minutes=30)})
    with home.open() as store:
        store.keep(late)
        store.keep(note(day=date(2027, 1, 1)))
        assert store.years() == (2027, 2026)
    assert b"sessions" in home.file("2026.json").read_bytes()
    assert b"sessions" not in home.file("2027.json").read_bytes()


def test_an_agreement_is_at_home_while_it_is_open_and_in_its_year_after(home: Home) -> None:
    with home.open() as store:
        made = store.keep(agreement("A walk", day=date(2025, 12, 30)))
        assert store.years() == ()
        closed = store.keep(made.model_copy(update=CLOSED))
        assert store.years() == (2025,)
        assert b"A walk" not in home.file("home.json").read_bytes()
        assert store.agreements() == ()
        assert store.agreements("kept") == store.agreements(None) == (closed,)
        opened = store.keep(closed.model_copy(update={"state": "open", "closed": None}))
        assert store.agreements() == store.agreements(None) == (opened,)
        assert b"A walk" not in home.file("2025.json").read_bytes()
        assert opened.was == closed.changed


def test_a_record_moves_with_its_date(store: Store) -> None:
    kept = store.keep(note(day=date(2025, 5, 1)))
    moved = store.keep(kept.model_copy(update={"local_date": date(2026, 5, 1)}))
    assert store.notes() == (moved,)
    assert store.notes(until=date(2025, 12, 31)) == ()
