"""All books of a couple as one TinyDB storage that reads and writes only what is asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import orjson

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backups import Backups
from coreg.store.book import HOME, Book
from coreg.store.files import Files
from coreg.store.forget import FORGETTING, owed_too
from coreg.store.live import Live
from coreg.store.offer import offering
from coreg.store.pending import Pending
from coreg.store.reach import Owed
from coreg.store.seal import Seal
from coreg.store.shelf import YEAR, Everything, Shelf
from coreg.store.views import Doc, Table, Tables, id_of
from coreg.store.wipe import finish_wiping, wipe


class Books(Shelf):
    """The books of a folder: a year is opened when a table of it is asked for, written when one changed."""

    def __init__(
        self, folder: Path, seal: Seal, *, write: bool, today: Callable[[], date] | None = None
    ) -> None:
        """Look after the folder; with `write=False` as one who only reads while another may write.

        With `today`, the date on the wall, a backup is made before the first change of every day.
        """
        super().__init__()
        self.place = str(folder)
        self.files = Files(folder, seal)
        self.backups = Backups(self.files)
        self._today = today
        self._pending = Pending(self.files)
        self._live = Live(self.files)
        self._owed = Owed(self.files, self.backups, self._live)
        self._write = write
        self._cache: dict[str, Book] = {}
        self._staged: dict[str, Book] | None = None

    def resume(self) -> None:
        """Finish what an earlier run began and look at the home book. Raises Trouble if one is not whole."""
        if self._write:
            finish_wiping(self.files.folder)
            with suppress(Trouble):
                disk.remove(self.files.folder / disk.TEMP, sync=False)
            with offering(self.backups):
                self._cache.update(self._pending.resume())
        self._book(HOME)
        if self._write:
            self._forget_everywhere(raising=False)

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
            self._forget_everywhere(raising=True)

    def years(self) -> tuple[int, ...]:
        """Name the years there are books of, newest first."""
        known = {**self._cache, **(self._staged or {}), **({} if self._write else self._pending.read())}
        filled = dict.fromkeys(self.files.years(), True)
        filled |= {int(name): bool(book.tables) for name, book in known.items() if name.isdigit()}
        return tuple(sorted((year for year, there in filled.items() if there), reverse=True))

    def ids(self, table: str) -> dict[str, int]:
        """Find the number of every document by its id, which stands first in its bytes."""
        book, inner = _split(table)
        file = self.files.path(book).name
        return {id_of(raw, file): int(key) for key, raw in self._book(book).tables.get(inner, {}).items()}

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

    def forget(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Have this go from everything that was copied, once the transaction it is said in is on disk."""
        self._stage(HOME, FORGETTING, owed_too(self._book(HOME).tables.get(FORGETTING, {}), rows))

    def file_of(self, table: str) -> str:
        """Name the file the table is in."""
        return self.files.path(_split(table)[0]).name

    def reload(self, name: str) -> None:
        """Read the book again when it is next asked for."""
        self._cache.pop(name, None)
        self.files.forget(name)

    def put_back(self, books: Mapping[str, Book], also: Callable[[], None]) -> None:
        """Give books this content, and what `also` writes on top of it, all together, whatever they hold now.

        What is damaged of them has to lie beside already. Raises Trouble; nothing has changed then.
        """
        self.must_write()
        self._start_anew()
        self._staged = dict(books)
        try:
            also()
            staged = self._staged
        finally:
            self._staged = None
        self._pending.change(staged)
        self._cache.update(staged)

    def delete_everything(self) -> None:
        """Remove every file of the couple. Raises Trouble: what is left goes at the next start then."""
        self.must_write()
        self._start_anew()
        wipe(self.files.folder)

    def must_write(self) -> None:
        """Raise Trouble read_only for one who only reads."""
        if not self._write:
            raise Trouble("read_only", path=str(self.files.folder))

    def _start_anew(self) -> None:
        """Remember nothing of what was read and written."""
        self._cache = {}
        self._pending = Pending(self.files)

    def _book(self, name: str) -> Book:
        if self._staged and name in self._staged:
            return self._staged[name]
        if name not in self._cache or not (self._write or self.files.is_ours(name)):
            self._cache[name] = self._load(name)
        return self._cache[name]

    def _load(self, name: str) -> Book:
        with offering(self.backups):
            book = self.files.load(name)
            waiting = book if self._write else self._pending.read().get(name, book)
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

    def _forget_everywhere(self, *, raising: bool) -> None:
        owed = self._book(HOME).tables.get(FORGETTING, {})
        if owed:
            with self._owed.tried(owed, raising=raising):
                self._pending.settle()
                self._owed.reach(owed)
                with self.transaction():
                    self._stage(HOME, FORGETTING, None)

    def _commit(self, staged: Mapping[str, Book]) -> None:
        if not staged:
            return
        self.must_write()
        self._pending.settle()
        if self._today:
            self.backups.daily(self._today())
        books = {name: replace(book, gen=book.gen + 1) for name, book in staged.items()}
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


def _split(name: str) -> tuple[str, str]:
    year = YEAR.fullmatch(name)
    return (year[1], year[2]) if year else (HOME, name)


def _raw(table: Table) -> dict[str, bytes]:
    return {
        key: document.raw if isinstance(document, Doc) else orjson.dumps(document)
        for key, document in table.items()
    }
