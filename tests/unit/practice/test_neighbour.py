"""The way to breathe without holds that is offered beside one with them."""

from __future__ import annotations

from coreg.practice.breath import Pattern
from coreg.practice.neighbour import neighbour

EASY = Pattern("easy", 4, 0, 6, 0)
LONG = Pattern("long", 4, 0, 8, 0)
BOX = Pattern("box", 4, 4, 4, 4)
ODD = (
    Pattern("hum", 4, 0, 4, 0, hummed=True),
    Pattern("sigh", 4, 0, 4, 0, top_up=1),
    Pattern("sit", 4, 0, 4, 0, kind="free"),
    Pattern("starter", 4, 0, 4, 0, ramp=(EASY,)),
)


def of(*patterns: Pattern) -> dict[str, Pattern]:
    return {one.id: one for one in patterns}


def test_the_one_it_names_is_taken() -> None:
    assert neighbour(Pattern("x", 4, 7, 8, 0, neighbour="easy"), of(BOX, LONG, EASY)) is EASY


def test_else_the_nearest_plain_one_is_found() -> None:
    assert neighbour(Pattern("478", 4, 7, 8, 0), of(BOX, EASY, LONG)) is LONG
    assert neighbour(BOX, of(BOX, *ODD, LONG, EASY)) is EASY
    assert neighbour(Pattern("x", 4, 7, 8, 0, neighbour="nosuch"), of(EASY, LONG)) is LONG


def test_the_first_of_two_that_are_as_near_is_taken() -> None:
    even = Pattern("even", 5, 0, 5, 0)
    assert neighbour(BOX, of(EASY, even)) is EASY
    assert neighbour(BOX, of(even, EASY)) is even


def test_there_is_none_when_nothing_plain_is_offered() -> None:
    assert neighbour(BOX, of(BOX, *ODD)) is None
