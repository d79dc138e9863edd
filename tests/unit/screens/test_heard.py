"""What a sitting sounds like: the same phases as the picture shows, at the same seconds."""

from __future__ import annotations

import pytest

from coreg.content.patterns import patterns
from coreg.evening.planning import Options, plan
from coreg.practice.breath import Pattern
from coreg.practice.course import course_at, course_of
from coreg.practice.play import Pressed
from coreg.practice.playing import advance, apply, begin
from coreg.practice.sitting import Paused, Resumed, Sitting, SmallBreaths, Stopped
from coreg.screens.guides import phases
from coreg.screens.heard import TWO_LEFT, heard, turn
from tests.unit.practice.evenings import script
from tests.unit.practice.evenings import sitting as in_turn

BOX = Pattern("box", 4.0, 3.0, 4.0, 2.0)


def sitting(name: str) -> Sitting:
    """Begin one practice at second nought."""
    return begin(Sitting(kind=name, plan=(plan(name, None, Options(countdown=5)),)), 0.0)


def at(state: Sitting, now: float) -> tuple[Sitting, float | None]:
    """Return the sitting at a moment, and the second of its guide; None when nothing is heard."""
    state = advance(state, now)
    found = heard(state, state.active.at(now), now)
    return state, found[1] if found else None


@pytest.mark.parametrize("pattern", [BOX, *patterns().values()], ids=lambda pattern: pattern.id)
def test_what_is_heard_is_the_phase_that_is_seen(pattern: Pattern) -> None:
    course = course_of(pattern, 300.0)
    for phase in phases(course):
        seen = course_at(course, phase.start + phase.length / 2)
        assert phase.kind == seen.phase
        assert phase.length == pytest.approx(seen.length)


@pytest.mark.parametrize("pattern", [BOX, patterns()["starter"], patterns()["sigh"]], ids=lambda one: one.id)
def test_a_course_is_heard_without_a_gap(pattern: Pattern) -> None:
    course = course_of(pattern, 200.0)
    found = phases(course)
    ends = [phase.start + phase.length for phase in found]
    assert [phase.start for phase in found[1:]] == pytest.approx(ends[:-1])
    assert ends[-1] == pytest.approx(course.length)


def test_a_breathing_is_heard_from_its_countdown_to_its_bell() -> None:
    state = sitting("breathe")
    found = heard(state, 0.0, 0.0)
    assert found is not None
    tones = [(cue.at, cue.tone) for cue in found[0].cues]
    assert tones[:6] == [*((second, "tick") for second in range(5)), (5.0, "in")]
    assert tones[-1] == (305.0, "end")
    assert at(state, 304.0)[1] == 304.0
    assert at(state, 305.0)[1] is None


def test_a_pause_is_silent_and_the_sound_goes_on_at_its_second() -> None:
    state, before = at(sitting("breathe"), 20.0)
    state = apply(state, Paused(21.0))
    assert (before, at(state, 30.0)[1]) == (20.0, None)
    state = apply(state, Resumed(100.0))
    assert at(state, 101.0)[1] == 22.0


def test_after_a_stop_only_small_breaths_are_heard() -> None:
    state = apply(sitting("breathe"), Stopped(21.0))
    assert at(state, 22.0)[1] is None
    state = apply(state, SmallBreaths(40.0))
    found = heard(state, state.active.at(43.0), 43.0)
    assert found is not None
    assert found[1] == 3.0
    assert [cue.tone for cue in found[0].cues] == [*["in", "out"] * 6, "end"]


def test_a_turn_tells_two_minutes_before_its_end_and_its_end() -> None:
    assert [(cue.at, cue.tone) for cue in turn(500.0, 480.0).cues] == [
        (500.0 - TWO_LEFT, "two_left"),
        (500.0, "turn_end"),
    ]
    assert [cue.tone for cue in turn(100.0, 60.0).cues] == ["turn_end"]


def test_a_turn_is_heard_until_it_is_handed_over() -> None:
    state = in_turn(script({"kind": "turn", "who": "first", "seconds": 480}))
    found = heard(state, 100.0, 100.0)
    assert found is not None
    assert (found[0], found[1]) == (turn(480.0, 480.0), 100.0)
    assert at(apply(state, Pressed(110.0, "a")), 111.0)[1] is None


def test_a_slow_breath_sounds_for_as_long_as_one_stays() -> None:
    state = begin(Sitting(kind="company", plan=(plan("company", None, Options()),)), 0.0)
    state, heard_at = at(apply(state, Pressed(2.0, "b")), 5.0)
    assert heard_at == 3.0
    assert at(apply(state, Pressed(9.0, "a")), 10.0)[1] is None
