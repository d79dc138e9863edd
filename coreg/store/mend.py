"""What can be put right without any risk: who may read, what was begun and left over, headlines, a backup."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coreg.record.stamp import unix_ms
from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backups import FOLDER
from coreg.store.books import Books
from coreg.store.front import rebuild
from coreg.store.rights import open_to_others
from coreg.store.rows import KINDS, Rows
from coreg.store.stamps import Stamps

LAST_MS = 253_402_300_799_000
"""The end of the year 9999, after which there are no dates here."""


def mend(books: Books, rows: Rows, stamps: Stamps) -> Iterator[tuple[str, str]]:
    """Put right what cannot lose anything, and say what was done and to which file.

    What: "closed" to others, "removed" (left over), "headlines" made anew, "backup" made. Raises Trouble from
    writing; what is damaged is left alone.
    """
    folder = books.files.folder
    yield from (("closed", _shown(folder, path)) for path in _close(folder))
    yield from (("removed", _shown(folder, path)) for path in _remove_left_over(folder))
    with suppress(Trouble):
        before = books.ids("headlines")
        rebuild(rows)
        if books.ids("headlines") != before:
            yield "headlines", books.file_of("headlines")
    known = books.backups.names()
    books.backups.daily(stamps.day())
    yield from (("backup", name) for name in books.backups.names() if name not in known)


def newest_ms(rows: Rows) -> int | None:
    """Find the moment of the newest stamp in all books that are whole, in milliseconds since 1970."""
    found: list[int | None] = []
    for table in rows.tables(*KINDS):
        with suppress(Trouble):
            found += [unix_ms(str(row.get("changed", ""))) for row in rows.all(table)]
    return max((one for one in found if one is not None), default=None)


def _close(folder: Path) -> Iterator[Path]:
    for path in open_to_others(folder):
        with disk.told(path):
            path.chmod(path.stat().st_mode & 0o700)
        yield path


def _remove_left_over(folder: Path) -> Iterator[Path]:
    backups = folder / FOLDER
    with disk.told(folder, reading=True):
        found = [folder / disk.TEMP, backups / disk.TEMP, *sorted(backups.glob(f"*/{disk.TEMP}"))]
        left = [path for path in found if path.exists()]
    for path in left:
        disk.remove_folder(path)
        yield path


def _shown(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()
