"""Agreeing on one line: a draft until both have said so, whatever the disk or another page does meanwhile."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from coreg.evening.half_written import HalfWritten
from coreg.evening.maps import Maps
from coreg.screens.base import Room
from coreg.screens.hide import Hide
from coreg.screens.house import House
from coreg.screens.maps.agreeing import SignRoom
from coreg.screens.maps.helping import HelpsRoom
from coreg.store import Store
from tests.screens.stage import FakeTime, Run
from tests.store.full_disk import FullDisk


async def test_a_draft_that_cannot_be_written_stays_on_the_screen_until_it_can(
    house: House, store: Store, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with run(SignRoom(house)) as shown:
        disk.fill()
        await shown.write("cold hands")
        await shown.press("escape")
        assert shown.is_open
        assert "could not be written to the disk just now" in shown.text()
        assert "cold hands" in shown.text()
        disk.make_room()
        await shown.press("escape")
        assert not shown.is_open
    assert "cold hands" in str(store.aside())


async def test_keys_pressed_while_it_is_written_are_for_the_next_screen(
    house: House, store: Store, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing: Future[None] = Future()
    async with run(HelpsRoom(house)) as shown:
        await shown.press("a")
        await shown.write("cold hands")
        monkeypatch.setattr(HalfWritten, "keep", lambda *_: writing)
        await shown.write("!")
        await shown.pilot.press("escape", "escape", "f9")
        await shown.pilot.pause()
        assert isinstance(shown.app.screen, Hide)
        writing.set_result(None)
        await shown.settle()
        assert isinstance(shown.app.screen, Hide), "what was meant for the page uncovers nothing"
        await shown.press("f9")
        assert isinstance(shown.app.screen, SignRoom)
        writing = Future()
        await shown.write("!")
        assert "cold hands!!" in shown.text(), "the line is ready to be written on"
        await shown.pilot.press("escape", "escape")
        writing.set_result(None)
        await shown.settle()
        assert not isinstance(shown.app.screen, SignRoom | HelpsRoom)


@pytest.mark.long
async def test_with_nothing_written_a_full_disk_keeps_nobody(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with run(SignRoom(house)) as shown:
        disk.fill()
        await shown.press("escape")
        assert not shown.is_open


async def test_what_is_agreed_behind_the_help_page_is_left_after_it(
    house: House, time: FakeTime, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreeing: Future[object] = Future()
    monkeypatch.setattr(Maps, "agree_on", lambda *_: agreeing)
    async with run(SignRoom(house)) as shown:
        await shown.write("cold hands\n")
        time.advance(2)
        await shown.pilot.press("f", "j", "f1")
        await shown.pilot.pause()
        agreeing.set_result(None)
        await shown.settle()
        await shown.press("escape")
        assert not shown.is_open


async def test_what_is_typed_before_a_draft_is_read_stands_behind_it(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading: Future[str] = Future()
    monkeypatch.setattr(HalfWritten, "read", lambda *_: reading)
    async with run(Room(house)) as shown:
        shown.app.push_screen(SignRoom(house))
        await shown.pilot.pause()
        await shown.pilot.press("s")
        reading.set_result("cold hand")
        await shown.settle()
        assert "cold hands" in shown.text()
