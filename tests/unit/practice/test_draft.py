"""Filling in the long form with arrows, space and enter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.draft import MOST, QUESTIONS, Draft, press
from coreg.practice.play import Mark

WORDS = {
    "feelings": ("calm", "warm", "tired", "tense", "sad"),
    "needs": ("rest", "quiet", "space"),
    "like": ("listen", "ideas", "silence"),
}
KEYS = (
    "left",
    "right",
    "up",
    "down",
    "space",
    "enter",
    "tab",
    "shift+tab",
    "backspace",
    *"0123456789",
    "x",
    "²",
)


def after(*keys: str, question: str = "inside", columns: int = 2) -> Draft:
    draft = Draft(WORDS, question=QUESTIONS.index(question))
    for key in keys:
        draft = press(draft, key, columns=columns)
    return draft


@pytest.mark.parametrize(
    ("keys", "inside"),
    [
        ((), None),
        (("7",), 7),
        (("right",), 5),
        (("right", "right"), 6),
        (("9", "right"), 10),
        (("9", "right", "right"), None),
        (("9", "right", "right", "left"), 10),
        (("0", "left"), 0),
        (("3", "backspace"), None),
        (("3", "up"), 3),
        (("²",), None),
    ],
)
def test_how_full_it_is_is_a_digit_or_a_step(keys: tuple[str, ...], inside: int | None) -> None:
    assert after(*keys).mark.inside == inside


@pytest.mark.parametrize(
    ("keys", "pleasant", "energy"),
    [
        ((), None, None),
        (("up",), 5, 5),
        (("up", "up", "right"), 6, 6),
        (("down", *["left"] * 20), 1, 5),
        (("down", *["up"] * 20), 5, 9),
        (("up", "space"), 5, 5),
        (("up", "backspace"), None, None),
    ],
)
def test_the_mark_on_the_grid_begins_in_the_middle_and_stays_on_it(
    keys: tuple[str, ...], pleasant: int | None, energy: int | None
) -> None:
    mark = after(*keys, question="grid").mark
    assert (mark.pleasant, mark.energy) == (pleasant, energy)


def test_words_are_marked_and_unmarked_up_to_three() -> None:
    walk = ("space", "right", "space", "down", "space", "left", "space")
    assert after(*walk, question="feelings").mark.feelings == ("calm", "warm", "tense")
    assert after(*walk, "up", "space", question="feelings").mark.feelings == ("warm", "tense")
    assert after(*walk, "backspace", question="feelings").mark.feelings == ()


def test_needs_are_up_to_two() -> None:
    found = after("space", "right", "space", "left", "down", "space", question="needs")
    assert found.mark.needs == ("rest", "quiet")
    assert after("space", "backspace", question="needs").mark.needs == ()


def test_the_cursor_stays_in_the_list() -> None:
    assert after("left", question="feelings").cursor == 0
    assert after("up", question="feelings").cursor == 0
    assert after("down", "down", "down", question="feelings").cursor == 4


def test_a_wish_for_tonight_is_one_of_the_list_or_none() -> None:
    assert after("space", question="like").mark.like == "listen"
    assert after("space", "right", "space", question="like").mark.like == "ideas"
    assert after("space", "space", question="like").mark.like is None
    assert after("space", "backspace", question="like").mark.like is None


def test_a_question_without_words_takes_nothing() -> None:
    draft = Draft({}, question=QUESTIONS.index("like"))
    assert press(draft, "space") == draft


def test_the_line_is_typed_elsewhere_and_kept() -> None:
    draft = Draft(WORDS, question=QUESTIONS.index("line"), mark=Mark(line="a long day"))
    for key in ("x", "left", "space", "backspace"):
        assert press(draft, key).mark.line == "a long day"


def test_enter_goes_on_shift_tab_goes_back_and_the_last_enter_finishes() -> None:
    assert [after(*["enter"] * n).name for n in range(6)] == list(QUESTIONS)
    assert after(*["tab"] * 6).finished
    assert not after(*["enter"] * 5).finished
    assert after("enter", "enter", "shift+tab").name == "grid"
    assert after("shift+tab").name == "inside"


@given(st.lists(st.sampled_from(KEYS), max_size=80), st.integers(1, 5))
def test_any_keys_leave_a_form_that_can_be_kept(keys: list[str], columns: int) -> None:
    draft = after(*keys, columns=columns)
    mark = draft.mark
    assert mark.inside is None or 0 <= mark.inside <= 10
    assert (mark.pleasant is None) == (mark.energy is None)
    assert all(one is None or 1 <= one <= 9 for one in (mark.pleasant, mark.energy))
    for name, chosen in (("feelings", mark.feelings), ("needs", mark.needs)):
        assert len(chosen) == len(set(chosen)) <= MOST[name]
        assert set(chosen) <= set(WORDS[name])
    assert mark.like is None or mark.like in WORDS["like"]
    assert 0 <= draft.cursor < max(1, len(draft.choices))


def test_far_away_stands_beside_the_numbers_and_is_none() -> None:
    draft = Draft({})
    for key in ("9", "right", "right", "right"):
        draft = press(draft, key)
    assert (draft.mark.inside, draft.mark.state) == (None, "far")
    assert press(draft, "4").mark == replace(draft.mark, inside=4, state=None)
    assert press(draft, "backspace").mark.state is None


def test_only_what_is_asked_for_is_asked() -> None:
    draft = press(Draft(WORDS, questions=("inside",)), "6")
    assert (draft.name, draft.finished) == ("inside", False)
    done = press(draft, "enter")
    assert done.finished
    assert done.mark == Mark(inside=6)
