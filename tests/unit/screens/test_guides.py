"""One row of tones for two with closed eyes, in every way of breathing."""

from __future__ import annotations

import pytest

from coreg.content.patterns import patterns
from coreg.evening.planning import Options, plan
from coreg.practice.course import course_of
from coreg.practice.play import Pressed, Skipped
from coreg.practice.playing import advance, apply, begin
from coreg.practice.sitting import Alone, Sitting, Stopped
from coreg.practice.ways import Way, courses_of, two_at
from coreg.screens.guides import breathing, half_way, phases, track
from coreg.screens.heard import heard
from coreg.sound.cues import Guide

EASY, LONG = patterns()["easy46"], patterns()["long48"]


def tones(guide: Guide) -> list[tuple[float, str]]:
    """Return when each tone begins, and which it is."""
    return [(round(cue.at, 3), cue.tone) for cue in guide.cues]


def guided(way: Way, seconds: float = 40.0, free: float = 0.0, alone: str = "") -> list[tuple[float, str]]:
    """Return the tones of a way without a countdown."""
    courses = courses_of(way, EASY, seconds, free, LONG)
    return tones(breathing(way, courses, 0.0, "a" if alone == "a" else "b" if alone == "b" else None))


IN_OUT = [(0.0, "in"), (4.0, "out"), (10.0, "in"), (14.0, "out")]


@pytest.mark.parametrize("way", ["unison", "crossing", "answer"])
def test_both_breathe_to_one_row_of_tones(way: Way) -> None:
    assert guided(way, 20.0) == [*IN_OUT, (20.0, "end")]


def test_side_by_side_only_where_they_meet_is_heard() -> None:
    assert guided("beside", 120.0) == [(60.0, "meeting"), (120.0, "end")]


@pytest.mark.parametrize("alone", ["a", "b"])
@pytest.mark.parametrize("way", ["unison", "crossing", "answer", "beside"])
def test_alone_each_hears_the_own_breath(way: Way, alone: str) -> None:
    courses = courses_of(way, EASY, 60.0, beside=LONG)
    breaths = [(at, tone) for at, tone in guided(way, 60.0, alone=alone) if tone in ("in", "out")]
    assert breaths
    for at, tone in breaths:
        two = two_at(way, courses, at + 0.01)
        assert (two.a if alone == "a" else two.b).phase == tone


def test_without_cues_it_is_silent_until_the_end() -> None:
    assert guided("unison", 40.0, free=20.0) == [*IN_OUT, (40.0, "end")]
    sit = track(patterns()["justsit"], 180.0, 2.0)
    assert tones(sit) == [(0.0, "tick"), (1.0, "tick"), (182.0, "end")]


def test_a_hold_does_not_tick_on_into_what_has_no_cues() -> None:
    course = course_of(patterns()["box"], 64.0, free=30.0)
    assert max(phase.start + phase.length for phase in phases(course)) == course.free_from


def test_a_second_sip_has_a_tone_of_its_own() -> None:
    assert tones(track(patterns()["sigh"], 9.0, 0.0)) == [
        (0.0, "in"),
        (2.0, "top_up"),
        (3.0, "out"),
        (9.0, "end"),
    ]


def test_the_track_of_finding_a_pace_is_all_five_paces() -> None:
    guide = track(patterns()["paceFinder"], 600.0, 0.0)
    assert [cue.tone for cue in guide.cues].count("in") == 13 + 12 + 11 + 10 + 9
    assert guide.last == pytest.approx(600.0)


def test_leading_is_heard_at_the_swap_and_at_the_end() -> None:
    assert tones(half_way(60.0, 2.0)) == [(0.0, "tick"), (1.0, "tick"), (62.0, "swap"), (122.0, "end")]


# In a sitting


def sitting(**chosen: str) -> Sitting:
    """Begin a breathing at second nought."""
    options = Options(pattern=chosen.get("pattern", "easy46"), way=chosen.get("way", "unison"))
    return begin(Sitting(kind="breathe", plan=(plan("breathe", 2, options),)), 0.0)


def heard_at(state: Sitting, now: float) -> tuple[Guide, float] | None:
    """Return what is heard of a sitting at a moment."""
    state = advance(state, now)
    return heard(state, state.active.at(now), now)


def test_a_sitting_of_two_leads_by_its_guide() -> None:
    found = heard_at(sitting(way="lead"), 30.0)
    assert found == (half_way(60.0, 5.0), 30.0)
    assert heard_at(sitting(way="lead"), 130.0) is None


def test_after_a_stop_the_one_who_goes_on_hears_the_own_breath() -> None:
    alone = apply(apply(sitting(way="crossing"), Stopped(20.0)), Alone(30.0, "b"))
    found = heard_at(alone, 31.0)
    assert found is not None
    assert tones(found[0])[5:7] == [(5.0, "out"), (11.0, "in")]
    assert found[1] == 21.0


def test_each_pace_is_heard_and_a_question_is_silent() -> None:
    state = sitting(pattern="paceFinder")
    first = heard_at(state, 10.0)
    assert first is not None
    assert first[1] == 10.0
    asked = advance(state, 70.0)
    assert asked.step == 0
    assert heard_at(asked, 70.0) is None
    again = apply(asked, Skipped(80.0))
    second = heard_at(again, 90.0)
    assert second is not None
    assert second[1] == pytest.approx(10.0)
    assert second[0] != first[0]
    assert heard_at(apply(again, Pressed(91.0, "a")), 92.0) is not None
