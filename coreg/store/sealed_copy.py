"""Another copy of the books that is locked: what stands in clear before it, and the keys that may open it."""

from __future__ import annotations

from dataclasses import dataclass, field
from os import urandom
from pathlib import Path

import orjson

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.book import HOME
from coreg.store.front import COUPLE
from coreg.store.rows import Rows
from coreg.store.seal import Seal
from coreg.store.strict import LIMIT, refuse_crowded, refuse_large
from coreg.store.vault import box, header, keys
from coreg.store.vault.keys import Ring
from coreg.store.vault.locked import LockedSeal

__all__ = ["CopySeal", "LockedCopy", "bytes_of", "of_file", "of_folder", "own_seal"]

SUFFIX = LockedSeal.suffix
"""How the files of locked books end."""


class CopySeal(LockedSeal):
    """Opens the books of a copy, within the bounds of what is taken in."""

    def __init__(self, ring: Ring, shared: bytes) -> None:
        """Open with the shared key (32 bytes) of the couple whose ring this is."""
        super().__init__(ring, shared, urandom)

    def opened(self, name: str, data: bytes) -> bytes:
        """Open a box. Raises Trouble: newer, damaged, import_crowded."""
        body = super().opened(name, data)
        refuse_crowded(name + self.suffix, body)
        return body


@dataclass(frozen=True, slots=True)
class LockedCopy:
    """A locked copy; `file` is its name for a sentence, `couple` whose it says it is.

    `data` is the file of one book and `name` what book it is; of a folder it is the home book. Only the home
    book has a `ring` before it.
    """

    file: str
    couple: str
    name: str
    data: bytes = field(repr=False)
    ring: Ring | None = None
    folder: Path | None = None

    def fits(self, seal: CopySeal) -> bool:
        """Tell whether a seal opens it. Raises Trouble import_crowded."""
        try:
            seal.opened(self.name, self.data)
        except Trouble as trouble:
            if trouble.code != "damaged":
                raise
            return False
        return True

    def unlock(self, words: str) -> CopySeal:
        """Open a slot of it with a passphrase of either, in a quarter of a second each.

        Raises Trouble: copy_does_not_fit, import_damaged (file), no_memory, no_crypto.
        """
        if self.ring is None:
            raise Trouble("import_locked", file=self.file)
        try:
            return CopySeal(self.ring, keys.unlock(self.ring, words).shared)
        except Trouble as trouble:
            code = {"does_not_fit": "copy_does_not_fit", "ring_changed": "import_damaged"}
            raise Trouble(
                code.get(trouble.code, trouble.code), **{**trouble.facts, "file": self.file}
            ) from None


def bytes_of(path: Path) -> bytes | None:
    """Read a file that is to be taken in; None where there is none.

    Raises Trouble: import_large, cannot_read, damaged for what is no file.
    """
    mark = disk.mark_of(path)
    refuse_large(path.name, mark.size if mark else 0)
    found = disk.read(path, LIMIT)
    return found[0] if found else None


def of_folder(folder: Path) -> LockedCopy:
    """Look at a folder of locked books. Raises Trouble: newer, damaged, and what `bytes_of` raises."""
    path = folder / (HOME + SUFFIX)
    data = bytes_of(path) or b""
    ring = header.ring_of(path.name, box.split(path.name, data).header)
    return LockedCopy(str(folder), ring.id, HOME, data, ring, folder)


def of_file(file: str, data: bytes) -> LockedCopy:
    """Look at one locked book, under whatever name. Raises Trouble: newer, damaged, import_large."""
    refuse_large(file, len(data))
    top = box.split(file, data).header
    try:
        couple, name = str(orjson.loads(top)["id"]), str(orjson.loads(top).get("name", ""))
    except (ValueError, LookupError, TypeError, AttributeError):
        raise Trouble("damaged", file=file) from None
    if not name:
        ring = header.ring_of(file, top)
        return LockedCopy(file, ring.id, HOME, data, ring)
    header.refuse_other(file, top, couple, name)
    return LockedCopy(file, couple, name, data)


def own_seal(copy: LockedCopy, rows: Rows, seal: Seal) -> CopySeal | None:
    """Return what opens it if our own shared key does; None if it takes a passphrase of its own.

    Raises Trouble, all with file: import_locked_first where we have no book, which would then stand open;
    import_other; import_locked for a single file that our key does not open.
    """
    ours = next(iter(rows.all(COUPLE)), None)
    if ours is None:
        raise Trouble("import_locked_first", file=copy.file)
    if copy.couple != ours["id"].replace("-", ""):
        raise Trouble("import_other", file=copy.file)
    if isinstance(seal, LockedSeal):
        found = CopySeal(copy.ring or seal.ring, seal.shared)
        if copy.fits(found):
            return found
    if copy.folder is None:
        raise Trouble("import_locked", file=copy.file)
    return None
