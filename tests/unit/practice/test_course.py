"""A course of whole breaths: total, continuous at its joins, exact after a day."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content.patterns import patterns as known
from coreg.practice.breath import Pattern, breath_at
from coreg.practice.course import Course, Leg, course_at, course_of, cycles_in, in_breaths, place_at
from tests.unit.practice.test_breath import DAY, patterns

EASY = Pattern("easy46", 4.0, 0.0, 6.0, 0.0)
SIGH = Pattern("sigh", 2.0, 0.0, 6.0, 0.0, top_up=1.0)
STARTER = known()["starter"]
STEP = 1 / 240


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """Draw any course of up to three patterns."""
    legs = draw(st.lists(st.builds(Leg, patterns(), st.integers(1, 12)), min_size=1, max_size=3).map(tuple))
    return Course(legs, draw(st.one_of(st.just(math.inf), st.floats(0, 600))))


@given(courses(), st.floats())
def test_a_course_is_total_for_every_float(course: Course, t: float) -> None:
    breath = course_at(course, t)
    assert 0.0 <= breath.fill <= 1.0
    assert 0.0 <= breath.left <= breath.length
    assert breath.cycle >= 0
    assert 0 <= cycles_in(course, t) <= course.breaths


@given(courses(), st.floats(0, 700))
def test_a_course_does_not_jump(course: Course, t: float) -> None:
    quickest = min(min(leg.pattern.inhale, leg.pattern.exhale) for leg in course.legs)
    here, there = course_at(course, t), course_at(course, t + STEP)
    assert abs(there.fill - here.fill) <= math.pi / 2 / quickest * STEP + 1e-6
    assert there.cycle - here.cycle in (0, 1)


@given(courses())
def test_a_course_is_empty_at_every_join(course: Course) -> None:
    joins = [sum(leg.length for leg in course.legs[:number]) for number in range(len(course.legs) + 1)]
    for join in joins:
        for t in (join - 1e-6, join, join + 1e-6):
            assert course_at(course, t).fill == pytest.approx(0.0, abs=1e-6)


@given(patterns(), patterns(), st.integers(0, DAY // 24), st.floats(0.01, 0.99))
def test_a_course_is_exact_to_the_microsecond_when_a_day_has_passed(
    first: Pattern, last: Pattern, cycle: int, share: float
) -> None:
    whole = math.floor(DAY / 2 / first.cycle)
    course = Course((Leg(first, whole), Leg(last, whole)))
    within = share * last.cycle
    breath = course_at(course, whole * first.cycle + cycle % whole * last.cycle + within)
    alone = breath_at(last, within)
    # At the very join of two phases either is right; everywhere else it is the same one.
    if min(alone.left, alone.length - alone.left) > 1e-6:
        assert (breath.phase, breath.length) == (alone.phase, alone.length)
        assert breath.left == pytest.approx(alone.left, abs=1e-6)
        assert breath.cycle == whole + cycle % whole


@given(patterns(), st.floats(0, 3 * DAY))
def test_a_course_of_one_pattern_is_that_pattern_and_goes_on(pattern: Pattern, t: float) -> None:
    assert course_at(Course((Leg(pattern, 3),)), t) == breath_at(pattern, t)


@given(st.sampled_from(list(known().values())), st.floats(-100, 1300), st.integers(1, 2))
def test_a_course_is_whole_breaths_nearest_to_what_was_asked(
    pattern: Pattern, seconds: float, per: int
) -> None:
    course = course_of(pattern, seconds, per=per)
    assert all(leg.breaths % per == 0 and leg.breaths >= per for leg in course.legs)
    least = sum(leg.length for leg in course.legs[:-1]) + per * pattern.cycle
    assert abs(course.length - max(seconds, least)) <= per * pattern.cycle / 2 + 1e-9


def test_the_starter_goes_about_a_minute_each_and_then_stays() -> None:
    course = course_of(STARTER, 300.0)
    assert [(leg.pattern.inhale, leg.pattern.exhale) for leg in course.legs] == [
        (3.0, 4.0),
        (3.5, 5.0),
        (4.0, 6.0),
    ]
    assert [leg.length for leg in course.legs[:2]] == [63.0, 59.5]
    assert abs(course.length - 300.0) <= 5.0
    assert place_at(course, 63.0).before == 9
    assert course_at(course, 63.0).cycle == 9
    assert course_at(course, 250.0).length in (4.0, 6.0)


def test_the_last_minute_goes_without_cues_from_the_beginning_of_a_breath() -> None:
    course = course_of(EASY, 300.0, free=65.0)
    assert course.free_from == 230.0
    assert course_at(course, 229.99).phase == "out"
    free = course_at(course, 230.0)
    assert (free.phase, free.left, free.length) == ("free", 70.0, 70.0)
    assert free.fill == 0.0
    assert course_at(course, 232.0).fill == breath_at(EASY, 232.0).fill
    assert course_at(course, 400.0).left == 0.0
    assert in_breaths(course) == tuple(range(0, 230, 10))


def test_more_without_cues_than_there_is_time_is_all_of_it() -> None:
    assert course_of(EASY, 60.0, free=600.0).free_from == 0.0


def test_just_sitting_has_no_cues_at_all() -> None:
    course = course_of(known()["justsit"], 180.0)
    assert {course_at(course, t / 4).phase for t in range(0, 4 * 180)} == {"free"}
    assert in_breaths(course) == ()


@pytest.mark.parametrize(
    ("t", "done"), [(-1.0, 0), (0.0, 0), (9.99, 0), (10.0, 1), (29.9, 2), (30.0, 3), (99.0, 3)]
)
def test_whole_breaths_are_counted_until_the_course_is_over(t: float, done: int) -> None:
    assert cycles_in(Course((Leg(EASY, 3),)), t) == done


def test_a_second_sip_tops_the_breath_up() -> None:
    seen = [breath_at(SIGH, t / 10).phase for t in range(0, 90, 5)]
    assert seen == ["in"] * 4 + ["top_up"] * 2 + ["out"] * 12
    assert breath_at(SIGH, 2.0).fill == pytest.approx(2 / 3)
    assert breath_at(SIGH, 2.5).fill == pytest.approx(5 / 6)
    assert breath_at(SIGH, 3.0).fill == 1.0
    assert breath_at(SIGH, 2.25).left == pytest.approx(0.75)


@given(patterns(), st.floats(0.1, 3.0), st.floats(0, 100))
def test_a_second_sip_does_not_jump(pattern: Pattern, sip: float, t: float) -> None:
    pattern = replace(pattern, inhale=2.0, hold_in=0.0, hold_out=0.0, exhale=6.0, top_up=sip)
    here, there = breath_at(pattern, t), breath_at(pattern, t + STEP)
    assert abs(there.fill - here.fill) <= math.pi / 2 / 2.0 * STEP + 1e-6
    assert 0.0 < here.left <= here.length
