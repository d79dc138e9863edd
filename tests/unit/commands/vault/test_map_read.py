"""``coreg map WHAT``: what there is to ask for, and ``coreg map read``."""

from __future__ import annotations

import pytest

from coreg.record.maps import Link, Resource
from tests.unit.commands.conftest import Opened, Run
from tests.unit.commands.vault.shown_maps import DAY, NOON, keep_maps, shared
from tests.unit.commands.vault.typing_words import A, B, Type


@pytest.fixture
def maps(made: Run, opened: Opened) -> Run:
    """Keep a map of each."""
    keep_maps(opened)
    return made


# What there is


def test_a_word_that_is_none_is_told_with_the_nearest(made: Run) -> None:
    ran = made("map", "reed")
    assert (ran.code, "Did you mean read?" in ran.err) == (2, True)


@pytest.mark.parametrize("what", ["link", "again", "show", "helps"])
def test_what_asks_belongs_to_plain_and_wants_a_terminal(made: Run, what: str) -> None:
    ran = made("map", what)
    assert (ran.code, f"{what} belongs to --plain." in ran.err) == (2, True)
    assert made("map", what, "--plain").code != 0


# Reading


def test_it_prints_all_that_both_see(maps: Run, opened: Opened) -> None:
    mine, yours = sorted(shared(opened).triggers, key=lambda one: one.owner)
    with opened() as store:
        store.keep(Link(cue=mine.id, move=yours.id, made=NOON, local_date=DAY))
        store.keep(Link(cue=yours.id, move=mine.id, made=NOON, local_date=DAY, nodded=True))
        facts = {"ways": ("alone",), "minutes": 5, "place": "the street"}
        walk = Resource(title="a walk", owner="b", written=NOON, local_date=DAY)
        store.keep(walk.model_copy(update=facts))
        store.keep(Resource(title="tea", written=NOON, local_date=DAY))
    ran = maps("map", "read")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("What sets Mina off\n\nno answer\n  When: no answer\n  Then I: press\n")
    for line in (
        "  In the first seconds: 6 of 10",
        "  I am: stirred up",
        "  In my body: jaw, neck",
        "  Mina’s “no answer” is Jo’s “go quiet” (Mina sees it so)",
        "  Jo’s “a voice” is Mina’s “press” (you both see it so)",
        "What helps Mina\n  What helps from Jo: a hand",
        "What helps Jo\n  a walk (alone · 5 min · the street)",
        "What helps you both\n  tea",
    ):
        assert f"{line}\n" in ran.out
    assert "  It came up: 9 November" in ran.out
    assert ": 4 of 10\n" in ran.out
    assert maps("map", "read", "--plain").out == ran.out


def test_it_says_that_nothing_is_there(made: Run) -> None:
    ran = made("map", "read")
    assert (ran.code, ran.out) == (0, "")
    assert "Neither of you has shown anything" in ran.err


def test_a_locked_book_is_asked_for_its_passphrase(maps: Run, type_: Type) -> None:
    type_(A, A, "", "CODE", B, B, "", "CODE", "yes")
    maps("lock")
    typed = type_(B)
    assert "no answer" in maps("map", "read").out
    assert B not in typed.seen
