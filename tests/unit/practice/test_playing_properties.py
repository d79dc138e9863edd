"""Whatever two people do, and whenever: nothing breaks, nobody is stuck, and nobody is short of time."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coreg.practice.paths import MOST_TIMES, Gone, onward
from coreg.practice.play import SEATS, Context, Keep, Pressed, Seat, other, seat_of
from coreg.practice.playing import advance, apply, due
from coreg.practice.script import Script
from coreg.practice.sitting import Paused, Rested, Resumed, Sitting, Stopped, WentOn
from coreg.practice.steps import KINDS
from coreg.practice.steps.turn import Turning
from coreg.practice.steps.write import Writing
from tests.unit.practice.evenings import (
    ANSWERS,
    ENDINGS,
    EXACT_GAPS,
    ORDERS,
    ROWS,
    SITTING_EVENTS,
    STEP_EVENTS,
    Story,
    at_the_end,
    keeps,
    playing,
    script,
    scripts,
    sitting,
    sittings,
    stories,
    told,
)
from tests.unit.practice.ways_through import Way, by_answering, by_going_back, by_passing, to_the_end

MILLISECOND = 0.001
MANY = settings(max_examples=2 * settings().max_examples)
EVERYTHING = st.one_of(STEP_EVENTS, STEP_EVENTS, STEP_EVENTS, SITTING_EVENTS, ENDINGS)


@MANY
@given(sittings(), stories(EVERYTHING))
def test_nothing_that_happens_breaks_a_sitting(state: Sitting, story: Story) -> None:
    for after, now in told(state, story):
        assert after.phase in ("running", "paused", "stopped", "breaths", "over")
        assert (after.play is None) == (after.phase == "over")
        assert 0 <= after.active.at(now) <= now + 1e-6
        moment = due(after)
        assert moment is None or moment > now - 1e-6


@MANY
@pytest.mark.parametrize("way", [by_passing, by_answering, by_going_back])
@given(state=sittings(), story=stories())
def test_two_who_go_on_come_to_the_end_from_anywhere(way: Way, state: Sitting, story: Story) -> None:
    over = to_the_end(*at_the_end(state, story), way)
    assert over.phase == "over"
    assert not over.early
    assert [result.practice for result in over.results] == [plan.script.id for plan in over.plan]
    assert all(result.done >= 0 for result in over.results)


@given(sittings(), stories())
def test_a_budget_is_what_was_had_and_what_is_left(state: Sitting, story: Story) -> None:
    for after, now in told(state, story):
        if isinstance(after.play, Turning):
            floor, t = after.play.floor, after.active.at(now)
            assert floor.spent(t) + floor.left(t) - floor.over(t) == pytest.approx(
                floor.budget, abs=MILLISECOND
            )
            assert 0 <= floor.share(t) <= 1


TALK = st.lists(
    st.fixed_dictionaries(
        {
            "kind": st.sampled_from(("turn", "turn", "reply")),
            "who": st.sampled_from(("first", "second", "a", "b")),
            "seconds": st.sampled_from((1, 45, 90, 480)),
        }
    ),
    min_size=1,
    max_size=6,
)
PRESSES = st.builds(Pressed, st.just(0.0), st.sampled_from(SEATS))


@given(TALK, stories(PRESSES, EXACT_GAPS, most=40))
def test_what_each_has_is_what_the_script_says_with_what_was_given(
    rows: list[dict[str, object]], story: Story
) -> None:
    order: tuple[Seat, Seat] = ("b", "a")
    state = sitting(script(*rows), order=order)
    had: dict[int, float] = {}
    gave = {"a": 0.0, "b": 0.0}
    got = {"a": 0.0, "b": 0.0}
    now = 0.0
    while state.phase != "over":
        gap, event = story.pop(0) if story else (5.0, Pressed(0.0, the_speaker(state)))
        now += gap
        before = advance(state, now)
        state = apply(before, replace(event, at=now))
        if isinstance(before.play, Turning) and isinstance(state.play, Turning):
            speaker, listener = before.play.seat, other(before.play.seat)
            had[state.step] = state.play.floor.budget
            got[speaker] += state.play.floor.budget - before.play.floor.budget
            gave[listener] += before.context.given(listener) - state.context.given(listener)
    for seat in SEATS:
        turns = [n for n, row in enumerate(rows) if seat_of(str(row["who"]), order) == seat]
        said = sum(state.practice.script.steps[n].seconds for n in turns)
        assert sum(had[n] for n in turns) == said + got[seat] - gave[seat]
        assert all(had[n] > 0 for n in turns)
        assert gave[seat] <= got[other(seat)]


def the_speaker(state: Sitting) -> Seat:
    return state.play.seat if isinstance(state.play, Turning) else "a"


@MANY
@given(sittings(), stories(), st.lists(EXACT_GAPS, min_size=3, max_size=3))
def test_looking_at_the_clock_more_often_changes_nothing(
    state: Sitting, story: Story, gaps: list[float]
) -> None:
    after, now = at_the_end(state, story)
    first, second, third = gaps
    at_once = advance(after, now + first + second + third)
    often = advance(advance(advance(after, now + first), now + first + second), now + first + second + third)
    assert often == at_once


PAUSES = st.lists(st.tuples(st.integers(0, 20), EXACT_GAPS, st.booleans()), max_size=5)


def standing(state: Sitting, now: float, seconds: float, *, stop: bool) -> Sitting:
    if not stop:
        return apply(apply(state, Paused(now)), Resumed(now + seconds))
    stopped = apply(state, Stopped(now))
    return apply(apply(stopped, WentOn(now + seconds, "b")), WentOn(now + seconds, "a"))


@MANY
@given(sittings(), stories(STEP_EVENTS, EXACT_GAPS), PAUSES)
def test_pauses_and_stops_cost_nobody_a_second(
    state: Sitting, story: Story, pauses: list[tuple[int, float, bool]]
) -> None:
    plain, until = at_the_end(state, story)
    stood, paused, now = state, 0.0, 0.0
    for place, (gap, event) in enumerate(story):
        now += gap
        for _, seconds, stop in (one for one in pauses if one[0] == place and stood.phase == "running"):
            stood = standing(advance(stood, now + paused), now + paused, seconds, stop=stop)
            paused += seconds
        stood = apply(stood, replace(event, at=now + paused))
    assert replace(stood, active=plain.active) == plain
    assert stood.active.at(until + paused) == plain.active.at(until)


@given(EXACT_GAPS, st.lists(st.tuples(EXACT_GAPS, st.integers(0, 39)), max_size=6))
def test_taking_the_floor_back_costs_nobody_a_second(first: float, breaks: list[tuple[float, int]]) -> None:
    state = sitting(script({"kind": "turn", "who": "first", "seconds": 480}))
    now = spoken = 0.0
    for more, eighths in [(first, 0), *breaks]:
        now, spoken = now + more, spoken + more
        state = apply(state, Pressed(now, "a"))
        now += eighths / 8
        state = apply(state, Pressed(now, "a"))
        floor = playing(state, Turning).floor
        assert floor.spent(now) == spoken
        assert floor.left(now) == max(0.0, 480 - spoken)


@given(sittings(), stories(), st.sampled_from(SEATS))
def test_a_stop_is_the_same_whoever_wanted_it(state: Sitting, story: Story, seat: Seat) -> None:
    after, now = at_the_end(state, story)
    stopped = apply(after, Stopped(now))
    if after.phase == "over":
        assert stopped == after
        return
    assert stopped.phase == "stopped"
    assert not stopped.both
    # One who would like to go on is not told from the other once the sitting is stopped again.
    assert apply(apply(stopped, WentOn(now, seat)), Stopped(now)) == stopped


@MANY
@given(sittings(), stories(EVERYTHING))
def test_nothing_that_was_kept_or_is_being_written_is_lost(state: Sitting, story: Story) -> None:
    kept: list[Keep] = []
    for after, now in told(state, story):
        assert keeps(after)[: len(kept)] == kept
        kept = keeps(after)
        if isinstance(after.play, Writing) and (draft := after.play.draft.strip()):
            assert draft in apply(after, Rested(now)).results[-1].note


def test_the_scripts_that_are_made_can_have_every_kind_of_step() -> None:
    made = " ".join(repr(row) for row in ROWS)
    assert {kind for kind in KINDS if f"'kind': just('{kind}')" in made} == set(KINDS) - {"first"}


@given(scripts(), st.sampled_from(ORDERS))
def test_both_have_the_same_floor_in_a_part_in_which_both_speak(
    made: Script, order: tuple[Seat, Seat]
) -> None:
    both = {part.id for part in made.parts if part.swap}
    time = {"a": 0.0, "b": 0.0}
    for step in made.steps:
        if step.part in both and step.kind in ("turn", "reply"):
            begun = KINDS[step.kind].begin(step, Context(order=order), 0.0)
            time[begun.seat] += begun.floor.budget
    assert time["a"] == pytest.approx(time["b"])


@given(scripts(), st.data())
def test_however_answers_lead_no_step_comes_more_often_than_it_may(made: Script, data: st.DataObject) -> None:
    here, came = 0, Counter[int]()
    gone: Gone = ()
    while here < len(made.steps):
        came[here] += 1
        answer = data.draw(st.sampled_from(("", *ANSWERS)))
        here, gone = onward(made.steps, here, answer, gone)
    assert max(came.values()) <= MOST_TIMES
