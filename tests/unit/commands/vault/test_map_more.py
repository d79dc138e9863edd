"""What is said of maps line by line: links, what came up again, showing, what helps."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Any

import pytest

from coreg.evening.maps import Maps
from coreg.evening.space import Space
from coreg.record.maps import MapWords, PrivateTrigger
from coreg.record.trouble import Trouble
from tests.unit.commands.conftest import Opened, Run
from tests.unit.commands.vault.shown_maps import DAY, NOON, keep_maps, shared
from tests.unit.commands.vault.typing_words import A, B, Type


def own(opened: Opened) -> PrivateTrigger:
    with opened() as store:
        (one,) = store.private(store.vault.keys(A)).triggers()
        return one


def refused(*_: object) -> Future[Any]:
    failed: Future[Any] = Future()
    failed.set_exception(Trouble("disk_full", path="book"))
    return failed


@pytest.fixture
def maps(made: Run, opened: Opened) -> Run:
    """Keep a map of each."""
    keep_maps(opened)
    return made


@pytest.fixture
def rooms(made: Run, type_: Type, opened: Opened) -> Run:
    """Give both a room, and one of them a map in it; the book stays open."""
    type_(A, A, "", "CODE", B, B, "", "CODE", "yes")
    made("lock")
    type_(A, "yes")
    assert made("unlock", "--yes").code == 0
    with opened() as store:
        words = MapWords(cue="you look away", story="I do not matter", strength=3)
        store.private(store.vault.keys(A)).keep(PrivateTrigger(words=words, written=NOON, local_date=DAY))
    return made


# Links


def test_a_link_is_drawn_nodded_and_taken_away(maps: Run, type_: Type, opened: Opened) -> None:
    typed = type_("3", "1", "x", "1", "0", "1", "1", "2", "")
    assert maps("map", "link", "--plain").code == 0
    assert typed.text.count("A number from 1 to") == 3
    assert "Mina’s “no answer” is Jo’s “go quiet”." in typed.text
    (link,) = shared(opened).links
    assert not link.nodded
    type_("", "1", "")
    assert maps("map", "link", "--plain").code == 0
    assert shared(opened).links[0].nodded
    typed = type_("1", "1", "7", "1")
    assert maps("map", "link", "--plain").code == 0
    assert "Jo has shown no move that is not linked to this yet." in typed.text
    assert shared(opened).links == ()


def test_what_is_not_confirmed_is_not_linked(maps: Run, type_: Type, opened: Opened) -> None:
    for typed in (("",), ("1", ""), ("1", "1", ""), ("1", "1", "1", "2")):
        type_(*typed)
        assert maps("map", "link", "--plain").code == 0
    type_("1", "1", "1")
    assert maps("map", "link", "--plain").code == 130
    assert shared(opened).links == ()


def test_who_has_shown_no_cue_is_told(made: Run, type_: Type) -> None:
    typed = type_("2")
    assert made("map", "link", "--plain").code == 0
    assert "Jo has shown no cue yet." in typed.text


# Again


def test_what_both_see_came_up_again(maps: Run, type_: Type, opened: Opened) -> None:
    typed = type_("1", "1", "11", "7")
    assert maps("map", "again", "--plain").code == 0
    assert "That is no number from 0 to 10." in typed.text
    came = next(one.came for one in shared(opened).triggers if one.owner == "a")
    assert [one.strength for one in came] == [4, 7]
    left: list[tuple[int, tuple[str, ...]]] = [
        (130, ("1",)),
        (130, ("1", "1")),
        (0, ("",)),
        (0, ("1", "")),
        (0, ("1", "1", "")),
    ]
    for code, words in left:
        type_(*words)
        assert maps("map", "again", "--plain").code == code
    assert next(one.came for one in shared(opened).triggers if one.owner == "a") == came


def test_what_is_in_the_own_room_came_up_again(rooms: Run, type_: Type, opened: Opened) -> None:
    typed = type_("1", "2", A, "1", "5")
    assert rooms("map", "again", "--plain").code == 0
    assert A not in typed.seen
    assert [one.strength for one in own(opened).came] == [5]
    assert shared(opened).triggers == ()
    typed = type_("2", "1")
    assert rooms("map", "again", "--plain").code == 0
    assert "Jo shows no map with its number yet" in typed.text
    typed = type_("2", "2", B)
    assert rooms("map", "again", "--plain").code == 0
    assert "There is no map here." in typed.text


# Showing


def test_nothing_of_a_room_is_read(rooms: Run) -> None:
    assert "you look away" not in (ran := rooms("map", "read")).out + ran.err


def test_lines_are_shown_and_taken_back(rooms: Run, type_: Type, opened: Opened) -> None:
    typed = type_("1", "not it", A, "1", "1 9", "3, 1")
    assert rooms("map", "show", "--plain").code == 0
    assert "Numbers from 1 to 3" in typed.text
    assert A not in typed.seen
    (seen,) = shared(opened).triggers
    assert seen.words == MapWords(cue="you look away", strength=3)
    typed = type_("1", A, "1", "")
    assert rooms("map", "show", "--plain").code == 0
    assert "When: you look away (both see it)" in typed.text
    assert "I tell myself: I do not matter (both" not in typed.text
    type_("1", A, "1", "none", "2")
    assert rooms("map", "show", "--plain").code == 0
    assert shared(opened).triggers == (seen,)
    type_("1", A, "1", "all")
    assert rooms("map", "show", "--plain").code == 0
    assert shared(opened).triggers[0].words == own(opened).words
    typed = type_("1", A, "1", "none", "1")
    assert rooms("map", "show", "--plain").code == 0
    assert "Taken back." in typed.text
    assert (shared(opened).triggers, own(opened).shown) == ((), ())


def test_leaving_shows_nothing(rooms: Run, type_: Type, opened: Opened) -> None:
    typed: list[tuple[int, tuple[str, ...]]] = [
        (130, ("1",)),
        (130, ("1", A)),
        (130, ("1", A, "1")),
        (0, ("",)),
        (0, ("1", A, "")),
        (0, ("2", B)),
        (0, ("1", A, "1", "none")),
    ]
    for code, left in typed:
        type_(*left)
        assert rooms("map", "show", "--plain").code == code
    assert shared(opened).triggers == ()


def test_without_a_room_there_is_none_to_open(made: Run, type_: Type) -> None:
    typed = type_("1")
    assert made("map", "show", "--plain").code == 0
    assert "There is no room of your own yet." in typed.text


# What helps


def test_what_helps_is_told_and_something_is_added(maps: Run, type_: Type, opened: Opened) -> None:
    typed = type_("a walk", "2", "1 2", "4", "3 1", "0", "20", "the street")
    assert maps("map", "helps", "--plain").code == 0
    assert "What helps from Jo: a hand" in typed.text
    assert typed.text.count("Numbers from 1 to 3") == 1
    assert "A number from 1 to 1440" in typed.text
    (kept,) = shared(opened).resources
    assert (kept.title, kept.owner, kept.ways) == ("a walk", "b", ("alone", "together"))
    assert (kept.when, kept.minutes, kept.place) == (("up", "settled"), 20, "the street")
    type_("tea", "", "", "", "", "")
    assert maps("map", "helps", "--plain").code == 0
    tea = next(one for one in shared(opened).resources if one.title == "tea")
    assert (tea.owner, tea.ways, tea.when, tea.minutes, tea.place) == (None, (), (), None, "")


def test_half_of_what_helps_is_not_kept(made: Run, type_: Type, opened: Opened) -> None:
    type_("a walk", "1", "1", "", "5")
    assert made("map", "helps", "--plain").code == 130
    typed = type_("")
    assert made("map", "helps", "--plain").code == 0
    assert "Nothing has been written here yet." in typed.text
    assert shared(opened).resources == ()


@pytest.mark.parametrize(
    ("what", "typed", "method"),
    [
        ("link", ("1", "1", "1", "1"), "link"),
        ("again", ("1", "1", "7"), "came_up"),
        ("helps", ("tea", "", "", "", "", ""), "keep_resource"),
    ],
)
def test_a_full_disk_is_told(
    maps: Run, type_: Type, monkeypatch: pytest.MonkeyPatch, what: str, typed: tuple[str, ...], method: str
) -> None:
    monkeypatch.setattr(Maps, method, refused)
    told = type_(*typed)
    ran = maps("map", what, "--plain")
    assert (ran.code, "The disk is full." in ran.err) == (1, True)
    assert not any(word in told.text for word in ("Kept.", "Noted", "stands there now"))


def test_a_full_disk_shows_nothing(rooms: Run, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Space, "show", refused)
    told = type_("1", A, "1", "all")
    ran = rooms("map", "show", "--plain")
    assert (ran.code, "The disk is full." in ran.err) == (1, True)
    assert "Both of you can see" not in told.text
