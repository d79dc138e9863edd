"""A folder for books, and a store over it or over plain memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb.storages import MemoryStorage, Storage

from coreg.store import Store
from coreg.store.backups import Backups
from coreg.store.files import Files
from coreg.store.vault import keys
from tests.store.backups import save
from tests.store.helpers import DAY, Home, line, note, session
from tests.store.seals import SEALS, seal
from tests.store.shelves import books, insert
from tests.store.vault.lockable import stretched_once


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch the same words with the same salt and cost only once in all tests."""
    monkeypatch.setattr(keys, "_stretched", stretched_once)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "couple")


@pytest.fixture(params=["books", "memory"])
def store(home: Home, request: pytest.FixtureRequest) -> Iterator[Store]:
    """Open an empty store, once on books and once on TinyDB's own memory storage."""
    memory: type[Storage] = MemoryStorage
    with home.open(storage=memory() if request.param == "memory" else None) as opened:
        yield opened


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Make books of three years with a note in each."""
    storage = books(tmp_path)
    insert(storage, "couple", id="c", name="Mina")
    for year in (2024, 2025, 2026):
        insert(storage, f"{year}/notes", id=f"n{year}", text="x")
    return tmp_path


@pytest.fixture(params=SEALS)
def files(tmp_path: Path, request: pytest.FixtureRequest) -> Files:
    """Make a home book and two years."""
    folder = tmp_path / "couple"
    folder.mkdir()
    made = Files(folder, seal(request.param))
    for name, text in (("home", "promise"), ("2025", "old"), ("2026", "new")):
        save(made, name, text)
    return made


@pytest.fixture
def backups(files: Files) -> Backups:
    return Backups(files)


@pytest.fixture
def grown(home: Home) -> Home:
    """Keep something on each of three days; the backups of the second and third hold what was before."""
    for number in range(3):
        with home.open() as store:
            if number == 0:
                store.setup("Mina", "Jo")
            store.keep(session(DAY, line("l", f"line {number}"), hour=10 + number))
            store.keep(note(f"note {number}"))
        home.wall.go(days=1)
    return home
