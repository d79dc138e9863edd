"""What was kept, as plain lines for a terminal or a pipe. Nothing in it moves a cursor."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from coreg.share.told import Told, Word

__all__ = ["in_full", "in_short"]

_SHORT = frozenset({"stays", "thanks", "note", "glimmer"})
_INDENT = "    "


def in_short(told: Told, id_length: int) -> str:
    """Return the entry of a list: a heading with a short id, and under it what stayed and the notes."""
    head = f"{_day(told)}  {told.title}  {told.id[:id_length]}"
    return "\n".join((head, *_words(told, _SHORT)))


def in_full(told: Told) -> str:
    """Return everything: heading, id, facts, all words with what was added later."""
    words = list(_words(told, None))
    gap = [""] if words else []
    return "\n".join((f"{_day(told)}  {told.title}", told.id, "", *told.facts, *gap, *words)).rstrip("\n")


def _day(told: Told) -> str:
    return f"{told.day} {date.fromisoformat(told.day):%A}"


def _words(told: Told, kinds: Container[str] | None) -> Iterator[str]:
    for word in told.words:
        if kinds is None or word.kind in kinds:
            yield from _word(word, 1)


def _word(word: Word, depth: int) -> Iterator[str]:
    lead = ", ".join(part for part in (word.label, word.by) if part)
    first, *rest = word.text.split("\n")
    head = f"{lead}: {first}" if lead else first
    if lead and rest:
        yield f"{_INDENT * depth}{lead}:"
        depth += 1
        head = first
    yield f"{_INDENT * depth}{head}".rstrip()
    for line in rest:
        yield f"{_INDENT * depth}{line}".rstrip()
    for later in word.later:
        yield from _word(later, depth + 1)
