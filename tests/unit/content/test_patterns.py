"""The patterns that come with coreg."""

from collections.abc import Mapping

import pytest

from coreg.content import explain, say
from coreg.content.patterns import default_pattern, pattern_from, patterns
from coreg.practice.breath import Pattern, PatternError


@pytest.mark.parametrize(
    ("name", "lengths", "minutes"),
    [
        ("easy46", (4.0, 0.0, 0.0, 6.0, 0.0), (5.0, 2.0, 20.0)),
        ("even5", (5.0, 0.0, 0.0, 5.0, 0.0), (5.0, 2.0, 20.0)),
        ("even55", (5.5, 0.0, 0.0, 5.5, 0.0), (5.0, 2.0, 20.0)),
        ("long48", (4.0, 0.0, 0.0, 8.0, 0.0), (3.0, 1.0, 10.0)),
        ("short36", (3.0, 0.0, 0.0, 6.0, 0.0), (3.0, 1.0, 10.0)),
        ("starter", (4.0, 0.0, 0.0, 6.0, 0.0), (5.0, 3.0, 10.0)),
        ("softbox", (3.0, 0.0, 3.0, 3.0, 3.0), (3.0, 1.0, 5.0)),
        ("box", (4.0, 0.0, 4.0, 4.0, 4.0), (3.0, 1.0, 5.0)),
        ("sigh", (2.0, 1.0, 0.0, 6.0, 0.0), (3.0, 1.0, 5.0)),
        ("hum", (4.0, 0.0, 0.0, 6.0, 0.0), (3.0, 1.0, 10.0)),
        ("paceFinder", (3.7, 0.0, 0.0, 5.5, 0.0), (10.0, 5.0, 10.0)),
        ("justsit", (4.0, 0.0, 0.0, 6.0, 0.0), (3.0, 1.0, 10.0)),
    ],
)
def test_patterns_hold_the_lengths_of_the_specification(
    name: str, lengths: tuple[float, ...], minutes: tuple[float, ...]
) -> None:
    pattern = patterns()[name]
    parts = (pattern.inhale, pattern.top_up, pattern.hold_in, pattern.exhale, pattern.hold_out)
    assert parts == lengths
    assert (pattern.minutes, pattern.low, pattern.high) == minutes


def test_four_seven_eight_is_offered_in_breaths() -> None:
    pattern = patterns()["478"]
    assert (pattern.inhale, pattern.hold_in, pattern.exhale, pattern.hold_out) == (4.0, 7.0, 8.0, 0.0)
    breaths = [minutes * 60 / pattern.cycle for minutes in (pattern.minutes, pattern.low, pattern.high)]
    assert breaths == pytest.approx([4, 2, 8])
    assert pattern.counted
    assert pattern.by == pytest.approx(19 / 60)


def test_the_starter_leads_up_to_its_pattern() -> None:
    assert [(each.inhale, each.exhale) for each in patterns()["starter"].ramp] == [(3.0, 4.0), (3.5, 5.0)]


def test_some_patterns_are_more_than_a_pace() -> None:
    assert [name for name, pattern in patterns().items() if pattern.hummed] == ["hum"]
    kinds = {name: pattern.kind for name, pattern in patterns().items() if pattern.kind != "paced"}
    assert kinds == {"paceFinder": "finder", "justsit": "free"}


@pytest.mark.parametrize("pattern", patterns().values(), ids=lambda pattern: pattern.id)
def test_a_pattern_with_holds_names_one_without(pattern: Pattern) -> None:
    if not pattern.holds:
        assert pattern.neighbour == ""
    else:
        assert not patterns()[pattern.neighbour].holds


def test_patterns_come_in_their_order_and_are_read_once() -> None:
    assert list(patterns())[:5] == ["easy46", "even5", "even55", "long48", "short36"]
    assert len(patterns()) == 13
    assert patterns() is patterns()


def test_default_pattern_is_four_in_and_six_out() -> None:
    assert default_pattern() is patterns()["easy46"]


@pytest.mark.parametrize("name", patterns())
def test_every_pattern_has_a_name_and_a_line_to_read(name: str) -> None:
    assert say(f"breathe.pattern.{name}.name")
    assert say(f"breathe.pattern.{name}.about")


@pytest.mark.parametrize("phase", ["in", "hold", "out", "rest"])
def test_every_phase_has_a_word(phase: str) -> None:
    assert say(f"breathe.word.{phase}") == phase


def test_caution_says_when_to_stop_and_who_skips_holds() -> None:
    caution = say("breathe.caution")
    assert caution.startswith("Breathe smaller than you think.")
    assert "let your breath go back to its own way" in caution
    assert "Skip holds if you are pregnant" in caution
    assert caution.endswith("Never while driving or in water.")


def test_pattern_from_leaves_holds_out_when_nobody_wrote_them() -> None:
    pattern = pattern_from("own", {"in": 3, "out": 5.5})
    assert (pattern.inhale, pattern.hold_in, pattern.exhale, pattern.hold_out) == (3.0, 0.0, 5.5, 0.0)


@pytest.mark.parametrize(
    ("fields", "code", "facts"),
    [
        ({"in": 4, "out": 6, "hodl": 2}, "pattern_unknown", {"field": "hodl", "near": "hold"}),
        ({"in": 4, "out": 6, "zzz": 2}, "pattern_unknown", {"field": "zzz", "near": ""}),
        ({"in": 4}, "pattern_missing", {"field": "out"}),
        ({"out": 4}, "pattern_missing", {"field": "in"}),
        ({"in": "four", "out": 6}, "pattern_number", {"field": "in", "value": "four"}),
        ({"in": True, "out": 6}, "pattern_number", {"field": "in", "value": True}),
        ({"in": 1, "out": 6}, "pattern_bounds", {"field": "inhale", "value": 1.0}),
        ({"in": 6, "top_up": 3, "out": 6}, "pattern_bounds", {"field": "top_up", "low": 0.0, "high": 2.0}),
        ({"in": 4, "out": 6, "breaths": 4}, "pattern_missing", {"field": "fewest"}),
        ({"in": 4, "out": 6, "hummed": 1}, "pattern_type", {"field": "hummed", "value": 1}),
        ({"in": 4, "out": 6, "kind": "odd"}, "pattern_type", {"field": "kind", "value": "odd"}),
        ({"in": 4, "out": 6, "ramp": [4]}, "pattern_type", {"field": "ramp", "value": [4]}),
        ({"in": 4, "out": 6, "ramp": {}}, "pattern_type", {"field": "ramp", "value": {}}),
        ({"in": 4, "out": 6, "minutes": 1}, "pattern_span", {"minutes": 1.0}),
    ],
)
def test_pattern_from_refuses_a_table_when_it_does_not_hold(
    fields: Mapping[str, object], code: str, facts: dict[str, object]
) -> None:
    with pytest.raises(PatternError) as error:
        pattern_from("own", fields)
    assert error.value.code == code
    assert error.value.facts.items() >= {"pattern": "own", **facts}.items()


@pytest.mark.parametrize("fields", [{"in": 4}, {"in": 4, "out": 6, "hodl": 1}, {"in": 1, "out": 6}])
def test_a_refused_pattern_is_worded_with_its_name_when_it_is_explained(fields: Mapping[str, object]) -> None:
    with pytest.raises(PatternError) as error:
        pattern_from("own", fields)
    assert "own" in explain(error.value)
