"""Whether a couple's books are whole, and taking over one that another hand changed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from coreg.record.kinds import RECORDS
from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.book import HOME, PENDING, PRIVATE, Book, unpack_together
from coreg.store.files import Files
from coreg.store.live import NAME as LIVE
from coreg.store.rights import open_to_others
from coreg.store.sound import refuse_odd
from coreg.store.views import Doc

_NAME = re.compile(rf"{HOME}|{PRIVATE}|{PENDING}|{LIVE}|\d{{4}}")
_COPY_WORDS = ("conflict", "damaged")


@dataclass(frozen=True, slots=True)
class Finding:
    """One file of the folder.

    `state` is "whole", "damaged", "changed_outside", "newer" or "cannot_read" for a book; "waiting" for a
    change that is not in all its books yet, "living" for a sitting left open, "copy" for what was put aside,
    "left_over" for a file begun and not finished; "open_to_others" is added for what other people on the
    machine can read. `size` is in bytes; `records` counts the couple and the records of every kind.
    """

    file: str
    state: str
    size: int
    records: int


def look_over(files: Files) -> list[Finding]:
    """Look at every file of the folder that is ours, the folder itself first if others can read it."""
    with disk.told(files.folder, reading=True):
        if not files.folder.exists():
            return []
        paths = sorted(path for path in files.folder.iterdir() if path.is_file())
        seen = [*_open_to_others(files.folder)]
        sizes = {path: path.stat().st_size for path in paths}
    return seen + [_look(files, path, size) for path, size in sizes.items() if _is_ours(files, path)]


def accept(files: Files, file: str) -> str:
    """Take over a book that another hand changed, as it is; put a pending file or a sitting aside.

    Returns the book's name. Raises Trouble: damaged, newer, no_such_file, and what reading and writing raise.
    """
    name = file.removesuffix(files.seal.suffix)
    if not (name != file and _NAME.fullmatch(name)):
        raise Trouble("no_such_file", file=file)
    if name in {PENDING, LIVE}:
        disk.move(files.path(name), files.free_name(name, "damaged"))
        return name
    book = files.salvage(name)
    count_records(file, book)
    files.save(name, files.seal_up(name, replace(book, gen=book.gen + 1)))
    return name


def _is_ours(files: Files, path: Path) -> bool:
    return path.suffix == files.seal.suffix or path.name == disk.TEMP


def _open_to_others(folder: Path) -> list[Finding]:
    """Name the folder and its files that others can read, and of its folders the topmost only."""
    tops = dict.fromkeys(path.relative_to(folder).parts[:1] for path in open_to_others(folder))
    return [Finding(top[0] if top else ".", "open_to_others", 0, 0) for top in tops]


def _look(files: Files, path: Path, size: int) -> Finding:
    if path.name == disk.TEMP:
        return Finding(path.name, "left_over", size, 0)
    name, _, word = path.stem.partition(".")
    if word.partition("-")[0] in _COPY_WORDS:
        return Finding(path.name, "copy", size, 0)
    looks: dict[str, Callable[[Files, bytes], tuple[str, int]]] = {PENDING: _pending, LIVE: _living}
    try:
        found = disk.read(path)
        data = found[0] if found else b""
        look = looks.get(name)
        state, records = (
            look(files, data) if look else ("whole", count_records(path.name, files.unpack(name, data)))
        )
    except Trouble as trouble:
        state, records = trouble.code, 0
    return Finding(path.name, state, size, records)


def _pending(files: Files, data: bytes) -> tuple[str, int]:
    books = unpack_together(files.seal, data, files.steps)
    return "waiting", sum(count_records(PENDING, book) for book in books.values())


def _living(files: Files, data: bytes) -> tuple[str, int]:
    files.unpack(LIVE, data)
    return "living", 0


def count_records(file: str, book: Book) -> int:
    """Validate every document of a book and count the records. Raises Trouble damaged."""
    count = 0
    for table, documents in book.tables.items():
        for raw in documents.values():
            document = dict(Doc(raw, file))
            refuse_odd(file, table, document)
            count += table in RECORDS and not document.get("gone")
    return count
