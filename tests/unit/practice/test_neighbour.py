"""The way to breathe without holds that is most like one with them."""

from __future__ import annotations

from coreg.practice.breath import Pattern
from coreg.practice.neighbour import neighbour

EASY = Pattern("easy", 4, 0, 6, 0)
LONG = Pattern("long", 4, 0, 8, 0)
BOX = Pattern("box", 4, 4, 4, 4)


def test_the_nearest_without_holds_is_found() -> None:
    assert neighbour(Pattern("478", 4, 7, 8, 0), [BOX, EASY, LONG]) is LONG
    assert neighbour(BOX, [BOX, EASY, LONG]) is EASY


def test_the_first_of_two_that_are_as_near_is_taken() -> None:
    even = Pattern("even", 5, 0, 5, 0)
    assert neighbour(BOX, [EASY, even]) is EASY
    assert neighbour(BOX, [even, EASY]) is even


def test_there_is_none_when_all_have_holds() -> None:
    assert neighbour(BOX, [BOX]) is None
