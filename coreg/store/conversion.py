"""All books under another seal, at one stroke.

The new files are written into a folder beside the old ones, read back, and only then the folder gets the name
that says it is ready: that is the one instant of the change. What follows, moving them in and removing the
old ones, needs no key and can be done again from its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import orjson

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.book import HOME, PENDING, PRIVATE, Book, pack, unpack
from coreg.store.live import NAME as LIVE
from coreg.store.live import unwrap, wrap
from coreg.store.seal import OpenSeal, Seal

STAGE = "next"
"""The folder in which the new files are made; with the new ending it is ready."""

BACKUPS = "backups"
"""The folder of the backups, here and in the stage."""

SUFFIXES = (".json", ".coreg")
"""How files of open and of locked books end."""

STAGES = (STAGE, *(STAGE + suffix for suffix in SUFFIXES))
"""Every name the stage can have."""

_OURS = re.compile(rf"({HOME}|{PENDING}|{LIVE}|{PRIVATE}|\d{{4}})(\.[a-z]+-\d+)?")
_RAW = "raw"


def stage(folder: Path, old: Seal, new: Seal, books: Mapping[str, Book]) -> Path:
    """Write these books, the living sitting and the copies under the new seal into the stage.

    Returns the stage. Raises Trouble from reading and writing; nothing has changed then.
    """
    place = folder / STAGE
    with disk.told(place):
        _clear(place)
        place.mkdir(mode=0o700)
        (place / BACKUPS).mkdir(mode=0o700)
    for name, book in books.items():
        disk.put(place / (name + new.suffix), pack(new, name, book))
    for path in _others(folder, old):
        found = disk.read(path)
        if found:
            _turn(path.stem, found[0], old, new, place)
    return place


def check(place: Path, new: Seal, books: Mapping[str, Book]) -> None:
    """See that what stands in the stage is what went in. Raises Trouble not_converted."""
    for name, book in books.items():
        found = disk.read(place / (name + new.suffix))
        if found is None or unpack(new, name, found[0]) != book:
            raise Trouble("not_converted")


def decide(folder: Path, new: Seal) -> None:
    """Let the stage count: from here on there is only `finish`. Raises Trouble: cannot_write and the like."""
    with disk.told(folder):
        disk.sync_folder(folder / STAGE)
        (folder / STAGE).replace(folder / (STAGE + new.suffix))


def is_ready(folder: Path) -> bool:
    """Tell whether a change has been decided and is not finished. Raises Trouble cannot_read."""
    with disk.told(folder, reading=True):
        return any((folder / (STAGE + suffix)).is_dir() for suffix in SUFFIXES)


def finish(folder: Path) -> None:
    """Bring in what is ready, and clear away what was not: the lock holder calls it before it reads."""
    with disk.told(folder):
        _clear(folder / STAGE)
        for suffix in SUFFIXES:
            if (folder / (STAGE + suffix)).is_dir():
                # Nothing old may go before a power cut can no longer undo the decision.
                disk.sync_folder(folder)
                _bring_in(folder, folder / (STAGE + suffix), suffix)


def _clear(place: Path) -> None:
    if place.exists():
        import shutil

        shutil.rmtree(place)


def _bring_in(folder: Path, ready: Path, suffix: str) -> None:
    for path in sorted(ready.iterdir()):
        if path.is_file():
            path.replace(folder / path.name)
    if (ready / BACKUPS).is_dir():
        _clear(folder / BACKUPS)
        (ready / BACKUPS).replace(folder / BACKUPS)
    disk.sync_folder(folder)
    (folder / disk.TEMP).unlink(missing_ok=True)
    for path in [path for path in folder.iterdir() if path.suffix in SUFFIXES]:
        if path.suffix != suffix and path.is_file() and _OURS.fullmatch(path.stem):
            path.unlink()
    disk.sync_folder(folder)
    ready.rmdir()
    disk.sync_folder(folder)


def _others(folder: Path, old: Seal) -> Iterator[Path]:
    """Go through the living sitting and what lies beside the books."""
    with disk.told(folder, reading=True):
        names = sorted(path for path in folder.iterdir() if path.suffix == old.suffix and path.is_file())
    found = ((path, _OURS.fullmatch(path.stem)) for path in names)
    return (path for path, ours in found if ours and (ours[1] == LIVE or ours[2]))


def _turn(stem: str, data: bytes, old: Seal, new: Seal, place: Path) -> None:
    """Seal one of them anew; what cannot be read is sealed as it is, byte for byte."""
    name = stem.partition(".")[0]
    try:
        raw = _raw(old, stem, data)
        sealed = b"" if raw else pack(new, name, unpack(old, name, data))
    except Trouble:
        raw, sealed = data, b""
    if raw:
        sealed = raw if isinstance(new, OpenSeal) else pack(new, stem, _wrapped(raw))
    disk.put(place / (stem + new.suffix), sealed)


def _wrapped(raw: bytes) -> Book:
    return Book({_RAW: {"1": orjson.dumps(wrap(raw))}}, 0)


def _raw(old: Seal, stem: str, data: bytes) -> bytes:
    """Return what was once sealed byte for byte; empty for anything else."""
    try:
        held = unpack(old, stem, data).tables.get(_RAW)
    except Trouble:
        return b""
    return unwrap(orjson.loads(held["1"])) if held else b""
