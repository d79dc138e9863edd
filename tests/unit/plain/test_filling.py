"""The long form by typed answers: what is meant is taken, everything else is asked for again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.plain.filling import ONLY, QUESTIONS, Filling, choices
from coreg.practice.play import Mark


def filled(*answers: str) -> Filling:
    filling = Filling()
    for answer in answers:
        found = filling.answered(answer)
        assert found is not None, answer
        filling = found
    return filling


def test_every_question_has_its_place_in_the_mark() -> None:
    whole = filled("7", "2", "9", "1, 5 6", "3", "  the porch ", "2").whole
    feelings, needs, likes = choices("feelings"), choices("needs"), choices("like")
    assert whole == Mark(
        inside=7,
        pleasant=2,
        energy=9,
        feelings=(feelings[0], feelings[4], feelings[5]),
        needs=(needs[2],),
        line="the porch",
        like=likes[1],
    )


def test_an_empty_answer_passes_and_half_a_grid_is_none() -> None:
    assert filled("far", "2", "", "", "", "", "").whole == Mark(state="far")
    assert filled(*[""] * len(QUESTIONS)).whole is None


@pytest.mark.parametrize(
    ("before", "answer"),
    [
        ([], "11"),
        ([], "-1"),
        ([], "seven"),
        ([], "²"),
        ([""], "0"),
        (["", ""], "10"),
        (["", "", ""], "1 2 3 4"),
        (["", "", ""], "1 x"),
        (["", "", "", ""], "1 2 3"),
        (["", "", "", "", "", ""], "8"),
        (["", "", "", "", "", ""], "1 2"),
    ],
)
def test_what_cannot_be_is_not_taken(before: list[str], answer: str) -> None:
    assert filled(*before).answered(answer) is None


def test_only_the_number_is_one_question() -> None:
    filling = Filling(ONLY).answered("3")
    assert filling is not None
    assert (filling.question, filling.whole) == ("", Mark(inside=3))


@given(st.lists(st.text(max_size=8), max_size=20))
def test_any_answers_lead_to_a_mark_or_are_asked_for_again(answers: list[str]) -> None:
    filling = Filling()
    for answer in answers:
        if filling.question:
            filling = filling.answered(answer) or filling
    mark = filling.whole or Mark()
    assert len(mark.feelings) <= 3
    assert len(mark.needs) <= 2
    assert (mark.pleasant is None) == (mark.energy is None)
