"""Rows 15 and 16, and searching: the books at nought, one and ten years, the current year equally full."""

from __future__ import annotations

import os
import sqlite3
import time
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from coreg.insight.search import build, search
from coreg.store import Store
from scripts.bench_numbers import Figure, median, percentile, ratios

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coreg.record.models import Agreement, Note, Session
    from coreg.store.vault.keys import Cost
    from scripts.bench_course import Course

__all__ = ["Shelf", "books", "in_turn", "open_books", "search_all", "shelf", "spread"]

T = TypeVar("T")

_MOST = 10
_WORDS = ("w", "wa", "wal", "walk", "walk s")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folders of books by their years, what to save, and the same ten years in sqlite.

    A session changes the year's book and, for its headline, the home book; a note only the year's.
    """

    folders: dict[int, Path]
    session: Session
    note: Note
    table: Path


def books(course: Course) -> Iterator[Figure]:
    """Yield what saving and opening cost."""
    found = shelf(course)
    yield from _saving(found, course.times(40))
    yield from _opening(found, course.times(40))


def open_books(folder: Path, *, write: bool = True, cost: Cost | None = None) -> Store:
    """Open the books of a folder on the last evening of this year; `cost` is that of new passphrases."""
    return Store.open(folder, device="b" * 12, now=_now, random=os.urandom, write=write, cost=cost)


def _now() -> datetime:
    """Return the last evening of this year, on which its book is full."""
    return datetime.now().astimezone().replace(month=12, day=31, hour=21)


def _folders(course: Course) -> dict[int, Path]:
    empty = course.folder / "empty"
    if not empty.exists():
        with open_books(empty) as store:
            store.setup("Mina", "Jo")
    return {0: empty, 1: course.books(1, full=True), 10: course.books(10, full=True)}


def shelf(course: Course) -> Shelf:
    """Return the books to save into and to open."""
    folders = _folders(course)
    with open_books(folders[10], write=False) as store:
        sessions, notes = store.sessions(), store.notes(limit=1)
    whole = max(sessions[:30], key=lambda session: len(session.model_dump_json()))
    tonight = {"id": "", "local_date": _now().date()}
    session = whole.model_copy(update={**tonight, "started": _now()})
    note = notes[0].model_copy(update={**tonight, "session": None})
    return Shelf(folders, session, note, _in_sqlite(course.folder / "sessions.db", sessions))


def _in_sqlite(path: Path, sessions: Sequence[Session]) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE sessions (id TEXT PRIMARY KEY, day TEXT, body TEXT)")
        connection.execute("CREATE INDEX days ON sessions (day)")
        rows = ((session.id, str(session.local_date), session.model_dump_json()) for session in sessions)
        connection.executemany("INSERT INTO sessions VALUES (?, ?, ?)", rows)
    connection.close()
    return path


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def in_turn(works: dict[T, Callable[[], object]], times: int) -> dict[T, list[float]]:
    """Return the milliseconds of each kind of work, one after the other, round after round."""
    took: dict[T, list[float]] = {name: [] for name in works}
    for number in range(times + 1):
        for name, work in works.items():
            spent = _milliseconds(work)
            if number:  # what is done for the first time is not counted
                took[name].append(spent)
    return took


def spread(values: Sequence[float]) -> str:
    """Say the median and the 95th percentile of milliseconds."""
    return f"{median(values):.2f} ms, p95 {percentile(values, 0.95):.2f}"


def _saving(shelf: Shelf, times: int) -> Iterator[Figure]:
    stores = {years: open_books(folder) for years, folder in shelf.folders.items()}
    connection = sqlite3.connect(shelf.table)
    connection.execute("PRAGMA synchronous=FULL")
    works: dict[str, Callable[[], object]] = {
        **{f"{years}": partial(store.keep, shelf.session) for years, store in stores.items()},
        "note": partial(stores[10].keep, shelf.note),
        "sqlite": partial(_insert, connection, shelf.session),
    }
    took = in_turn(works, times)
    yield from _saved(took)
    for record, what in ((shelf.session, "a session"), (shelf.note, "a note")):
        yield _written(stores[10], shelf.folders[10], record, what)
    connection.close()
    for store in stores.values():
        store.close()


def _saved(took: dict[str, list[float]]) -> Iterator[Figure]:
    ten, one, note, other = took["10"], took["1"], took["note"], took["sqlite"]
    detail = f"ten {median(ten):.2f} ms; one {median(one):.2f}; none {median(took['0']):.2f}"
    yield Figure(15, "save, ten years against one", median(ratios(ten, one)), "x", 1.2, detail=detail)
    yield Figure(
        15, "save a session into a full year", median(ten), "ms", 5.0, detail="two books, one pending"
    )
    yield Figure(
        15, "save a note into a full year", median(note), "ms", 5.0, detail=f"one book, {spread(note)}"
    )
    for what, ours in (("a session", ten), ("a note", note)):
        found = median(ratios(ours, other))
        yield Figure(15, f"save {what}, against sqlite (WAL, FULL)", found, "x", 2.0, detail=spread(other))


def _insert(connection: sqlite3.Connection, session: Session) -> None:
    row = (os.urandom(16).hex(), str(session.local_date), session.model_dump_json())
    with connection:
        connection.execute("INSERT INTO sessions VALUES (?, ?, ?)", row)


def _written(store: Store, folder: Path, record: Session | Note, what: str) -> Figure:
    """Return how much a save writes, against the size of the year it goes to."""
    before = _sent()
    store.keep(record)
    written = _sent() - before
    year = (folder / f"{_now().year}.json").stat().st_size
    detail = f"{written / 1000:.0f} kB for a year of {year / 1000:.0f} kB"
    what = f"bytes written for {what}, against the year's book"
    return Figure(15, what, written / year, "x", 1.1, detail=detail)


def _sent() -> int:
    line = next(line for line in Path("/proc/self/io").read_text().splitlines() if line.startswith("wchar"))
    return int(line.split()[1])


def _opening(shelf: Shelf, times: int) -> Iterator[Figure]:
    works: dict[str, Callable[[], object]] = {
        **{f"{years}": partial(_opened, folder) for years, folder in shelf.folders.items()},
        "sqlite": partial(_read_table, shelf.table),
        "newest": partial(_newest, shelf.folders[10]),
        "newest of one": partial(_newest, shelf.folders[1]),
    }
    took = in_turn(works, times)
    ten, one = took["10"], took["1"]
    detail = f"one {median(one):.2f}; none {median(took['0']):.2f}"
    yield Figure(16, "open with what home shows, ten years", median(ten), "ms", 5.0, detail=detail)
    yield Figure(16, "open, ten years against one", median(ratios(ten, one)), "x", 1.2)
    detail = f"sqlite {spread(took['sqlite'])}"
    yield Figure(16, "open, against sqlite", median(ratios(ten, took["sqlite"])), "x", 1.2, detail=detail)
    detail = f"{median(took['newest of one']):.1f} ms over one"
    yield Figure(16, "open and read the newest five, ten years", median(took["newest"]), "ms", detail=detail)


def _opened(folder: Path) -> None:
    with open_books(folder) as store:
        store.home()


def _newest(folder: Path) -> None:
    with open_books(folder, write=False) as store:
        store.sessions(limit=5)


def _read_table(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("SELECT body FROM sessions ORDER BY day DESC LIMIT 5").fetchall()
    connection.close()


def search_all(course: Course) -> Iterator[Figure]:
    """Yield what searching costs: reading everything, and each letter after that."""
    for years, folder in _folders(course).items():
        read = _milliseconds(partial(_all, folder))
        records = _all(folder)
        built = _milliseconds(partial(build, records))
        index = build(records)
        letters = [_milliseconds(partial(search, index, words)) for words in _WORDS for _ in range(10)]
        detail = (
            f"{len(records)} records, {len(index.pieces)} pieces; read {read:.0f} ms, index {built:.0f} ms"
        )
        goal = 8.0 if years == _MOST else None
        yield Figure(
            17, f"search, a letter, {years} years", percentile(letters, 0.95), "ms", goal, detail=detail
        )


def _all(folder: Path) -> list[Session | Note | Agreement]:
    with open_books(folder, write=False) as store:
        return [*store.sessions(), *store.notes(), *store.agreements(None)]
