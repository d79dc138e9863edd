"""The house that tests of screens are given, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coreg.evening.keeping import Keeping
from coreg.places import Places
from coreg.record.models import Session
from coreg.screens.house import House
from coreg.store import Store
from tests.screens.past import SATURDAY, evening, line
from tests.screens.stage import FakeTime, Run, at_rest, run_screen
from tests.screens.worlds import house_of, keeping_of, places_in, store_in


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait until there is nothing more to do, instead of until the processor has been idle for a while."""
    for module in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{module}.wait_for_idle", at_rest)


@pytest.fixture
def time() -> FakeTime:
    """Monday 23 November 2026, 20:41. It stays so until the test moves it."""
    return FakeTime()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Three empty folders."""
    return places_in(tmp_path)


@pytest.fixture
def store(places: Places, time: FakeTime) -> Iterator[Store]:
    """Open the couple's book, begun and empty. It is closed with the house."""
    with store_in(places, time) as opened:
        yield opened


@pytest.fixture
def keeping(store: Store, time: FakeTime) -> Iterator[Keeping]:
    """Put the one writing thread before the store; no snapshot waits for quiet."""
    with keeping_of(store, time) as made:
        yield made


@pytest.fixture
def house(keeping: Keeping, places: Places, time: FakeTime) -> House:
    """Make the house of Mina (left) and Jo (right), with the usual settings and keys."""
    return house_of(keeping, places, time)


@pytest.fixture
def run(house: House) -> Run:
    """Run a screen of the house: ``async with run(Screen(house)) as shown``."""
    return run_screen(house)


@pytest.fixture
def talk(store: Store) -> Session:
    """Keep a day talk of Saturday with two lines that stay."""
    return evening(
        store,
        SATURDAY,
        "day_talk",
        line(store, "You asked before you fixed it.", "a"),
        line(store, "I did not know the commute was that bad.", "b"),
    )
