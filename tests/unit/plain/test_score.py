"""What is said of a breathing is known beforehand: every part once, never closer together than it is read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content.patterns import patterns
from coreg.plain.scene import Cues
from coreg.plain.score import APART, Cue, now_told, score, told_between
from coreg.practice.breath import Pattern
from coreg.practice.course import course_at, course_of
from coreg.practice.play import Seat
from coreg.practice.ways import Way, courses_of, two_at

ALL = patterns()
CUES: tuple[Cues, ...] = ("every", "some", "few")

LENGTHS = st.floats(0, 1).map(lambda share: round(share, 2))


@st.composite
def safe(draw: st.DrawFn) -> Pattern:
    """Return any pattern within the safe bounds."""
    inhale, exhale = 2 + 3 * draw(LENGTHS), 3 + 5 * draw(LENGTHS)
    return Pattern(
        "own",
        inhale,
        4 * draw(LENGTHS),
        exhale,
        4 * draw(LENGTHS),
        top_up=2 * draw(LENGTHS),
        hummed=draw(st.booleans()),
    )


def said(cue: Cue) -> str:
    """Return a cue as one short text."""
    return " ".join(f"{one.seat or ''}{'>' if one.then else ''}{one.word}{one.seconds:g}" for one in cue.told)


def told(
    way: Way,
    name: str,
    cues: Cues = "every",
    seconds: float = 60,
    *,
    other: str = "",
    free: float = 0,
    alone: Seat | None = None,
) -> list[tuple[float, str]]:
    courses = courses_of(way, ALL[name], seconds, free, ALL[other] if other else None)
    return [(round(cue.at, 3), said(cue)) for cue in score(way, courses, alone, cues)]


def test_together_every_part_of_a_breath_has_its_line() -> None:
    assert told("unison", "easy46")[:4] == [(0, "in4"), (4, "out6"), (10, "in4"), (14, "out6")]
    assert told("unison", "box")[:4] == [(0, "in4"), (4, "hold4"), (8, "out4"), (12, "rest4")]
    assert told("unison", "hum")[:2] == [(0, "in4"), (4, "hum6")]


def test_what_is_too_short_for_a_line_is_told_with_what_comes_before_it() -> None:
    assert told("unison", "sigh")[:3] == [(0, "in2 top_up1"), (3, "out6"), (9, "in2 top_up1")]


def test_with_fewer_cues_a_breath_is_one_line_and_then_every_fourth() -> None:
    assert told("unison", "easy46", "some")[:2] == [(0, "in4 out6"), (10, "in4 out6")]
    assert told("unison", "easy46", "few", 120)[:3] == [(0, "in4 out6"), (40, "in4 out6"), (80, "in4 out6")]


def test_crossing_tells_both_at_their_own_moments() -> None:
    assert told("crossing", "easy46")[:4] == [
        (0, "ain4 bout6"),
        (4, "aout6"),
        (6, "bin4"),
        (10, "ain4 bout6"),
    ]
    assert told("crossing", "easy46", "some")[:2] == [(0, "ain4 bout6"), (10, "ain4 bout6")]
    # Where they turn within two seconds the later one is told as later.
    assert told("crossing", "even55")[:2] == [(0, "ain5.5 bout5.5"), (5.5, "aout5.5 bin5.5")]
    assert told("crossing", "starter")[1:2] == [(3, "aout4 b>in3")]


def test_in_turn_the_name_stands_where_a_breath_begins() -> None:
    assert told("answer", "easy46")[:4] == [(0, "ain4"), (4, "out6"), (10, "bin4"), (14, "out6")]


def test_side_by_side_tells_where_both_meet() -> None:
    courses = courses_of("beside", ALL["easy46"], 180, 0, ALL["long48"])
    every = score("beside", courses, None, "every")
    assert [round(cue.at) for cue in every if cue.meets] == [60, 120]
    few = score("beside", courses, None, "few")
    assert [(round(cue.at), said(cue)) for cue in few] == [(at, "ain4 bin4") for at in (0, 60, 120)]


def test_one_alone_hears_the_own_breath_and_no_name() -> None:
    assert told("crossing", "easy46", alone="b")[:2] == [(0, "out6"), (6, "in4")]
    assert told("answer", "easy46", alone="b")[:3] == [(0, "rest10"), (10, "in4"), (14, "out6")]


def test_the_end_without_cues_is_one_line_for_both() -> None:
    for way in ("unison", "crossing", "answer"):
        lines = told(way, "easy46", seconds=120, free=60)
        assert [line for _, line in lines if "free" in line] in (["free0"], ["afree0 bfree0"])
        assert "free" in lines[-1][1]
    assert told("unison", "justsit") == [(0, "free0")]


def test_minutes_are_said_with_the_first_breath_after_each() -> None:
    course = course_of(ALL["easy46"], 300)
    for cues, expected in (
        ("every", (60, 120, 180, 240)),
        ("some", (60, 120, 180, 240)),
        ("few", (80, 120, 200, 240)),
    ):
        found = score("unison", (course, course), None, cues)
        assert tuple(round(cue.at) for cue in found if cue.minutes) == expected
    assert [cue.minutes for cue in score("unison", (course, course), None, "every") if cue.minutes] == [
        4,
        3,
        2,
        1,
    ]


@given(
    safe(),
    safe(),
    st.sampled_from(("unison", "crossing", "answer", "beside")),
    st.sampled_from(CUES),
    st.sampled_from((0, 60)),
)
def test_no_two_lines_come_closer_together_than_they_are_read(
    one: Pattern, other: Pattern, way: Way, cues: Cues, free: float
) -> None:
    courses = courses_of(way, one, 120, free, other if way == "beside" else None)
    found = score(way, courses, None, cues)
    assert found[0].at == 0
    for sooner, later in pairwise(found):
        free_now = any(told.word == "free" for told in later.told)
        assert later.at - sooner.at >= (0.02 if free_now else APART - 0.02)


@given(safe(), st.sampled_from(("unison", "answer")))
def test_every_part_of_every_breath_is_told_exactly_once(pattern: Pattern, way: Way) -> None:
    courses = courses_of(way, pattern, 100)
    for cues in ("every", "some"):
        parts = [told for cue in score(way, courses, None, cues) for told in cue.told]
        assert sum(part.seconds for part in parts) == pytest.approx(courses[0].length, abs=0.01)


@given(safe(), st.floats(0, 130), st.floats(0, 20))
def test_what_is_told_late_is_what_is_on_then(pattern: Pattern, since: float, gone: float) -> None:
    course = course_of(pattern, 120)
    found = score("unison", (course, course), None, "every")
    cue = told_between(found, since, since + gone)
    if cue is not None and since + gone < course.length - 0.01:
        on = {one.word for one in cue.told}
        word = course_at(course, since + gone + 1e-5).phase
        assert ("hum" if word == "out" and pattern.hummed else word) in on


def test_what_is_on_is_told_with_the_seconds_that_are_left() -> None:
    courses = courses_of("crossing", ALL["easy46"], 60)
    assert said(now_told("crossing", courses, None, 5.5)) == "aout5 bout1"
    assert said(now_told("crossing", courses, "b", 5.5)) == "out1"
    assert two_at("crossing", courses, 5.5).b.seconds == 1
