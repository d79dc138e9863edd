"""An evening as records: what it leaves, and what it never leaves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given

from coreg.evening.records import NOTE, Frame, derived_id, nothing_happened, records_of
from coreg.practice.play import Answered, Chose, Event, Mark, Pressed, Skipped, Wrote
from coreg.practice.playing import apply
from coreg.practice.sitting import (
    Noted,
    Plan,
    Rested,
    Sitting,
)
from coreg.record.models import Agreement, Line, Note, Pair, Session
from coreg.record.models import Mark as Told
from tests.unit.practice.evenings import (
    DAYS,
    FIVE,
    Story,
    at_the_end,
    options,
    script,
    sitting,
    sittings,
    stories,
    through,
)
from tests.unit.practice.rows import HUG, SAY, SEALED

BERLIN = timezone(timedelta(hours=1), "CET")
STARTED = datetime(2026, 11, 23, 23, 40, tzinfo=BERLIN)
FRAME = Frame("0198f0a0-1111-7abc-8def-0123456789ab", STARTED, STARTED + timedelta(hours=1), "CET")
CANARY = "canary-77"


def told(state: Sitting, frame: Frame = FRAME) -> str:
    """Return every record of a sitting as the text of a book."""
    return json.dumps(
        [json.loads(one.model_dump_json()) for one in records_of(state, frame)], ensure_ascii=False
    )


def rested(state: Sitting, now: float) -> Sitting:
    return apply(state, Rested(now))


def kept(state: Sitting) -> tuple[list[Session], list[Note], list[Agreement]]:
    records = records_of(state, FRAME)
    return (
        [one for one in records if isinstance(one, Session)],
        [one for one in records if isinstance(one, Note)],
        [one for one in records if isinstance(one, Agreement)],
    )


# What it leaves


def test_a_session_belongs_to_the_day_on_the_wall_when_it_began() -> None:
    (session,) = kept(rested(sitting(script(SAY)), 20))[0]
    assert session.local_date == date(2026, 11, 23)
    assert session.started == datetime(2026, 11, 23, 22, 40, tzinfo=UTC)
    assert session.ended == datetime(2026, 11, 23, 23, 40, tzinfo=UTC)
    assert session.zone == "CET"


def test_what_was_planned_is_the_whole_plan_also_when_it_ended_early() -> None:
    state = sitting(script(SAY, SAY), script(SAY), script(SAY))
    (session,) = kept(rested(state, 40))[0]
    assert (session.planned_s, session.done_s, session.ended_early) == (120, 40, True)
    assert [(entry.planned_s, entry.done_s) for entry in session.entries] == [(60, 40)]
    assert session.entries[0].steps == ("step0",)


def test_a_pattern_that_was_breathed_is_told_with_its_numbers() -> None:
    plan = Plan(script(SAY), "easy46", (("pattern", "easy46"), ("inhale", 4.0)))
    (session,) = kept(rested(sitting(plan), 20))[0]
    assert session.entries[0].variant == "easy46"
    assert session.entries[0].params == {"pattern": "easy46", "inhale": 4.0}


def check(name: str) -> Plan:
    sealed: dict[str, object] = {"kind": "sealed", "keeps": "state", "options": options(*FIVE)}
    return Plan(script({**sealed, "keeps": "else", "id": "else"}, sealed, id=name))


def answered(at: float, a: int, b: int) -> Sequence[Event]:
    return Chose(at, "a", a), Chose(at, "b", b), Pressed(at, "a"), Pressed(at, "b")


def test_how_both_came_and_went_are_two_pairs() -> None:
    state = sitting(check("check_in"), check("check_out"))
    over = through(state, *answered(1, 4, 4), *answered(2, 0, 2), *answered(3, 4, 4), *answered(4, 1, 1))
    (session,) = kept(over)[0]
    assert session.check_in == Pair(a=Told(state="settled"), b=Told(state="over"))
    assert session.check_out == Pair(a=Told(state="up"), b=Told(state="up"))


def test_an_answer_that_stays_unsaid_is_no_pair() -> None:
    over = through(sitting(check("check_in")), Skipped(1), Skipped(2))
    (session,) = kept(over)[0]
    assert session.check_in is None


def test_the_longer_form_is_told_whole() -> None:
    mark = Mark(None, 3, 4, 5, ("tired",), ("rest",), "a long day", "listen")
    state = sitting(Plan(script({"kind": "form", "keeps": "state"}, id="check_in")))
    over = through(
        state, Pressed(1, "a"), Answered(2, "a", mark), Pressed(3, "b"), Answered(4, "b", Mark(inside=9))
    )
    (session,) = kept(over)[0]
    assert session.check_in is not None
    assert session.check_in.a == Told(
        inside=3, pleasant=4, energy=5, feelings=("tired",), needs=("rest",), line="a long day", like="listen"
    )
    assert session.check_in.b.inside == 9


def test_answers_that_are_counted_are_told_for_both_together() -> None:
    ask: dict[str, object] = {
        "kind": "ask",
        "who": "first",
        "options": options("got_it", "nearly"),
        "count": True,
    }
    state = sitting(script(ask, {**ask, "who": "second"}, {**ask, "count": False}))
    over = through(state, Pressed(1, "a"), Chose(2, "b", 1), Pressed(3, "a"))
    (session,) = kept(over)[0]
    assert session.entries[0].params == {"got_it": 1, "nearly": 1}


def test_a_thank_you_that_is_kept_is_a_line() -> None:
    write: dict[str, object] = {"kind": "write", "who": "first", "keeps": "thanks"}
    over = through(sitting(script(write)), Wrote(1, "for the tea"), Pressed(2, "a"))
    (session,) = kept(over)[0]
    assert [(line.kind, line.text, line.by) for line in session.entries[0].lines] == [
        ("thanks", "for the tea", "a")
    ]


def test_a_next_step_is_an_agreement_from_that_day_on() -> None:
    agree: dict[str, object] = {"kind": "agree", "options": options(*DAYS)}
    state = sitting(script(agree, {**agree, "id": "again"}))
    over = through(state, Wrote(1, "a walk"), Chose(2, "b", 1), Wrote(3, "call Ruth"), Skipped(4))
    _, _, agreements = kept(over)
    assert [(one.text, one.look_again, one.state) for one in agreements] == [
        ("a walk", date(2026, 11, 30), "open"),
        ("call Ruth", None, "open"),
    ]
    assert {one.session for one in agreements} == {FRAME.id}


def test_notes_belong_to_the_practice_or_to_the_evening() -> None:
    state = through(sitting(script(SAY), script(SAY)), Noted(1, "tonight"), Noted(2, "here", entry=True))
    over = rested(apply(state, Noted(40, "there", entry=True)), 50)
    (session,), notes, _ = kept(over)
    assert [(note.text, note.entry) for note in notes] == [
        ("tonight", None),
        ("here", session.entries[0].id),
        ("there", session.entries[1].id),
    ]
    assert {note.session for note in notes} == {session.id}


def test_a_note_of_blanks_is_no_note() -> None:
    assert kept(rested(apply(sitting(script(SAY)), Noted(1, " \n ")), 2))[1] == []


@pytest.mark.parametrize(
    "text", ["x" * 20_000 + " \n" + "y" * 300, "\u0958" * 20_000, "x" * 20_000 + "\n" * 99]
)
def test_of_a_note_too_long_for_one_nothing_is_lost(text: str) -> None:
    _, notes, _ = kept(rested(apply(sitting(script(SAY)), Noted(1, text)), 2))
    assert len({note.id for note in notes}) == len(notes)
    whole = "".join(note.text for note in notes)
    assert whole.count("x") == text.count("x")
    assert whole.count("y") == text.count("y")
    assert whole.count("\u0915") == text.count("\u0958")


@pytest.mark.parametrize(("session", "entry"), [("", ""), ("some-id", ""), ("some-id", "entry-id")])
def test_a_note_alone_is_a_note_and_no_session(session: str, entry: str) -> None:
    plan = Plan(script({"kind": "write", "keeps": "note"}), params=(("session", session), ("entry", entry)))
    state = apply(sitting(plan, kind=NOTE), Noted(1, "the blue mug"))
    (note,) = records_of(rested(state, 60), FRAME)
    assert isinstance(note, Note)
    assert (note.text, note.session, note.entry) == ("the blue mug", session or None, entry or None)


def test_a_line_that_a_script_keeps_as_a_note_stands_under_the_note_of_its_practice() -> None:
    state = sitting(script({"kind": "write", "keeps": "note"}, SAY))
    state = apply(apply(state, Noted(1, "first", entry=True)), Wrote(2, "the blue mug"))
    _, (note,), _ = kept(rested(state, 60))
    assert note.text == "first\n\nthe blue mug"


# Ids


def test_what_belongs_to_an_evening_has_the_same_id_every_time() -> None:
    assert derived_id(FRAME.id, "note 1") == derived_id(FRAME.id, "note 1")
    assert derived_id(FRAME.id, "note 1") != derived_id(FRAME.id, "note 2")
    assert derived_id(FRAME.id, "x")[:24] == FRAME.id[:24]
    assert len(derived_id(FRAME.id, "x")) == 36


@given(sittings(), stories())
def test_closed_twice_it_is_the_same_evening(state: Sitting, story: Story) -> None:
    over = rested(*at_the_end(state, story))
    ids = [one.id for one in records_of(over, FRAME)]
    later = Frame(FRAME.id, FRAME.started, FRAME.ended + timedelta(minutes=3), FRAME.zone)
    assert [one.id for one in records_of(over, later)] == ids
    lines = [
        line.id for one in records_of(over, FRAME) if isinstance(one, Session) for line in every_line(one)
    ]
    assert len({*ids, *lines}) == len(ids) + len(lines)


def every_line(session: Session) -> Iterator[Line]:
    for entry in session.entries:
        yield from entry.lines


# What is too small


@pytest.mark.parametrize(
    ("events", "nothing"),
    [
        ((), True),
        ((Skipped(1),), True),
        ((*answered(1, 0, 0),), False),
        ((Chose(1, "a", 0), Pressed(1, "a"), Pressed(1, "b")), True),
        ((Noted(1, "x"),), False),
        ((Noted(1, "  "),), True),
        ((Noted(1, "x", entry=True),), False),
    ],
)
def test_a_sitting_of_a_moment_is_kept_for_what_was_said_in_it(
    events: Sequence[Event | Noted], nothing: bool
) -> None:
    state = through(sitting(script(SEALED, SAY)), *events)
    assert nothing_happened(rested(state, 5)) is nothing
    assert not nothing_happened(rested(state, 15))


@pytest.mark.parametrize(
    ("row", "events", "nothing"),
    [
        ({"kind": "write", "keeps": "topic"}, (Wrote(1, "home"),), False),
        ({"kind": "write", "keeps": "stays", "who": "first"}, (Wrote(1, "home"), Pressed(2, "a")), False),
        (
            {"kind": "choose", "keeps": "like", "options": options(*FIVE)},
            (Chose(1, "a", 1), Pressed(2, "a")),
            True,
        ),
        ({"kind": "agree", "options": options(*DAYS)}, (Wrote(1, "a walk"), Skipped(2)), False),
        (HUG, answered(1, 0, 0), False),
        (HUG, answered(1, 0, 1), True),
    ],
)
def test_a_moment_in_which_something_was_kept_is_an_evening(
    row: dict[str, object], events: Sequence[Event], nothing: bool
) -> None:
    assert nothing_happened(rested(through(sitting(script(row, SAY)), *events), 5)) is nothing
