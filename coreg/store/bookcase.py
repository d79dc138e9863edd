"""The files of a folder as books that are read when somebody asks, and kept in memory from then on."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backups import Backups
from coreg.store.book import EMPTY, HOME, PRIVATE, Book
from coreg.store.conversion import finish
from coreg.store.files import Files
from coreg.store.live import Live
from coreg.store.migrations import STEPS, Steps
from coreg.store.offer import offering
from coreg.store.pending import Pending
from coreg.store.reach import Owed
from coreg.store.seal import Seal
from coreg.store.shelf import Shelf
from coreg.store.views import Doc, Table, id_of


class Bookcase(Shelf):
    """What is on disk, seen through one seal: the books, the living sitting, and the backups beside them."""

    def __init__(
        self,
        folder: Path,
        seal: Seal,
        *,
        write: bool,
        today: Callable[[], date] | None = None,
        steps: Steps = STEPS,
    ) -> None:
        """Look after the folder; with `write=False` as one who only reads while another may write.

        With `today`, the date on the wall, a backup is made before the first change of every day; `steps`
        bring books of older versions to this one.
        """
        super().__init__()
        self.place = str(folder)
        self._write = write
        self._today = today
        self._steps = steps
        self._migrating = False
        self._changed = False
        self.turn_to(seal)

    def turn_to(self, seal: Seal, *, begun: bool = False) -> None:
        """Look at the folder through another seal, as if nothing had been read yet.

        With `begun` the change to this seal is decided and not carried out: that comes before anything else.
        """
        self._begun = begun
        self.files = Files(Path(self.place), seal, self._steps)
        self.backups = Backups(self.files)
        self._pending = Pending(self.files)
        self._live = Live(self.files)
        self._owed = Owed(self.files, self.backups, self._live)
        self._cache: dict[str, Book] = {}
        self._staged: dict[str, Book] | None = None

    @property
    def shut(self) -> bool:
        """Whether the books are locked and nobody has brought the key."""
        return self.files.seal.shut

    def years(self) -> tuple[int, ...]:
        """Name the years there are books of, newest first. Raises Trouble turned, as all reading does."""
        self.carry_on()
        self._refuse_turned()
        known = {**self._cache, **(self._staged or {}), **({} if self._write else self._pending.read())}
        filled = dict.fromkeys(self.files.years(), True)
        filled |= {int(name): bool(book.tables) for name, book in known.items() if name.isdigit()}
        return tuple(sorted((year for year, there in filled.items() if there), reverse=True))

    def ids(self, table: str) -> dict[str, int]:
        """Find the number of every document by its id, which stands first in its bytes."""
        book, inner = split(table)
        file = self.files.path(book).name
        return {id_of(raw, file): int(key) for key, raw in self._book(book).tables.get(inner, {}).items()}

    def snapshot(self, data: bytes) -> None:
        """Put the living sitting on disk."""
        self.must_write()
        self._live.put(data)

    def left_open(self) -> bytes | None:
        """Read the living sitting. Raises Trouble: damaged, newer, changed_outside, cannot_read."""
        self.carry_on()
        return self._live.get()

    def clear_live(self) -> None:
        """Remove the living sitting from disk; one that cannot be read is put aside instead."""
        self.must_write()
        self._live.clear()

    def file_of(self, table: str) -> str:
        """Name the file the table is in."""
        return self.files.path(split(table)[0]).name

    def reload(self, name: str) -> None:
        """Read the book again when it is next asked for."""
        self._cache.pop(name, None)
        self.files.forget(name)

    def must_write(self) -> None:
        """Raise Trouble read_only for one who only reads."""
        if not self._write:
            raise Trouble("read_only", path=str(self.files.folder))
        self.carry_on()

    def carry_on(self) -> None:
        """Finish a change of the seal that is not finished yet. Raises Trouble while it cannot be."""
        if self._begun:
            finish(self.files.folder)
            self._begun = False

    def _refuse_turned(self) -> None:
        """Raise Trouble turned where the books went under another seal while they were being read."""
        known = not self._write and self._cache.get(HOME, EMPTY) != EMPTY
        if known and disk.mark_of(self.files.path(HOME)) is None:
            raise Trouble("turned")

    def _start_anew(self) -> None:
        """Remember nothing of what was read and written."""
        self._cache = {}
        self._pending = Pending(self.files)

    def _book(self, name: str) -> Book:
        self.carry_on()
        if self._staged and name in self._staged:
            return self._staged[name]
        if name not in self._cache or not (self._write or self.files.is_ours(name)):
            self._cache[name] = self._load(name)
        return self._cache[name]

    def _load(self, name: str) -> Book:
        with offering(self.backups):
            book = self.files.load(name)
            if book == EMPTY:
                self._refuse_turned()
            waiting = book if self._write else self._pending.read().get(name, book)
        return waiting if waiting.gen > book.gen else book

    def _table(self, name: str) -> Table | None:
        book, inner = split(name)
        documents = self._book(book).tables.get(inner)
        if documents is None:
            return None
        file = self.files.path(book).name
        return {key: Doc(raw, file) for key, raw in documents.items()}

    def _names(self) -> list[str]:
        names = list(self._book(HOME).tables)
        for year in self.years():
            names += [f"{year:04}/{table}" for table in self._book(f"{year:04}").tables]
        return names + [f"{PRIVATE}/{table}" for table in self._book(PRIVATE).tables]


def split(name: str) -> tuple[str, str]:
    """Take the name of a table apart: the book it is in, and what it is called there."""
    book, slash, table = name.partition("/")
    return (book, table) if slash else (HOME, name)
