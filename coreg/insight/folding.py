"""Text folded to so many cells, whatever is written in it: how wide it is drawn is handed in."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ELLIPSIS", "Measure", "cut", "folded", "letters"]

Measure = Callable[[str], int]
"""Tells how many cells a text takes."""

ELLIPSIS = "…"
"""Stands for what is left out."""

_JOINER = "\u200d"
_LOOSE = re.compile(r"(?<!\S)\u200d+|\u200d+(?!\S)")
"""Joiners with nothing to join: they would draw to them what stands beside the text."""

_FLAGS = range(0x1F1E6, 0x1F200)


def letters(text: str, measure: Measure) -> Iterator[str]:
    """Yield what must not be parted: letters with their marks, joined emoji, flags."""
    letter = ""
    for sign in text:
        if letter and not _belongs(letter, sign, measure):
            yield letter
            letter = ""
        letter += sign
    if letter:
        yield letter


def cut(text: str, width: int, measure: Measure) -> str:
    """Return a text that takes at most so many cells (1 or more), with an ellipsis where it was longer."""
    text = _LOOSE.sub("", text)
    if measure(text) <= width:
        return text
    longer_and_longer = accumulate(letters(text, measure))
    *_, kept = "", *takewhile(lambda part: measure(part + ELLIPSIS) <= width, longer_and_longer)
    return kept.rstrip() + ELLIPSIS


def folded(text: str, width: int, most: int, measure: Measure) -> tuple[str, ...]:
    """Return a text in lines of at most so many cells (2 or more), at most so many lines.

    It breaks between words, and inside one that is longer than a line.
    """
    lines = [""]
    for word in (piece for whole in _LOOSE.sub("", text).split() for piece in _pieces(whole, width, measure)):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines[most - 1 :] = [cut(rest, width, measure)]
    return tuple(lines)


def _belongs(letter: str, sign: str, measure: Measure) -> bool:
    if letter.endswith(_JOINER) or measure(sign) == 0:
        return True
    return len(letter) == 1 and ord(letter) in _FLAGS and ord(sign) in _FLAGS


def _pieces(word: str, width: int, measure: Measure) -> Iterator[str]:
    """Yield a word in pieces of at most so many cells."""
    piece = ""
    for letter in letters(word, measure):
        if piece and measure(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece
