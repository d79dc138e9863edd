"""Killed at any call to the system as a pause begins or ends: the talk is there once, the promise too."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coreg.evening.keeping import Keeping
from coreg.evening.pause import Pause
from coreg.evening.pausing import Pausing
from coreg.store import Store, Writer
from tests.store.helpers import Home
from tests.store.test_faults import Faults, attempt
from tests.store.test_killed_calls import killed
from tests.unit.evening.pauses import HALF_AN_HOUR, Boots, talk
from tests.unit.evening.table import Table, Time

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a child is made by fork")

Act = Callable[[Store], object]


def on(store: Store, time: Time) -> tuple[Keeping, Writer, Pausing]:
    """Return what speaks to a store, with a writer that works when it is told to."""
    writer = Writer(start=False)
    keeping = Keeping(store, writer, now=time.now)
    pausing = Pausing(keeping, now=time.now, awake=Boots(time), random=bytes, zone=lambda _: "UTC")
    pausing.load()
    return keeping, writer, pausing


def begins(time: Time) -> Act:
    """Return the act of asking for a pause in the middle of the talk that is on."""

    def act(store: Store) -> None:
        keeping, writer, pausing = on(store, time)
        promise = pausing.ask_for(HALF_AN_HOUR, keeping.left_open())
        while writer.step():
            pass
        promise.result(0)

    return act


def ends(time: Time) -> Act:
    """Return the act of coming back from it."""

    def act(store: Store) -> None:
        _, writer, pausing = on(store, time)
        assert pausing.first is not None
        promise = pausing.come_back(pausing.first)
        while writer.step():
            pass
        promise.result(0)

    return act


def found(home: Home, time: Time) -> tuple[bool, bool, int]:
    """Return whether a pause is on, whether the talk is the living one, and how many records there are."""
    with home.open() as store:
        writer = Writer()
        keeping = Keeping(store, writer, now=time.now)
        pausing = Pausing(keeping, now=time.now, awake=Boots(time), random=bytes, zone=lambda _: "UTC")
        pause = pausing.load()
        left = keeping.left_open()
        waits = left is not None and pausing.mends(left)
        writer.close()
        living = left is not None and not waits
        assert living != (_waiting(store, pause) is not None)
        return pausing.first is not None, living, len(store.sessions())


def _waiting(store: Store, pause: Pause | None) -> bytes | None:
    return dict(store.aside()).get(pause.session) if pause else None


def kill_everywhere(folder: Path, every: int) -> set[tuple[str, tuple[bool, bool, int]]]:
    """Kill both acts at every n-th of their calls; return what was found of each."""
    table = Table(folder / "book").set_up()
    talk(table)
    table.store.close()
    home, time, seen = Home(folder / "book"), table.time, set()
    for name, act in (("begins", begins(time)), ("ends", ends(time))):
        before = folder / name
        shutil.copytree(home.folder, before)
        attempt(home, act, calm := Faults(-1, 0))
        for number in range(0, calm.made, every):
            shutil.rmtree(home.folder)
            shutil.copytree(before, home.folder)
            assert killed(home, act, number) == signal.SIGKILL
            seen.add((name, found(home, time)))
        shutil.rmtree(home.folder)
        shutil.copytree(before, home.folder)
        with home.open() as store:
            act(store)
        time.go_on(HALF_AN_HOUR)
    return seen


def _hold(seen: set[tuple[str, tuple[bool, bool, int]]]) -> None:
    assert {what for name, what in seen if name == "begins"} == {(False, True, 0), (True, False, 0)}
    assert {what for name, what in seen if name == "ends"} == {(True, False, 0), (False, True, 1)}


@pytest.mark.long
def test_a_kill_at_many_calls_loses_neither_talk_nor_promise(tmp_path: Path) -> None:
    _hold(kill_everywhere(tmp_path, 7))


@pytest.mark.long
def test_a_kill_at_every_call_loses_neither_talk_nor_promise(tmp_path: Path) -> None:
    _hold(kill_everywhere(tmp_path, 1))
