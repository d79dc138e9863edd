"""All books of a couple as one TinyDB storage that reads and writes only what is asked for."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import cast

import orjson

from coreg.record.schema import SCHEMA
from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.book import HOME, Book
from coreg.store.files import Files
from coreg.store.live import Live
from coreg.store.migrations import STEPS, Steps
from coreg.store.pending import Pending
from coreg.store.seal import Seal
from coreg.store.shelf import YEAR, Everything, Shelf
from coreg.store.views import Doc, Table, Tables

_ID = re.compile(rb'\{"id":"([0-9A-Za-z-]+)"')


class Books(Shelf):
    """The books of a folder: a year is opened when a table of it is asked for, written when one changed."""

    def __init__(self, folder: Path, seal: Seal, *, write: bool, steps: Steps = STEPS) -> None:
        """Look after the folder; with `write=False` as one who only reads while another may write.

        `steps` bring books of older versions to this one.
        """
        super().__init__()
        self.place = str(folder)
        self.files = Files(folder, seal, steps)
        self._pending = Pending(self.files)
        self._live = Live(self.files)
        self._write = write
        self._cache: dict[str, Book] = {}
        self._staged: dict[str, Book] | None = None
        self._migrating = False

    def resume(self) -> None:
        """Finish what an earlier run began and look at the home book. Raises Trouble if one is not whole."""
        if self._write:
            with suppress(Trouble):
                disk.remove(self.files.folder / disk.TEMP, sync=False)
            self._keep_old(self._pending.read())
            self._cache.update(self._pending.resume())
        self._book(HOME)

    def read(self) -> Everything:
        """Hand out all tables, none of them read yet."""
        return cast("Everything", Tables(self._table, self._names))

    def write(self, data: Mapping[str, Table]) -> None:
        """Save the books that changed. A table missing from a plain mapping is one that was dropped."""
        held = data.held if isinstance(data, Tables) else {**dict.fromkeys(self._names()), **data}
        with self.transaction():
            for name, table in held.items():
                self._stage(*_split(name), table)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all writes inside land together, or none of them; one inside another joins it."""
        outer = self._staged
        self._staged = dict(outer or {})
        try:
            yield
            inner = self._staged
        except BaseException:
            self._staged = outer
            raise
        self._staged = None if outer is None else inner
        if outer is None:
            self._commit(inner)

    def years(self) -> tuple[int, ...]:
        """Name the years there are books of, newest first."""
        known = {**self._cache, **(self._staged or {}), **({} if self._write else self._pending.read())}
        filled = {int(name) for name, book in known.items() if name != HOME and book.tables}
        return tuple(sorted(self.files.years() | filled, reverse=True))

    def ids(self, table: str) -> dict[str, int]:
        """Find the number of every document by its id, which stands first in its bytes."""
        book, inner = _split(table)
        file = self.files.path(book).name
        return {_id(raw, file): int(key) for key, raw in self._book(book).tables.get(inner, {}).items()}

    def snapshot(self, data: bytes) -> None:
        """Put the living sitting on disk."""
        self.must_write()
        self._live.put(data)

    def left_open(self) -> bytes | None:
        """Read the living sitting. Raises Trouble: damaged, newer, changed_outside, cannot_read."""
        return self._live.get()

    def clear_live(self) -> None:
        """Remove the living sitting from disk; one that cannot be read is put aside instead."""
        self.must_write()
        self._live.clear()

    def file_of(self, table: str) -> str:
        """Name the file the table is in."""
        return self.files.path(_split(table)[0]).name

    def reload(self, name: str) -> None:
        """Read the book again when it is next asked for."""
        self._cache.pop(name, None)
        self.files.forget(name)

    def must_write(self) -> None:
        """Raise Trouble read_only for one who only reads."""
        if not self._write:
            raise Trouble("read_only", path=str(self.files.folder))

    def _book(self, name: str) -> Book:
        if self._staged and name in self._staged:
            return self._staged[name]
        if name not in self._cache or not (self._write or self.files.is_ours(name)):
            self._cache[name] = self._load(name)
        return self._cache[name]

    def _load(self, name: str) -> Book:
        book = self.files.load(name)
        if self._write:
            return book
        waiting = self._pending.read().get(name, book)
        return waiting if waiting.gen > book.gen else book

    def _table(self, name: str) -> Table | None:
        book, inner = _split(name)
        documents = self._book(book).tables.get(inner)
        if documents is None:
            return None
        file = self.files.path(book).name
        return {key: Doc(raw, file) for key, raw in documents.items()}

    def _names(self) -> list[str]:
        names = list(self._book(HOME).tables)
        for year in self.years():
            names += [f"{year:04}/{table}" for table in self._book(f"{year:04}").tables]
        return names

    def _stage(self, name: str, inner: str, table: Table | None) -> None:
        book = self._book(name)
        tables = {**book.tables, inner: _raw(table or {})}
        if table is None:
            del tables[inner]
        if tables != book.tables and self._staged is not None:
            self._staged[name] = replace(book, tables=tables)

    def _commit(self, staged: Mapping[str, Book]) -> None:
        if not staged:
            return
        self.must_write()
        self._keep_old(staged)
        self._pending.settle()
        books = {name: replace(book, gen=book.gen + 1, schema=SCHEMA) for name, book in staged.items()}
        try:
            self.files.yield_to_others(books)
            if len(books) > 1:
                self._pending.change(books)
            else:
                name, book = next(iter(books.items()))
                self.files.save(name, self.files.seal_up(name, book))
        except BaseException:
            for name in books:
                self.reload(name)
            self._cache.update(self._pending.waiting)
            raise
        self._cache.update(books)

    def _keep_old(self, books: Mapping[str, Book]) -> None:
        """Have a backup made before the first book of an older version is written in this one."""
        if not self._migrating and any(book.schema < SCHEMA for book in books.values()):
            self.before("migration")
            self._migrating = True


def _split(name: str) -> tuple[str, str]:
    year = YEAR.fullmatch(name)
    return (year[1], year[2]) if year else (HOME, name)


def _raw(table: Table) -> dict[str, bytes]:
    return {
        key: document.raw if isinstance(document, Doc) else orjson.dumps(document)
        for key, document in table.items()
    }


def _id(raw: bytes, file: str) -> str:
    plain = _ID.match(raw)
    return plain[1].decode() if plain else str(Doc(raw, file).get("id"))
