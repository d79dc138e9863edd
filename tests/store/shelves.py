"""Books as TinyDB sees them, for the tests that look under the store."""

from pathlib import Path
from typing import Any

from tinydb import TinyDB

from coreg.store.books import Books
from coreg.store.seal import OpenSeal


def books(folder: Path, *, write: bool = True) -> Books:
    made = Books(folder, OpenSeal(), write=write)
    made.resume()
    return made


def database(storage: Books) -> TinyDB:
    return TinyDB(storage=lambda: storage)


def insert(storage: Books, table: str, **document: object) -> int:
    return database(storage).table(table, cache_size=0).insert(document)


def found(storage: Books, table: str) -> list[dict[str, Any]]:
    return [dict(one) for one in database(storage).table(table, cache_size=0)]


def fail_after(storage: Books, key: str) -> None:
    with storage.transaction():
        insert(storage, "2026/notes", id=key)
        raise ZeroDivisionError
