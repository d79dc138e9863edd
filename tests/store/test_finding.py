"""What is asked for is found, in order, and nothing of what is in the bin."""

from datetime import UTC, date, datetime, timedelta

import orjson

from coreg.record.models import Agreement, Couple, Note, Record, Session
from coreg.store import Store
from tests.store.helpers import DAY, EVENING, agreement, line, note, session, trouble

CLOSED = {"state": "kept", "closed": EVENING}


def ids(records: tuple[Record, ...]) -> list[str]:
    return [record.id for record in records]


def test_sessions_come_newest_first_between_the_dates_and_no_more_than_asked_for(store: Store) -> None:
    days = [date(2025, 3, 1), date(2026, 1, 5), date(2025, 12, 31), date(2026, 1, 4)]
    kept = {day: store.keep(session(day)).id for day in days}
    later = store.keep(session(date(2026, 1, 5), hour=22)).id
    newest = [later, *(kept[day] for day in sorted(days, reverse=True))]
    assert ids(store.sessions()) == newest
    assert ids(store.sessions(limit=2)) == newest[:2]
    assert store.sessions(limit=0) == ()
    assert ids(store.sessions(since=date(2025, 12, 31))) == newest[:4]
    assert ids(store.sessions(until=date(2025, 12, 31))) == newest[3:]
    assert ids(store.sessions(date(2025, 12, 31), date(2026, 1, 4))) == newest[2:4]


def test_plain_documents_come_in_the_same_order_and_without_what_is_in_the_bin(store: Store) -> None:
    for day in (3, 9, 5):
        store.keep(session(date(2026, 11, day), line("1"), line("2")))
    store.bin(store.sessions()[0].id, "1")
    plain = store.plain("sessions", date(2026, 11, 4), limit=2)
    assert [one["local_date"] for one in plain] == ["2026-11-09", "2026-11-05"]
    assert tuple(Session.model_validate(one) for one in plain) == store.sessions(limit=2)
    assert store.plain("notes") == ()


def test_within_a_second_the_instant_decides(store: Store) -> None:
    at = datetime(2026, 11, 23, 20, tzinfo=UTC)
    instants = [at, at + timedelta(microseconds=5), at + timedelta(seconds=1)]
    kept = [store.keep(session().model_copy(update={"started": one})) for one in instants]
    assert ids(store.sessions()) == [one.id for one in reversed(kept)]


def test_notes_come_newest_first(store: Store) -> None:
    first = store.keep(note("first", date(2025, 1, 1)))
    second = store.keep(note("second"))
    assert store.notes() == (second, first)
    assert store.notes(since=DAY, limit=5) == (second,)


def test_open_agreements_come_soonest_first_and_the_others_newest_first(store: Store) -> None:
    some_day = store.keep(agreement("some day"))
    soon = store.keep(agreement("soon", look_again=date(2026, 11, 25)))
    later = store.keep(agreement("later", look_again=date(2026, 12, 25)))
    closed = store.keep(agreement("closed").model_copy(update=CLOSED))
    let_go = store.keep(
        agreement("let go").model_copy(update={"state": "let_go", "closed": EVENING + timedelta(days=1)})
    )
    assert store.agreements() == (soon, later, some_day)
    other_day = store.keep(agreement("other day"))
    assert store.agreements(None) == (soon, later, some_day, other_day, let_go, closed)
    assert store.agreements("let_go") == (let_go,)


def test_a_record_is_found_by_the_beginning_of_its_id(store: Store) -> None:
    one = store.keep(note().model_copy(update={"id": "01a2093f-0001-7000-8000-000000000000"}))
    other = store.keep(
        session(date(2025, 1, 1)).model_copy(update={"id": "01a2093f-0002-7000-8000-000000000000"})
    )
    third = store.keep(agreement().model_copy(update={"id": "01a3093f-0002-7000-8000-000000000000"}))
    assert store.find(one.id) == store.find(" 01A2093F-0001") == one
    assert store.find("01a2093f-0002") == other
    assert store.find("01a3") == third
    with trouble("ambiguous", id="01a2"):
        store.find("01a2")
    for nothing in ("", "01a", "01a4", "x" * 36):
        with trouble("not_found", id=nothing):
            store.find(nothing)


def test_a_deleted_record_makes_no_beginning_ambiguous(store: Store) -> None:
    one = store.keep(note().model_copy(update={"id": "01a2093f-0001-7000-8000-000000000000"}))
    other = store.keep(note().model_copy(update={"id": "01a2093f-0002-7000-8000-000000000000"}))
    store.bin(other.id)
    assert store.find("01a2") == one
    store.empty_bin()
    assert store.find("01a2") == one


def test_days_are_those_on_which_something_was_kept(store: Store) -> None:
    store.keep(session(date(2026, 11, 3)))
    store.keep(note(day=date(2026, 11, 3)))
    store.keep(note(day=date(2026, 11, 9)))
    store.keep(note(day=date(2026, 12, 9)))
    store.keep(agreement(day=date(2026, 11, 20)))
    store.keep(agreement(day=date(2026, 11, 21)).model_copy(update=CLOSED))
    store.bin(store.keep(note(day=date(2026, 11, 30))).id)
    assert store.days(2026, 11) == {3, 9, 20, 21}
    assert store.days(2026, 12) == {9}
    assert store.days(1999, 1) == frozenset()


def test_everything_is_handed_out_ready_for_json_oldest_first(store: Store) -> None:
    couple = store.setup("Mina", "Jo")
    new, old = store.keep(session(DAY, line("a"), line("b"))), store.keep(session(date(2025, 1, 1)))
    store.bin(new.id, "a")
    store.bin(store.keep(note("binned")).id)
    kept = store.keep(note())
    open_, closed = store.keep(agreement()), store.keep(agreement().model_copy(update=CLOSED))
    found = orjson.loads(orjson.dumps(store.everything()))
    assert found["schema"] == 1
    assert Couple.model_validate(found["couple"]) == couple
    assert [Session.model_validate(one) for one in found["sessions"]] == [old, store.find(new.id)]
    assert [Note.model_validate(one) for one in found["notes"]] == [kept]
    assert [Agreement.model_validate(one) for one in found["agreements"]] == [open_, closed]
