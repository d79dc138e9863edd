"""What is to be taken in: an export, a book, or a folder of books, read whole and believed in nothing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from coreg.record.trouble import Trouble
from coreg.store import conversion, disk
from coreg.store.admitting import Place
from coreg.store.book import HOME, PENDING, PRIVATE, unpack
from coreg.store.books import Books
from coreg.store.door import LOCKED, is_locked
from coreg.store.gathering import Arriving, Found, Incoming, gathered
from coreg.store.migrations import STEPS, Steps, migrate_parsed
from coreg.store.rows import KINDS, LASTING, OPEN_AGREEMENTS, PRIVATE_NOTES, VAULT, YEARLY, Rows, of_year
from coreg.store.seal import OpenSeal, Seal
from coreg.store.sealed_copy import CopySeal, LockedCopy, bytes_of, of_file, of_folder
from coreg.store.shape import BOOK, Parsed, is_count, refuse_newer
from coreg.store.strict import parse_strictly, refuse_crowded
from coreg.store.vault.box import is_box

__all__ = ["MOST", "Arriving", "Incoming", "look", "look_data", "read_locked"]

MOST = 10_000
"""Records of one kind an export may have."""

_FOLDER_MB = 64
_EXPORT = "export"
_YEAR = re.compile(r"[0-9]{4}")
_HOME_TABLES = ("couple", OPEN_AGREEMENTS, *LASTING, "open", VAULT)
_CODES = {"damaged": "import_damaged", "changed_outside": "import_changed"}


def look(path: Path) -> Incoming | LockedCopy:
    """Read a file or a folder; of one that is locked, what stands before it.

    Raises Trouble: cannot_read, newer, import_no_book (path), import_turning (file) for a folder that was
    being locked or unlocked, and what `look_data` raises.
    """
    with disk.told(path, reading=True):
        is_folder = path.is_dir()
    with _worded():
        if is_folder and conversion.is_ready(path):
            raise Trouble("import_turning", file=str(path))
        if is_folder and is_locked(path):
            return of_folder(path)
        if is_folder:
            return _read_folder(path, OpenSeal())
        data = bytes_of(path)
    if data is None:
        raise Trouble("import_no_book", path=str(path))
    return look_data(path.name, data)


def look_data(file: str, data: bytes, steps: Steps = STEPS) -> Incoming | LockedCopy:
    """Read an export or a book from its bytes; `file` is its name for a sentence, `steps` are for older ones.

    Raises Trouble: newer; import_strange, import_damaged, import_changed, import_many (kind, limit), what
    `parse_strictly` and `admit` raise; import_twice for an id that is there twice. All name the file.
    """
    if file.endswith(LOCKED) or is_box(data):
        with _worded(file):
            return of_file(file, data)
    found = parse_strictly(file, data)
    if isinstance(found, dict) and BOOK in found:
        return gathered(file, _of_book(file, OpenSeal(), _name_inside(found), data, steps))
    if not (isinstance(found, dict) and is_count(found.get("schema"))):
        raise Trouble("import_strange", file=file)
    refuse_newer(file, found["schema"])
    return gathered(file, _of_export(file, found, steps))


def read_locked(copy: LockedCopy, seal: CopySeal) -> Incoming:
    """Read a locked copy through what opens it. Raises Trouble as `look` does."""
    if copy.folder:
        with _worded():
            return replace(_read_folder(copy.folder, seal), ring=copy.ring, sealed=True)
    with _worded(copy.file):
        body = seal.opened(copy.name, copy.data)
    parse_strictly(copy.file, body)
    found = _of_book(copy.file, seal, copy.name, copy.data, STEPS)
    return replace(gathered(copy.file, found), ring=copy.ring, sealed=True)


def _of_export(file: str, found: dict[str, Any], steps: Steps) -> Iterator[Found]:
    for kind in KINDS:
        rows = found.get(kind, [])
        if not isinstance(rows, list):
            raise Trouble("import_field", file=file, place=kind)
        if len(rows) > MOST:
            raise Trouble("import_many", file=file, kind=kind, limit=MOST)
    couple = found.get("couple")
    lists = {kind: found.get(kind, []) for kind in KINDS} | {"couple": [] if couple is None else [couple]}
    tables: Parsed = {
        kind: {str(number): row for number, row in enumerate(rows)} for kind, rows in lists.items()
    }
    with _worded(file):
        tables = migrate_parsed(file, _EXPORT, found["schema"], tables, steps)
    for kind, documents in tables.items():
        for number, row in documents.items():
            yield Found(kind, Place(file, kind if kind == "couple" else f"{kind}[{number}]"), row)


def _of_book(file: str, seal: Seal, name: str, data: bytes, steps: Steps) -> Iterator[Found]:
    """Go through one book; its file may have any name, what book it is stands inside."""
    if not (name == HOME or _YEAR.fullmatch(name)):
        raise Trouble("import_strange", file=file)
    with _worded(file):
        tables = unpack(seal, name, data, steps).tables
    for inner in _HOME_TABLES if name == HOME else YEARLY:
        table = inner if name == HOME else f"{name}/{inner}"
        for number, raw in enumerate(tables.get(inner, {}).values()):
            yield Found(table, Place(file, f"{inner}[{number}]"), orjson.loads(raw))


def _name_inside(found: dict[str, Any]) -> str:
    about = found[BOOK].get("1") if isinstance(found[BOOK], dict) else None
    return str(about.get("book")) if isinstance(about, dict) else ""


def _read_folder(folder: Path, seal: Seal) -> Incoming:
    books = Books(folder, seal, write=False)
    if not _see_files(folder, seal.suffix):
        raise Trouble("import_no_book", path=str(folder))
    books.resume()
    return gathered(str(folder), _of_folder(books))


def _see_files(folder: Path, suffix: str) -> bool:
    """See that the files of the books are small and plain enough to be read; tell whether there are any."""
    with disk.told(folder, reading=True):
        paths = [path for path in sorted(folder.iterdir()) if path.suffix == suffix]
    found = [path for path in paths if path.stem in {HOME, PENDING, PRIVATE} or _YEAR.fullmatch(path.stem)]
    total = 0
    for path in found:
        data = bytes_of(path) or b""
        total += len(data)
        refuse_crowded(path.name, data)
    if total > _FOLDER_MB * 2**20:
        raise Trouble("import_large", file=str(folder), limit=_FOLDER_MB)
    return bool(found)


def _of_folder(books: Books) -> Iterator[Found]:
    rows = Rows(books)
    tables = [
        *_HOME_TABLES,
        PRIVATE_NOTES,
        *(of_year(year, kind) for year in books.years() for kind in YEARLY),
    ]
    for table in tables:
        file, inner = books.file_of(table), table.rpartition("/")[2]
        for number, row in enumerate(rows.all(table)):
            yield Found(table, Place(file, f"{inner}[{number}]"), dict(row))


@contextmanager
def _worded(file: str = "") -> Iterator[None]:
    """Say of a copy that is not whole what holds for a copy, and not what holds for their own book."""
    try:
        yield
    except Trouble as trouble:
        code = _CODES.get(trouble.code, trouble.code)
        raise Trouble(code, **{**trouble.facts, **({"file": file} if file else {})}) from None
