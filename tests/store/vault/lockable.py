"""A couple's folder that can be locked, with something in it of everything that must not be read."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from coreg.record.private import PrivateNote
from coreg.record.trouble import Trouble
from coreg.store import Store
from coreg.store.book import EMPTY, pack
from coreg.store.door import is_locked
from coreg.store.seal import OpenSeal
from coreg.store.vault import keys
from coreg.store.vault.keys import LEAST, PARTNERS, Keys, Kind, Who, Words
from tests.store.evenings import prepare, seen
from tests.store.helpers import DAY, EVENING, Wall, note

CANARY = "Canary-7f3a"
"""Stands in every kind of file, and in none that anybody could read once the books are locked."""

PASS: dict[Who, str] = {"a": "lantern pebble willow", "b": "Übung macht Freude"}
CODE: dict[Who, str] = {"a": "01K8Z-70QRW-M1N2P-0THGV-5XS1C4", "b": "9ABCD-EFGHJ-KMNPQ-RSTVW-XYZ012"}
OTHER: dict[Who, str] = {"a": "another lantern", "b": "another pebble"}

stretched_once = cache(keys._stretched)
"""What a passphrase is stretched to; the same words with the same salt and cost only once in all tests."""

Seen: TypeAlias = dict[str, Any]


def private(text: str, written: datetime = EVENING) -> PrivateNote:
    return PrivateNote(text=text, written=written, local_date=DAY)


def words(own: Mapping[Who, Keys] | None = None, passes: Mapping[Who, str] = PASS) -> dict[Who, Words]:
    """Return what both have chosen; whoever is in `own` brings their key along."""
    return {who: Words(passes[who], CODE[who], own[who].own if own else b"") for who in PARTNERS}


@dataclass
class Lockable:
    """A folder, and the way to open it cheaply; chance is the same at every opening."""

    folder: Path
    wall: Wall = field(default_factory=Wall)

    def open(self, *, write: bool = True, check: bool = True, seed: int = 1) -> Store:
        chance = Random(seed).randbytes
        return Store.open(
            self.folder, device="left", now=self.wall, random=chance, write=write, check=check, cost=LEAST
        )

    def copy(self, name: str) -> "Lockable":
        """Copy it all beside, in place of an earlier copy."""
        there = self.folder.with_name(name)
        shutil.rmtree(there, ignore_errors=True)
        shutil.copytree(self.folder, there)
        return Lockable(there, self.wall)

    @property
    def locked(self) -> bool:
        return is_locked(self.folder)

    def lock(self) -> None:
        """Lock it as an evening does: both say their words first."""
        with self.open() as store:
            store.vault.lock(words(both(store)))

    def files(self) -> dict[str, bytes]:
        """Read every file of the folder but the lock."""
        paths = [path for path in self.folder.iterdir() if path.is_file() and path.suffix != ".lock"]
        return {path.name: path.read_bytes() for path in paths}

    def plain(self) -> dict[str, bytes]:
        """Read every file that stands there as one of open books."""
        return {name: data for name, data in self.files().items() if name.endswith(".json")}

    def all_bytes(self) -> bytes:
        """Read every file in the folder and below it but the lock."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file() and path.suffix != ".lock")
        return b"".join(path.name.encode() + path.read_bytes() for path in files)


def both(store: Store, passes: Mapping[Who, str] = PASS) -> dict[Who, Keys]:
    return {who: store.vault.keys(passes[who], "pass", who) for who in PARTNERS}


def fits(store: Store, said: str, kind: Kind = "pass", who: Who | None = None) -> bool:
    """Tell whether words open a slot."""
    try:
        store.vault.keys(said, kind, who)
    except Trouble as problem:
        if problem.code != "does_not_fit":
            raise
        return False
    return True


def mine(store: Store, who: Who, said: str = "") -> list[str]:
    """Read the private notes of one, with their words."""
    return [one.text for one in store.private(store.vault.keys(said or PASS[who], "pass", who)).all()]


def fill(home: Lockable) -> Lockable:
    """Fill it: records of two years, private notes of both, a sitting, backups, and copies put aside."""
    with home.open() as store:
        prepare(store)
        store.keep(note(f"{CANARY} in a note."))
        for who in PARTNERS:
            mine = store.vault.make_space(who, Words(PASS[who], CODE[who]))
            store.private(mine).keep(private(f"{CANARY} of {who} alone."))
        store.snapshot(f"{CANARY} in a sitting".encode())
        store.put_aside("one", f"{CANARY} put aside".encode())
        store.backup("by-hand")
    home.folder.joinpath("2026.conflict-1.json").write_bytes(a_copy())
    home.folder.joinpath("2026.damaged-1.json").write_bytes(f"{CANARY} in ruins".encode())
    home.folder.joinpath("live.damaged-1.json").write_bytes(b"")
    return home


def a_copy() -> bytes:
    """Return a whole book as it lies beside another hand's."""
    return pack(OpenSeal(), "2026", type(EMPTY)({"notes": {"1": f'{{"id":"{CANARY}"}}'.encode()}}, 3))


def everything(store: Store, passes: Mapping[Who, str] = PASS) -> Seen:
    """See all there is, the private notes of both among it."""
    own = both(store, passes)
    mine = {who: [one.text for one in store.private(own[who]).all()] for who in PARTNERS}
    return {**seen(store), "private": mine}


def with_backups(store: Store, passes: Mapping[Who, str] = PASS) -> Seen:
    """See all there is, and what is in the backups."""
    rest = everything(store, passes)
    backups = [(one.name, one.state, one.sessions, one.notes) for one in store.backups()]
    return {**rest, "backups": backups}


def found(home: Lockable, passes: Mapping[Who, str] = PASS, look: Callable[..., Seen] = everything) -> Seen:
    """Open the folder as the next program does, locked or not, with the words of either, and see it all."""
    with home.open(seed=2) as store:
        if store.locked:
            store.unlock(passes["b"])
        return look(store, passes)


Act: TypeAlias = Callable[[Store], object]
