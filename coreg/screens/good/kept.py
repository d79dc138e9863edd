"""A page that is kept as it is written: in the book before anybody leaves it."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from textual import work

from coreg.content import explain
from coreg.screens.base import Room
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from concurrent.futures import Future

    from textual.content import Content

__all__ = ["Kept"]

T = TypeVar("T")
"""What the page is a record of."""


class Kept(Room, Generic[T], inherit_bindings=False):
    """One record. What cannot be written stays on the screen, and is told."""

    _pending: Future[T] | None = None
    _busy = False
    _leaving = False

    def on_mount(self) -> None:
        """Be ready to be put away at any moment."""
        self.house.drafts[self] = self.keep_quietly

    def on_unmount(self) -> None:
        """Let go of the draft: it is in the book."""
        self.house.drafts.pop(self, None)

    @property
    @abstractmethod
    def changed(self) -> bool:
        """Whether something stands here that is not in the book."""

    @abstractmethod
    def ask(self) -> Future[T]:
        """Ask the book to keep what stands here."""

    @abstractmethod
    def took(self, kept: T) -> None:
        """Take what is in the book now."""

    @abstractmethod
    def well(self) -> None:
        """Say that all of it is in the book."""

    @abstractmethod
    def tell(self, told: Content) -> None:
        """Say what has just happened."""

    def keep_quietly(self) -> None:
        """Have it kept, because the screen may go at any moment."""
        self._take_done()
        if self.is_mounted and self.changed and self._pending is None:
            self._pending = self.ask()

    def _take_done(self) -> None:
        """Take what was kept quietly before: what was written since then is to be kept as well."""
        if self._pending is not None and self._pending.done() and not self._busy:
            asked, self._pending = self._pending, None
            if asked.exception() is None:
                self.took(asked.result())

    @work(group="keep")
    async def keep_it(self) -> None:
        """Put it into the book until the book has all of it; what cannot be written stays on the screen."""
        if self._busy:
            return
        self._busy = True
        try:
            await self._until_kept()
        except Exception as error:
            self._leaving = False
            self.tell(lit(explain(error), "$warn"))
            return
        finally:
            self._pending, self._busy = None, False
        if self._leaving:
            super().go_back()
        else:
            self.well()

    async def _until_kept(self) -> None:
        while self._pending is not None or self.changed:
            self._pending = self._pending or self.ask()
            self.took(await asyncio.wrap_future(self._pending))
            self._pending = None

    def go_back(self) -> None:
        """Go back when it is in the book."""
        if self._pending is None and not self.changed:
            super().go_back()
            return
        self._leaving = True
        self.keep_it()
