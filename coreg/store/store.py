"""The one door to a couple's books: records, the living sitting, sittings put aside, and its health."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.books import Books
from coreg.store.conversion import finish
from coreg.store.door import LOCKED, as_found, seal_of, settle_for_reader
from coreg.store.live import unwrap, wrap
from coreg.store.lock import Lock
from coreg.store.records import Records, alone
from coreg.store.shelf import Plain, Shelf
from coreg.store.stamps import Stamps

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from tinydb.storages import Storage

    from coreg.record.seams import Now, Random
    from coreg.store.health import Finding
    from coreg.store.seen import Here
    from coreg.store.vault.keys import Cost, Keys, Kind
    from coreg.store.vault.notes import PrivateNotes
    from coreg.store.vault.vault import Vault

_ASIDE = "open"
_NOT_WHOLE = {"damaged", "changed_outside", "newer", "cannot_read"}


class Store(Records):
    """A couple's books, opened. Threads may share it."""

    def __init__(
        self,
        shelf: Shelf,
        stamps: Stamps,
        held: Lock | None = None,
        random: Random | None = None,
        cost: Cost | None = None,
    ) -> None:
        """Stand before a shelf; `open` makes the usual one."""
        super().__init__(shelf, stamps)
        self._held = held
        self._random = random
        self._cost = cost

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
        return cls(books, stamps, held, random, cost)

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
        self._rows.put(_ASIDE, {"id": id, **wrap(data)})

    @alone
    def aside(self) -> tuple[tuple[str, bytes], ...]:
        """Read what was put aside: id and data, in the order of their coming."""
        return tuple((row["id"], unwrap(row)) for row in self._rows.all(_ASIDE))

    @alone
    def drop_aside(self, id: str) -> None:
        """Forget one that was put aside, if it is there."""
        self._rows.drop(_ASIDE, id)

    @alone
    def before(self, what: str) -> None:
        """Make a backup before something that changes much."""

    @alone
    def delete(self, id: str, line_id: str | None = None) -> None:
        """Delete for good."""
        from coreg.store.rows import KINDS

        for table in ("private/sealed", *self._rows.tables(*KINDS)):
            self._rows.drop(table, id)

    # Locked books

    @property
    def sealed(self) -> bool:
        """Whether the books on disk are locked ones."""
        return isinstance(self._shelf, Books) and self._shelf.files.seal.suffix == LOCKED

    @property
    def locked(self) -> bool:
        """Whether nothing can be read before somebody has said a passphrase."""
        return isinstance(self._shelf, Books) and self._shelf.shut

    def unlock(self, words: str, kind: Kind = "pass") -> Keys:
        """Open locked books with a passphrase or a recovery code. Raises Trouble does_not_fit.

        Other threads wait for the reading of the home book, and not for the stretching of the words.
        """
        keys = self.vault.keys(words, kind)
        self.vault.open_up(keys.shared)
        return keys

    @alone
    def shut(self) -> None:
        """Forget the key of locked books and all that was read; nothing happens to open ones."""
        if self.sealed:
            self.vault.open_up(b"")

    @cached_property
    def vault(self) -> Vault:
        """The keys of the books. Raises Trouble no_space where there can be none."""
        from coreg.store.vault.keys import USUAL
        from coreg.store.vault.vault import Vault

        if not isinstance(self._shelf, Books) or self._random is None:
            raise Trouble("no_space")
        return Vault(self._shelf, self._rows, self._random, self._cost or USUAL, self.lock)

    @alone
    def private(self, keys: Keys) -> PrivateNotes:
        """Return the private notes that these keys open. Raises Trouble no_space."""
        from coreg.store.vault.notes import PrivateNotes

        ring = self.vault.ring()
        if ring is None or self._random is None:
            raise Trouble("no_space")
        return PrivateNotes(self._rows, self._stamps, ring, keys, self._random, self.delete, self.lock)

    # Health

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


def _books(folder: Path, now: Now, random: Random, *, write: bool, check: bool) -> Books:
    """Open the books of a folder, and finish what was begun in it."""
    if write:
        finish(folder)
    else:
        settle_for_reader(folder, now)
    seal = seal_of(folder, random) if check else as_found(folder, random)
    books = Books(folder, seal, write=write)
    try:
        if not books.shut:
            books.resume()
    except Trouble as trouble:
        if check or trouble.code not in _NOT_WHOLE:
            raise
    return books
