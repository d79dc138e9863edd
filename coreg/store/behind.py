"""What stands behind a passphrase: locked books, opened and shut, and what is private to one of the two."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble
from coreg.store.books import Books
from coreg.store.door import LOCKED
from coreg.store.mapped import Mapped
from coreg.store.records import alone

if TYPE_CHECKING:
    from coreg.record.seams import Random
    from coreg.store.shelf import Shelf
    from coreg.store.stamps import Stamps
    from coreg.store.vault.keys import Cost, Keys, Kind
    from coreg.store.vault.notes import PrivateNotes
    from coreg.store.vault.vault import Vault

NOT_WHOLE = {"damaged", "changed_outside", "newer", "cannot_read"}
"""What may be wrong with a book so that it cannot be believed."""


class Behind(Mapped):
    """The records of books that may be locked. While they are, all that reads raises Trouble locked."""

    def __init__(
        self,
        shelf: Shelf,
        stamps: Stamps,
        random: Random | None = None,
        cost: Cost | None = None,
        *,
        check: bool = True,
    ) -> None:
        """Read from and write to `shelf`; new passphrases cost what `cost` says.

        With `check=False` a home book that is not whole is no obstacle to `unlock`.
        """
        super().__init__(shelf, stamps)
        self._random = random
        self._cost = cost
        self._check = check

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
        try:
            self.vault.open_up(keys.shared)
        except Trouble as trouble:
            if self._check or trouble.code not in NOT_WHOLE:
                raise
        return keys

    @alone
    def shut(self) -> None:
        """Forget the key of locked books and all that was read; nothing happens to open ones."""
        if self.sealed:
            self._leave()
            self.vault.open_up(b"")

    @alone
    def before(self, what: str) -> None:
        """Make a backup before something that changes much, such as "import" or "passphrase"."""
        if isinstance(self._shelf, Books):
            self._shelf.back_up_before(what)

    def _leave(self) -> None:
        """Let the books have their backup of a first day before they are shut or closed."""
        if isinstance(self._shelf, Books):
            self._shelf.leave()

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
