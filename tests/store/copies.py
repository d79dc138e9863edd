"""Copies of a book that go their own ways, and exports of them, for the tests of taking them in."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import orjson

from coreg.record.models import Note
from coreg.share.json_export import to_json
from coreg.store import Store
from coreg.store.importing import Preview
from coreg.store.incoming import Incoming, look, look_data
from coreg.store.migrations import STEPS, Steps
from tests.store.evenings import prepare
from tests.store.helpers import Home, contents

__all__ = [
    "arriving",
    "copy_of",
    "export",
    "exported",
    "filled",
    "read_data",
    "read_path",
    "rewrite",
    "take_in",
]


def read_path(path: Path) -> Incoming:
    """Read what is not locked."""
    found = look(path)
    assert isinstance(found, Incoming)
    return found


def read_data(file: str, data: bytes, steps: Steps = STEPS) -> Incoming:
    """Read the bytes of what is not locked."""
    found = look_data(file, data, steps)
    assert isinstance(found, Incoming)
    return found


def filled(home: Home) -> Home:
    """Fill a book with a little of everything, some of it in the bin, and something put aside."""
    with home.open() as store:
        prepare(store)
        newest = store.sessions(limit=1)[0]
        store.later(newest.id, "1", "A later word.", "a")
        store.later(store.notes()[0].id, None, "Another.")
        store.bin(newest.id, "2")
        store.put_aside("aside", b'{"step": 2}')
    return home


def copy_of(home: Home, name: str) -> Home:
    """Copy the folder as it is, for another device."""
    folder = home.folder.with_name(name)
    shutil.copytree(home.folder, folder)
    return Home(folder, home.wall, name)


def export(home: Home) -> dict[str, Any]:
    """Return what `coreg export` prints, parsed."""
    with home.open(write=False) as store:
        return dict(orjson.loads(to_json(store.everything())))


def exported(home: Home) -> Incoming:
    return read_data("ours.json", orjson.dumps(export(home)))


def arriving(home: Home) -> Incoming:
    """Read the folder of a copy."""
    return read_path(Path(home.folder))


def rewrite(store: Store, text: str, which: int = 0) -> Note:
    """Give a note another text."""
    return store.keep(store.notes()[which].model_copy(update={"text": text}))


def take_in(home: Home, incoming: Incoming) -> Preview:
    """Take it in, and see that it does what the look ahead said, and nothing a second time."""
    with home.open() as store:
        ahead = store.preview(incoming)
        done = store.take_in(incoming)
        assert done == ahead
    before = contents(home.folder)
    with home.open() as store:
        assert not store.take_in(incoming).changes
    assert contents(home.folder) == before
    return done
