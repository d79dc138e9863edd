"""The files of backups: which there are, whether they are whole, and how many folders share one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backup import is_book
from coreg.store.book import Book, unpack
from coreg.store.seal import Seal

NOT_WHOLE = frozenset({"damaged", "newer", "changed_outside"})
"""The troubles of a file whose content cannot be had; after any other a next try may succeed."""

_SPARE = 1 << 20
_TIMES = 4


def folders(root: Path) -> list[Path]:
    """Find every folder in this one. Raises Trouble cannot_read."""
    with disk.told(root, reading=True):
        return sorted(path for path in root.iterdir() if path.is_dir()) if root.exists() else []


def books_in(folder: Path, suffix: str) -> dict[str, Path]:
    """Find the files of books in a folder, by name. Raises Trouble cannot_read."""
    with disk.told(folder, reading=True):
        paths = sorted(path for path in folder.iterdir() if path.suffix == suffix) if folder.exists() else []
    return {path.stem: path for path in paths if is_book(path.stem)}


def load(seal: Seal, path: Path) -> tuple[Book, disk.Mark]:
    """Read a book. Raises what `Seal.unpack` and `disk.read` raise."""
    found = disk.read(path)
    if found is None:
        raise Trouble("damaged", file=path.name)
    return unpack(seal, path.stem, found[0]), found[1]


def whole(seal: Seal, path: Path, *, as_well: bytes | None = None) -> bytes | None:
    """Read the bytes of a book if it is there and whole; `as_well` are bytes that are known to be.

    Raises Trouble: cannot_read, locked.
    """
    try:
        found = disk.read(path)
        if found and found[0] != as_well:
            unpack(seal, path.stem, found[0])
    except Trouble as trouble:
        if trouble.code not in NOT_WHOLE:
            raise
        return None
    return found[0] if found else None


def need_room(folder: Path, paths: list[Path]) -> None:
    """Raise Trouble disk_full where there would be no room for what is to be kept, once these are copied."""
    from shutil import disk_usage

    with disk.told(folder, reading=True):
        wanted = sum(path.stat().st_size for path in paths)
        free = disk_usage(folder).free
    if free < wanted * _TIMES + _SPARE:
        raise Trouble("disk_full", path=str(folder))


def sweep(folder: Path, wanted: Collection[Path]) -> None:
    """Remove from a folder all that is not wanted, and flush it. Raises Trouble from writing."""
    with disk.told(folder):
        if not folder.exists():
            return
        others = [path for path in folder.iterdir() if path not in wanted]
    for path in others:
        disk.remove_folder(path)
    flush(folder)


def flush(folder: Path) -> None:
    """Have on disk what was made, renamed and removed in a folder. Raises Trouble."""
    with disk.told(folder):
        disk.sync_folder(folder)


class Twins:
    """Writes books, and lets those that were one file before be one file again."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self._made: dict[disk.Mark, Path | None] = {}

    def same(self, mark: disk.Mark) -> bool:
        """Say whether the file of this mark was found to need no change."""
        return mark in self._made and self._made[mark] is None

    def keep(self, mark: disk.Mark) -> None:
        """Remember that the file of this mark needs no change."""
        self._made[mark] = None

    def write(self, mark: disk.Mark, path: Path, make: Callable[[], bytes]) -> None:
        """Write what is to be of the file of this mark. Raises Trouble from writing."""
        twin = self._made.get(mark)
        if twin is None:
            disk.put(path, make(), sync=False)
        else:
            disk.share(path, twin)
        self._made[mark] = path
