"""Looking after the books: backups, other copies taken in, deleting everything, and their health."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble
from coreg.store.behind import Behind
from coreg.store.books import Books
from coreg.store.records import alone
from coreg.store.seal import OpenSeal

if TYPE_CHECKING:
    from datetime import datetime

    from coreg.store.backup import Backup
    from coreg.store.health import Finding
    from coreg.store.importing import Preview
    from coreg.store.incoming import Incoming
    from coreg.store.seal import Seal
    from coreg.store.sealed_copy import CopySeal, LockedCopy
    from coreg.store.seen import Here
    from coreg.store.vault.keys import Ring


class Tended(Behind):
    """Books in a folder, with what keeps them well."""

    @alone
    def backup(self, what: str) -> str:
        """Make a backup now, such as "by-hand" or "before-import"; returns its name, "" without a book.

        Raises Trouble: no_backups for books that are in no folder, disk_full, read_only, cannot_write.
        """
        return self._in_folder().backups.make(what, self._stamps.day())

    @alone
    def backups(self) -> list[Backup]:
        """Look into every backup, newest first."""
        books = self._settled()
        return books.backups.list() if books else []

    @alone
    def backup_names(self) -> tuple[str, ...]:
        """Name every backup, newest first, without a look into it: that takes no key."""
        return tuple(self._shelf.backups.names()) if isinstance(self._shelf, Books) else ()

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

    @alone
    def own_seal(self, copy: LockedCopy) -> CopySeal | None:
        """Return what opens a locked copy if our own key does; None if it takes a passphrase of its own.

        Raises Trouble: import_locked_first, import_other, import_locked; all name the file.
        """
        from coreg.store.sealed_copy import own_seal

        return own_seal(copy, self._rows, self._seal())

    @alone
    def preview(self, incoming: Incoming) -> Preview:
        """Say what taking it in would do. Raises Trouble: import_other, import_nobody, import_twice."""
        from coreg.store.importing import Plan

        return Plan(self._rows, incoming, self._ring()).preview

    @alone
    def take_in(self, incoming: Incoming) -> Preview:
        """Take in another copy of the book, after a backup; say what it did.

        Raises Trouble as `preview` does, or what the backup or the writing raises; nothing is changed then.
        """
        from coreg.store.importing import Plan

        plan = Plan(self._rows, incoming, self._ring())
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

        books = self._settled()
        return look_over(books.files) if books else []

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

    def _seal(self) -> Seal:
        return self._shelf.files.seal if isinstance(self._shelf, Books) else OpenSeal()

    def _ring(self) -> Ring | None:
        from coreg.store.vault.locked import ring_in

        return ring_in(self._rows, self._seal())

    def _settled(self) -> Books | None:
        """Return the books of a folder, all of them under one seal; None for books in no folder."""
        if not isinstance(self._shelf, Books):
            return None
        self._shelf.carry_on()
        return self._shelf

    def _in_folder(self) -> Books:
        if not isinstance(self._shelf, Books):
            raise Trouble("no_backups")
        self._shelf.must_write()
        return self._shelf
