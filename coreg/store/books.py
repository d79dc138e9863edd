"""All books of a couple as one TinyDB storage that reads and writes only what is asked for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import cast

import orjson

from coreg.record.schema import SCHEMA
from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.book import EMPTY, HOME, PRIVATE, Book
from coreg.store.bookcase import Bookcase, split
from coreg.store.first_day import keep_first_day
from coreg.store.forget import FORGETTING, owed_too
from coreg.store.offer import offering
from coreg.store.seal import OpenSeal
from coreg.store.shelf import Everything
from coreg.store.views import Doc, Table, Tables
from coreg.store.wipe import finish_wiping, wipe


class Books(Bookcase):
    """The books of a folder: a year is opened when a table of it is asked for, written when one changed."""

    def open_up(self, shared: bytes) -> None:
        """Take the key of locked books, or forget it, and all that was read; with a key, resume."""
        seal = self.files.seal
        seal.take(shared)
        self.turn_to(seal)
        if shared:
            self.resume()

    def resume(self) -> None:
        """Finish what an earlier run began and look at the home book. Raises Trouble if one is not whole."""
        if self._write:
            finish_wiping(self.files.folder)
            self.carry_on()
            with suppress(Trouble):
                disk.remove(self.files.folder / disk.TEMP, sync=False)
            with offering(self.backups):
                self._keep_old(self._pending.read())
                self._cache.update(self._pending.resume())
        self._book(HOME)
        if self._write:
            self._forget_everywhere(raising=False)

    def whole(self) -> dict[str, Book]:
        """Read every book there is, with nothing waiting. Raises Trouble if one is not whole."""
        self.must_write()
        self._pending.settle()
        names = [HOME, *(f"{year:04}" for year in self.years())]
        found = {name: self._book(name) for name in (*names, PRIVATE)}
        return {name: book for name, book in found.items() if book != EMPTY}

    def back_up_before(self, what: str) -> None:
        """Make a backup before something that changes much. Raises Trouble from writing."""
        self.must_write()
        self._pending.settle()
        if self._today:
            self.backups.before(what, self._today())

    def back_up_today(self) -> None:
        """Make the backup of today, if there is none; that it cannot be made is no trouble."""
        if self._today:
            self.backups.daily(self._today())

    def leave(self) -> None:
        """Take back what was told to have failed, and make the backup of a first day."""
        if self._write:
            with suppress(Trouble):
                self._pending.take_back()
        if not self._changed or not self._today or self.shut or self._pending.waiting:
            return
        self._changed = False
        with suppress(Trouble):
            if self.files.years() or disk.mark_of(self.files.path(PRIVATE)):
                keep_first_day(self.backups, self._today())

    def write_again(self, name: str) -> None:
        """Write a book as it is, because what stands before it has changed."""
        self._commit({name: self._book(name)})

    def read(self) -> Everything:
        """Hand out all tables, none of them read yet."""
        return cast("Everything", Tables(self._table, self._names))

    def write(self, data: Mapping[str, Table]) -> None:
        """Save the books that changed. A table missing from a plain mapping is one that was dropped."""
        held = data.held if isinstance(data, Tables) else {**dict.fromkeys(self._names()), **data}
        with self.transaction():
            for name, table in held.items():
                self._stage(*split(name), table)

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

    def forget(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Have this go from everything that was copied, once the transaction it is said in is on disk."""
        self._stage(HOME, FORGETTING, owed_too(self._book(HOME).tables.get(FORGETTING, {}), rows))

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
        self.turn_to(OpenSeal())
        wipe(self.files.folder)

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
        self._keep_old(staged)
        self._pending.settle()
        if self._today:
            self.backups.daily(self._today())
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
        self._changed = True

    def _keep_old(self, books: Mapping[str, Book]) -> None:
        """Have a backup made before the first book of an older version is written in this one."""
        if not self._migrating and any(book.schema < SCHEMA for book in books.values()):
            self.back_up_before("migration")
            self._migrating = True


def _raw(table: Table) -> dict[str, bytes]:
    return {
        key: document.raw if isinstance(document, Doc) else orjson.dumps(document)
        for key, document in table.items()
    }
