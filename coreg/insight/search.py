"""Search as one types, over what the two share: lines, later words, notes, agreements, good moments.

What is looked through is folded once, when the index is made; a keystroke then only looks for pieces that
hold every word. Ten years are some thirty thousand pieces.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from coreg.record.maps import Glimmer
    from coreg.record.models import Agreement, Entry, Later, Note, Session

    Findable = Session | Note | Agreement | Glimmer


@dataclass(frozen=True, slots=True)
class Hit:
    """One piece of text and where it stands.

    `what` is "session", "note", "agreement" or "glimmer"; `kind` says which piece of it: the kind of a line
    ("stays", "topic" ...), "later" for a later word, "why" of a good moment, else the same as `what`. `line`
    is the id of the line or later word, and None for a whole note, agreement or moment. `by` is whose words
    they are ("a", "b"), if that is known.
    """

    record: str
    what: str
    kind: str
    line: str | None
    by: str | None
    text: str
    local_date: date


@dataclass(frozen=True, slots=True)
class Index:
    """Every piece, folded, with its hit, newest first."""

    pieces: tuple[tuple[str, Hit], ...] = ()


def build(records: Iterable[Findable]) -> Index:
    """Make the index of these records."""
    return add(Index(), records)


def add(index: Index, records: Iterable[Findable]) -> Index:
    """Put more records in, each in place of the version that was there."""
    more = {record.id: [(fold(hit.text), hit) for hit in _hits(record)] for record in records}
    pieces = [piece for piece in index.pieces if piece[1].record not in more]
    return Index(tuple(sorted(chain(pieces, *more.values()), key=_newest)))


def remove(index: Index, record_id: str) -> Index:
    """Take a record out."""
    return Index(tuple(piece for piece in index.pieces if piece[1].record != record_id))


def search(index: Index, words: str, limit: int | None = None) -> tuple[Hit, ...]:
    """Find the pieces in which every word stands, as itself or inside another, newest first, at most `limit`.

    Case and accents do not count. Without a word nothing is found.
    """
    wanted = fold(words).split()
    if not wanted:
        return ()
    pieces: Iterable[tuple[str, Hit]] = index.pieces
    # The longest word is the rarest, as a rule, so the others have little left to look through.
    for word in sorted(wanted, key=len, reverse=True):
        pieces = [piece for piece in pieces if word in piece[0]]
    return tuple(hit for _, hit in islice(pieces, limit))


def marks(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Say where in a text the words stand, as start and end, in order and without overlap; for showing it."""
    places = [at for at, character in enumerate(text) for _ in fold(character)]
    folded = "".join(map(fold, text))
    lit = {places[at] for word in fold(words).split() for at in _places(folded, word)}
    starts = [at for at in sorted(lit) if at - 1 not in lit]
    ends = [at + 1 for at in sorted(lit) if at + 1 not in lit]
    return tuple(zip(starts, ends, strict=True))


def fold(text: str) -> str:
    """Make two texts that differ only in case, accents or the width of letters the same."""
    if text.isascii():
        return text.lower()
    folded = normalize("NFKD", normalize("NFKD", text).casefold())
    return "".join(character for character in folded if not combining(character))


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield from range(at, at + len(word))
        at = text.find(word, at + 1)


def _hits(record: Findable) -> Iterator[Hit]:
    what = _what(type(record))
    if record.binned:
        return
    for entry in getattr(record, "entries", ()):
        yield from _lines(record, entry)
    for name, kind in (("text", what), ("why", "why")):
        if text := getattr(record, name, ""):
            yield Hit(record.id, what, kind, None, getattr(record, "by", None), text, record.local_date)
    yield from _later(record, what, getattr(record, "later", ()))


def _lines(session: Findable, entry: Entry) -> Iterator[Hit]:
    for line in entry.lines:
        if not line.binned:
            yield Hit(session.id, "session", line.kind, line.id, line.by, line.text, session.local_date)
            yield from _later(session, "session", line.later)


def _later(record: Findable, what: str, words: Iterable[Later]) -> Iterator[Hit]:
    for word in words:
        if not word.binned:
            yield Hit(record.id, what, "later", word.id, word.by, word.text, record.local_date)


@cache
def _what(model: type) -> str:
    # By name, so that the models, and pydantic with them, are not loaded to draw a search field.
    return model.__name__.lower()


def _newest(piece: tuple[str, Hit]) -> tuple[int, str]:
    return -piece[1].local_date.toordinal(), piece[1].record
