"""A house to test screens in: Mina and Jo, their book in a real store, and clocks that stand still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from coreg.evening.couple import Couple
from coreg.evening.keeping import Keeping
from coreg.evening.maps import Maps
from coreg.evening.pausing import Pausing
from coreg.evening.runner import Runner
from coreg.keys import keymap
from coreg.places import Places
from coreg.screens.house import House
from coreg.screens.rooms import room
from coreg.settings import Settings
from coreg.store import Store, Writer
from coreg.store.vault.keys import LEAST
from tests.screens.stage import FakeTime, Offering, Run, run_screen

__all__ = ["World", "house_of", "keeping_of", "new_world", "places_in", "store_in"]


@dataclass(frozen=True, slots=True)
class World:
    """One house with what is in it, apart from every other."""

    run: Run
    house: House
    store: Store
    time: FakeTime


def places_in(folder: Path) -> Places:
    """Return three empty folders."""
    return Places(folder / "data", folder / "config", folder / "state")


@contextmanager
def store_in(places: Places, time: FakeTime) -> Iterator[Store]:
    """Open the couple's book, begun and empty."""
    opened = Store.open(places.data, device="test", now=time.now, random=Random(7).randbytes, cost=LEAST)
    opened.setup("Mina", "Jo")
    yield opened
    opened.close()


@contextmanager
def keeping_of(store: Store, time: FakeTime) -> Iterator[Keeping]:
    """Put the one writing thread before a store; no snapshot waits for quiet."""
    writer = Writer(quiet_s=0.0)
    yield Keeping(store, writer, now=time.now)
    writer.close()


def house_of(keeping: Keeping, places: Places, time: FakeTime) -> House:
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
        pausing=Pausing(
            keeping, now=time.now, awake=time.awake, random=Random(17).randbytes, zone=lambda _: "UTC"
        ),
        maps=Maps(keeping, now=time.now, zone=lambda _: "UTC"),
        clock=time.clock,
    )


@contextmanager
def new_world(folder: Path) -> Iterator[World]:
    """Make a house of its own in a folder."""
    time, places = FakeTime(), places_in(folder)
    with store_in(places, time) as store, keeping_of(store, time) as keeping:
        house = house_of(keeping, places, time)
        yield World(run_screen(house), house, store, time)
