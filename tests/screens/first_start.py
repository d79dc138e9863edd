"""A first start as two people have it: names to write, keys to press, breaths to let pass."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coreg.practice.hands import Hands
from coreg.screens.welcome import Welcome

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from coreg.screens.house import House
    from tests.screens.stage import FakeTime, Run, Shown

__all__ = ["KEYS", "First", "book", "first"]

NAMED = ("enter", "escape", "tab", "f1", "up", "left_shift", "ctrl+q")
KEYS = ("f", "z", "j", "/")


@dataclass
class First:
    """A first start under way."""

    shown: Shown
    screen: Welcome
    time: FakeTime
    homes: list[str]

    async def press(self, *keys: str) -> None:
        """Press keys calmly: none of them is a repeat, and none comes too soon after a step."""
        for key in keys:
            self.screen.hands = Hands()
            signs = (
                [key] if len(key) == 1 or key in NAMED else ["space" if sign == " " else sign for sign in key]
            )
            await self.shown.pilot.press(*signs)
        await self.shown.settle()

    async def name(self, a: str = "Mina", b: str = "Jo") -> None:
        """Write both names at once, and go on from the right one."""
        self.screen.names.write(a, b)
        self.screen.names.field("right").focus()
        await self.press("enter")

    async def together(self) -> None:
        """Let both press their own keys, the right one first."""
        label = self.shown.house.keymap.label
        await self.press(label("right.main"), label("left.main"))

    async def breathe(self) -> None:
        """Let the countdown and three breaths pass."""
        assert self.screen.breaths is not None
        self.time.advance(60)
        self.screen.breaths.look()
        await self.shown.settle()

    @property
    def stage(self) -> str:
        """Where it is."""
        return self.screen.hello.stage

    def text(self) -> str:
        """Return what stands on the screen, folded lines joined."""
        return " ".join(self.shown.text().split())


@asynccontextmanager
async def first(
    house: House, run: Run, time: FakeTime, size: tuple[int, int] = (112, 32)
) -> AsyncIterator[First]:
    """Begin."""
    homes: list[str] = []
    screen = Welcome(house, lambda: homes.append(screen.hello.stage))
    async with run(screen, size=size) as shown:
        yield First(shown, screen, time, homes)


def book(house: House) -> tuple[str, str] | None:
    """Return the names in the book, None where there is none."""
    known = house.keeping.home()
    return None if known is None else (known.a, known.b)
