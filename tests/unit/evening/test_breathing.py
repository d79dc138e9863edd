"""The plan of a breathing, whatever a couple chooses, and the record it leaves."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content import explain
from coreg.content.patterns import pattern_from, patterns
from coreg.evening.planning import Options, plan
from coreg.evening.records import Frame, nothing_happened, records_of
from coreg.practice.breath import PatternError
from coreg.practice.play import SEATS, Answered, Chose, Mark, Paired, Pressed, Skipped
from coreg.practice.playing import advance, apply
from coreg.practice.script import length
from coreg.practice.sitting import Plan, Rested, Sitting
from coreg.practice.steps.breathe import courses_in, pattern_of
from coreg.practice.ways import WAYS
from coreg.record.models import Entry, Session
from tests.unit.practice.evenings import sitting, through
from tests.unit.practice.ways_through import by_answering, by_passing, to_the_end

NOW = datetime(2026, 11, 23, 22, 40, tzinfo=UTC)
FRAME = Frame("0198f0a0-1111-7abc-8def-0123456789ab", NOW, NOW, "UTC")


def breathe(minutes: float | None = None, chosen: Options | None = None) -> Plan:
    """Return the plan of a breathing with what was chosen."""
    return plan("breathe", minutes, chosen or Options())


def entry(state: Sitting) -> Entry:
    """Return the one entry of a sitting."""
    session = records_of(state, FRAME)[0]
    assert isinstance(session, Session)
    return session.entries[0]


@pytest.mark.parametrize("pattern", patterns())
@pytest.mark.parametrize("way", WAYS)
def test_every_pattern_can_be_breathed_in_every_way(pattern: str, way: str) -> None:
    made = breathe(None, Options(pattern=pattern, way=way, with_=pattern, free=60.0, taps=True, rate=True))
    for go in (by_passing, by_answering):
        assert to_the_end(sitting(made), 0.0, go).phase == "over"


def test_usual_choices_leave_no_more_in_the_record_than_before() -> None:
    assert list(dict(breathe().params)) == ["pattern", "inhale", "hold_in", "exhale", "hold_out", "countdown"]


def test_everything_that_was_chosen_stands_in_the_record() -> None:
    made = breathe(4, Options(pattern="sigh", way="crossing", free=60.0, taps=True))
    params = dict(made.params)
    assert (params["pattern"], params["top_up"], params["way"]) == ("sigh", 1.0, "crossing")
    assert (params["free"], params["taps"]) == (60.0, True)
    assert dict(breathe(None, Options(pattern="starter")).params)["ramp"] == "3/0/4/0 3.5/0/5/0"
    assert dict(breathe(None, Options(pattern="hum")).params)["hummed"] is True


def test_side_by_side_the_other_pattern_stands_there_too() -> None:
    made = breathe(None, Options(pattern="easy46", way="beside", with_="long48"))
    assert dict(made.params)["with"] == "long48"
    assert [course.breaths for course in courses_in(made.script.steps[0])] == [30, 25]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (Options(pattern="boxx"), "There is no breathing pattern called boxx. Did you mean box?"),
        (Options(way="beside", with_="zzz"), "There is no breathing pattern called zzz."),
        (Options(way="sideways"), "unison, crossing, answer, lead, beside"),
        (
            Options(way="beside", with_="even55"),
            "easy46 and even55 do not begin a breath together within 60 seconds.",
        ),
    ],
)
def test_what_there_is_not_is_refused_clearly(chosen: Options, said: str) -> None:
    with pytest.raises(PatternError) as error:
        breathe(None, chosen)
    assert said in explain(error.value)


def test_a_couple_can_bring_patterns_of_their_own() -> None:
    own = pattern_from("ours", {"in": 3, "out": 7, "minutes": 6})
    made = breathe(None, Options(pattern="ours", patterns={**patterns(), "ours": own}))
    assert pattern_of(made.script.steps[0]).exhale == 7.0
    assert (made.variant, made.script.minutes) == ("ours", 6.0)


def test_leading_needs_no_pattern_and_takes_two_minutes_each() -> None:
    made = breathe(None, Options(way="lead", countdown=3))
    (step,) = made.script.steps
    assert (step.kind, step.seconds, made.variant) == ("lead", 240.0, "lead")
    assert dict(made.params) == {"way": "lead", "countdown": 3}


def test_finding_a_pace_is_a_step_of_its_own_and_can_be_shortened() -> None:
    (step,) = breathe(None, Options(pattern="paceFinder")).script.steps
    assert (step.kind, step.seconds) == ("find_pace", 600.0)
    assert breathe(1, Options(pattern="paceFinder")).script.steps[0].seconds == 300.0


@pytest.mark.long
@given(st.floats(0, 30))
def test_four_seven_eight_is_always_whole_breaths_within_its_bounds(minutes: float) -> None:
    made = breathe(minutes, Options(pattern="478"))
    assert 2 <= courses_in(made.script.steps[0])[0].breaths <= 8


# The record


def test_the_record_says_how_many_breaths_it_was() -> None:
    state = sitting(breathe(2))
    assert entry(advance(state, 125.0)).params["cycles"] == 12
    assert entry(apply(state, Rested(47.0))).params["cycles"] == 4
    assert "with_cycles" not in entry(advance(state, 125.0)).params
    both = sitting(breathe(2, Options(way="beside", with_="long48")))
    assert entry(advance(both, 125.0)).params["with_cycles"] == 10


def test_breathing_that_ends_at_once_is_still_nothing() -> None:
    assert nothing_happened(apply(sitting(breathe(2)), Rested(2.0)))


def test_taps_themselves_are_in_no_record() -> None:
    state = through(sitting(breathe(2, Options(taps=True))), Pressed(33.125, "a"), Pressed(44.375, "b"))
    told = "".join(one.model_dump_json() for one in records_of(advance(state, 125.0), FRAME))
    assert "28.125" not in told
    assert "39.375" not in told


def test_the_usual_lag_and_the_easiest_pace_stand_in_the_record() -> None:
    state = sitting(breathe(2, Options(way="lead")))
    for number in range(5):
        at = 6.0 + 10 * number
        state = through(state, Pressed(at, "a"), Pressed(at + 0.9, "b"), Pressed(at + 4, "a"))
    assert entry(apply(state, Skipped(60.0))).params["lag"] == 0.9
    assert "lag" not in entry(apply(sitting(breathe(2, Options(way="lead"))), Skipped(60.0))).params
    finding = to_the_end(sitting(breathe(None, Options(pattern="paceFinder"))), 0.0, by_answering)
    assert entry(finding).params["pace"] == 6.5
    assert (
        "pace"
        not in entry(
            to_the_end(sitting(breathe(None, Options(pattern="paceFinder"))), 0.0, by_passing)
        ).params
    )


# Before and after


def sealed(state: Sitting, at: float) -> Sitting:
    """Return the sitting after both have sealed a state: a bit up, over my line."""
    return through(state, Chose(at, "a", 1), Chose(at, "b", 2), Pressed(at, "a"), Pressed(at, "b"))


def filled(state: Sitting, at: float, mark: Mark) -> Sitting:
    """Return the sitting after both have answered the longer form in the same way."""
    for seat in SEATS:
        state = through(state, Pressed(at, seat), Answered(at, seat, mark))
    return state


def test_before_and_after_are_asked_when_a_couple_wants_it() -> None:
    made = breathe(None, Options(rate=True))
    assert [(step.id, step.kind) for step in made.script.steps] == [
        ("before", "sealed"),
        ("breathe", "breathe"),
        ("after", "sealed"),
    ]
    assert length(made.script) == 330.0
    assert [step.kind for step in breathe(None, Options(rate=True, one_hand=True)).script.steps] == [
        "breathe"
    ]
    full = breathe(None, Options(rate=True, form="full")).script.steps
    assert [step.kind for step in full] == ["form", "breathe", "form"]
    assert {step.params["only"] for step in full if step.kind == "form"} == {"inside"}


def test_before_and_after_are_in_the_record_when_there_are_both() -> None:
    breathed = advance(sealed(sitting(breathe(2, Options(rate=True))), 1.0), 200.0)
    whole = entry(sealed(breathed, 201.0))
    assert whole.before is not None
    assert whole.after is not None
    assert (whole.before.a.state, whole.after.b.state) == ("up", "over")


@pytest.mark.parametrize("unsaid", ["before", "after"])
def test_one_without_the_other_is_not_kept(unsaid: str) -> None:
    state = sitting(breathe(2, Options(rate=True)))
    if unsaid == "before":
        state = sealed(advance(apply(state, Skipped(1)), 200.0), 201.0)
    else:
        state = apply(advance(sealed(state, 1.0), 200.0), Skipped(201.0))
    assert state.phase == "over"
    assert (entry(state).before, entry(state).after) == (None, None)


def test_with_the_longer_form_only_how_it_is_inside_is_taken() -> None:
    state = sitting(breathe(2, Options(rate=True, form="full")))
    mark = Mark(inside=4, line="not asked", pleasant=3)
    state = filled(advance(filled(state, 1.0, mark), 300.0), 301.0, mark)
    found = entry(state)
    assert found.before is not None
    assert (found.before.a.inside, found.before.a.line, found.before.a.pleasant) == (4, "", None)
    unsaid = filled(sitting(breathe(2, Options(rate=True, form="full"))), 1.0, Mark(line="x"))
    assert unsaid.now_step.kind == "breathe"
    assert Paired("before", None) in unsaid.results[-1].keeps
