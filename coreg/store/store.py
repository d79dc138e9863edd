"""The one door to a couple's books: records, the living sitting, sittings put aside, and its health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.behind import NOT_WHOLE, Behind
from coreg.store.books import Books
from coreg.store.conversion import finish
from coreg.store.door import as_found, seal_of, settle_for_reader
from coreg.store.forget import ASIDE
from coreg.store.live import unwrap, wrap
from coreg.store.lock import Lock
from coreg.store.records import alone
from coreg.store.shelf import Plain, Shelf
from coreg.store.stamps import Stamps

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType

    from tinydb.storages import Storage

    from coreg.record.seams import Now, Random
    from coreg.store.backup import Backup
    from coreg.store.health import Finding
    from coreg.store.importing import Preview
    from coreg.store.incoming import Incoming
    from coreg.store.seen import Here
    from coreg.store.vault.keys import Cost


class Store(Behind):
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

    @alone
    def backup(self, what: str) -> str:
        """Make a backup now, such as "by-hand" or "before-import"; returns its name, "" without a book.

        Raises Trouble: no_backups for books that are in no folder, disk_full, read_only, cannot_write.
        """
        return self._in_folder().backups.make(what, self._stamps.day())

    @alone
    def backups(self) -> list[Backup]:
        """Look into every backup, newest first."""
        return self._shelf.backups.list() if isinstance(self._shelf, Books) else []

    @alone
    def backup_failure(self) -> tuple[str, str] | None:
        """Say on which day no daily backup could be made since the last one, and the code of the trouble."""
        return self._shelf.backups.failure() if isinstance(self._shelf, Books) else None

    @alone
    def restore(self, name: str) -> str:
        """Put a backup in place of the books, after a backup of them; returns the name of that one.

        What is damaged is kept beside, and so is a year that the backup does not have. What was deleted for
        good stays deleted. Raises Trouble: no_such_backup, damaged (the backup), no_backups.
        """
        from coreg.store.restorer import Restorer

        return Restorer(self._in_folder(), self._rows, self._stamps).restore(name, self._stamps.day())

    @alone
    def mend(self) -> list[tuple[str, str]]:
        """Put right what cannot lose anything; returns what was done, and to which file: see `mend.mend`."""
        from coreg.store.mend import mend

        return list(mend(self._in_folder(), self._rows, self._stamps))

    @alone
    def newest_moment(self) -> datetime | None:
        """Say when the newest record was changed, by the clock of the computer it was changed on, in UTC."""
        from datetime import UTC, datetime

        from coreg.store.mend import LAST_MS, newest_ms

        found = newest_ms(self._rows)
        return None if found is None else datetime.fromtimestamp(min(found, LAST_MS) / 1000, UTC)

    @alone
    def delete_everything(self) -> None:
        """Delete the books, the living sitting, every backup and every copy; the next start is a first start.

        What cannot be removed now is removed at the next start. Raises Trouble from writing then.
        """
        self._shelf.delete_everything()

    # Another copy

    @alone
    def preview(self, incoming: Incoming) -> Preview:
        """Say what taking it in would do. Raises Trouble: import_other, import_nobody, import_twice."""
        from coreg.store.importing import Plan

        return Plan(self._rows, incoming).preview

    @alone
    def take_in(self, incoming: Incoming) -> Preview:
        """Take in another copy of the book, after a backup; say what it did.

        Raises Trouble as `preview` does, or what the backup or the writing raises; nothing is changed then.
        """
        from coreg.store.importing import Plan

        plan = Plan(self._rows, incoming)
        if plan.preview.changes:
            self.before("import")
            plan.carry_out()
        return plan.preview

    @alone
    def here(self) -> Here | None:
        """Look at the home book as it is on disk; None where there is none, or no couple in it."""
        from coreg.store.seen import here

        return here(self._shelf.files, self._rows) if isinstance(self._shelf, Books) else None

    @alone
    def check(self) -> list[Finding]:
        """Look at every file: whole or not, and how many records are in it."""
        from coreg.store.health import look_over

        return look_over(self._shelf.files) if isinstance(self._shelf, Books) else []

    @alone
    def accept(self, file: str) -> None:
        """Take over a book that another hand changed, as it is; put a pending file or a sitting aside.

        Raises Trouble: damaged, newer, no_such_file.
        """
        from coreg.store.front import rebuild
        from coreg.store.health import accept

        if not isinstance(self._shelf, Books):
            raise Trouble("no_such_file", file=file)
        self._shelf.must_write()
        self._shelf.reload(accept(self._shelf.files, file))
        rebuild(self._rows)

    def _in_folder(self) -> Books:
        if not isinstance(self._shelf, Books):
            raise Trouble("no_backups")
        self._shelf.must_write()
        return self._shelf


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
