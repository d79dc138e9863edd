"""Practices as data: what holds, what is refused and with which facts, and how they are made to fit."""

from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content.scripts import PRACTICES
from coreg.content.scripts import script as packed
from coreg.practice.play import StepError
from coreg.practice.script import Script, fit, length, read_script
from tests.unit.practice.evenings import BREATH, DAYS, FIVE, options, script, scripts

SAY: dict[str, object] = {"kind": "say", "seconds": 10}
TURN: dict[str, object] = {"kind": "turn", "who": "first", "seconds": 480}


def refused(*rows: object, **more: object) -> tuple[str, dict[str, object]]:
    """Return the code and the facts with which a script is refused."""
    data = {"id": "made", "name": "Made", "minutes": 5, "step": list(rows), **more}
    with pytest.raises(StepError) as caught:
        read_script({name: value for name, value in data.items() if value is not None})
    return caught.value.code, caught.value.facts


# Reading


def test_a_script_has_what_its_file_says_and_usual_values_for_the_rest() -> None:
    made = script({**SAY, "hints": ["No wonder."], "words": {"title": "Hello"}}, low=2, high=9, by=0.5)
    assert (made.minutes, made.low, made.high, made.by) == (5, 2, 9, 0.5)
    assert made.steps[0].hints == ("No wonder.",)
    plain = script(SAY)
    assert (plain.low, plain.high, plain.by, plain.about) == (5, 5, 1, "")
    assert plain.steps[0].who == "both"


@pytest.mark.parametrize("missing", ["id", "name", "minutes", "step"])
def test_a_script_without_something_it_needs_names_it(missing: str) -> None:
    assert refused(SAY, **{missing: None}) == (
        "script_missing",
        {"script": "?" if missing == "id" else "made", "field": missing},
    )


def test_a_word_the_script_does_not_know_is_met_with_the_nearest_it_does() -> None:
    assert refused(SAY, minuets=5) == (
        "script_field",
        {"where": "made", "field": "minuets", "near": "minutes"},
    )
    code, facts = refused({**SAY, "id": "one", "second": 3})
    assert (code, facts["where"], facts["near"]) == ("script_field", "one", "seconds")
    assert refused(SAY, qqq=5)[1]["near"] in ("about", "by")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", 3),
        ("who", True),
        ("seconds", "ten"),
        ("seconds", True),
        ("seconds", -1),
        ("seconds", inf),
        ("seconds", nan),
        ("below", -1),
        ("stretch", 1),
        ("keeps", 1),
        ("unless", []),
        ("words", "hello"),
        ("words", {"title": 3}),
        ("hints", "hello"),
        ("hints", [3]),
        ("options", {"id": "a"}),
        ("options", ["a", "b"]),
        ("options", [{"id": "a"}, {"id": "b"}]),
        ("options", [{"id": "a", "text": 3}]),
        ("params", []),
        ("params", {"countdown": [5]}),
        ("params", {"inhale": inf}),
    ],
)
def test_a_field_of_the_wrong_kind_is_named_with_its_step(field: str, value: object) -> None:
    code, facts = refused({**SAY, "id": "one", field: value})
    assert (code, facts["field"]) == ("script_type", field)


@pytest.mark.parametrize(("field", "value"), [("minutes", "five"), ("step", {}), ("name", 1), ("low", -2)])
def test_a_field_of_the_wrong_kind_is_named_with_its_script(field: str, value: object) -> None:
    assert refused(SAY, **{field: value}) == ("script_type", {"where": "made", "field": field})


def test_a_step_that_is_no_table_is_refused() -> None:
    assert refused("say") == ("script_type", {"where": "?", "field": "step"})


def test_a_script_has_some_steps_and_not_too_many() -> None:
    assert refused()[0] == "script_steps"
    assert refused(*[SAY] * 61)[0] == "script_steps"


def test_a_step_has_a_kind_there_is_and_an_id_of_its_own() -> None:
    assert refused({"id": "x", "kind": "saay"}) == (
        "script_kind",
        {"where": "x", "field": "kind", "near": "say"},
    )
    assert refused({"id": "x", "kind": "qqq"})[1]["near"] == "say"
    assert refused({"kind": "say"})[0] == "script_kind"
    assert refused({"id": "x"})[0] == "script_kind"
    assert refused({**SAY, "id": "x"}, {**SAY, "id": "x"})[0] == "script_twice"


@pytest.mark.parametrize("span", [{"low": 6}, {"high": 4}, {"low": 0}, {"minutes": 0}])
def test_a_length_that_is_not_within_its_bounds_is_refused(span: dict[str, float]) -> None:
    assert refused({**SAY, "id": "x"}, **span)[0] == "script_span"


def test_something_is_left_of_the_shortest_script() -> None:
    assert refused({**SAY, "id": "x", "below": 301})[0] == "script_below"
    assert script({**SAY, "below": 300}).steps


