"""Tonight's plan, from the packs and from what a couple has set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content import explain
from coreg.content.patterns import patterns
from coreg.content.scripts import PRACTICES, Evening, evenings, script
from coreg.content.talks import RATED
from coreg.evening.planning import SPARE, Options, evening_plan, minutes, plan, return_plan, spare
from coreg.practice.breath import PatternError
from coreg.practice.play import Kept, Paired, Step
from coreg.practice.script import length
from coreg.practice.sitting import Plan
from tests.unit.practice.evenings import sitting
from tests.unit.practice.ways_through import Way, by_answering, by_passing, to_the_end

USUAL = Options()


def kinds(one: Plan) -> list[str]:
    return [step.kind for step in one.script.steps]


def step(one: Plan, name: str) -> Step:
    return next(step for step in one.script.steps if step.id == name)


def test_a_quiet_evening_is_about_half_an_hour_and_the_short_one_five_minutes() -> None:
    assert minutes(evening_plan("quiet", USUAL)) == 32
    assert minutes(evening_plan("five", USUAL)) == 5


@pytest.mark.parametrize("found", evenings(), ids=lambda found: found.id)
def test_every_evening_takes_what_it_says(found: Evening) -> None:
    for one, (practice, asked) in zip(evening_plan(found.id, USUAL), found.plan, strict=True):
        assert one.script.id == practice
        assert minutes([one]) == asked


def test_an_evening_there_is_not() -> None:
    with pytest.raises(KeyError):
        evening_plan("nosuch", USUAL)
    with pytest.raises(FileNotFoundError):
        plan("nosuch", None, USUAL)


@pytest.mark.parametrize("practice", PRACTICES)
@given(asked=st.floats(-5, 90))
def test_a_practice_is_as_long_as_asked_within_its_bounds(practice: str, asked: float) -> None:
    whole = script(practice)
    bounded = min(whole.high, max(whole.low, asked))
    made = plan(practice, asked, USUAL)
    assert made.script.minutes == bounded
    assert length(made.script) == pytest.approx(bounded * 60, abs=1)


@pytest.mark.parametrize("practice", PRACTICES)
def test_a_practice_nobody_asked_a_length_for_takes_the_usual(practice: str) -> None:
    assert minutes([plan(practice, None, USUAL)]) == script(practice).minutes


def test_a_script_of_their_own_is_planned_like_ours() -> None:
    own = replace(script("floor_talk"), id="own:porch", name="Porch")
    made = plan("own:porch", 20, Options(scripts={own.id: own}))
    assert (made.script.name, made.script.minutes) == ("Porch", 20)
    assert minutes([made]) == pytest.approx(20)


def test_with_one_at_the_keys_the_line_is_said_aloud_and_no_brace_is_in_the_way() -> None:
    steps = plan("floor_talk", None, Options(one_hand=True)).script.steps
    assert [step.kind for step in steps if step.name in ("line", "line_again")] == ["say", "say"]
    assert "gate" not in {step.kind for step in steps}


# Breathing


def test_the_pattern_and_the_countdown_of_the_couple_are_breathed() -> None:
    made = plan("breathe", None, Options(pattern="long48", countdown=9))
    params = made.script.steps[0].params
    assert (params["pattern"], params["exhale"], params["countdown"]) == ("long48", 8.0, 9)
    assert made.variant == "long48"
    assert dict(made.params)["countdown"] == 9


@pytest.mark.parametrize("pattern", patterns())
def test_a_pattern_has_its_own_bounds(pattern: str) -> None:
    found, options = patterns()[pattern], Options(pattern=pattern)
    assert minutes([plan("breathe", None, options)]) == pytest.approx(found.minutes)
    assert minutes([plan("breathe", 0.1, options)]) == pytest.approx(found.low)
    assert minutes([plan("breathe", 99, options)]) == pytest.approx(found.high)


def test_a_pattern_there_is_not_is_refused_with_one_that_is_near() -> None:
    with pytest.raises(PatternError) as error:
        plan("breathe", None, Options(pattern="easy64"))
    assert explain(error.value) == ("There is no breathing pattern called easy64. Did you mean easy46?")


def test_a_pause_outside_a_sitting_leads_to_two_exchanges_of_the_usual_length() -> None:
    made = return_plan(USUAL)
    said = [(one.name, one.who, one.seconds) for one in made.script.steps if one.kind in ("turn", "reply")]
    first = [("speak", "first", 45), ("back", "second", 30)] * 2
    second = [("speak", "second", 45), ("back", "first", 30)] * 2
    assert said == [*first, *second]
    assert [one.name for one in made.script.steps][:2] == ["who", "speak"]
    assert made.script.minutes == length(made.script) / 60
    over = to_the_end(sitting(made), 0.0, by_answering)
    assert {keep.kind for result in over.results for keep in result.keeps if isinstance(keep, Kept)} == {
        "stays"
    }


# How it is asked


def test_the_five_states_are_asked_sealed() -> None:
    assert kinds(plan("check_in", 2, USUAL)) == ["say", "sealed", "reveal", "say", "suggest"]


@pytest.mark.parametrize("practice", ["check_in", "check_out"])
def test_the_longer_form_is_asked_in_place_of_the_five_states(practice: str) -> None:
    made = plan(practice, None, Options(form="full"))
    state = step(made, "state")
    assert state.kind == "form"
    assert state.keeps == "state"
    assert state.words["title"] == step(plan(practice, None, USUAL), "state").words["title"]
    assert {"cover", "cover_text"} <= set(state.words)


def test_the_longer_form_does_not_ask_for_a_hug_in_numbers() -> None:
    assert step(plan("check_out", None, Options(form="full")), "hug").kind == "sealed"


@pytest.mark.parametrize("form", ["states", "full"])
@pytest.mark.parametrize("practice", ["check_in", "check_out"])
def test_with_one_at_the_keys_nothing_is_sealed_and_that_is_said(practice: str, form: str) -> None:
    made = plan(practice, None, Options(form=form, one_hand=True))
    assert not {"sealed", "form", "reveal"} & set(kinds(made))
    state = step(made, "state")
    assert "settled, a bit up, over my line, flat, far away" in state.words["text"]


@pytest.mark.parametrize("name", RATED)
def test_grounding_asks_both_before_and_after_unless_one_has_the_keys(name: str) -> None:
    first, *_, last = plan(name, None, USUAL).script.steps
    assert [(one.id, one.kind) for one in (first, last)] == [("before", "sealed"), ("after", "sealed")]
    assert kinds(plan(name, None, Options(form="full")))[0] == "form"
    assert not {"sealed", "form"} & set(kinds(plan(name, None, Options(one_hand=True))))


def test_with_one_at_the_keys_nothing_is_written_behind_a_cover() -> None:
    made = step(plan("floor_talk", None, Options(one_hand=True)), "opening")
    assert (made.kind, made.seconds) == ("say", 0)
    assert "what you saw or heard" in made.words["text"]


def test_with_one_at_the_keys_there_is_time_to_say_it() -> None:
    aloud = step(plan("check_in", 2, Options(one_hand=True)), "state")
    assert aloud.seconds == 3 * step(plan("check_in", 2, USUAL), "state").seconds


# What may be suggested


def test_only_practices_there_are_may_be_suggested() -> None:
    assert [one.script.id for one in spare(USUAL)] == list(SPARE)
    assert set(SPARE) <= set(PRACTICES)


@pytest.mark.parametrize("way", [by_passing, by_answering])
@pytest.mark.parametrize("hand", [False, True])
@pytest.mark.parametrize("form", ["states", "full"])
@pytest.mark.parametrize("name", ["quiet", "five"])
def test_every_evening_can_be_gone_through_to_its_end(name: str, form: str, hand: bool, way: Way) -> None:
    options = Options(form=form, one_hand=hand)
    over = to_the_end(sitting(*evening_plan(name, options), spare=spare(options)), 0.0, way)
    assert over.phase == "over"
    keeps = [keep for result in over.results for keep in result.keeps if isinstance(keep, Kept | Paired)]
    assert {keep.kind for keep in keeps} <= {"state", "stays", "topic", "like", "hug"}
