"""What makes thousands of tries affordable, and a folder before and after it is locked."""

from functools import cache
from pathlib import Path

import pytest

from coreg.store.vault import keys
from tests.store.helpers import note
from tests.store.vault.lockable import Lockable, fill


@pytest.fixture
def stretched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch the same words with the same salt and cost only once."""
    monkeypatch.setattr(keys, "_stretched", cache(keys._stretched))


@pytest.fixture
def home(tmp_path: Path) -> Lockable:
    """Return an open folder in which nobody has chosen a passphrase."""
    made = Lockable(tmp_path / "couple")
    with made.open() as store:
        store.setup("Mina", "Jo")
        store.keep(note())
    return made


@pytest.fixture
def filled(tmp_path: Path) -> Lockable:
    return fill(Lockable(tmp_path / "couple"))


@pytest.fixture
def locked(filled: Lockable) -> Lockable:
    filled.lock()
    return filled