def test_who_begins_is_settled_before_anybody_has_spoken() -> None:
    first: dict[str, object] = {"kind": "first"}
    assert refused({**TURN, "id": "x"}, {**first, "id": "y"})[0] == "script_first"
    assert refused({**first, "id": "w"}, {**TURN, "id": "x"}, {**first, "id": "y"})[0] == "script_first"
    assert script(first, TURN)
    assert script(first, SAY)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"kind": "say", "who": "frist"}, "step_who"),
        ({"kind": "turn", "who": "both", "seconds": 9}, "step_who"),
        ({"kind": "turn", "who": "first"}, "step_seconds"),
        ({"kind": "sealed", "keeps": "state"}, "step_options"),
        ({"kind": "sealed", "keeps": "state", "options": options("one")}, "step_options"),
        ({"kind": "sealed", "keeps": "state", "options": options(*"abcdef")}, "step_options"),
        ({"kind": "sealed", "options": options(*FIVE)}, "step_keeps"),
        ({"kind": "form"}, "step_keeps"),
        ({"kind": "write"}, "step_keeps"),
        ({"kind": "choose"}, "step_options"),
        ({"kind": "agree"}, "step_options"),
        ({"kind": "agree", "options": options("1", "soon")}, "step_days"),
        ({"kind": "agree", "options": options("1", "0")}, "step_days"),
        ({"kind": "agree", "options": options("1", "3651")}, "step_days"),
        ({"kind": "agree", "options": options("1", "99999999999")}, "step_days"),
        ({"kind": "breathe", "params": {**BREATH, "inhale": 0.5}}, "step_pattern"),
        ({"kind": "breathe", "params": {**BREATH, "inhale": "long"}}, "step_pattern"),
        ({"kind": "breathe", "params": {**BREATH, "countdown": "long"}}, "step_pattern"),
        ({"kind": "breathe"}, "step_pattern"),
    ],
)
def test_a_step_that_lacks_what_its_kind_needs_is_named(row: dict[str, object], code: str) -> None:
    found, facts = refused({"id": "one", **row})
    assert (found, facts["step"]) == (code, "one")


def test_a_next_step_is_looked_at_again_within_ten_years() -> None:
    assert script({"kind": "agree", "options": options(*DAYS, "3650")})


JUNK = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-5, 5), st.floats(), st.sampled_from(("say", "turn", "a"))
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(("id", "text")), inner)
    ),
    max_leaves=3,
)
ROWS = st.dictionaries(
    st.sampled_from(("id", "kind", "who", "seconds", "below", "words", "hints", "options", "params", "x")),
    JUNK,
)
FILES = st.dictionaries(
    st.sampled_from(("id", "name", "minutes", "low", "high", "by", "about", "step", "y")),
    st.one_of(JUNK, st.lists(ROWS, max_size=3)),
)


@given(FILES)
def test_a_file_is_a_script_or_is_refused_in_words(data: dict[str, object]) -> None:
    code = "script_"
    try:
        read_script(data)
    except StepError as error:
        code = error.code
    assert code.startswith(("script_", "step_"))


# Fitting


@pytest.mark.parametrize("name", [*PRACTICES, "form"])
@given(share=st.floats(0, 1))
def test_a_practice_fits_any_length_it_allows(name: str, share: float) -> None:
    whole = packed(name)
    seconds = (whole.low + share * (whole.high - whole.low)) * 60
    assert length(fit(whole, seconds)) == pytest.approx(seconds, abs=1)


@given(st.floats(16 * 60, 36 * 60))
def test_both_have_the_same_time_in_a_day_talk_of_any_length(seconds: float) -> None:
    turns = [step.seconds for step in fit(packed("day_talk"), seconds).steps if step.kind == "turn"]
    assert len(turns) == 2
    assert turns[0] == turns[1] > 0


@pytest.mark.parametrize(("minutes", "each"), [(16, 300), (22, 480), (36, 900)])
def test_a_day_talk_is_five_to_fifteen_minutes_each(minutes: int, each: float) -> None:
    turns = [step for step in fit(packed("day_talk"), minutes * 60).steps if step.kind == "turn"]
    assert [step.seconds for step in turns] == [each, each]


def test_only_steps_that_stretch_do_while_there_is_room() -> None:
    made = fit(script({**SAY, "stretch": True}, {**SAY, "seconds": 20}), 50)
    assert [step.seconds for step in made.steps] == [30, 20]


def test_every_step_gives_way_where_there_is_no_room() -> None:
    made = fit(script({**SAY, "stretch": True}, {**SAY, "seconds": 20}), 15)
    assert [step.seconds for step in made.steps] == [5, 10]
    little = fit(script({**SAY, "stretch": True}, {**SAY, "seconds": 20}), 21)
    assert [step.seconds for step in little.steps] == [7, 14]
    assert [step.seconds for step in fit(script(SAY, SAY), 40).steps] == [20, 20]


def test_a_script_that_takes_no_time_takes_none_when_fitted() -> None:
    assert length(fit(script({**SAY, "seconds": 0}), 60)) == 0


def test_a_step_is_left_out_of_a_short_script() -> None:
    whole = packed("check_in")
    assert "aloud" in {step.id for step in fit(whole, 120).steps}
    assert "aloud" not in {step.id for step in fit(whole, 60).steps}


@given(scripts(), st.floats(60, 3600))
def test_any_script_that_holds_can_be_fitted(made: Script, seconds: float) -> None:
    fitted = fit(made, seconds)
    assert [step.id for step in fitted.steps] == [step.id for step in made.steps]
    usual = length(made)
    assert length(fitted) == pytest.approx(seconds if usual else 0, abs=1)


@pytest.mark.parametrize(
    ("step", "found"),
    [
        ({"id": "one", "kind": "say"}, "Mine\u200d"),
        (
            {
                "id": "one",
                "kind": "ask",
                "options": [{"id": "a\u200d", "text": "x"}, {"id": "b", "text": "y"}],
            },
            "",
        ),
    ],
)
def test_what_cannot_stand_in_a_record_is_no_id(step: dict[str, object], found: str) -> None:
    with pytest.raises(StepError) as refusal:
        read_script({"id": found or "mine", "name": "Mine", "minutes": 5, "step": [step]})
    assert (refusal.value.code, refusal.value.facts["found"]) == ("step_id", found or "a\u200d")
