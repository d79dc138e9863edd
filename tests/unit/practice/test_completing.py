"""Words that may be meant: the nearest first, none where a word stands there whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.completing import MOST, complete, last_piece, pieces, taken

BODY = ("tight chest", "tight throat", "shoulders up", "heart races", "hot face", "chest aches", "Übelkeit")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", BODY[:MOST]),
        ("ti", ("tight chest", "tight throat")),
        ("TIGHT  ch", ("tight chest", "tight throat")),
        ("ch", ("chest aches", "tight chest")),
        ("hest", ("tight chest", "chest aches")),
        ("hrt", ("heart races",)),
        ("sholders", ("shoulders up",)),
        ("ubel", ("Übelkeit",)),
        ("hot face", ()),
        ("x", ()),
        ("nothing of that sort", ()),
        ("t" * 41, ()),
    ],
)
def test_the_nearest_words_come_first(typed: str, found: tuple[str, ...]) -> None:
    assert complete(typed, BODY) == found


def test_no_more_are_offered_than_asked_for() -> None:
    assert complete("t", BODY, 1) == ("tight chest",)


@given(st.text(max_size=45), st.lists(st.text(max_size=20), unique=True, max_size=12))
def test_what_is_offered_is_of_the_list_and_each_once(typed: str, words: list[str]) -> None:
    found = complete(typed, words)
    assert len(found) <= MOST
    assert len(set(found)) == len(found)
    assert set(found) <= set(words)


@pytest.mark.parametrize(
    ("line", "found"), [("", ()), (" a ,, b,a ", ("a", "b")), ("tight  jaw", ("tight jaw",))]
)
def test_several_things_stand_in_one_line(line: str, found: tuple[str, ...]) -> None:
    assert pieces(line) == found


def test_a_word_takes_the_place_of_what_is_behind_the_last_comma() -> None:
    assert last_piece("hot face, ti") == "ti"
    assert taken("hot face,ti", "tight jaw", several=True) == "hot face, tight jaw"
    assert taken("ti", "tight jaw", several=True) == "tight jaw"
    assert taken("pre", "press", several=False) == "press"
