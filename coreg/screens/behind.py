"""Keeping what is typed a moment behind the typing, and at once when a screen may go."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual.message import Message

from coreg.evening.drafting import BEHIND

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from textual.screen import Screen

    from coreg.screens.house import House

__all__ = ["Behind", "NotKept"]


class NotKept(Message):
    """A draft could not be written; it is tried again with the next letter, and before anybody leaves."""


class Behind:
    """One screen's draft. It is on its way to the disk within half a second of the first letter."""

    def __init__(self, screen: Screen[None], house: House, keep: Callable[[], Future[Any] | None]) -> None:
        """Take what keeps the draft as it is; nothing where there is nothing to keep."""
        self._screen = screen
        self._house = house
        self._keep = keep
        self._waits = self._failed = False
        self._asked: Future[Any] | None = None
        house.drafts[screen] = self.now

    def typed(self) -> None:
        """Have it kept soon."""
        if not self._waits:
            self._waits = True
            self._screen.set_timer(BEHIND, self.now)

    def now(self) -> None:
        """Have it kept at once, if there is anything that is not."""
        if self._waits or self._failed:
            self._waits = self._failed = False
            self._asked = self._keep()
            if self._asked is not None:
                self._asked.add_done_callback(self._done)

    def _done(self, asked: Future[Any]) -> None:
        # On the writing thread: a message finds its way from there.
        if asked.exception() is not None:
            self._failed = True
            self._screen.post_message(NotKept())

    async def settled(self) -> bool:
        """Have it kept at once, and tell whether all of it is on disk."""
        self.now()
        try:
            if self._asked is not None:
                await asyncio.wrap_future(self._asked)
        except Exception:  # the screen has been told
            return False
        return True

    def end(self) -> None:
        """Have it kept, and look after it no more."""
        self.now()
        self._house.drafts.pop(self._screen, None)
