"""Parts of a script: laid out in a row, for each of the two, in as many rounds as fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.parts import MOST_LAID, MOST_ROUNDS
from coreg.practice.script import fit, length
from tests.unit.practice.evenings import options, script
from tests.unit.practice.test_script import refused

SPEAK: dict[str, object] = {"id": "speak", "kind": "turn", "part": "p", "who": "speaker", "seconds": 60}
BACK: dict[str, object] = {"id": "back", "kind": "reply", "part": "p", "who": "listener", "seconds": 30}
OVER: dict[str, object] = {"id": "over", "kind": "say", "part": "p", "swap": True, "seconds": 10}
END: dict[str, object] = {"id": "end", "kind": "say", "seconds": 10}


def part(**more: object) -> list[dict[str, object]]:
    return [{"id": "p", **more}]


def test_all_rounds_of_the_first_come_before_those_of_the_second() -> None:
    made = script(SPEAK, BACK, OVER, END, part=part(rounds=2, swap="after_all"))
    assert [(step.id, step.who) for step in made.steps] == [
        ("speak.1", "first"),
        ("back.1", "second"),
        ("speak.2", "first"),
        ("back.2", "second"),
        ("over.2", "both"),
        ("speak.3", "second"),
        ("back.3", "first"),
        ("speak.4", "second"),
        ("back.4", "first"),
        ("end", "both"),
    ]
    assert made.steps[1].speaker == "first"
    assert made.steps[1].name == "back"


def test_both_speak_in_every_round_and_the_swap_stands_between() -> None:
    made = script(SPEAK, OVER, part=part(rounds=2, swap="every_round"))
    assert [step.who for step in made.steps if step.kind == "turn"] == ["first", "second"] * 2
    assert [step.id for step in made.steps if step.swap] == ["over.1", "over.2", "over.3"]


def test_rounds_without_a_swap_are_for_both_and_one_round_keeps_its_ids() -> None:
    say: dict[str, object] = {"kind": "say", "part": "p", "seconds": 5}
    assert [step.id for step in script(say, part=part(rounds=2)).steps] == ["step0.1", "step0.2"]
    assert [step.id for step in script(say, part=part()).steps] == ["step0"]


def test_an_answer_leads_within_its_round_and_past_what_is_not_there() -> None:
    ask: dict[str, object] = {
        **END,
        "id": "ask",
        "kind": "ask",
        "part": "p",
        "who": "speaker",
        "options": options("on", "again", "later"),
        "next": {"again": "speak", "later": "over"},
        "most": 1,
    }
    made = script(SPEAK, ask, OVER, END, part=part(swap="after_all"))
    asks = [step for step in made.steps if step.name == "ask"]
    assert [dict(step.next) for step in asks] == [
        {"again": "speak.1", "later": "over.1"},
        {"again": "speak.2"},
    ]


def test_a_step_outside_leads_to_the_first_round() -> None:
    ask: dict[str, object] = {
        "kind": "ask",
        "options": options("on", "skip"),
        "next": {"skip": "speak"},
        "seconds": 5,
    }
    made = script(ask, END, SPEAK, part=part(rounds=2, swap="after_all"))
    assert dict(made.steps[0].next) == {"skip": "speak.1"}


@given(st.floats(1, 30))
def test_a_script_takes_the_rounds_that_come_nearest_and_both_have_the_same(minutes: float) -> None:
    made = script(
        {**SPEAK, "stretch": True}, BACK, OVER, END, part=part(rounds=4, fewest=2, most=8, swap="after_all")
    )
    fitted = fit(made, minutes * 60)
    turns = [step for step in fitted.steps if step.kind == "turn"]
    assert 2 <= len(turns) / 2 <= 8
    first = sum(step.seconds for step in turns if step.who == "first")
    assert first == pytest.approx(sum(step.seconds for step in turns if step.who == "second"))
    assert length(fitted) == pytest.approx(minutes * 60)
    assert (fitted.written, fitted.parts) == ((), ())


def test_a_step_stretches_within_its_bounds_only() -> None:
    made = script({**SPEAK, "stretch": True, "low": 50, "high": 90}, part=part(swap="after_all"))
    assert [step.seconds for step in fit(made, 600).steps] == [90, 90]
    assert [step.seconds for step in fit(made, 60).steps] == [50, 50]


# What is refused


def test_the_steps_of_a_part_stand_together() -> None:
    more = {**SPEAK, "id": "more"}
    assert refused(SPEAK, END, more, part=part(swap="after_all")) == ("part_apart", {"part": "p"})


@pytest.mark.parametrize(
    "wrong",
    [{"rounds": 0}, {"rounds": MOST_ROUNDS + 1}, {"rounds": 2, "fewest": 3}, {"rounds": 2, "most": 1}],
)
def test_rounds_stand_between_the_fewest_and_the_most(wrong: dict[str, object]) -> None:
    assert refused(END, part=part(**wrong)) == ("part_rounds", {"part": "p", "most": MOST_ROUNDS})


def test_a_swap_is_one_there_is() -> None:
    code, facts = refused(END, part=part(swap="sometimes"))
    assert (code, facts["want"]) == ("part_swap", "every_round, after_all")


def test_a_script_with_every_round_counted_is_not_endless() -> None:
    many = [{**SPEAK, "id": f"s{number}"} for number in range(10)]
    long = part(rounds=1, most=12, swap="every_round")
    assert refused(*many, part=long) == ("script_long", {"most": MOST_LAID})


def test_a_step_belongs_to_a_part_there_is() -> None:
    assert refused({**SPEAK, "part": "q"}, part=part(swap="after_all")) == (
        "step_part",
        {"step": "speak", "found": "q", "near": "p"},
    )
    assert refused({**END, "part": "q"})[1]["near"] == ""


@pytest.mark.parametrize("parts", [[], part(rounds=2)])
def test_only_where_both_speak_is_there_a_speaker_or_a_swap(parts: list[dict[str, object]]) -> None:
    where = {"part": "p"} if parts else {"part": ""}
    assert refused({**SPEAK, **where}, part=parts)[0] == "step_who"
    assert refused({**OVER, **where}, part=parts) == ("step_swap", {"step": "over"})


@pytest.mark.parametrize("row", [{"id": "P"}, {}, {"id": "two words"}])
def test_a_part_has_an_id(row: dict[str, object]) -> None:
    assert refused(END, part=[row])[0] == "step_id"


def test_a_part_is_a_table_of_fields_there_are() -> None:
    assert refused(END, part=["p"]) == ("script_type", {"where": "?", "field": "part"})
    assert refused(END, part=part(round=2)) == (
        "script_field",
        {"where": "p", "field": "round", "near": "rounds"},
    )
    assert refused(END, part=part(rounds=True)) == ("script_type", {"where": "p", "field": "rounds"})
    assert refused(END, part=[*part(), *part()])[0] == "script_twice"


def test_a_step_says_its_seconds_between_its_bounds() -> None:
    assert refused({**END, "low": 20}) == ("step_bounds", {"step": "end", "seconds": 10})
    assert refused({**END, "high": 5}) == ("step_bounds", {"step": "end", "seconds": 10})
