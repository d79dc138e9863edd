"""What tests of screens stand on: two clocks that stand still, and a screen with hands and eyes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sized
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import ClassVar, Protocol

from rich.style import Style
from textual.app import App
from textual.binding import BindingType
from textual.constants import MAX_FPS
from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import WorkerCancelled

from coreg.evening.locking import Locking
from coreg.screens.base import Room
from coreg.screens.gone import Gone
from coreg.screens.house import House
from coreg.screens.in_order import InOrder
from coreg.theme import theme, theme_name

__all__ = ["Bare", "FakeTime", "Offering", "Run", "Shown", "at_rest", "run_screen"]

_FRAME = 1.5 / MAX_FPS
"""Seconds in which everything that Textual put off to its next frame is drawn."""


_ROUNDS = 10_000
"""Rounds of the loop after which something must be going in circles."""


async def at_rest(*seconds: float) -> None:
    """Wait until every message on its way has been handled, and what was put off to the next frame."""
    ready: Sized = vars(asyncio.get_running_loop())["_ready"]
    for _frame in range(2):
        for _round in range(_ROUNDS):
            await asyncio.sleep(0)
            if not ready:
                break
        await asyncio.sleep(_FRAME)


@dataclass(slots=True)
class FakeTime:
    """The clock (seconds) and the wall (an aware moment) of one test. Both stand until they are moved."""

    wall: datetime = datetime(2026, 11, 23, 20, 41, tzinfo=UTC)
    seconds: float = 1_000.0
    boot: str = "this one"

    def now(self) -> datetime:
        """Return the moment on the wall."""
        return self.wall

    def clock(self) -> float:
        """Return the monotonic seconds."""
        return self.seconds

    def awake(self) -> tuple[str, float]:
        """Return the start of the computer, and the seconds since."""
        return self.boot, self.seconds

    def advance(self, seconds: float) -> None:
        """Move both."""
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)

    def go_to(self, moment: datetime) -> None:
        """Set the wall; the clock stays."""
        self.wall = moment


class Offering(Locking):
    """Keys that offer other words every time, always the same."""

    _times = 0

    def offer(self) -> str:
        """Return five words."""
        self._times += 1
        return " ".join(f"word{self._times}{letter}" for letter in "abcde")


class Bare(InOrder, Gone, inherit_bindings=False):
    """An app with both themes and nothing else: the first screen is an empty room to come back to."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, house: House, screen: Screen[None], theme_of: str) -> None:
        """Show this screen over an empty room."""
        super().__init__()
        self._over = [Room(house), screen]
        for name in ("night", "day"):
            self.register_theme(theme(name))
        self.theme = theme_name(theme_of)

    async def on_mount(self) -> None:
        """Go in."""
        for screen in self._over:
            await self.push_screen(screen)


class Shown:
    """A running screen as two people have it: keys to press, and what can be read on it."""

    def __init__(self, app: App[int], pilot: Pilot[int], house: House, screen: Screen[None]) -> None:
        """Take what is running; ``screen`` is the one under test."""
        self.app = app
        self.pilot = pilot
        self.house = house
        self.screen = screen

    async def settle(self) -> None:
        """Wait until the disk, every worker and every message are done. Nothing here waits for time."""
        for _ in range(2):
            self.house.keeping.flush()
            while workers := [one for one in self.app.workers if not one.is_finished]:
                for worker in workers:
                    with suppress(WorkerCancelled):
                        await worker.wait()
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, and let everything come to rest."""
        await self.pilot.press(*keys)
        await self.settle()

    async def write(self, text: str) -> None:
        """Type a text into whatever has the focus, as fast as a terminal can hand it over."""
        for sign in text:
            key = "enter" if sign == "\n" else _character_to_key(sign)
            self.app.post_message(Key(key, "\r" if sign == "\n" else sign))
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste a text into whatever has the focus."""
        self.app.post_message(Paste(text))
        await self.settle()

    def lines(self) -> list[str]:
        """Return what stands on the screen, row by row, as it is drawn."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    def text(self) -> str:
        """Return what stands on the screen, with every run of blanks as one."""
        return "\n".join(" ".join(line.split()) for line in self.lines())

    def row(self, words: str) -> str:
        """Return the first row with these words on it; empty when there is none."""
        return next((line for line in self.lines() if words in line), "")

    def background_of(self, words: str) -> str:
        """Return the colour behind these words, as ``#rrggbb``; empty when they are not there."""
        style = self._style_of(words)
        colour = style.bgcolor.triplet if style is not None and style.bgcolor else None
        return colour.hex if colour else ""

    def colour_of(self, words: str) -> str:
        """Return the colour of these words, as ``#rrggbb``; empty when they are not there."""
        style = self._style_of(words)
        colour = style.color.triplet if style is not None and style.color else None
        return colour.hex if colour else ""

    def _style_of(self, words: str) -> Style | None:
        places = ((line.find(words), y) for y, line in enumerate(self.lines()))
        return next((self.app.screen.get_style_at(x, y) for x, y in places if x >= 0), None)

    @property
    def is_open(self) -> bool:
        """Whether the screen under test is still the one that is seen."""
        return self.app.screen is self.screen


class Run(Protocol):
    """``async with run(screen) as shown``."""

    def __call__(
        self, screen: Screen[None], *, size: tuple[int, int] = (112, 32), theme: str = "night"
    ) -> AbstractAsyncContextManager[Shown]:
        """Run a screen in a window of so many columns and rows."""


def run_screen(house: House) -> Run:
    """Return what runs screens of this house."""

    @asynccontextmanager
    async def run(
        screen: Screen[None], *, size: tuple[int, int] = (112, 32), theme: str = "night"
    ) -> AsyncIterator[Shown]:
        app = Bare(house, screen, theme)
        async with app.run_test(size=size) as pilot:
            shown = Shown(app, pilot, house, screen)
            await shown.settle()
            yield shown

    return run
