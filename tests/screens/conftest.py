"""A house to test screens in: Mina and Jo, their book in a real store, and clocks that stand still."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from coreg.evening.couple import Couple
from coreg.evening.keeping import Keeping
from coreg.evening.runner import Runner
from coreg.keys import keymap
from coreg.places import Places
from coreg.record.models import Session
from coreg.screens.house import House
from coreg.screens.rooms import room
from coreg.settings import Settings
from coreg.store import Store, Writer
from coreg.store.vault.keys import LEAST
from tests.screens.past import SATURDAY, evening, line
from tests.screens.stage import FakeTime, Offering, Run, run_screen


@pytest.fixture
def time() -> FakeTime:
    """Monday 23 November 2026, 20:41. It stays so until the test moves it."""
    return FakeTime()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Three empty folders."""
    return Places(tmp_path / "data", tmp_path / "config", tmp_path / "state")


@pytest.fixture
def store(places: Places, time: FakeTime) -> Iterator[Store]:
    """Open the couple's book, begun and empty. It is closed with the house."""
    opened = Store.open(places.data, device="test", now=time.now, random=Random(7).randbytes, cost=LEAST)
    opened.setup("Mina", "Jo")
    yield opened
    opened.close()


@pytest.fixture
def keeping(store: Store, time: FakeTime) -> Iterator[Keeping]:
    """Put the one writing thread before the store; no snapshot waits for quiet."""
    writer = Writer(quiet_s=0.0)
    yield Keeping(store, writer, now=time.now)
    writer.close()


@pytest.fixture
def house(keeping: Keeping, places: Places, time: FakeTime) -> House:
    """Make the house of Mina (left) and Jo (right), with the usual settings and keys."""
    runner = Runner(keeping, clock=time.clock, now=time.now, random=Random(11).randbytes)
    return House(
        make_runner=lambda: runner,
        keeping=keeping,
        couple=Couple("Mina", "Jo"),
        settings=Settings(),
        places=places,
        keymap=keymap({}),
        now=time.now,
        room=room,
        locking=Offering(
            keeping, clock=time.clock, now=time.now, random=Random(13).randbytes, zone=lambda _: "UTC"
        ),
        clock=time.clock,
    )


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
