"""One suggestion for two, from how both are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.play import Both, Mark
from coreg.practice.suggest import Suggestion, suggest

QUIET = ("breathe", "day_talk", "check_out")
ALL = ("waking", "breathe", "day_talk")
LINES = (7, 7)
STATES = ("settled", "up", "over", "flat", "far")


def both(a: str, b: str) -> Both:
    return Both(Mark(state=a), Mark(state=b))


def test_what_stays_unsaid_changes_nothing() -> None:
    assert suggest(None, LINES, QUIET, ALL) == Suggestion("", "unsaid")


def test_two_settled_talk_as_planned_or_are_offered_a_talk() -> None:
    pair = both("settled", "settled")
    assert suggest(pair, LINES, QUIET, ALL) == Suggestion("", "both_settled")
    assert suggest(pair, LINES, ("breathe", "one_thing"), ALL) == Suggestion("day_talk", "both_settled")


@pytest.mark.parametrize("pair", [both("over", "settled"), both("far", "over"), both("up", "over")])
def test_one_over_the_line_is_breathed_with_first(pair: Both) -> None:
    assert suggest(pair, LINES, QUIET, ALL) == Suggestion("", "someone_over")
    assert suggest(pair, LINES, ("day_talk",), ALL) == Suggestion("breathe", "someone_over")


def test_one_over_the_line_is_offered_somebody_near_where_there_is_that() -> None:
    exists = (*ALL, "company")
    assert suggest(both("over", "settled"), LINES, QUIET, exists) == Suggestion("company", "near")
    assert suggest(both("settled", "over"), LINES, ("company",), ALL) == Suggestion("", "near")
    assert suggest(both("over", "over"), LINES, (), exists).practice == "breathe"


def test_two_over_the_line_are_offered_no_talk() -> None:
    pair = both("over", "over")
    assert suggest(pair, LINES, QUIET, ALL) == Suggestion("", "both_over", ("day_talk",))
    assert suggest(pair, LINES, ("breathe", "one_thing"), ALL) == Suggestion("", "both_over")
    assert suggest(pair, LINES, (), ALL) == Suggestion("breathe", "both_over", ("day_talk",))


@pytest.mark.parametrize("pair", [both("flat", "settled"), both("settled", "far"), both("flat", "flat")])
def test_somebody_far_or_flat_is_offered_waking(pair: Both) -> None:
    assert suggest(pair, LINES, QUIET, ALL) == Suggestion("waking", "someone_low")


def test_a_bit_up_is_breathed_with() -> None:
    assert suggest(both("up", "settled"), LINES, QUIET, ALL) == Suggestion("", "someone_up")


@pytest.mark.parametrize(
    ("a", "b", "lines", "reason"),
    [
        (7, 2, (7, 7), "someone_over"),
        (6, 2, (7, 7), "someone_up"),
        (4, 2, (4, 7), "someone_over"),
        (9, 2, (10, 7), "someone_up"),
        (3, 3, (7, 7), "both_settled"),
        (0, 4, (7, 7), "someone_up"),
        (8, 5, (7, 5), "both_over"),
    ],
)
def test_a_number_counts_against_the_own_line(a: int, b: int, lines: tuple[int, int], reason: str) -> None:
    assert suggest(Both(Mark(inside=a), Mark(inside=b)), lines, QUIET, ALL).reason == reason


def test_nothing_is_suggested_that_does_not_exist() -> None:
    assert suggest(both("far", "far"), LINES, QUIET, ("breathe",)) == Suggestion("", "as_planned")


MARKS = st.builds(
    Mark,
    state=st.one_of(st.none(), st.sampled_from(STATES)),
    inside=st.one_of(st.none(), st.integers(0, 10)),
)
NAMES = st.lists(st.sampled_from((*ALL, "check_out", "one_thing")), unique=True).map(tuple)


@given(st.builds(Both, MARKS, MARKS), st.tuples(st.integers(0, 10), st.integers(0, 10)), NAMES, NAMES)
def test_a_suggestion_is_always_something_there_is_and_the_same_for_both(
    pair: Both, lines: tuple[int, int], ahead: tuple[str, ...], exists: tuple[str, ...]
) -> None:
    found = suggest(pair, lines, ahead, exists)
    assert found.practice in ("", *exists)
    assert found == suggest(Both(pair.b, pair.a), (lines[1], lines[0]), ahead, exists)
