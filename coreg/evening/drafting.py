"""A private note while it is written: what is on disk is never more than a moment behind."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from coreg.evening.space import Space
    from coreg.record.private import PrivateNote

__all__ = ["BEHIND", "Draft"]

BEHIND = 0.5
"""Seconds that the disk may be behind the first letter that is not on it."""


class Draft:
    """One note of a room. A new one gets its id when it is first kept; one that stays blank is never kept."""

    def __init__(self, space: Space, note: PrivateNote, clock: Callable[[], float]) -> None:
        """Begin with a note as it is on disk, or with a new one."""
        self.space = space
        self.note = note
        self.text = note.text
        self._clock = clock
        self._kept = note.text
        self._asked = note.text
        self._since = 0.0
        self._last: Future[PrivateNote] | None = None
        self._forgotten = False
        self._one = Lock()

    @property
    def dirty(self) -> bool:
        """Whether there is something that is not on disk."""
        return self.text != self._kept

    @property
    def due(self) -> bool:
        """Whether it is time to keep it."""
        return self.text != self._asked and self._clock() - self._since >= BEHIND

    def typed(self, text: str) -> None:
        """Take the text as it is now."""
        if self.text == self._asked:
            self._since = self._clock()
        self.text = text

    def keep(self) -> Future[PrivateNote] | None:
        """Keep what is not on its way to the disk yet; None when nothing is. Raises Trouble space_shut."""
        text = self.text
        if text == self._asked or not (text.strip() or self._kept.strip() or self._asked.strip()):
            return None
        asked = self.space.keep_made(lambda: self.note.model_copy(update={"text": text}))
        self._asked, self._last = text, asked
        asked.add_done_callback(self._done)
        return asked

    def take(self, note: PrivateNote) -> None:
        """Take the note as something else has put it on disk."""
        self.note = note

    def forget(self) -> None:
        """Let go of the text; what is on its way to the disk arrives there first."""
        with self._one:
            self._forgotten = True
            self.text = self._kept = self._asked = ""
            if self._last is None or self._last.done():
                self.note = _empty(self.note)

    def _done(self, asked: Future[PrivateNote]) -> None:
        # On the writing thread, before it begins with what was asked for next.
        with self._one:
            if asked.exception() is not None:
                self._asked = self._kept
            elif self._forgotten:
                self.note = _empty(asked.result())
            else:
                self.note = asked.result()
                self._kept = self.note.text


def _empty(note: PrivateNote) -> PrivateNote:
    return note.model_copy(update={"text": "", "released": ()})
