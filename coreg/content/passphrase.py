"""Passphrases that are offered: words drawn by chance, which two people can remember."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["offer", "words"]

_FILE = Path(__file__).parent / "en" / "passphrase_words.txt"
_BYTES = 2
_VALUES = 256**_BYTES


@cache
def words() -> tuple[str, ...]:
    """Return the 2,048 words that are drawn from; none is the beginning of another."""
    return tuple(_FILE.read_text("ascii").split())


def offer(random: Callable[[int], bytes], count: int = 5) -> str:
    """Draw words with single blanks between them: 11 bits a word, 55 bits in the usual five.

    `random` gives that many random bytes. A word may come twice; every row of words is as
    likely as any other.
    """
    known = words()
    return " ".join(known[_below(len(known), random)] for _ in range(count))


def _below(bound: int, random: Callable[[int], bytes]) -> int:
    """Draw a number below the bound. Those that would make small ones likelier are drawn again."""
    even = _VALUES - _VALUES % bound
    while True:
        drawn = int.from_bytes(random(_BYTES), "big")
        if drawn < even:
            return drawn % bound
