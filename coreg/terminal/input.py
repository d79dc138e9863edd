"""From the bytes a terminal sends to Textual's messages, whatever those bytes are."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator

from textual._xterm_parser import XTermParser
from textual.constants import ESCAPE_DELAY
from textual.message import Message

from coreg.terminal.background import without_replies

__all__ = ["SETTLED", "InputReader"]

SETTLED = ESCAPE_DELAY + 0.005
"""Seconds without input after which a lone Escape is known to be one."""

_BEGUN_COLOUR = re.compile(rb"\x1b\]1[01];[^\x07\x1b]{0,40}\x1b?\Z")
_BEGUN = re.compile(rb"\x1b(?:\]1[01]?|\[\?[0-9;]*)\Z")
_PIECE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b?[^\x1b]+|\x1b")


class InputReader:
    """Reads bytes into messages. Bytes that mean nothing are replaced or dropped; none of them raises."""

    def __init__(self) -> None:
        """Start with nothing read. Textual's own log of keys is never switched on."""
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()
        self._held = b""

    def take(self, data: bytes) -> Iterator[Message]:
        """Yield what these bytes complete; an answer to the probe that came late is left out."""
        data = without_replies(self._held + data)
        begun = _BEGUN_COLOUR.search(data) or _BEGUN.search(data)
        self._held = begun[0] if begun else b""
        yield from self._parse(data[: len(data) - len(self._held)])

    def tick(self) -> Iterator[Message]:
        """Yield what is complete now that nothing followed for :data:`SETTLED` seconds."""
        held, self._held = self._held, b""
        if not _BEGUN_COLOUR.match(held):
            yield from self._parse(held)
        try:
            yield from self._parser.tick()
        except Exception:
            self._renew()

    def _parse(self, data: bytes) -> Iterator[Message]:
        for piece in _PIECE.findall(self._decode(data)):
            try:
                yield from self._parser.feed(piece)
            except Exception:  # a sequence that Textual cannot read is dropped; it must not end an evening
                self._renew()

    def _renew(self) -> None:
        """Go on with a fresh parser that knows what the old one knew of the window."""
        fresh = XTermParser()
        fresh.mouse_pixels = self._parser.mouse_pixels
        fresh.terminal_size = self._parser.terminal_size
        fresh.terminal_pixel_size = self._parser.terminal_pixel_size
        self._parser = fresh
