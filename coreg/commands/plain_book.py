"""A couple's book, read as plain values: for commands that only print, and should not wait for the models.

What stands in a book was checked by the models when it was kept, and its checksum says that it is still that.
"""

from __future__ import annotations

from datetime import date
from os import urandom
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from coreg.store.books import Books
    from coreg.store.rows import Row, Rows

__all__ = ["PlainBook"]


class PlainBook:
    """The books of a folder for one who only reads; takes no lock and loads no pydantic."""

    def __init__(self, folder: Path, words: int | None = None) -> None:
        """Open the folder; if it is locked, with a line of the descriptor ``words`` or what is typed.

        Raises:
            Trouble: ``no_book`` {folder}; damaged, newer, changed_outside or cannot_read for the home book;
            whatever asking for a passphrase raises.
        """
        from coreg.commands.book import now
        from coreg.store.books import Books
        from coreg.store.door import seal_of, settle_for_reader
        from coreg.store.front import home
        from coreg.store.rows import Rows

        settle_for_reader(folder, now)
        books = Books(folder, seal_of(folder, urandom), write=False)
        self._rows = Rows(books)
        if books.shut:
            _unlock(books, self._rows, words)
        else:
            books.resume()
        found = home(self._rows)
        if found is None:
            raise Trouble("no_book", folder=folder)
        self.home = found

    def years(self, since: date | None, until: date | None) -> tuple[int, ...]:
        """Return the years there are books of between two days, newest first; none is opened for it."""
        first, last = (since or date.min).year, (until or date.max).year
        return tuple(year for year in self._rows.shelf.years() if first <= year <= last)

    def aside(self) -> tuple[tuple[str, bytes], ...]:
        """Return what was put aside, by its id.

        Raises:
            Trouble: damaged.
        """
        from coreg.store.forget import ASIDE
        from coreg.store.live import unwrap

        with self._rows.reading(ASIDE):
            return tuple((row["id"], unwrap(row)) for row in self._rows.all(ASIDE))

    def read(self, kind: str, year: int, since: date | None, until: date | None) -> list[Row]:
        """Return "sessions", "notes" or "glimmers" of a year between two days, newest first, without the bin.

        Raises:
            Trouble: damaged, newer, changed_outside or cannot_read.
        """
        from coreg.store.parts import visible
        from coreg.store.rows import is_there, newest, of_year

        first, last = str(since or date.min), str(until or date.max)
        table = of_year(year, kind)
        with self._rows.reading(table):
            rows = [
                row for row in self._rows.all(table) if is_there(row) and first <= row["local_date"] <= last
            ]
            return [visible(row) for row in sorted(rows, key=newest, reverse=True)]


def _unlock(books: Books, rows: Rows, words: int | None) -> None:
    from coreg.commands.asking import open_with
    from coreg.store.vault.vault import Vault

    vault = Vault(books, rows, urandom)
    open_with(words, lambda typed: books.open_up(vault.keys(typed).shared))
