"""Books of a line each, and what is in backups of them."""

from datetime import date
from pathlib import Path

import orjson

from coreg.store.backups import Backups
from coreg.store.book import Book
from coreg.store.files import Files

DAY = date(2026, 11, 25)


def book(text: str, gen: int = 1, kind: str = "notes", **more: object) -> Book:
    row = {"id": text, "text": text, "local_date": "2026-11-24", "written": "2026-11-24T20:00:00Z", **more}
    return Book({kind: {"1": orjson.dumps(row)}}, gen)


def texts(books: dict[str, Book]) -> dict[str, str]:
    return {
        name: orjson.loads(raw)["text"]
        for name, one in books.items()
        for table in one.tables.values()
        for raw in table.values()
    }


def save(files: Files, name: str, text: str, gen: int = 1) -> None:
    kind = "agreements" if name == "home" else "notes"
    more = {"made": "2026-11-24T20:00:00Z"} if name == "home" else {}
    files.save(name, files.seal_up(name, book(text, gen, kind, **more)))


def inode(backups: Backups, name: str, year: str) -> int:
    return at(backups, name, year).stat().st_ino


def at(backups: Backups, name: str, year: str) -> Path:
    return backups.folder / name / backups._files.path(year).name
