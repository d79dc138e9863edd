"""What a backup is called, when it was made and why, and what is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import orjson

from coreg.store.book import HOME, Book

PRIVATE = "private"
"""The book of what is for one of the two alone."""

DAILY = "daily"
"""What the backup of a day is called; all others say what they were made before, or by whom."""

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([a-z-]+)-([1-9][0-9]{0,8}))?")
_BOOK = re.compile(rf"{HOME}|{PRIVATE}|\d{{4}}")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup.

    `what` is "daily", "by-hand", "before-import" ...; `state` is "whole" or "damaged". `sessions`, `notes`
    and `moments` count what is neither in the bin nor deleted; `newest` is the date of the last session,
    YYYY-MM-DD, or "".
    """

    name: str
    day: date
    what: str
    state: str
    sessions: int = 0
    notes: int = 0
    newest: str = ""
    moments: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """What one book adds to a preview."""

    sessions: int
    notes: int
    newest: str
    moments: int


def is_book(name: str) -> bool:
    """Say whether a backup holds books of this name: not the running sitting, no pending change."""
    return _BOOK.fullmatch(name) is not None


def order(name: str) -> tuple[date, int, str] | None:
    """Say where a backup stands in time: its day, its number on that day (0: the daily one), and why.

    None for what is no backup's name.
    """
    found = _NAME.fullmatch(name)
    if not found:
        return None
    try:
        day = date.fromisoformat(found[1])
    except ValueError:
        return None
    return day, int(found[3] or 0), found[2] or DAILY


def in_order(names: Iterable[str]) -> list[str]:
    """Sort names of backups, newest first; what is none is left out."""
    places = {name: place for name in names if (place := order(name))}
    return sorted(places, key=places.__getitem__, reverse=True)


def count(book: Book) -> Count:
    """Count what there is to see in a book. Raises ValueError or AttributeError for an odd document."""
    sessions, notes = list(_there(book, "sessions")), list(_there(book, "notes"))
    newest = max((str(row.get("local_date")) for row in sessions), default="")
    return Count(len(sessions), len(notes), newest, sum(1 for _ in _there(book, "glimmers")))


def told(name: str, counts: Iterable[Count] | None) -> Backup:
    """Say what is in a backup; with no counts, that it is not whole."""
    day, _, what = order(name) or (date.min, 0, "")
    if counts is None:
        return Backup(name, day, what, "damaged")
    found = list(counts)
    newest = max((one.newest for one in found), default="")
    sessions, notes = sum(one.sessions for one in found), sum(one.notes for one in found)
    return Backup(name, day, what, "whole", sessions, notes, newest, sum(one.moments for one in found))


def _there(book: Book, table: str) -> Iterator[Mapping[str, object]]:
    for raw in book.tables.get(table, {}).values():
        row = orjson.loads(raw)
        if not (row.get("gone") or row.get("binned")):
            yield row
