"""A change of several books at once: on disk as a whole before the first book changes, so never half."""

from collections.abc import Mapping
from contextlib import suppress

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.book import EMPTY, PENDING, Book, pack_together, unpack_together
from coreg.store.files import Files

_MOST_BOOKS = 16


class Pending:
    """The change that is decided, and is on disk, but is not in all its books yet."""

    def __init__(self, files: Files) -> None:
        """Nothing is read yet."""
        self._files = files
        self._path = files.path(PENDING)
        self._waiting: dict[str, Book] | None = None
        self._sealed: dict[str, bytes] = {}

    @property
    def waiting(self) -> Mapping[str, Book]:
        """The books that are decided but not written yet."""
        return self._waiting or {}

    def read(self) -> dict[str, Book]:
        """Read what is on disk, if anything is. Raises Trouble: damaged, newer, cannot_read."""
        found = disk.read(self._path, disk.LIMIT * _MOST_BOOKS)
        return unpack_together(self._files.seal, found[0], self._files.steps) if found else {}

    def resume(self) -> dict[str, Book]:
        """Take up what an earlier run left; its books count from now on, written or not."""
        left = self.read()
        if left:
            self._decide(left)
        return left

    def change(self, books: Mapping[str, Book]) -> None:
        """Decide the change and carry it out.

        Once the pending file is on disk nothing can undo it: what cannot be written now is written before the
        next change, or by the next run. Raises Trouble from writing that file, which is taken back then.
        """
        try:
            self._sealed = {name: self._files.seal_up(name, book) for name, book in books.items()}
            disk.put(self._path, pack_together(self._sealed))
        except BaseException:
            self._waiting = {}
            with suppress(Trouble):
                self.settle()
            raise
        self._decide(books)

    def settle(self) -> None:
        """Write the books that still wait, then drop the file. Raises Trouble if that cannot be done."""
        if self._waiting is None:
            return
        for name, book in list(self._waiting.items()):
            self._bring(name, book)
            del self._waiting[name]
        with disk.told(self._files.folder):
            disk.sync_folder(self._files.folder)
        disk.remove(self._path)
        self._waiting = None

    def take_back(self) -> None:
        """Remove the file if nothing waits for it: what it says is in its books, or was told to have failed.

        Raises Trouble from writing.
        """
        if not self.waiting:
            self.settle()

    def _decide(self, books: Mapping[str, Book]) -> None:
        self._waiting = dict(books)
        try:
            self.settle()
        except Trouble as trouble:
            if trouble.code not in {"disk_full", "read_only", "cannot_write", "cannot_read"}:
                raise

    def _bring(self, name: str, book: Book) -> None:
        if not self._files.is_ours(name):
            there = self._there(name)
            if there == book:
                return
            if there.gen not in {0, book.gen - 1}:
                self._give_way(name)
        if not book.tables:
            self._files.drop(name)
            return
        self._files.save(name, self._sealed.pop(name, b"") or self._files.seal_up(name, book), sync=False)

    def _there(self, name: str) -> Book:
        """Read what is there; a damaged book that was put beside, to be replaced, counts as none."""
        try:
            return self._files.load(name)
        except Trouble as trouble:
            if trouble.code not in {"damaged", "changed_outside"} or not self._files.lies_beside(name):
                raise
        return EMPTY

    def _give_way(self, name: str) -> None:
        """Another hand wrote a book meanwhile: leave it, put ours beside it, and be done with the change."""
        waiting, self._waiting = self._waiting or {}, {}
        try:
            self._files.step_aside(name, waiting)
        finally:
            self.settle()
