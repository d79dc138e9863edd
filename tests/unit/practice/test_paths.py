"""Where answers lead: ahead, back so many times, and always to the end."""

from __future__ import annotations

from coreg.practice.paths import MOST_TIMES
from coreg.practice.play import Chose, Pressed, Skipped
from coreg.practice.sitting import Sitting
from tests.unit.practice.evenings import options, script, sitting, through
from tests.unit.practice.test_script import refused

SAY: dict[str, object] = {"kind": "say", "seconds": 0}


def ask(most: int = 0, **leads: str) -> dict[str, object]:
    """Return a question asked of both, with where its answers lead."""
    return {"kind": "ask", "options": options("on", "back", "ahead"), "next": leads, "most": most}


def answered(state: Sitting, index: int) -> Sitting:
    return through(state, Chose(1, "b", index), *([Chose(1, "a", 0)] if not index else []))


def test_an_answer_without_a_step_goes_on_and_another_leads_ahead() -> None:
    state = sitting(script(ask(ahead="step2"), SAY, SAY))
    assert answered(state, 0).step == 1
    assert answered(state, 1).step == 1
    assert answered(state, 2).step == 2


def test_an_answer_leads_back_as_often_as_it_may_and_then_goes_on() -> None:
    state = sitting(script(ask(2, back="step0"), SAY))
    for _ in range(2):
        state = answered(state, 1)
        assert state.step == 0
    assert answered(state, 1).step == 1


def test_what_was_counted_between_is_forgotten_when_an_answer_leads_back_over_it() -> None:
    state = sitting(script(SAY, ask(1, back="step0"), ask(1, back="step0"), SAY))

    def once_more(state: Sitting) -> Sitting:
        state = answered(through(state, Skipped(1)), 1)
        assert state.step == 0
        return answered(through(state, Skipped(1)), 1)

    state = once_more(state)
    assert state.step == 2
    state = answered(state, 1)
    assert state.step == 0
    assert once_more(state).step == 2
    assert answered(once_more(state), 1).step == 3


def test_passing_a_question_goes_on_and_counts_nothing() -> None:
    state = through(sitting(script(ask(2, back="step0"), SAY)), Skipped(1))
    assert (state.step, state.gone) == (1, ())


def test_what_comes_again_is_done_once_in_what_is_kept() -> None:
    state = sitting(script(SAY, ask(2, back="step0"), SAY))
    for _ in range(2):
        state = answered(through(state, Skipped(1)), 1)
    assert state.results[-1].steps == ("step0", "step1")


def test_a_practice_begins_with_nothing_counted() -> None:
    looping = script(ask(1, back="step0"))
    state = answered(answered(sitting(looping, looping), 1), 1)
    assert (state.at, state.gone) == (1, ())


# What is refused


def named(*rows: dict[str, object]) -> list[dict[str, object]]:
    return [{"id": f"step{number}", **row} for number, row in enumerate(rows)]


def test_answers_and_steps_there_are_not_are_met_with_the_nearest() -> None:
    assert refused(*named(ask(bak="step1"), SAY)) == (
        "step_answer",
        {"step": "step0", "found": "bak", "near": "back"},
    )
    assert refused(*named({**SAY, "next": {"on": "step1"}}, SAY)) == (
        "step_answer",
        {"step": "step0", "found": "on", "near": ""},
    )
    assert refused(*named(ask(on="stepp1"), SAY)) == (
        "step_next",
        {"step": "step0", "found": "stepp1", "near": "step1"},
    )
    assert refused(*named(ask(on="qqq"), SAY))[1]["near"] == "step1"


def test_a_way_back_says_how_often() -> None:
    assert refused(*named(SAY, ask(back="step0"))) == ("step_most", {"step": "step1", "found": "step0"})


def test_ways_back_over_ways_back_have_a_most_together() -> None:
    rows = named(SAY, ask(6, back="step0"), ask(6, back="step0"))
    assert refused(*rows) == ("script_loops", {"step": "step0", "times": 49, "most": MOST_TIMES})


def test_a_step_to_which_no_answer_leads_is_refused() -> None:
    everywhere = ask(on="step2", back="step2", ahead="step2")
    assert refused(*named(everywhere, SAY, SAY)) == ("script_unreachable", {"step": "step1"})


def test_a_step_is_reached_once_a_way_back_is_used_up() -> None:
    back = ask(1, on="step0", back="step0", ahead="step0")
    assert script(SAY, back, SAY)


def test_ids_are_plain() -> None:
    assert refused({"id": "a.b", "kind": "say"}) == ("step_id", {"found": "a.b"})


def test_pressing_both_keys_gives_the_first_answer() -> None:
    state = through(sitting(script(ask(), SAY)), Pressed(1, "a"))
    assert state.step == 0
    assert through(state, Pressed(2, "a")).step == 0
    assert through(state, Pressed(2, "b")).step == 1
