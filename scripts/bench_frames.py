"""A stream of output cut into frames: what a terminal shows at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["BURST", "Piece", "Splitter", "gaps", "pieces"]

BURST = 0.004
"""Seconds of silence that end a frame of a program that does not say where its frames end."""

_BEGIN, _END = b"\x1b[?2026h", b"\x1b[?2026l"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some output, when it was read (seconds), and whether a frame ends with it."""

    at: float
    data: bytes
    ends: bool


@dataclass(slots=True)
class Splitter:
    """Cuts chunks where a synchronised update (mode 2026) ends, or where silence follows.

    A mark may be cut in two by the end of a chunk, so the last few bytes are remembered.
    """

    _open: bool = False
    _waiting: bool = False
    _last: float = 0.0
    _tail: bytes = field(default=b"")

    def take(self, at: float, data: bytes) -> Iterator[Piece]:
        """Yield the pieces of a chunk read at a moment."""
        yield from self.quiet(at)
        text = self._tail + data
        start, search = len(self._tail), 0
        while (found := text.find(_END, search)) >= 0:
            search = found + len(_END)
            yield Piece(at, text[start:search], ends=True)
            start = search
            self._open = self._waiting = False
        self._open = self._open or _BEGIN in text[search:]
        if start < len(text):
            yield Piece(at, text[start:], ends=False)
            self._waiting, self._last = True, at
        self._tail = text[search:][1 - len(_END) :]

    def quiet(self, now: float) -> Iterator[Piece]:
        """Yield the end of a frame if there has been silence until now since something unfinished."""
        if self._waiting and not self._open and now - self._last > BURST:
            self._waiting = False
            yield Piece(self._last, b"", ends=True)


def pieces(chunks: Iterable[tuple[float, bytes]]) -> Iterator[Piece]:
    """Yield all pieces of chunks that were read at moments, to the end of the last frame."""
    splitter, last = Splitter(), 0.0
    for at, data in chunks:
        last = at
        yield from splitter.take(at, data)
    yield from splitter.quiet(last + 2 * BURST)


def gaps(moments: Iterable[float]) -> list[float]:
    """Return the time from each moment to the next."""
    return [later - earlier for earlier, later in pairwise(moments)]
