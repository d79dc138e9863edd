"""What is to be taken in: an export, a book, or a folder of books, read whole and believed in nothing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from coreg.record.merge import Row
from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.admitting import Place, admit, admit_aside
from coreg.store.book import HOME, PENDING, unpack
from coreg.store.books import Books
from coreg.store.migrations import STEPS, Steps, migrate_parsed
from coreg.store.rows import KINDS, OPEN_AGREEMENTS, Rows, of_year
from coreg.store.seal import OpenSeal
from coreg.store.shape import BOOK, Parsed, is_count, refuse_newer
from coreg.store.strict import LIMIT, parse_strictly, refuse_crowded, refuse_large

__all__ = ["MOST", "Arriving", "Incoming", "read_data", "read_path"]

MOST = 10_000
"""Records of one kind an export may have."""

_FOLDER_MB = 64
_EXPORT = "export"
_LOCKED = ".coreg"
_YEAR = re.compile(r"[0-9]{4}")
_HOME_TABLES = ("couple", OPEN_AGREEMENTS, "open")
_CODES = {"damaged": "import_damaged", "changed_outside": "import_changed"}


@dataclass(frozen=True, slots=True)
class Arriving:
    """One record: its kind ("sessions", "notes", "agreements"), itself, and the table it came from."""

    kind: str
    row: Row
    table: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that is to be taken in, every record whole; `file` is its name for a sentence."""

    file: str
    couple: Row | None
    records: tuple[Arriving, ...]
    aside: tuple[Row, ...] = ()


def read_path(path: Path) -> Incoming:
    """Read a file or a folder.

    Raises Trouble: cannot_read, newer, import_no_book (path), import_locked (file), and what `read_data`
    raises.
    """
    with disk.told(path, reading=True):
        is_folder = path.is_dir()
    if is_folder:
        return _read_folder(path)
    with _worded():
        mark = disk.mark_of(path)
        refuse_large(path.name, mark.size if mark else 0)
        found = disk.read(path, LIMIT)
    if found is None:
        raise Trouble("import_no_book", path=str(path))
    return read_data(path.name, found[0])


def read_data(file: str, data: bytes, steps: Steps = STEPS) -> Incoming:
    """Read an export or a book from its bytes; `file` is its name for a sentence, `steps` are for older ones.

    Raises Trouble: newer; import_strange, import_damaged, import_changed, import_many (kind, limit), what
    `parse_strictly` and `admit` raise; import_twice for an id that is there twice. All name the file.
    """
    if file.endswith(_LOCKED):
        raise Trouble("import_locked", file=file)
    found = parse_strictly(file, data)
    if isinstance(found, dict) and BOOK in found:
        return _gathered(file, _of_book(file, data, found, steps))
    if not (isinstance(found, dict) and is_count(found.get("schema"))):
        raise Trouble("import_strange", file=file)
    refuse_newer(file, found["schema"])
    return _gathered(file, _of_export(file, found, steps))


@dataclass(frozen=True, slots=True)
class _Found:
    """Something in a table, not looked into yet."""

    table: str
    place: Place
    what: Any


def _of_export(file: str, found: dict[str, Any], steps: Steps) -> Iterator[_Found]:
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
            yield _Found(kind, Place(file, kind if kind == "couple" else f"{kind}[{number}]"), row)


def _of_book(file: str, data: bytes, found: dict[str, Any], steps: Steps) -> Iterator[_Found]:
    """Go through one book; its file may have any name, what book it is stands inside."""
    name = _name_inside(found)
    if not (name == HOME or _YEAR.fullmatch(name)):
        raise Trouble("import_strange", file=file)
    with _worded(file):
        tables = unpack(OpenSeal(), name, data, steps).tables
    for inner in _HOME_TABLES if name == HOME else KINDS:
        table = inner if name == HOME else f"{name}/{inner}"
        for number, raw in enumerate(tables.get(inner, {}).values()):
            yield _Found(table, Place(file, f"{inner}[{number}]"), orjson.loads(raw))


def _name_inside(found: dict[str, Any]) -> str:
    about = found[BOOK].get("1") if isinstance(found[BOOK], dict) else None
    return str(about.get("book")) if isinstance(about, dict) else ""


def _read_folder(folder: Path) -> Incoming:
    with _worded():
        names = _files_of(folder)
        books = Books(folder, OpenSeal(), write=False)
        if not names:
            locked = books.files.path(HOME).with_suffix(_LOCKED).exists()
            code = "import_locked" if locked else "import_no_book"
            raise Trouble(code, file=str(folder), path=str(folder))
        books.resume()
        return _gathered(str(folder), _of_folder(books))


def _files_of(folder: Path) -> list[str]:
    """Name the files of the books, each small and plain enough to be read. Raises Trouble."""
    with disk.told(folder, reading=True):
        paths = [path for path in sorted(folder.iterdir()) if path.suffix == OpenSeal.suffix]
    found = [path for path in paths if path.stem in {HOME, PENDING} or _YEAR.fullmatch(path.stem)]
    total = 0
    for path in found:
        mark = disk.mark_of(path)
        size = mark.size if mark else 0
        refuse_large(path.name, size)
        total += size
        data = disk.read(path, LIMIT)
        refuse_crowded(path.name, data[0] if data else b"")
    if total > _FOLDER_MB * 2**20:
        raise Trouble("import_large", file=str(folder), limit=_FOLDER_MB)
    return [path.stem for path in found]


def _of_folder(books: Books) -> Iterator[_Found]:
    rows = Rows(books)
    tables = [*_HOME_TABLES, *(of_year(year, kind) for year in books.years() for kind in KINDS)]
    for table in tables:
        file, inner = books.file_of(table), table.rpartition("/")[2]
        for number, row in enumerate(rows.all(table)):
            yield _Found(table, Place(file, f"{inner}[{number}]"), dict(row))


def _gathered(file: str, everything: Iterator[_Found]) -> Incoming:
    """Let everything in, one by one. Raises Trouble for the first that does not hold."""
    couple: Row | None = None
    records: dict[str, Arriving] = {}
    aside: list[Row] = []
    for found in everything:
        kind = found.table.rpartition("/")[2]
        if kind == "open":
            aside.append(admit_aside(found.what, found.place))
            continue
        row = admit(kind, found.what, found.place)
        if row["id"] in records or (kind == "couple" and couple):
            raise found.place.trouble("import_twice")
        if kind == "couple":
            couple = row
        else:
            records[row["id"]] = Arriving(kind, row, found.table)
    return Incoming(file, couple, tuple(records.values()), tuple(aside))


@contextmanager
def _worded(file: str = "") -> Iterator[None]:
    """Say of a copy that is not whole what holds for a copy, and not what holds for their own book."""
    try:
        yield
    except Trouble as trouble:
        code = _CODES.get(trouble.code, trouble.code)
        raise Trouble(code, **{**trouble.facts, **({"file": file} if file else {})}) from None
