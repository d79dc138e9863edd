"""Finding a pace: five paces, a sealed answer of both after each, and the easiest for both."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.breath import BOUNDS
from coreg.practice.breathed import Found
from coreg.practice.codec import to_plain
from coreg.practice.course import course_at
from coreg.practice.play import Chose, Pressed, Skipped, StepError, Wrote
from coreg.practice.playing import advance, apply, due, journal
from coreg.practice.sitting import Rested, Sitting, Stopped
from coreg.practice.steps.find_pace import EASE, PACES, TOLD, Finding, course_in, easiest, pace_pattern
from tests.unit.practice.evenings import first_of, keeps, playing, script, through
from tests.unit.practice.ways_through import due_in

FIND: dict[str, object] = {"kind": "find_pace", "seconds": 600, "params": {"countdown": 5}}


def asked(state: Sitting, now: float = 0.0) -> tuple[Sitting, float]:
    """Return the sitting after the pace that is on, and the moment."""
    now = due_in(state, now)
    return advance(state, now), now


def answered(state: Sitting, now: float, a: int, b: int) -> Sitting:
    """Return the sitting after both have sealed an answer."""
    return through(
        state, Chose(now, "a", a), Chose(now, "b", b), Pressed(now + 1, "b"), Pressed(now + 2, "a")
    )


@pytest.mark.parametrize(("pace", "place"), [(pace, place) for place, pace in enumerate(PACES)])
def test_each_pace_takes_about_two_minutes_of_whole_breaths(pace: float, place: int) -> None:
    course = course_in(first_of(FIND).now_step, place)
    assert course.length == pytest.approx(120.0, abs=1e-9)
    assert course.breaths == 2 * pace
    pattern = pace_pattern(pace)
    assert pattern.cycle == pytest.approx(60 / pace)
    assert BOUNDS["inhale"][0] <= pattern.inhale < pattern.exhale <= BOUNDS["exhale"][1]
    assert course_at(course, 1.0).phase == "in"


def test_after_a_pace_both_say_how_easy_it_was_and_the_next_begins() -> None:
    state, now = asked(first_of(FIND))
    assert now == pytest.approx(125.0)
    assert playing(state, Finding).rating is not None
    assert due(state) is None
    assert advance(state, 9e3) == state
    one = through(state, Chose(130, "a", 4), Pressed(131, "a"), Chose(132, "a", 0), Wrote(133, "x"))
    assert playing(one, Finding).pace == 0
    both = through(one, Chose(140, "b", 2), Pressed(141, "b"))
    play = playing(both, Finding)
    assert (play.pace, play.eased, play.rating) == (1, ((5, 10),), None)
    assert play.at(146.0) == 0.0


def test_a_key_in_the_midst_of_a_pace_changes_nothing() -> None:
    state = first_of(FIND)
    assert through(state, Pressed(30, "a"), Chose(31, "b", 2)).play == state.play


def test_who_answers_first_cannot_be_seen_afterwards() -> None:
    state, now = asked(first_of(FIND))
    assert answered(state, now, 1, 3).play == answered(state, now, 3, 1).play


def test_a_pace_without_an_answer_of_both_does_not_count() -> None:
    state, now = asked(first_of(FIND))
    unsaid = through(state, Pressed(now, "a"), Pressed(now, "a"), Chose(now, "b", 3), Pressed(now, "b"))
    assert playing(unsaid, Finding).eased == (None,)
    assert playing(apply(state, Skipped(now)), Finding).eased == (None,)


def test_passing_a_pace_asks_at_once_and_passing_again_leaves_it_unsaid() -> None:
    state = apply(first_of(FIND), Skipped(30))
    assert playing(state, Finding).rating is not None
    assert playing(apply(state, Skipped(31)), Finding).pace == 1
    assert apply(state, Chose(31, "a", 9)) == state


def test_the_easiest_for_both_is_told_and_kept() -> None:
    state, now = first_of(FIND), 0.0
    for answers in ((4, 0), (2, 2), (3, 3), (3, 4), (2, 4)):
        state, now = asked(state, now)
        state = answered(state, now, *answers)
        now += 2
    play = playing(state, Finding)
    assert (play.told, play.found) == (True, 5.0)
    assert apply(state, Pressed(now, "a")).step == 0
    assert apply(state, Chose(now, "a", 1)) == state
    gone_on = through(state, Pressed(now, "a"), Pressed(now + 1, "b"))
    assert (gone_on.step, keeps(gone_on)) == (1, [Found(5.0)])
    assert keeps(advance(state, now + TOLD)) == [Found(5.0)]
    assert keeps(apply(state, Skipped(now))) == [Found(5.0)]


def test_what_was_found_so_far_is_kept_when_it_ends_early() -> None:
    state, now = asked(first_of(FIND))
    ended = through(answered(state, now, 4, 4), Stopped(now + 3), Rested(now + 9))
    assert keeps(ended) == [Found(None)]


@pytest.mark.parametrize(
    ("eased", "pace"),
    [
        ((), None),
        (((10, 10),), None),
        (((3, 3), (3, 3)), 6.5),
        (((0, 10), (3, 5)), 6.0),
        (((5, 7), (5, 10), None), 6.0),
        ((None, (0, 0), (3, 3)), 5.5),
    ],
)
def test_the_easiest_is_the_one_that_is_hard_for_nobody(
    eased: tuple[tuple[int, int] | None, ...], pace: float | None
) -> None:
    assert easiest(eased) == pace


PAIRS = st.tuples(st.sampled_from(EASE), st.sampled_from(EASE)).map(lambda two: (min(two), max(two)))


@given(st.lists(st.one_of(st.none(), PAIRS), max_size=5).map(tuple))
def test_no_pace_is_easier_for_both_than_the_one_that_is_named(
    eased: tuple[tuple[int, int] | None, ...],
) -> None:
    found = easiest(eased)
    if found is None:
        assert sum(one is not None for one in eased) < 2
        return
    best = eased[PACES.index(found)]
    assert best is not None
    assert all(one is None or one[0] <= best[0] for one in eased)


def test_an_answer_that_is_not_sealed_by_both_is_not_written_down() -> None:
    state, now = asked(first_of(FIND))
    one = through(state, Chose(now, "a", 4), Pressed(now, "a"))
    assert json.dumps(to_plain(journal(one, now))) == json.dumps(to_plain(journal(state, now)))
    early = first_of(FIND)
    assert journal(early, 3.0).play == early.play


@pytest.mark.parametrize("row", [{**FIND, "seconds": 0}, {**FIND, "params": {"countdown": "soon"}}])
def test_a_step_that_does_not_hold_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(StepError) as error:
        script(row)
    assert error.value.code == "step_pattern"
