"""Every sign in ASCII, for a terminal that would show another one as a box or as two wrong letters.

Whatever is about to be drawn goes through here, what people wrote and their names among it; what is kept is
not touched. A sign keeps its width, so nothing moves. Letters lose their accents, and what has no likeness
becomes a question mark.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from unicodedata import normalize

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from typing_extensions import override

__all__ = ["AsciiSigns", "in_ascii"]

_LIKE = {
    "-": "─╴╶╌╍–—−▔\u2010\u2011\u2012\u2015",
    "=": "━═▬",
    "|": "│┃├┤┠┨╷╵║▏▎▍▌▐▕▋▊▉",
    ".": "·…╭╮∙┄",
    "'": "╰╯’‘\u2032",
    '"': "“”„″",
    "+": "┌┐└┘┏┓┗┛┕┙┬┴┯┷┼╋½",
    "#": "█▓■▇▆▅▀",
    ":": "▒┊",
    "_": "▁▂▃▄",
    "*": "•●◆★✦✓✔",
    "o": "◦○◇",
    ">": "\u203a→↳▸▶»",
    "<": "\u2039←◂◀«",
    "^": "↑▲▴",
    "v": "↓▼▾",
    "x": "×✗✕",
}
_TABLE = {ord(sign): likeness for likeness, signs in _LIKE.items() for sign in signs} | {ord("░"): "."}
_BRAILLE = range(0x2800, 0x2900)


@lru_cache(maxsize=4096)
def in_ascii(text: str) -> str:
    """Return a text in ASCII that takes as many cells as it did."""
    if text.isascii():
        return text
    found = "".join(map(_like, text.translate(_TABLE)))
    return found[: cell_len(text)].ljust(cell_len(text))


def _like(sign: str) -> str:
    """Return what stands for one sign, as wide as it is."""
    if sign.isascii():
        return sign
    if ord(sign) in _BRAILLE:
        return "."
    width = cell_len(sign)
    bare = "".join(one for one in normalize("NFKD", sign) if one.isascii())
    return bare if len(bare) == width else "?" * width


class AsciiSigns(LineFilter):
    """Draws in ASCII as long as that is asked for."""

    def __init__(self, asked: Callable[[], bool]) -> None:
        """Ask each time whether it is wanted: a setting may change while it is shown."""
        super().__init__()
        self._asked = asked

    @property
    def enabled(self) -> bool:
        """Whether anything is to be done."""
        return self._asked()

    @enabled.setter
    def enabled(self, _value: bool) -> None:
        """Leave it to whoever is asked."""

    @override
    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments in ASCII."""
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]
