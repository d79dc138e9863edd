"""Documents by their own id, through TinyDB; nothing else in the project speaks to it."""

from collections.abc import Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, TypeAlias

from tinydb.table import Table

from coreg.record.trouble import Trouble
from coreg.store.book import PRIVATE
from coreg.store.shelf import Shelf

Row: TypeAlias = dict[str, Any]
"""One document: a record, a headline, something put aside."""

YEARLY = ("sessions", "notes", "agreements", "glimmers")
"""The tables a year's book may have."""

LASTING = ("triggers", "links", "loops", "resources")
"""The tables of the home book with records that belong to no year."""

KINDS = (*YEARLY, *LASTING)
"""Every kind of record but the couple, as its table is called in whichever book."""

OPEN_AGREEMENTS = "agreements"
"""The table of the home book that agreements stand in while they are open."""

VAULT = "vault"
"""The table of the open home book with what the passphrases open; locked books have it before them."""

SEALED = "sealed"
"""The table of the private book: what is sealed to one of the two."""

PRIVATE_NOTES = f"{PRIVATE}/{SEALED}"
"""That table as the shelf names it."""


class Rows:
    """The tables of a shelf. A table is named as in `Shelf`: "couple", "2026/sessions" ..."""

    def __init__(self, shelf: Shelf) -> None:
        """Look into `shelf`."""
        self.shelf = shelf

    def all(self, table: str) -> list[Row]:
        """Read every document, in the order in which they came."""
        return list(self._table(table))

    def get(self, table: str, key: str) -> Row | None:
        """Read the document with this id."""
        number = self.shelf.ids(table).get(key)
        return None if number is None else self._table(table).get(doc_id=number)

    def put(self, table: str, row: Row) -> None:
        """Keep the document in place of the one with its id, or as a new one."""
        number = self.shelf.ids(table).get(row["id"])
        if number is None:
            self._table(table).insert(row)
            return

        def replace(old: MutableMapping[str, Any]) -> None:
            old.clear()
            old.update(row)

        self._table(table).update(replace, doc_ids=[number])

    def put_all(self, table: str, rows: Iterable[Row]) -> None:
        """Keep many documents at once, as `put` does each."""
        numbers = self.shelf.ids(table)
        given = {row["id"]: row for row in rows}
        new = [row for key, row in given.items() if key not in numbers]
        known = [numbers[key] for key in given if key in numbers]

        def replace(old: MutableMapping[str, Any]) -> None:
            row = given[old["id"]]
            old.clear()
            old.update(row)

        if known:
            self._table(table).update(replace, doc_ids=known)
        if new:
            self._table(table).insert_multiple(new)

    def drop_all(self, table: str, keys: Iterable[str]) -> None:
        """Take these documents out, which are there."""
        numbers = self.shelf.ids(table)
        self._table(table).remove(doc_ids=[numbers[key] for key in keys])

    def drop(self, table: str, key: str) -> None:
        """Take the document out, if it is there."""
        number = self.shelf.ids(table).get(key)
        if number is not None:
            self._table(table).remove(doc_ids=[number])

    def tables(self, *kinds: str) -> Iterator[str]:
        """Name the tables of these kinds: the home book's first, then year by year, newest first."""
        if "agreements" in kinds:
            yield OPEN_AGREEMENTS
        yield from (kind for kind in LASTING if kind in kinds)
        for year in self.shelf.years():
            yield from (of_year(year, kind) for kind in YEARLY if kind in kinds)

    @contextmanager
    def reading(self, table: str) -> Iterator[None]:
        """Take an odd document for Trouble damaged, for those who read past the store."""
        try:
            yield
        except (LookupError, TypeError, ValueError, AttributeError):
            raise Trouble("damaged", file=self.shelf.file_of(table)) from None

    def _table(self, table: str) -> Table:
        # A handle of its own each time: one that is kept would remember which number comes next.
        return Table(self.shelf, table, cache_size=0)


def of_year(year: int, kind: str) -> str:
    """Name a table in a year's book."""
    return f"{year:04}/{kind}"


def newest(row: Row) -> tuple[str, str, str]:
    """Order records by the date on their wall, then by the instant, then by id."""
    moment = row.get("started") or row.get("written") or row["made"]
    return row["local_date"], moment.removesuffix("Z"), row["id"]


def is_there(row: Row) -> bool:
    """Say whether a record is neither in the bin nor gone from it."""
    return not (row.get("gone") or row["binned"])
