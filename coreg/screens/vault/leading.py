"""Leading people through several rooms, one after the other, and waiting for the books in between.

A way is a generator: it yields rooms to go through and futures to wait for, and returns the key of the words
that say how it ended, or "" when it was left.
"""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar, cast

from textual import on, work
from textual.events import ScreenResume

from coreg.content import explain, say
from coreg.evening.space import Space
from coreg.record.trouble import Trouble
from coreg.screens.base import Room
from coreg.screens.house import House

__all__ = ["Leading", "Wait", "Way", "through", "waiting"]

T = TypeVar("T")
R = TypeVar("R", bound=Room)


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that the books do, and the words key of what is said meanwhile."""

    asked: Future[Any]
    words: str


Step: TypeAlias = "Room | Wait"
Way: TypeAlias = Generator[Step, Any, T]


def through(room: R) -> Way[R]:
    """Go through a room, and come back with it."""
    yield room
    return room


def waiting(asked: Future[T], words: str = "vault.trying") -> Way[T]:
    """Wait for the books. Raises Trouble where they raise it."""
    return cast("T", (yield Wait(asked, words)))


def _left() -> Way[str]:
    """Go nowhere."""
    yield from ()
    return ""


class Leading(Room, inherit_bindings=False):
    """A room from which ways lead. It says what is done, and how it ended.

    What the books answer while this is hidden is waited with, and a room of one's own that they have opened
    meanwhile closes at once: whoever comes back need not be its owner.
    """

    def __init__(self, house: House) -> None:
        """Begin where nothing is under way."""
        super().__init__(house)
        self.busy = ""
        self._way: Way[str] | None = None
        self._later: tuple[object, Trouble | None] | None = None

    def lead(self, way: Way[str]) -> None:
        """Go a way, unless one is under way."""
        if self._way is None:
            self._way = way
            self._go(None)

    def on_unmount(self) -> None:
        """Let go of the way, and of what was chosen on it."""
        if self._way is not None:
            self._way.close()
            self._way = None

    def ended(self, words: str, *, well: bool) -> None:
        """A way has ended: the sentence that says how, "" when it was left."""

    def waits(self) -> None:
        """Show what is being done (``busy`` says it), or no longer."""

    @on(ScreenResume)
    def go_on(self) -> None:
        """Go on with what was answered while something else was in front."""
        later, self._later = self._later, None
        if later is not None:
            self._go(*later)

    def _go(self, answer: object, trouble: Trouble | None = None) -> None:
        if self._way is None:
            return
        if not self.is_active:
            if isinstance(answer, Space):
                answer.close()
                self._way.close()
                self._way = _left()
            self._later = (None if isinstance(answer, Space) else answer, trouble)
            return
        try:
            step = self._way.send(answer) if trouble is None else self._way.throw(trouble)
        except StopIteration as stop:
            self._way = None
            self.ended(say(stop.value) if stop.value else "", well=True)
        except Trouble as error:
            self._way = None
            self.ended(explain(error), well=False)
        else:
            if isinstance(step, Room):
                self.app.push_screen(step, self._came_back)
            else:
                self.wait_for(step)

    def _came_back(self, _: None) -> None:
        self._go(None)

    @work(group="way", exclusive=True)
    async def wait_for(self, wait: Wait) -> None:
        """Wait for the books, saying what they do."""
        self.busy = say(wait.words)
        self.waits()
        answer, trouble = None, None
        try:
            answer = await asyncio.wrap_future(wait.asked)
        except Trouble as error:
            trouble = error
        self.busy = ""
        self.waits()
        self._go(answer, trouble)

    def do_all_escape(self) -> None:
        """Go back, unless the books are at work."""
        if not self.busy:
            super().do_all_escape()
