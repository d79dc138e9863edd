"""Copies that lie beside the books: what was put aside in a conflict, and what was damaged."""

from __future__ import annotations

import re
from pathlib import Path

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backup import is_book
from coreg.store.backup_files import NOT_WHOLE
from coreg.store.backups import Change
from coreg.store.book import pack, salvage
from coreg.store.files import Files

SUFFIXES = (".json", ".coreg")
"""How files of books end, under whichever seal."""

_COPY = re.compile(r"([a-z]+|\d{4})\.(conflict|damaged)-[1-9][0-9]*")


def copies(folder: Path) -> list[Path]:
    """Find the copies in a folder. Raises Trouble cannot_read."""
    with disk.told(folder, reading=True):
        paths = sorted(folder.iterdir()) if folder.exists() else []
    return [path for path in paths if path.suffix in SUFFIXES and _COPY.fullmatch(path.stem)]


def rewrite_copies(files: Files, change: Change) -> None:
    """Apply a change to every copy; one that cannot be read goes, because nobody can tell what it holds.

    Raises Trouble: cannot_read, and what writing raises; some copies are as they were then.
    """
    for path in copies(files.folder):
        try:
            _rewrite(files, path, change)
        except Trouble as trouble:
            if trouble.code not in NOT_WHOLE:
                raise
            disk.remove(path)


def _rewrite(files: Files, path: Path, change: Change) -> None:
    name = path.stem.partition(".")[0]
    if not (is_book(name) and path.suffix == files.seal.suffix):
        raise Trouble("damaged", file=path.name)
    found = disk.read(path)
    book = salvage(files.seal, name, found[0] if found else b"")
    new = change(name, book)
    if new.tables != book.tables:
        disk.put(path, pack(files.seal, name, new))
