"""The one door to a couple's books: records, the living sitting, sittings put aside, and its health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.behind import NOT_WHOLE
from coreg.store.books import Books
from coreg.store.conversion import finish
from coreg.store.door import as_found, seal_of, settle_for_reader
from coreg.store.forget import ASIDE
from coreg.store.live import unwrap, wrap
from coreg.store.lock import Lock
from coreg.store.records import alone
from coreg.store.shelf import Plain, Shelf
from coreg.store.stamps import Stamps
from coreg.store.tended import Tended

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from tinydb.storages import Storage

    from coreg.record.seams import Now, Random
    from coreg.store.vault.keys import Cost


class Store(Tended):
    """A couple's books, opened. Threads may share it."""

    def __init__(
        self,
        shelf: Shelf,
        stamps: Stamps,
        held: Lock | None = None,
        random: Random | None = None,
        cost: Cost | None = None,
        *,
        check: bool = True,
    ) -> None:
        """Stand before a shelf; `open` makes the usual one."""
        super().__init__(shelf, stamps, random, cost, check=check)
        self._held = held

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        device: str,
        now: Now,
        random: Random,
        write: bool = True,
        storage: Storage | None = None,
        check: bool = True,
        cost: Cost | None = None,
    ) -> Store:
        """Open the books in a folder, which is made if there is none.

        With `write` the lock is taken (Trouble busy: since, where) and what an earlier run began is finished;
        without, nothing on disk is touched. With a `storage` the folder is not looked at. With `check=False`
        a home book that is not whole is no obstacle, so that `check` and `accept` can be called. Locked books
        stay shut until `unlock`; `cost` is what new passphrases cost to try, for tests.
        """
        stamps = Stamps(device, now, random)
        if storage is not None:
            return cls(storage if isinstance(storage, Shelf) else Plain(storage), stamps)
        if write:
            disk.make_folder(folder)
        held = Lock(folder, now()) if write else None
        try:
            books = _books(folder, now, random, write=write, check=check)
        except BaseException:
            if held:
                held.release()
            raise
        return cls(books, stamps, held, random, cost, check=check)

    def __enter__(self) -> Store:
        """Close at the end of a `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """Let go of the lock."""
        with self.lock:
            self._leave()
            self._shelf.close()
            if self._held:
                self._held.release()
                self._held = None

    @alone
    def snapshot(self, data: bytes) -> None:
        """Keep the living sitting, in place of what was kept of it before."""
        self._shelf.snapshot(data)

    @alone
    def left_open(self) -> bytes | None:
        """Read the living sitting that was left, if one was."""
        return self._shelf.left_open()

    @alone
    def clear_live(self) -> None:
        """Forget the living sitting; one that cannot be read is kept beside, under a name that says so."""
        self._shelf.clear_live()

    @alone
    def put_aside(self, id: str, data: bytes) -> None:
        """Keep a sitting that is to be gone on with, in place of what was put aside under this id."""
        self._rows.put(ASIDE, {"id": id, **wrap(data)})

    @alone
    def aside(self) -> tuple[tuple[str, bytes], ...]:
        """Read what was put aside: id and data, in the order of their coming."""
        return tuple((row["id"], unwrap(row)) for row in self._rows.all(ASIDE))

    @alone
    def drop_aside(self, id: str) -> None:
        """Forget one that was put aside, if it is there."""
        self._rows.drop(ASIDE, id)


def _books(folder: Path, now: Now, random: Random, *, write: bool, check: bool) -> Books:
    """Open the books of a folder, and finish what was begun in it."""
    if write:
        finish(folder)
    else:
        settle_for_reader(folder, now)
    seal = seal_of(folder, random) if check else as_found(folder, random)
    books = Books(folder, seal, write=write, today=lambda: now().date())
    try:
        if not books.shut:
            books.resume()
    except Trouble as trouble:
        if check or trouble.code not in NOT_WHOLE:
            raise
    return books
