"""The books of one folder as files: each read whole, written whole, and never over another hand's work."""

import re
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.book import EMPTY, Book, pack, salvage, unpack
from coreg.store.migrations import STEPS, Steps
from coreg.store.seal import Seal

_YEAR = re.compile(r"\d{4}")


class Files:
    """The files of a folder, and what each looked like when it was last read or written here."""

    def __init__(self, folder: Path, seal: Seal, steps: Steps = STEPS) -> None:
        """Look after `folder`; nothing is read yet. `steps` bring older books to this version."""
        self.folder = folder
        self.seal = seal
        self.steps = steps
        self._marks: dict[str, disk.Mark | None] = {}

    def path(self, name: str) -> Path:
        """Say where the book of this name is."""
        return self.folder / (name + self.seal.suffix)

    def years(self) -> set[int]:
        """Name the years there are files of."""
        with disk.told(self.folder, reading=True):
            if not self.folder.exists():
                return set()
            names = [path.stem for path in self.folder.iterdir() if path.suffix == self.seal.suffix]
        return {int(name) for name in names if _YEAR.fullmatch(name)}

    def load(self, name: str) -> Book:
        """Read a book; the empty one where there is no file.

        Raises Trouble: cannot_read, damaged, newer, changed_outside.
        """
        self.forget(name)
        found = disk.read(self.path(name))
        book = self.unpack(name, found[0]) if found else EMPTY
        self._marks[name] = found[1] if found else None
        return book

    def unpack(self, name: str, data: bytes) -> Book:
        """Read a book from the bytes of its file. Raises Trouble: damaged, newer, changed_outside."""
        return unpack(self.seal, name, data, self.steps)

    def seal_up(self, name: str, book: Book) -> bytes:
        """Make the bytes of a book's file."""
        return pack(self.seal, name, book)

    def save(self, name: str, sealed: bytes, *, sync: bool = True) -> None:
        """Write a book's file. Raises Trouble: read_only, disk_full, cannot_write."""
        self._marks[name] = disk.put(self.path(name), sealed, sync=sync)

    def drop(self, name: str) -> None:
        """Remove the file of a book that holds nothing any more. Raises Trouble from writing."""
        disk.remove(self.path(name), sync=False)
        self._marks[name] = None

    def forget(self, name: str) -> None:
        """No longer know what the file looked like, so that it counts as another's work until it is read."""
        self._marks.pop(name, None)

    def is_ours(self, name: str) -> bool:
        """Say whether the file is the one last read or written here; one that is gone is nobody's."""
        mark = disk.mark_of(self.path(name))
        return name in self._marks and mark in {None, self._marks[name]}

    def yield_to_others(self, books: Mapping[str, Book]) -> None:
        """Do nothing while all files are ours; else step aside for the first that is not."""
        others = [name for name in books if not self.is_ours(name)]
        if others:
            self.step_aside(others[0], books)

    def step_aside(self, other: str, books: Mapping[str, Book]) -> None:
        """Write every book beside its own file; raise Trouble changed_outside about that of `other`."""
        copies = {name: self._copy(name, book) for name, book in books.items()}
        raise Trouble("changed_outside", file=self.path(other).name, copy=copies[other])

    def salvage(self, name: str) -> Book:
        """Read a book whoever changed it. Raises Trouble: damaged, newer, cannot_read, no_such_file."""
        found = disk.read(self.path(name))
        if found is None:
            raise Trouble("no_such_file", file=self.path(name).name)
        return salvage(self.seal, name, found[0], self.steps)

    def free_name(self, name: str, word: str) -> Path:
        """Find a name for a file that is to lie beside the book: "2026.conflict-1.json"."""
        names = (self.path(f"{name}.{word}-{number}") for number in count(1))
        with disk.told(self.folder):
            return next(path for path in names if not path.exists())

    def keep_beside(self, name: str, word: str) -> None:
        """Have the file of a book, as it is, lie beside it too. Raises Trouble from writing."""
        disk.share(self.free_name(name, word), self.path(name))
        with disk.told(self.folder):
            disk.sync_folder(self.folder)

    def lies_beside(self, name: str) -> bool:
        """Say whether the damaged file of a book, as it is, was put beside it already."""
        with disk.told(self.folder, reading=True):
            data = self.path(name).read_bytes()
            copies = self.folder.glob(f"{name}.damaged-*{self.seal.suffix}")
            return any(path.read_bytes() == data for path in copies)

    def _copy(self, name: str, book: Book) -> str:
        path = self.free_name(name, "conflict")
        disk.put(path, self.seal_up(name, book))
        return path.name
