"""Putting a backup in the place of the books, so that nothing is lost that was there before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date

import orjson

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backup_files import NOT_WHOLE, books_in
from coreg.store.book import EMPTY, HOME, PENDING, Book
from coreg.store.books import Books
from coreg.store.deleter import Deleter
from coreg.store.forget import Gone, gone_in, without
from coreg.store.front import rebuild
from coreg.store.rows import KINDS, SEALED, VAULT, Row, Rows
from coreg.store.stamps import Stamps

_BEFORE_WORDS = "before-passphrase"
_WITH_TRACES = (*KINDS, SEALED)


class Restorer:
    """Puts a backup of these books in their place."""

    def __init__(self, books: Books, rows: Rows, stamps: Stamps) -> None:
        """Restore into `books`, which `rows` read; `stamps` go on after everything that was there."""
        self._books = books
        self._files = books.files
        self._rows = rows
        self._stamps = stamps

    def restore(self, name: str, day: date) -> str:
        """Put the backup in place of the books, all together; return the name of the one made before that.

        A book that is not whole is kept beside under a name that says so, and a year that the backup does not
        have as a copy. What was deleted for good stays deleted.
        Raises Trouble: no_such_backup, damaged, and what writing raises; nothing has changed then.
        """
        wanted = self._books.backups.read(name)
        self._settle()
        made = self._books.backups.before("restore", day, sparing=name)
        there = {book: self._there(book) for book in books_in(self._files.folder, self._files.seal.suffix)}
        gone = _gone(there)
        self._see(there)
        books = {book: without(book, content, gone) for book, content in wanted.items()}
        for book, content in there.items():
            if book not in wanted and content.tables:
                self._files.keep_beside(book, "conflict")
            books[book] = _with_traces(books.get(book, EMPTY), content, gone)
        self._keep_keys(name, books, there.get(HOME, EMPTY))
        gens = {book: max(books[book].gen, there.get(book, EMPTY).gen) + 1 for book in books}
        books = {book: replace(content, gen=gens[book]) for book, content in books.items()}
        with self._keys_of(name):
            self._books.put_back(books, self._settle_records)
        return made

    def _keep_keys(self, name: str, books: dict[str, Book], there: Book) -> None:
        """Let the passphrases of now go on opening open books' rooms, unless they are to be undone."""
        if _BEFORE_WORDS not in name and VAULT in there.tables:
            home = books.get(HOME, EMPTY)
            books[HOME] = replace(home, tables={**home.tables, VAULT: there.tables[VAULT]})

    def _keys_of(self, name: str) -> AbstractContextManager[None]:
        """Let the passphrases of a backup open locked books, if those of now are what is to be undone."""
        file = self._files.path(HOME).name
        found = disk.read(self._books.backups.folder / name / file) if _BEFORE_WORDS in name else None
        return self._files.seal.adopting(found[0]) if found else nullcontext()

    def _settle_records(self) -> None:
        """Let go of what leads to triggers that are gone, and make the headlines anew."""
        Deleter(self._rows, self._stamps).let_fall()
        rebuild(self._rows)

    def _settle(self) -> None:
        """Finish a change that waits; one that cannot be finished is put aside whole."""
        try:
            self._books.resume()
        except Trouble as trouble:
            if trouble.code not in NOT_WHOLE:
                raise
            if disk.mark_of(self._files.path(PENDING)):
                disk.move(self._files.path(PENDING), self._files.free_name(PENDING, "damaged"))

    def _there(self, book: str) -> Book:
        """Read a book as it is; keep one that is not whole beside, and take it for an empty one."""
        try:
            return self._files.load(book)
        except Trouble as trouble:
            if trouble.code not in {"damaged", "changed_outside"}:
                raise
        if not self._files.lies_beside(book):
            self._files.keep_beside(book, "damaged")
        return EMPTY

    def _see(self, there: Mapping[str, Book]) -> None:
        """Let every stamp from now on come after those of what was there."""
        stamps = [str(row.get("changed", "")) for book in there.values() for row in _records(book)]
        self._stamps.next(max(stamps, default=""))


def _records(book: Book, tables: Iterable[str] = KINDS) -> list[Row]:
    return [orjson.loads(raw) for table in tables for raw in book.tables.get(table, {}).values()]


def _gone(there: Mapping[str, Book]) -> dict[str, Gone]:
    """Find what was deleted for good, of records and of what is private."""
    return gone_in(row for book in there.values() for row in _records(book, _WITH_TRACES))


def _with_traces(book: Book, there: Book, gone: Mapping[str, Gone]) -> Book:
    """Add the traces of what was deleted for good and the backup never knew."""
    tables = {table: dict(documents) for table, documents in book.tables.items()}
    known = {row["id"] for row in _records(book, _WITH_TRACES)}
    traces = {key for key, one in gone.items() if one.parts is None} - known
    for table in _WITH_TRACES:
        for raw in there.tables.get(table, {}).values():
            row = orjson.loads(raw)
            if row["id"] in traces:
                documents = tables.setdefault(table, {})
                documents[str(max(map(int, documents), default=0) + 1)] = raw
    return replace(book, tables=tables)
