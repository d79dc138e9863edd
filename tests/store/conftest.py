"""A folder for books, and a store over it or over plain memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb.storages import MemoryStorage, Storage

from coreg.store import Store
from tests.store.helpers import Home
from tests.store.shelves import books, insert


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
