"""Backups: the books of a moment, each in a folder of its own, made completely or not at all.

A book that is what the backup before holds is the very same file as there, so that ten days of ten years take
little room. It is never the same file as the book itself: what happens to that one cannot happen to a backup.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeAlias

import orjson

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backup import DAILY, Backup, Count, count, in_order, order, told
from coreg.store.backup_files import (
    NOT_WHOLE,
    Twins,
    books_in,
    flush,
    folders,
    load,
    need_room,
    sweep,
    whole,
)
from coreg.store.book import Book, pack
from coreg.store.files import Files
from coreg.store.seal import Seal

FOLDER = "backups"
"""The folder of the backups, beside the books."""

MOST = 10
"""How many daily backups are kept, and how many others."""

_FAILED = "failed"
_ODD = (ValueError, TypeError, LookupError, AttributeError)

Change: TypeAlias = Callable[[str, Book], Book]
"""Takes the name of a book and the book, and returns what it is to be."""

Also: TypeAlias = Callable[[Path, Book], Book]
"""Takes the file of a book and the book that is in it, and returns what it is to be."""

Names: TypeAlias = list[str]
Found: TypeAlias = list[Backup]
_Counts: TypeAlias = dict[disk.Mark, Count]


class Backups:
    """The backups of a folder of books."""

    def __init__(self, files: Files) -> None:
        """Look after the backups of `files`; nothing is read yet."""
        self._files = files
        self._days: set[date] = set()
        self.folder = files.folder / FOLDER

    def daily(self, day: date) -> None:
        """Make the backup of a day, if there is none, before anything is changed on it.

        What cannot be made is no Trouble here: what is to be kept matters more. `failure` tells afterwards.
        """
        if day in self._days:
            return
        self._days.add(day)
        try:
            if str(day) not in self.names():
                self._make(str(day))
        except Trouble as trouble:
            self.remember(day, trouble.code)

    def before(self, what: str, day: date, *, sparing: str = "") -> str:
        """Make a backup before something ("import", "passphrase" ...); return its name.

        An old one that is to be spared is not let go of for it. The name is "" where there is no book.
        Raises Trouble: disk_full, read_only, cannot_write.
        """
        return self.make(f"before-{what}", day, sparing=sparing)

    def make(self, what: str, day: date, *, sparing: str = "") -> str:
        """Make a backup of this kind, such as "by-hand", as `before` does."""
        numbers = [place[1] for name in self.names() if (place := order(name)) and place[0] == day]
        name = f"{day}-{what}-{max(numbers, default=0) + 1}"
        return name if self._make(name, sparing) else ""

    def names(self) -> Names:
        """Name the backups, newest first."""
        return in_order(path.name for path in folders(self.folder))

    def newest(self) -> Backup | None:
        """Find the newest backup that opens, and look into no older one."""
        known: _Counts = {}
        looked = (self._look(name, known) for name in self.names())
        return next((one for one in looked if one.state == "whole"), None)

    def read(self, name: str) -> dict[str, Book]:
        """Read the books of a backup, every document validated. Raises Trouble: no_such_backup, damaged."""
        from coreg.store.health import count_records

        if name not in self.names():
            raise Trouble("no_such_backup", name=name)
        found = {book: load(self._files.seal, path)[0] for book, path in self._books(name).items()}
        for book, content in found.items():
            count_records(self._files.path(book).name, content)
        if not found:
            raise Trouble("damaged", file=name)
        return found

    def failure(self) -> tuple[str, str] | None:
        """Say on which day (YYYY-MM-DD) no daily backup could be made since the last, and which trouble."""
        try:
            found = disk.read(self.folder / _FAILED)
            said = orjson.loads(found[0]) if found else None
            return (str(said["day"]), str(said["code"])) if said else None
        except (Trouble, *_ODD):
            return None

    def rewrite(self, change: Change) -> None:
        """Apply a change to every book of every backup.

        A backup that is not whole goes, because nobody can tell what it holds; and so does all else that lies
        there. Raises Trouble: cannot_read, and what writing raises; some backups are as they were then.
        """
        twins = Twins()
        for folder in folders(self.folder):
            try:
                self._rewrite(folder, change, twins)
            except Trouble as trouble:
                if trouble.code not in NOT_WHOLE:
                    raise
                disk.remove_folder(folder)
        sweep(self.folder, [*folders(self.folder), self.folder / _FAILED])

    def reseal(self, to: Seal, into: Path, also: Also = lambda _, book: book) -> None:
        """Write every backup that is whole under another folder, sealed anew; `also` is done to each book."""
        twins = Twins()
        disk.make_folder(into)
        for name in reversed(self.names()):
            try:
                books = {book: load(self._files.seal, path) for book, path in self._books(name).items()}
            except Trouble as trouble:
                if trouble.code not in NOT_WHOLE:
                    raise
                continue
            disk.make_folder(into / name)
            for book, (content, mark) in books.items():
                new = also(self.folder / name / (book + self._files.seal.suffix), content)
                twins.write(mark, into / name / (book + to.suffix), partial(pack, to, book, new))
            flush(into / name)

    def drop_all(self) -> None:
        """Remove every backup."""
        disk.remove_folder(self.folder)
        self._days.clear()

    def _books(self, name: str) -> dict[str, Path]:
        return books_in(self.folder / name, self._files.seal.suffix)

    def _look(self, name: str, known: _Counts) -> Backup:
        """Look into a backup; `known` are the books that others of them share."""
        try:
            books = self._books(name)
            return told(name, [self._count(path, known) for path in books.values()] if books else None)
        except Trouble as trouble:
            if trouble.code not in {*NOT_WHOLE, "cannot_read"}:
                raise
        except _ODD:
            pass
        return told(name, None)

    def _count(self, path: Path, known: _Counts) -> Count:
        mark = disk.mark_of(path)
        if mark is None or mark not in known:
            book, mark = load(self._files.seal, path)
            known[mark] = count(book)
        return known[mark]

    def _make(self, name: str, sparing: str = "") -> bool:
        """Make a backup completely or not at all; say whether there was anything to put into it."""
        books = books_in(self._files.folder, self._files.seal.suffix)
        if not books:
            return False
        need_room(self._files.folder, [*books.values()])
        temp = self.folder / disk.TEMP
        disk.make_folder(self.folder)
        disk.remove_folder(temp)
        disk.make_folder(temp)
        last = self.folder / next(iter(self.names()), disk.TEMP)
        try:
            copied = [self._copy(path, last / path.name, temp / path.name) for path in books.values()]
            if any(copied):
                flush(temp)
                disk.move(temp, self.folder / name)
                self._tidy(name, sparing)
        finally:
            with suppress(Trouble):
                disk.remove_folder(temp)
        return any(copied)

    def _copy(self, path: Path, last: Path, to: Path) -> bool:
        """Copy a book, or, if it is not whole, what the backup before has of it; say if there is either."""
        now = whole(self._files.seal, path)
        before = whole(self._files.seal, last, as_well=now)
        if now is not None and now != before:
            disk.put(to, now, sync=False)
        elif before is not None:
            disk.share(to, last)
        return now is not None or before is not None

    def _tidy(self, *spared: str) -> None:
        """Let the oldest go; that this fails is no reason to be without the one just made."""
        with suppress(Trouble):
            daily = [name for name in self.names() if (order(name) or ("", "", ""))[2] == DAILY]
            others = [name for name in self.names() if name not in daily]
            for group in (daily, others):
                kept = [name for name in group if name in spared]
                for name in [name for name in group if name not in spared][MOST - len(kept) :]:
                    disk.remove_folder(self.folder / name)
            disk.remove(self.folder / _FAILED)

    def remember(self, day: date, code: str) -> None:
        """Note why the backup of a day could not be made, until the next one is."""
        with suppress(Trouble):
            disk.make_folder(self.folder)
            disk.put(self.folder / _FAILED, orjson.dumps({"day": str(day), "code": code}))

    def _rewrite(self, folder: Path, change: Change, twins: Twins) -> None:
        books = books_in(folder, self._files.seal.suffix)
        if not books or folder.name == disk.TEMP:
            raise Trouble("damaged", file=folder.name)
        for book, path in books.items():
            content, mark = load(self._files.seal, path)
            if twins.same(mark):
                continue
            new = change(book, content)
            if new.tables == content.tables:
                twins.keep(mark)
            else:
                twins.write(mark, path, partial(pack, self._files.seal, book, new))
        sweep(folder, [*books.values()])

    # Last, because it hides the word in all that stands below it.

    def list(self) -> Found:
        """Look into every backup, newest first."""
        known: _Counts = {}
        return [self._look(name, known) for name in self.names()]
