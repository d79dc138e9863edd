"""What an evening never leaves: who stopped, who spoke how long, what was not said by both."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.evening.records import Frame, records_of
from coreg.practice.play import SEATS, Answered, Chose, Event, Mark, Pressed, Seat, other
from coreg.practice.playing import apply
from coreg.practice.sitting import (
    Paused,
    Rested,
    Resumed,
    Sitting,
    SmallBreaths,
    Stopped,
    WentOn,
)
from coreg.record.models import Agreement, Entry, Later, Line, Note, Pair, Session
from coreg.record.models import Mark as Told
from tests.unit.practice.evenings import (
    Story,
    at_the_end,
    script,
    sitting,
    sittings,
    stories,
    through,
)
from tests.unit.practice.rows import HUG, SEALED

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


def answered(at: float, a: int, b: int) -> Sequence[Event]:
    return Chose(at, "a", a), Chose(at, "b", b), Pressed(at, "a"), Pressed(at, "b")


# What it never leaves

FIELDS = {
    name for kind in (Session, Entry, Line, Later, Pair, Told, Note, Agreement) for name in kind.model_fields
}
PARAMS = {
    "pattern",
    "inhale",
    "hold_in",
    "exhale",
    "hold_out",
    "countdown",
    "cycles",
    "with_cycles",
    "lag",
    "pace",
}
TOGETHER = {f"together{name}" for name in ("", "_n", "_gap", "_p", "_chance", "_r", "_ppc")}


def walk(value: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Yield every key with its value, however deep."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name, None
            yield from walk(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner, key)
    else:
        yield key, value


@given(sittings(), stories())
def test_no_record_has_room_for_who_stopped_or_how_long_each_spoke(state: Sitting, story: Story) -> None:
    records = json.loads(told(rested(*at_the_end(state, story))))
    for key, value in walk(records):
        assert key in FIELDS | PARAMS | TOGETHER
        # A person is named only where a line is theirs; the pairs hold both or nobody.
        assert value not in SEATS or key == "by"
    for line in (
        line for session in records if "entries" in session for e in session["entries"] for line in e["lines"]
    ):
        assert line["kind"] in ("stays", "topic", "hug")
        assert line["kind"] != "hug" or (line["text"], line["by"]) == ("yes", None)


EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(Chose, st.just(20.0), st.sampled_from(SEATS), st.integers(0, 4)),
)


@given(st.sampled_from((SEALED, HUG)), st.lists(EVENTS), st.sampled_from((*SEATS, None)))
def test_an_answer_that_was_not_sealed_by_both_leaves_nothing(
    row: dict[str, object], picks: list[Event], seat: Seat | None
) -> None:
    untouched = sitting(script(row, id="check_in"))
    seals = [Pressed(21.0, seat)] if seat else []
    state = through(untouched, *picks, *seals)
    assert told(rested(state, 30)) == told(rested(untouched, 30))


def test_a_form_of_one_alone_leaves_nothing() -> None:
    state = sitting(script({"kind": "form", "keeps": "state"}, id="check_in"))
    mark = Mark(line=CANARY, feelings=(CANARY,))
    half = through(state, Pressed(1, "a"), Answered(2, "a", mark), Pressed(3, "b"))
    assert CANARY not in told(rested(half, 30))
    assert CANARY not in told(apply(half, Answered(4, "b", None)))


@pytest.mark.parametrize("no", [(0, 1), (1, 0), (1, 1)])
def test_a_hug_that_was_not_wanted_leaves_nothing(no: tuple[int, int]) -> None:
    def night(a: int, b: int) -> str:
        return told(through(sitting(script(HUG)), *answered(20, a, b)))

    assert night(*no) == night(1, 1)
    assert "no" not in [value for _, value in walk(json.loads(night(*no)))]


TALK = script(
    {"kind": "turn", "who": "first", "seconds": 480}, {"kind": "turn", "who": "second", "seconds": 480}
)


def talk(first: float, second: float, *between: Event) -> str:
    """Return the records of a talk in which each spoke so long."""
    state = through(sitting(TALK), *between)
    state = apply(state, Pressed(first, "a"))
    return told(rested(apply(state, Pressed(first + 5 + second, "b")), first + second + 10))


def test_how_long_each_spoke_leaves_no_trace() -> None:
    assert talk(100, 500) == talk(500, 100) == talk(300, 300)


def test_a_minute_given_leaves_no_trace() -> None:
    assert talk(300, 300, Pressed(10, "b"), Pressed(20, "b")) == talk(300, 300)


@given(st.sampled_from(SEATS))
def test_stopping_and_going_on_leave_no_trace_of_anybody(seat: Seat) -> None:
    state = sitting(script({"kind": "say", "seconds": 300}))
    plain = told(rested(state, 100))
    stopped = through(state, Stopped(60), WentOn(70, seat), WentOn(80, other(seat)))
    assert told(rested(stopped, 120)) == plain
    paused = through(state, Paused(60), Resumed(80))
    assert told(rested(paused, 120)) == plain
    breathed = through(state, Stopped(60), SmallBreaths(61), WentOn(130, seat), WentOn(140, other(seat)))
    assert told(rested(breathed, 180)) == plain
    alone = through(state, Stopped(100), WentOn(110, seat))
    assert told(rested(alone, 500)) == plain
