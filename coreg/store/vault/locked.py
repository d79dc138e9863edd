"""The locked seal: the same book, in a box that only the two can open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from coreg.record.seams import Random
from coreg.record.trouble import Trouble
from coreg.store.book import HOME
from coreg.store.layout import Raw
from coreg.store.rows import VAULT
from coreg.store.seal import body_of, tables_of
from coreg.store.vault import box, header
from coreg.store.vault.keys import Ring

if TYPE_CHECKING:
    from coreg.store.rows import Rows
    from coreg.store.seal import Seal

_SALT = 32
_OPENING = b'{"_book":{"1":{'


class LockedSeal:
    """Seals every book under a key of its own, made of the shared key and the book's name.

    Without the shared key it can name files, and everything else raises Trouble locked.
    """

    suffix = ".coreg"

    def __init__(self, ring: Ring, shared: bytes, random: Random) -> None:
        """Seal with the shared key (32 bytes; none: locked), and write the ring before the home book."""
        self.ring = ring
        self._shared = shared
        self._random = random

    @property
    def shared(self) -> bytes:
        """The shared key. Raises Trouble locked while it is not there."""
        if not self._shared:
            raise Trouble("locked")
        return self._shared

    @property
    def shut(self) -> bool:
        """Whether nothing can be opened just now."""
        return not self._shared

    def take(self, shared: bytes) -> None:
        """Have the shared key from now on; with no bytes, forget it."""
        self._shared = shared

    @contextmanager
    def adopting(self, data: bytes) -> Iterator[None]:
        """Take the ring from before a home book of this couple, and the old one again where that fails.

        Raises Trouble: newer, damaged.
        """
        self.unpack(HOME, data)
        file, before = HOME + self.suffix, self.ring
        self.ring = header.ring_of(file, box.split(file, data).header)
        try:
            yield
        except BaseException:
            self.ring = before
            raise

    def pack(self, name: str, tables: Raw) -> bytes:
        """Make the file: header, salt, and one box of the book's JSON."""
        top = header.of_home(self.ring) if name == HOME else header.of_book(self.ring.id, name)
        return box.close(top, self._key(name), self._random(_SALT), _OPENING + body_of(name, tables))

    def unpack(self, name: str, data: bytes) -> Raw:
        """Open the box. Raises Trouble: locked, newer, damaged for anything that is not wholly ours."""
        return tables_of(name + self.suffix, name, self.opened(name, data))

    def opened(self, name: str, data: bytes) -> bytes:
        """Open the box and return the JSON in it. Raises Trouble as `unpack` does."""
        file = name + self.suffix
        found = box.split(file, data)
        if name != HOME:
            header.refuse_other(file, found.header, self.ring.id, name)
        elif header.ring_of(file, found.header).id != self.ring.id:
            raise Trouble("damaged", file=file)
        return box.open_up(file, found, self._key(name))

    def salvage(self, name: str, data: bytes) -> Raw:
        """Open the box: what another hand changed cannot be told from damage."""
        return self.unpack(name, data)

    def _key(self, name: str) -> bytes:
        return box.derive(self.shared, b"", b"coreg1 book " + name.encode())


def ring_in(rows: Rows, seal: Seal) -> Ring | None:
    """Return what the slots of these books stand in; None before anybody has chosen a passphrase."""
    if isinstance(seal, LockedSeal):
        return seal.ring
    with rows.reading(VAULT):
        for row in rows.all(VAULT):
            return header.ring_of(rows.shelf.file_of(VAULT), row["header"].encode())
    return None
