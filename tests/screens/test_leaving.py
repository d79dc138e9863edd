"""A room that is on its way out has nothing to show any more what it waited for; and that is no mistake."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

import pytest
from textual import work
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import WorkerFailed

from coreg.screens.base import Room
from coreg.screens.home import Home
from coreg.screens.house import House
from tests.screens.whole import app


class Slow(Static):
    """Something that takes a moment to go."""

    def __init__(self, goes: asyncio.Event) -> None:
        super().__init__()
        self.goes = goes

    async def on_unmount(self) -> None:
        await self.goes.wait()


class Reading(Room, inherit_bindings=False):
    """A room that waits for something, and shows it then."""

    def __init__(self, house: House, found: asyncio.Event, goes: asyncio.Event) -> None:
        super().__init__(house)
        self.found = found
        self.goes = goes

    def stage(self) -> Iterable[Widget]:
        yield Static(id="shown")
        yield Slow(self.goes)

    def on_mount(self) -> None:
        self.read()

    @work
    async def read(self) -> None:
        await self.found.wait()
        self.query_one("#shown", Static).update("found")


async def test_what_is_found_while_its_room_goes_ends_nothing(house: House) -> None:
    found, goes = asyncio.Event(), asyncio.Event()
    async with app(house) as shown:
        room = Reading(house, found, goes)
        await shown.app.push_screen(room)
        gone = asyncio.ensure_future(shown.app.pop_screen())
        for _ in range(20):
            await asyncio.sleep(0.005)
        assert not room.query("#shown"), "it is half gone"
        found.set()
        await asyncio.sleep(0.02)
        goes.set()
        await gone
        await shown.settle()
        assert shown.on(Home)


async def test_what_is_not_there_in_a_room_that_stays_is_a_mistake(house: House) -> None:
    found, goes = asyncio.Event(), asyncio.Event()
    goes.set()

    async def found_too_late() -> None:
        async with app(house) as shown:
            room = Reading(house, found, goes)
            await shown.app.push_screen(room)
            await room.query_one("#shown").remove()
            found.set()
            await asyncio.sleep(0.02)

    with pytest.raises(WorkerFailed) as failed:
        await found_too_late()
    assert isinstance(failed.value.error, NoMatches)
