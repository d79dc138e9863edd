"""Two who breathe: together, crossing, in turn, or side by side."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coreg.content.patterns import patterns as known
from coreg.practice.breath import Pattern, breath_at
from coreg.practice.course import course_at, course_of
from coreg.practice.ways import WAYS, Span, Way, courses_of, cues_of, fits_beside, meetings, span_of, two_at
from tests.unit.practice.test_breath import patterns

EASY, EVEN, LONG, BOX = (known()[name] for name in ("easy46", "even5", "long48", "box"))
STEP = 1 / 240

some_way = st.sampled_from(WAYS)
some_pattern = st.one_of(patterns(), st.sampled_from(list(known().values())))


@given(some_way, some_pattern, some_pattern, st.floats(1, 400), st.floats(0, 90), st.floats())
def test_two_breaths_are_total(
    way: Way, one: Pattern, other: Pattern, seconds: float, free: float, t: float
) -> None:
    two = two_at(way, courses_of(way, one, seconds, free, other), t)
    for breath in (two.a, two.b):
        assert 0.0 <= breath.fill <= 1.0
        assert 0.0 <= breath.left <= breath.length
        assert breath.cycle >= 0


@given(some_way, some_pattern, some_pattern, st.floats(1, 400), st.floats(0, 420))
def test_neither_of_two_breaths_jumps(
    way: Way, one: Pattern, other: Pattern, seconds: float, t: float
) -> None:
    courses = courses_of(way, one, seconds, beside=other)
    here, there = two_at(way, courses, t), two_at(way, courses, t + STEP)
    for before, after in ((here.a, there.a), (here.b, there.b)):
        assert abs(after.fill - before.fill) <= math.pi / 2 / 2.0 * STEP + 1e-6


@given(some_pattern, st.floats(1, 400), st.floats(0, 400))
def test_together_both_are_one(pattern: Pattern, seconds: float, t: float) -> None:
    course = course_of(pattern, seconds)
    two = two_at("unison", courses_of("unison", pattern, seconds), t)
    assert two.a == two.b == course_at(course, t)
    assert not two.meets


@given(st.floats(0, 300))
def test_crossing_on_an_even_breath_one_is_full_when_the_other_is_empty(t: float) -> None:
    two = two_at("crossing", courses_of("crossing", EVEN, 300.0), t)
    assert two.a.fill + two.b.fill == pytest.approx(1.0, abs=1e-9)
    assert {two.a.phase, two.b.phase} == {"in", "out"}


@given(some_pattern, st.integers(0, 3))
def test_crossing_one_begins_in_as_the_other_begins_out(pattern: Pattern, cycle: int) -> None:
    assume(pattern.kind == "paced")
    courses = courses_of("crossing", pattern, 300.0)
    start = cycle * courses[0].legs[0].pattern.cycle
    two = two_at("crossing", courses, start + 1e-5)
    assert (two.a.phase, two.b.phase) == ("in", "out")
    assert two.b.fill == pytest.approx(1.0, abs=1e-6)


def test_crossing_with_a_long_out_both_breathe_out_for_a_moment() -> None:
    courses = courses_of("crossing", EASY, 60.0)
    seen = [two_at("crossing", courses, t) for t in (1.0, 5.0, 7.0, 11.0)]
    assert [(two.a.phase, two.b.phase) for two in seen] == [
        ("in", "out"),
        ("out", "out"),
        ("out", "in"),
        ("in", "out"),
    ]


def test_in_turn_one_breathes_while_the_other_rests() -> None:
    courses = courses_of("answer", EASY, 60.0)
    assert courses[0].breaths == 6
    first, second = two_at("answer", courses, 3.0), two_at("answer", courses, 13.0)
    assert first.a == breath_at(EASY, 3.0)
    assert (first.b.phase, first.b.fill, first.b.left, first.b.length) == ("rest", 0.0, 7.0, 10.0)
    assert (second.a.phase, second.a.left, second.a.cycle) == ("rest", 7.0, 1)
    assert (second.b.phase, second.b.cycle) == ("in", 0)
    assert two_at("answer", courses, 33.0).b.cycle == 1


@pytest.mark.parametrize("seconds", [1.0, 25.0, 60.0, 117.0])
def test_in_turn_both_have_as_many_breaths(seconds: float) -> None:
    assert courses_of("answer", EASY, seconds)[0].breaths % 2 == 0


def test_side_by_side_each_has_an_own_pattern_and_they_meet() -> None:
    assert fits_beside(EASY, LONG) == 60.0
    courses = courses_of("beside", EASY, 118.0, beside=LONG)
    assert [course.length for course in courses] == [120.0, 120.0]
    assert [course.breaths for course in courses] == [12, 10]
    two = two_at("beside", courses, 14.0)
    assert (two.a.phase, two.b.phase) == ("out", "in")
    assert [two_at("beside", courses, t).meets for t in (0.0, 9.9, 10.1, 59.9, 60.0, 69.9, 70.1)] == [
        *(True, True, False, False),
        *(True, True, False),
    ]
    assert meetings(courses) == (60.0,)


def test_side_by_side_both_go_without_cues_from_a_meeting_on() -> None:
    courses = courses_of("beside", EASY, 180.0, 50.0, LONG)
    assert [course.free_from for course in courses] == [120.0, 120.0]
    assert two_at("beside", courses, 130.0).b.phase == "free"
    assert not two_at("beside", courses, 120.0).meets
    assert meetings(courses) == (60.0,)


@pytest.mark.parametrize(
    ("one", "other", "seconds"),
    [
        (EASY, EVEN, 10.0),
        (known()["even55"], EASY, None),
        (BOX, known()["softbox"], 48.0),
        (Pattern("p", 2.1, 0.0, 3.0, 0.0), Pattern("q", 4.2, 0.0, 6.0, 0.0), 10.2),
        (Pattern("p", 2.1, 0.0, 2.9, 0.1), Pattern("q", 3.7, 0.0, 3.95, 0.0), 15.3),
        (Pattern("p", 2.1, 0.0, 2.9, 0.1), Pattern("q", 3.7, 0.0, 3.957, 0.0), None),
    ],
)
def test_two_patterns_fit_when_they_meet_within_a_minute(
    one: Pattern, other: Pattern, seconds: float | None
) -> None:
    assert fits_beside(one, other) == fits_beside(other, one) == seconds


@given(patterns(), patterns())
def test_where_two_patterns_meet_both_begin_a_breath_and_never_sooner(one: Pattern, other: Pattern) -> None:
    common = fits_beside(one, other)
    tenths = [
        sum(round(10 * part) for part in (p.inhale, p.hold_in, p.exhale, p.hold_out)) for p in (one, other)
    ]
    exact = Fraction(math.lcm(*tenths), 10)
    assert common == (float(exact) if exact <= 60 else None)


def test_two_patterns_that_do_not_meet_end_each_by_itself() -> None:
    courses = courses_of("beside", known()["even55"], 60.0, beside=EASY)
    assert [course.length for course in courses] == [55.0, 60.0]
    assert meetings(courses) == ()
    assert not two_at("beside", courses, 0.0).meets


@pytest.mark.parametrize("way", WAYS)
@given(
    pattern=st.sampled_from([EASY, BOX, known()["sigh"], known()["starter"]]),
    free=st.sampled_from([0.0, 65.0]),
)
def test_a_cue_is_where_a_breath_in_is_shown_to_begin(way: Way, pattern: Pattern, free: float) -> None:
    courses = courses_of(way, pattern, 240.0, free, LONG)
    for seat, cues in zip(("a", "b"), cues_of(way, courses), strict=True):
        assert cues
        for cue in cues:
            breath = getattr(two_at(way, courses, cue + 1e-4), seat)
            assert breath.phase == "in"
            assert breath.left == pytest.approx(breath.length, abs=1e-3)
        # And there is no other: at as many moments as there are cues a breath in begins.
        quarter = [getattr(two_at(way, courses, t / 4 + 1e-4), seat) for t in range(4 * 300)]
        shown = [breath.phase == "in" for t, breath in enumerate(quarter) if t / 4 < courses[0].length - 0.1]
        assert sum(now and not before for before, now in zip([False, *shown], shown, strict=False)) == len(
            cues
        )


@pytest.mark.parametrize(
    ("way", "pattern", "other", "span"),
    [
        ("unison", EASY, None, Span(5.0, 2.0, 20.0)),
        ("crossing", EASY, None, Span(3.0, 1.0, 10.0)),
        ("crossing", known()["starter"], None, Span(3.0, 3.0, 10.0)),
        ("answer", LONG, None, Span(3.0, 1.0, 10.0)),
        ("answer", BOX, None, Span(3.0, 1.0, 5.0)),
        ("lead", EASY, None, Span(4.0, 2.0, 10.0)),
        ("beside", EASY, LONG, Span(5.0, 2.0, 10.0)),
    ],
)
def test_a_way_has_its_own_minutes_within_those_of_the_pattern(
    way: Way, pattern: Pattern, other: Pattern | None, span: Span
) -> None:
    assert span_of(way, pattern, other) == span


def test_minutes_of_a_short_pattern_never_turn_round() -> None:
    span = span_of("crossing", known()["478"])
    assert span.low <= span.usual <= span.high
