"""What is told of taps: never more than is known, and of both alike."""

from __future__ import annotations

import pytest
from textual.content import Content

from coreg.content import say
from coreg.evening.in_step import Series, Told
from coreg.practice.taps import ToCue
from coreg.practice.togetherness import Reading, Window
from coreg.screens.in_step import lines

NAMES = {"a": Content("[Mina]"), "b": Content("{Jo}")}
NULL = (*[0] * 20, *[50] * 10, *[0] * 20)
TONIGHT = "tonight"


def window(closeness: float = 0.1, null: tuple[int, ...] = NULL) -> Window:
    return Window(closeness, 40, 0.84, 0.3, null, 0.7, 0.2)


def told(reading: Reading | None, *, guided: bool = False) -> Told:
    return Told(guided, (ToCue(-0.26, 9), ToCue(0.02, 8)) if guided else (None, None), reading)


def page(what: Told, series: Series | None = None) -> str:
    """Return the page as one line."""
    return " ".join(row.plain for row in lines(what, NAMES, series, TONIGHT) if row.plain)


def several(
    count: int, closeness: float = 0.1, null: tuple[int, ...] = NULL, counts: str = TONIGHT
) -> Series:
    return Series((window(closeness, null),) * count, frozenset({counts}))


def test_of_a_guide_only_each_distance_is_told() -> None:
    text = page(told(None, guided=True))
    assert "[Mina]: 0.3 s before the cue, as a rule." in text
    assert "{Jo}: with the cue, as a rule." in text
    assert say("breathe.together.cues_tell_nothing") in text
    assert "Chance" not in text


def test_whoever_did_not_tap_is_not_named() -> None:
    text = page(Told(guided=True, to_cue=(None, ToCue(0.4, 9)), reading=None))
    assert "[Mina]" not in text
    assert "{Jo}: 0.4 s after the cue" in text


def test_too_short_is_said_so() -> None:
    assert say("breathe.together.too_short") in page(told(None))


def test_one_time_alone_claims_nothing() -> None:
    text = page(told(Reading(window(0.99), (3, 4))), several(1, 0.99))
    assert "As a rule, 0.8 s lay between your in-breaths." in text
    assert "A little before the other: [Mina] 3 times, {Jo} 4 times." in text
    assert "You: 1.0." in text
    assert say("breathe.together.too_few") in text
    assert say("breathe.together.closer") not in text


@pytest.mark.parametrize(
    ("series", "verdict"),
    [
        (several(3), "cannot_tell"),
        (several(5, 0.9), "closer"),
        (several(3, 0.9, counts="another"), "after_guide"),
    ],
)
def test_several_times_are_told_as_of_the_last_look(series: Series, verdict: str) -> None:
    text = page(told(Reading(window(), (1, 2))), series)
    assert say(f"breathe.together.{verdict}") in text
    assert ("Over 3 times." in text) is (verdict != "after_guide")


def test_after_ten_the_answer_stands() -> None:
    assert say("breathe.together.done") in page(told(Reading(window(), (1, 2))), several(10))
    assert say("breathe.together.done") not in page(told(Reading(window(), (1, 2))), several(9))


def test_before_the_others_are_read_tonight_is_told_alone() -> None:
    text = page(told(Reading(window(), (1, 2))))
    assert "You: 0.1." in text
    assert say("breathe.together.too_few") not in text


@pytest.mark.parametrize("what", [told(None), told(None, guided=True), told(Reading(window(), (1, 2)))])
def test_more_is_never_better(what: Told) -> None:
    assert page(what).endswith(say("breathe.together.not_better"))
