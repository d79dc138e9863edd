"""Two people who look at a pause and take their time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import cast

from coreg.record.models import Session
from coreg.screens.house import House
from coreg.screens.timeout.pause import PauseRoom
from tests.screens.sittings import Two
from tests.screens.stage import FakeTime, Shown

__all__ = ["MINUTE", "Open", "Paused", "kept"]

MINUTE = 60.0


class Paused:
    """A pause that two people look at."""

    def __init__(self, shown: Shown, time: FakeTime) -> None:
        """Take the screen and the clock."""
        self.shown = shown
        self.time = time
        self.two = Two(shown, time)

    @property
    def room(self) -> PauseRoom:
        """The room of the pause."""
        return cast("PauseRoom", self.shown.screen)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, slowly."""
        await self.two.press(*keys)

    async def after(self, minutes: float) -> str:
        """Let minutes go by, in which nobody is looked at; return what stands there then."""
        self.time.advance(minutes * MINUTE)
        self.room.look()
        await self.shown.settle()
        return self.text()

    def text(self) -> str:
        """Return what stands on the screen."""
        return self.shown.text()


Open = Callable[..., AbstractAsyncContextManager[Paused]]


def kept(house: House) -> list[Session]:
    """Return what the book has of pauses."""
    return [one for one in house.keeping.sessions().result(5) if one.kind == "timeout"]
