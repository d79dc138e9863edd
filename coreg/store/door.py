"""Which seal a folder's books are under, and finishing what was begun before anything is read."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from coreg.record.trouble import Trouble
from coreg.store import conversion, disk
from coreg.store.backup import in_order
from coreg.store.backup_files import folders
from coreg.store.book import HOME
from coreg.store.lock import Lock
from coreg.store.seal import OpenSeal

if TYPE_CHECKING:
    from pathlib import Path

    from coreg.record.seams import Now, Random
    from coreg.store.layout import Raw
    from coreg.store.seal import Seal
    from coreg.store.vault.locked import LockedSeal

LOCKED = ".coreg"
"""How the files of locked books end."""


def is_locked(folder: Path) -> bool:
    """Tell whether the books in a folder are locked. Raises Trouble cannot_read."""
    home = HOME + OpenSeal.suffix
    return disk.mark_of(folder / home) is None and disk.mark_of(folder / (HOME + LOCKED)) is not None


def seal_of(folder: Path, random: Random) -> Seal:
    """Return the seal of a folder's books; a locked one is still without its key.

    Raises Trouble: cannot_read; damaged or newer for a locked home book whose clear part is not whole.
    """
    return locked_seal(folder, random) if is_locked(folder) else OpenSeal()


def locked_seal(folder: Path, random: Random) -> LockedSeal:
    """Return the seal that the locked home book of a folder names. Raises Trouble: damaged, newer."""
    from coreg.store.vault import box, header
    from coreg.store.vault.locked import LockedSeal

    path = folder / (HOME + LOCKED)
    found = disk.read(path)
    ring = header.ring_of(path.name, box.split(path.name, found[0] if found else b"").header)
    return LockedSeal(ring, b"", random)


def _from_backups(folder: Path, random: Random) -> Seal | None:
    """Return the seal of the newest backup whose clear part is whole, for books of which it is not."""
    backups = folder / conversion.BACKUPS
    for name in in_order(path.name for path in folders(backups)):
        with suppress(Trouble):
            return locked_seal(backups / name, random)
    return None


def settle_for_reader(folder: Path, now: Now) -> None:
    """Finish a change of the seal for one who only reads, unless the one who began it is still at it.

    Raises Trouble busy then.
    """
    if conversion.is_ready(folder):
        held = Lock(folder, now())
        try:
            conversion.finish(folder)
        finally:
            held.release()


def as_found(folder: Path, random: Random) -> Seal:
    """Return the seal of books that may not be whole, such as is needed to look at each of them."""
    try:
        return seal_of(folder, random)
    except Trouble as trouble:
        return _from_backups(folder, random) or LostSeal(trouble)


class LostSeal:
    """Stands for the seal of locked books whose home book cannot tell it."""

    suffix = LOCKED
    shut = True

    def __init__(self, why: Trouble) -> None:
        """Keep what is wrong with the home book."""
        self._why = why

    def take(self, shared: bytes) -> None:
        """Have no use for a key."""

    def adopting(self, data: bytes) -> NoReturn:
        """Raise Trouble: what is wrong with the home book."""
        del data
        self._refuse()

    def pack(self, name: str, tables: Raw) -> bytes:
        """Raise Trouble: what is wrong with the home book."""
        del name, tables
        self._refuse()

    def unpack(self, name: str, data: bytes) -> Raw:
        """Raise Trouble: what is wrong with the home book; for any other locked, or damaged."""
        from coreg.store.vault import box

        if name == HOME:
            self._refuse()
        box.split(name + self.suffix, data)
        raise Trouble("locked")

    def salvage(self, name: str, data: bytes) -> Raw:
        """Raise Trouble like `unpack`."""
        return self.unpack(name, data)

    def _refuse(self) -> NoReturn:
        raise Trouble(self._why.code, **self._why.facts)
