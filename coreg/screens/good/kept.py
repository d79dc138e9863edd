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

__all__ = ["Kept", "latest"]

T = TypeVar("T")
"""What the page is a record of."""


def latest(before: Future[T] | None, known: T) -> T:
    """Return what a write that is over has kept; what was known before it, if it kept nothing."""
    return known if before is None or before.exception() is not None else before.result()


class Kept(Room, Generic[T], inherit_bindings=False):
    """One record. What cannot be written stays on the screen, and is told."""

    _pending: Future[T] | None = None
    """The last write that was asked for, until the page knows of it."""
    _asked: object = None
    """What that is about to keep."""
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
    def written(self) -> object:
        """Return what stands here."""

    @abstractmethod
    def ask(self, before: Future[T] | None) -> Future[T]:
        """Ask the book to keep what stands here; a write ``before`` this one is over when its turn comes."""

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
        if self.is_mounted and self.changed and (self._pending is None or self.written() != self._asked):
            self._write()

    def _write(self) -> Future[T]:
        self._asked = self.written()
        self._pending = asked = self.ask(self._pending)
        return asked

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
            self._busy = False
        if self._leaving:
            super().go_back()
        else:
            self.well()

    async def _until_kept(self) -> None:
        while self._pending is not None or self.changed:
            asked = self._pending or self._write()
            try:
                self.took(await asyncio.wrap_future(asked))
            finally:
                # While it was being written another one may have been asked for.
                if self._pending is asked:
                    self._pending = None

    def go_back(self) -> None:
        """Go back when it is in the book."""
        if self._pending is None and not self.changed:
            super().go_back()
            return
        self._leaving = True
        self.keep_it()
