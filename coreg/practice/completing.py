"""Finding the words somebody means from what they have typed so far.

The nearest come first: those that begin so, those in which a word begins so, those that hold it, those that
hold its letters in their order, and last those that are only spelt a little otherwise.
"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["MOST", "complete", "last_piece", "pieces", "taken"]

MOST = 5
"""How many words are offered at once."""

_ALIKE = 0.72
"""How alike what is typed and a word have to be, 0 to 1; a slip in five letters leaves 0.8."""
_LEAST = 3
"""Letters from which on words are looked for that only hold them, or are spelt a little otherwise."""
_LONGEST = 40
"""Letters of what was typed above which nobody means a word of a list."""


def complete(typed: str, words: Sequence[str], most: int = MOST) -> tuple[str, ...]:
    """Return the words that may be meant, the nearest first, at most so many.

    Nothing typed gives the first words of the list; a word that stands there whole gives nothing.
    """
    wanted = _plain(typed)
    if not wanted:
        return tuple(words[:most])
    if len(wanted) > _LONGEST or any(_plain(word) == wanted for word in words):
        return ()
    ranked = [(rank, place) for place, word in enumerate(words) if (rank := _rank(wanted, _plain(word)))]
    return tuple(words[place] for _, place in sorted(ranked)[:most])


def _plain(text: str) -> str:
    """Return a text without capitals, accents and more than one blank in a row."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(one for one in parted if not unicodedata.combining(one)).split())


def _rank(wanted: str, word: str) -> float:
    """Return how near a word is: 1 the nearest; 0 when it is not meant."""
    if word.startswith(wanted):
        return 1
    if f" {wanted}" in word:
        return 2
    if len(wanted) < _LEAST:
        return 0
    if wanted in word:
        return 3
    if _in_order(wanted, word):
        return 4
    alike = max(SequenceMatcher(None, wanted, part).ratio() for part in (word, *word.split()))
    return 6 - alike if alike >= _ALIKE else 0


def _in_order(wanted: str, word: str) -> bool:
    """Tell whether a word begins like this and holds all its letters in their order."""
    rest = iter(word)
    return word[:1] == wanted[:1] and all(letter in rest for letter in wanted)


# Several short things in one line

_BETWEEN = ","


def pieces(line: str) -> tuple[str, ...]:
    """Return the short things of a line, each of them once."""
    found = (" ".join(piece.split()) for piece in line.split(_BETWEEN))
    return tuple(dict.fromkeys(piece for piece in found if piece))


def last_piece(line: str) -> str:
    """Return what is typed behind the last comma."""
    return line.rpartition(_BETWEEN)[2].strip()


def taken(line: str, word: str, *, several: bool) -> str:
    """Return the line with a word of the list in it: in place of all, or of what is behind the last comma."""
    if not several:
        return word
    before = line.rpartition(_BETWEEN)[0].strip()
    return f"{before}{_BETWEEN} {word}" if before else word
