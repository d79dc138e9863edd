"""The practices and evenings that come with coreg: whole, worded, and fair."""

from __future__ import annotations

from string import Formatter

import pytest

from coreg.content import has, pack
from coreg.content.scripts import PRACTICES, evening, evenings, script
from coreg.content.talks import TALKS
from coreg.evening.planning import SPARE
from coreg.practice.play import Step, other
from coreg.practice.script import Script, fit

ALL = (*PRACTICES, "form", "note")
STEPS = [(name, step) for name in ALL for step in script(name).steps]
PEOPLE = {"speaker", "listener"}
STATES = ("settled", "up", "over", "flat", "far")
REASONS = (
    *("unsaid", "as_planned", "both_over", "near", "someone_over"),
    *("someone_low", "both_settled", "someone_up"),
)

NEEDED = {
    "alternate": {"title", "text"},
    "ask": {"title", "text"},
    "gate": {"title", "text", "how"},
    "opening": {"cover", "cover_text"},
    "reply": {"title", "text", "listener"},
    "agree": {"title", "text", "field", "when"},
    "breathe": {"title"},
    "choose": {"title", "text"},
    "first": {"title", "text"},
    "form": {"title", "cover", "cover_text"},
    "reveal": {"title", "text"},
    "say": {"title", "text"},
    "sealed": {"title", "text"},
    "stay": {"title", "text", "usual"},
    "suggest": {"title"},
    "turn": {"title", "text", "listener"},
    "wait": {"title", "text"},
    "write": {"title", "text"},
}


def of_step(found: tuple[str, Step]) -> str:
    return f"{found[0]}-{found[1].id}"


def sealed(name: str, step: str) -> Step:
    return next(one for one in script(name).steps if one.id == step)


@pytest.mark.parametrize("name", ALL)
def test_every_practice_holds_and_is_named_after_its_file(name: str) -> None:
    found = script(name)
    assert isinstance(found, Script)
    assert found.id == name
    assert found.name


@pytest.mark.parametrize("name", PRACTICES)
def test_every_practice_says_what_it_is_and_what_is_known_of_it(name: str) -> None:
    assert script(name).about
    # What is known of breathing is said once, where a pattern is chosen.
    assert script(name).evidence or has(f"{name}.evidence")


@pytest.mark.parametrize("name", PRACTICES)
def test_every_practice_has_a_name_where_it_is_looked_back_at(name: str) -> None:
    assert has(f"names.{name}")


def test_a_practice_there_is_not() -> None:
    with pytest.raises(FileNotFoundError):
        script("nosuch")


@pytest.mark.parametrize("found", STEPS, ids=of_step)
def test_every_step_has_the_words_its_stage_shows(found: tuple[str, Step]) -> None:
    step = found[1]
    needed = NEEDED[step.kind] | ({"nod"} if step.kind == "write" and step.who != "both" else set())
    assert needed <= set(step.words)


@pytest.mark.parametrize("found", STEPS, ids=of_step)
def test_words_name_a_speaker_only_where_there_is_one(found: tuple[str, Step]) -> None:
    step = found[1]
    for text in (*step.words.values(), *step.hints, *(option.text for option in step.options)):
        names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        assert names <= (PEOPLE if step.who != "both" or step.speaker or step.kind == "form" else set())


@pytest.mark.parametrize("name", ["check_in", "check_out"])
def test_the_five_states_are_the_same_at_both_ends_and_have_words(name: str) -> None:
    assert tuple(option.id for option in sealed(name, "state").options) == STATES
    assert all(has(f"practice.state.{state}") for state in STATES)


def test_a_hug_is_a_question_of_which_only_two_yeses_are_kept() -> None:
    hug = sealed("check_out", "hug")
    assert hug.params["mutual"] is True
    assert [option.id for option in hug.options] == ["yes", "no"]


def test_whatever_is_suggested_has_words() -> None:
    assert all(has(f"suggest.{reason}") for reason in REASONS)
    assert all(has(f"suggest.offer.{name}") for name in (*SPARE, "without_talk"))


def test_both_are_asked_the_same_in_a_day_talk() -> None:
    steps = {step.id: step for step in script("day_talk").steps}
    for name in ("like", "turn", "stays"):
        first, second = steps[f"{name}_first"], steps[f"{name}_second"]
        assert (first.who, second.who) == ("first", "second")
        for field in ("kind", "seconds", "stretch", "words", "hints", "options", "params"):
            assert getattr(first, field) == getattr(second, field)
    assert other("a") == "b"


PARTS = [(name, part.id) for name in TALKS for part in script(name).parts]


@pytest.mark.parametrize(("name", "part"), PARTS)
@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_both_have_the_same_time_in_every_part_of_every_talk(name: str, part: str, share: float) -> None:
    whole = script(name)
    made = fit(whole, (whole.low + share * (whole.high - whole.low)) * 60)
    time = {"first": 0.0, "second": 0.0}
    for step in made.steps:
        if step.part == part and step.kind in ("turn", "reply"):
            time[step.speaker] += step.seconds
    assert time["first"] == pytest.approx(time["second"])
    assert time["first"] > 0


def test_two_voices_have_a_form_of_three_quarters_of_an_hour() -> None:
    short = script("two_voices_short")
    turns = [step.seconds for step in fit(short, short.minutes * 60).steps if step.kind == "turn"]
    assert (short.minutes, turns) == (45, [600] * 4)


def test_a_quarrel_is_looked_back_at_when_both_are_calm_and_not_in_the_same_hour() -> None:
    steps = {step.id: step for step in script("debrief").steps}
    assert steps["hour"].next == {"not_yet": "next"}
    assert [option.text for option in steps["line"].options] == ["4 of 10 or less", "5 of 10 or more"]
    names = [*steps]
    assert names.index("hour") < names.index("line") < names.index("who")


def test_a_talk_can_be_put_off_by_the_one_who_would_listen() -> None:
    for name in ("floor_talk", "mirror_talk"):
        ready = next(step for step in script(name).steps if step.id == "ready")
        assert ready.who == "second"
        assert [option.id for option in ready.options] == ["yes", "soon", "another"]


def test_a_mirror_talk_says_it_again_three_times_and_goes_three_rounds() -> None:
    steps = {step.id: step for step in script("mirror_talk").steps}
    assert (dict(steps["heard.2"].next), steps["heard.2"].most) == ({"nearly": "send.2"}, 3)
    assert (dict(steps["more.1"].next), steps["more.1"].most) == ({"more": "send.1"}, 2)


def test_every_evening_is_made_of_practices_there_are() -> None:
    assert [found.id for found in evenings()] == list(pack("evenings"))
    for found in evenings():
        assert found.name
        assert found.about
        assert {practice for practice, _ in found.plan} <= set(PRACTICES)
        for practice, minutes in found.plan:
            assert script(practice).low <= minutes <= script(practice).high


def test_an_evening_is_found_by_its_id() -> None:
    quiet = evening("quiet")
    assert quiet is not None
    assert [practice for practice, _ in quiet.plan] == ["check_in", "breathe", "day_talk", "check_out"]
    assert evening("nosuch") is None
