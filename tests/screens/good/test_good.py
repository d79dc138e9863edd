"""What is good, on one page: what helps and the moments, to be opened, thrown away, and read aloud."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Event

import pytest

from coreg.evening.maps import Maps
from coreg.record.maps import Resource
from coreg.record.trouble import Trouble
from coreg.screens.good.aloud import AloudRoom
from coreg.screens.good.helping import HelpingRoom
from coreg.screens.good.ideas import IdeasRoom
from coreg.screens.good.moment import MomentRoom
from coreg.screens.good.page import GoodRoom
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from tests.screens.sittings import Two
from tests.screens.stage import FakeTime, Run


def helping(house: House) -> dict[str, Resource]:
    """Return what helps, by its title."""
    return {one.title: one for one in house.maps.all().result(5).resources}


@pytest.mark.long
async def test_both_parts_stand_there_and_are_opened(house: House, run: Run) -> None:
    house.maps.glimmer("You hummed.", sense="heard", by="b").result(5)
    async with run(GoodRoom(house)) as shown:
        assert "i shows ideas." in shown.text()
        assert "Jo · today · heard" in shown.text()
        await shown.press("enter")
        assert isinstance(shown.app.screen, MomentRoom)
        await shown.press("escape", "i")
        assert isinstance(shown.app.screen, IdeasRoom)
        await shown.press("enter", "down", "enter", "u", "escape")
        assert list(helping(house)) == ["Cold water over the wrists"]
        assert "Cold water over the wrists" in shown.text()
        assert [one.title for one in house.couple.helps] == ["Cold water over the wrists"]
        await shown.press("tab", "delete")
        assert "Cold water" not in shown.text()
        assert helping(house) == {}
        await shown.press("u", "tab", "enter")
        assert isinstance(shown.app.screen, HelpingRoom)


async def test_what_is_taken_back_before_a_slow_disk_has_it_is_not_kept(house: House, run: Run) -> None:
    disk = Event()
    async with run(IdeasRoom(house)) as shown:
        house.keeping.ask(lambda _: disk.wait(5))
        await shown.pilot.press("enter", "u")
        disk.set()
        await shown.settle()
    assert helping(house) == {}


async def test_before_it_is_known_what_is_there_no_ideas_are_shown(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    unread: Future[object] = Future()
    unread.set_exception(Trouble("cannot_read", path="book"))
    monkeypatch.setattr(Maps, "all", lambda _: unread)
    async with run(GoodRoom(house)) as shown:
        await shown.press("i", "a")
        assert shown.is_open


async def test_a_few_of_the_week_are_read_aloud(house: House, run: Run, time: FakeTime) -> None:
    for text in ("one", "two", "three", "four"):
        house.maps.glimmer(text, by="a").result(5)
    house.maps.glimmer("[b]nobody’s[/]", who="us").result(5)
    async with run(GoodRoom(house)) as shown:
        await shown.press("a")
        room = shown.app.screen
        assert isinstance(room, AloudRoom)
        assert "Mina reads aloud" in shown.text()
        assert "“two”" in shown.text()
        two = Two(shown, time)
        await two.press("j")
        assert "Either of you reads aloud" in shown.text()
        assert "“[b]nobody’s[/]”" in shown.text()
        await two.press("f", "f", "j")
        assert "That was some of what was good." in shown.text()
        await two.press("f")
        assert shown.is_open


async def test_without_any_each_says_one(house: House, run: Run, time: FakeTime) -> None:
    async with run(GoodRoom(house)) as shown:
        assert "* writes one down" in shown.text()
        await shown.press("enter", "delete", "tab", "a")
        assert "Nothing was written down this week." in shown.text()
        await Two(shown, time).press("f")
        assert shown.is_open


@pytest.mark.long
async def test_something_that_helps_is_written_down(house: House, run: Run) -> None:
    async with run(GoodRoom(house), size=(80, 24)) as shown:
        await shown.press("n")
        await shown.write("A long shower\n")
        await shown.press("enter", "down", "right", "enter", "left", "enter", "down")
        await shown.write("soon\n")
        await shown.write("upstairs\n")
        await shown.press("left", "enter", "ctrl+s")
        assert "whole number of minutes" in shown.text()
        await shown.press("ctrl+a", "ctrl+k")
        await shown.write("15")
        await shown.press("ctrl+s")
        assert "Kept." in shown.text()
        await shown.press("escape", "escape")
        assert "Mina · alone · stirred up, shut down · 15 min · upstairs" in shown.text()
    (one,) = helping(house).values()
    assert (one.ways, one.when, one.minutes, one.place, one.owner) == (
        ("alone",),
        ("up", "shut"),
        15,
        "upstairs",
        "a",
    )


@pytest.mark.long
async def test_what_has_no_name_is_told_once_and_then_left(house: House, run: Run) -> None:
    async with run(HelpingRoom(house, house.maps.blank_resource(""))) as shown:
        await shown.press("down", "enter", "escape")
        assert "It needs a few words" in shown.text()
        await shown.press("escape", "escape")
        assert not shown.is_open
    assert helping(house) == {}
    async with run(HelpingRoom(house, house.maps.blank_resource(""))) as shown:
        await shown.write("tea")
        await shown.press("f9", "escape")
        assert list(helping(house)) == ["tea"]


@pytest.mark.long
async def test_looking_back_finds_a_moment_and_leads_to_what_is_good(house: House, run: Run) -> None:
    house.maps.glimmer("The light at four", why="nobody hurried", by="b").result(5)
    async with run(LookBack(house)) as shown:
        assert "✦ Jo The light at four" in shown.text()
        await shown.press("ctrl+f")
        await shown.write("hurried")
        assert "1 found" in shown.text()
        await shown.press("enter", "delete")
        assert "This moment is in the bin now." in shown.text()
        await shown.press("u", "escape", "g")
        assert isinstance(shown.app.screen, GoodRoom)
