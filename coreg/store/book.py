"""One book in memory, and several of them as the one pending file that lets them change together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import orjson

from coreg import __version__
from coreg.record.schema import SCHEMA
from coreg.record.trouble import Trouble
from coreg.store.layout import Raw
from coreg.store.migrations import STEPS, Steps, migrate
from coreg.store.seal import Seal
from coreg.store.shape import BOOK, is_count, refuse_newer

HOME = "home"
"""The book of what is alive: the couple, open agreements, headlines, sittings put aside."""

PRIVATE = "private"
"""The book of what is sealed to one of the two."""

PENDING = "pending"
"""The name of the file that holds the whole new content of every book of a change."""


@dataclass(frozen=True, slots=True)
class Book:
    """What a book holds, and how often it was written; never written at all is the empty book.

    `schema` is the version of the format it has on disk; in memory it always is in this one's.
    """

    tables: Raw
    gen: int
    schema: int = field(default=SCHEMA, compare=False)


EMPTY = Book({}, 0)


def pack(seal: Seal, name: str, book: Book) -> bytes:
    """Make the bytes of a book's file."""
    return seal.pack(name, {BOOK: _about(book.gen), **book.tables})


def unpack(seal: Seal, name: str, data: bytes, steps: Steps = STEPS) -> Book:
    """Read a book from the bytes of its file. Raises what `Seal.unpack` raises."""
    return _book(name + seal.suffix, name, seal.unpack(name, data), steps)


def salvage(seal: Seal, name: str, data: bytes, steps: Steps = STEPS) -> Book:
    """Read a book that may have been changed by another hand. Raises Trouble: damaged, newer."""
    return _book(name + seal.suffix, name, seal.salvage(name, data), steps)


def pack_together(sealed: Mapping[str, bytes], schema: int = SCHEMA) -> bytes:
    """Make the bytes of a pending file: a list of what it holds, and the files as they are to be."""
    listed = [[name, len(data)] for name, data in sealed.items()]
    head = orjson.dumps({"schema": schema, "books": listed})
    return b"[" + b",\n".join([head, *sealed.values()]) + b"]\n"


def unpack_together(seal: Seal, data: bytes, steps: Steps = STEPS) -> dict[str, Book]:
    """Read the books of a pending file.

    Raises Trouble: newer, locked, or damaged for what was not written here.
    """
    file = PENDING + seal.suffix
    line, _, _ = data.partition(b"\n")
    try:
        head = orjson.loads(line[1:-1])
        refuse_newer(file, head["schema"])
        sealed = dict(_pieces(data, len(line) + 1, head["books"]))
        if pack_together(sealed, head["schema"]) == data:
            books = {name: unpack(seal, name, piece, steps) for name, piece in sealed.items()}
            # One program wrote all of it, and what it wrote of itself the sums hold in each book only.
            if {book.schema for book in books.values()} <= {head["schema"]}:
                return books
    except Trouble as trouble:
        if trouble.code in {"newer", "locked"}:
            raise
    except (ValueError, LookupError, TypeError):
        pass
    raise Trouble("damaged", file=file)


def _pieces(data: bytes, at: int, listed: list[tuple[str, int]]) -> Iterator[tuple[str, bytes]]:
    for name, size in listed:
        yield name, data[at : at + size]
        at += size + len(b",\n")


def _book(file: str, name: str, tables: Raw, steps: Steps) -> Book:
    about = orjson.loads(tables.pop(BOOK, {}).get("1", b"{}"))
    gen, schema = (
        found if is_count(found := about.get(key)) else usual
        for key, usual in (("gen", 0), ("schema", SCHEMA))
    )
    return Book(migrate(file, name, schema, tables, steps), gen, schema)


def _about(gen: int) -> dict[str, bytes]:
    return {"1": orjson.dumps({"app": __version__, "gen": gen, "schema": SCHEMA})}
