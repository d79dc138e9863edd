"""One book in memory, and several of them as the one pending file that lets them change together."""

from collections.abc import Mapping
from dataclasses import dataclass

import orjson

from coreg import __version__
from coreg.record.schema import SCHEMA
from coreg.record.trouble import Trouble
from coreg.store.layout import Raw
from coreg.store.seal import Seal
from coreg.store.shape import BOOK, is_count

PENDING = "pending"
"""The name of the file that holds the whole new content of every book of a change."""

_BOOKS = "books"


@dataclass(frozen=True, slots=True)
class Book:
    """What a book holds, and how often it was written; never written at all is the empty book."""

    tables: Raw
    gen: int


EMPTY = Book({}, 0)


def pack(seal: Seal, name: str, book: Book) -> bytes:
    """Make the bytes of a book's file."""
    return seal.pack(name, {BOOK: _about(book.gen), **book.tables})


def unpack(seal: Seal, name: str, data: bytes) -> Book:
    """Read a book from the bytes of its file. Raises what `Seal.unpack` raises."""
    return _book(seal.unpack(name, data))


def salvage(seal: Seal, name: str, data: bytes) -> Book:
    """Read a book that may have been changed by another hand. Raises Trouble: damaged, newer."""
    return _book(seal.salvage(name, data))


def pack_together(seal: Seal, books: Mapping[str, Book]) -> bytes:
    """Make the bytes of a pending file: every table under its book's name."""
    tables: Raw = {BOOK: _about(0), _BOOKS: {}}
    for number, (name, book) in enumerate(books.items(), 1):
        tables[_BOOKS][str(number)] = orjson.dumps({"book": name, "gen": book.gen})
        tables.update({f"{name}/{table}": documents for table, documents in book.tables.items()})
    return seal.pack(PENDING, tables)


def unpack_together(seal: Seal, data: bytes) -> dict[str, Book]:
    """Read the books of a pending file. Raises Trouble: newer; damaged for all not written here."""
    try:
        tables = seal.unpack(PENDING, data)
        listed = [orjson.loads(raw) for raw in tables[_BOOKS].values()]
        return {about["book"]: Book(_under(about["book"], tables), about["gen"]) for about in listed}
    except Trouble as trouble:
        if trouble.code != "changed_outside":
            raise
    except (ValueError, KeyError, TypeError):
        pass
    raise Trouble("damaged", file=PENDING + seal.suffix)


def _book(tables: Raw) -> Book:
    about = orjson.loads(tables.pop(BOOK, {}).get("1", b"{}"))
    gen = about.get("gen")
    return Book(tables, gen if is_count(gen) else 0)


def _under(book: str, tables: Raw) -> Raw:
    before = f"{book}/"
    return {name.removeprefix(before): found for name, found in tables.items() if name.startswith(before)}


def _about(gen: int) -> dict[str, bytes]:
    return {"1": orjson.dumps({"app": __version__, "gen": gen, "schema": SCHEMA})}
