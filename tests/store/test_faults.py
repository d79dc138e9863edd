"""Whatever call to the system fails, the old or the new is there, and what was acknowledged is the new."""

import errno
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import get_ident
from types import MappingProxyType
from typing import Any, TypeAlias

import pytest

from coreg.record.trouble import Trouble
from coreg.store import Store
from tests.store.evenings import ACTS, prepare, seen
from tests.store.helpers import Home

CALLS = (
    "open", "read", "write", "fsync", "fstat", "fchmod", "close", "replace", "unlink", "stat", "access",
    "mkdir", "chmod", "ftruncate", "lseek", "listdir", "lstat", "readlink", "link", "rmdir", "statvfs",
)  # fmt: skip
EVERY = 15
"""Every so many-th call fails in the quick form."""

ERRORS = (errno.EIO, errno.ENOSPC, errno.EINTR, errno.EDQUOT, errno.EACCES)


@dataclass
class Faults:
    """Makes the n-th call of this thread to the system fail, or every one from there on."""

    number: int
    error: int
    ever_after: bool = False
    made: int = 0
    real: dict[str, Callable[..., Any]] = field(default_factory=dict)
    thread: int = field(default_factory=get_ident)

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        for name in CALLS:
            self.real[name] = getattr(os, name)
            patch.setattr(os, name, self._failing(name))

    def _failing(self, name: str) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            if get_ident() != self.thread:
                return self.real[name](*args, **named)
            number, self.made = self.made, self.made + 1
            fails = number == self.number or (self.ever_after and number > self.number)
            if not fails:
                return self.real[name](*args, **named)
            if name == "close":
                self.real[name](*args)
            raise OSError(self.error, "injected")

        return call


@dataclass
class Ground:
    """A folder in the state an act begins with, and what is seen before and after it."""

    home: Home
    before: Path
    old: dict[str, Any]

    def fresh(self) -> Home:
        shutil.rmtree(self.home.folder, ignore_errors=True)
        shutil.copytree(self.before, self.home.folder)
        return self.home


def grounds(home: Home) -> Iterator[tuple[str, Ground]]:
    """Do one act after another, and stop before each."""
    with home.open() as store:
        prepare(store)
    for number, name in enumerate(ACTS):
        before = home.folder.with_name(f"before-{number}")
        shutil.copytree(home.folder, before)
        with home.open() as store:
            old = seen(store)
            yield name, Ground(Home(home.folder.with_name("trial")), before, old)
            ACTS[name](store)


def without_stamps(found: object, places: Mapping[str, int] = MappingProxyType({})) -> object:
    """Leave out what no two runs have in common, ids and stamps; what names a record names its place."""
    if isinstance(found, dict):
        told = {key: value for key, value in found.items() if key not in {"id", "changed", "was"}}
        return {key: without_stamps(value, places) for key, value in told.items()}
    if isinstance(found, list | tuple):
        return [without_stamps(one, places) for one in found]
    return places.get(found, found) if isinstance(found, str) else found


def places_of(found: Mapping[str, object]) -> dict[str, int]:
    """Say of the id of every record at which place of its kind it stands."""
    kinds = (value for value in found.values() if isinstance(value, list))
    return {one["id"]: place for kind in kinds for place, one in enumerate(kind)}


def told(found: dict[str, Any]) -> object:
    """Say what was seen in a way that can be compared between runs."""
    headlines = [one.lines for one in found["home"].headlines] if found["home"] else []
    promises = [one.text for one in found["home"].promises] if found["home"] else []
    gone = sorted((one.what, one.text) for one in found["bin"])
    return (
        without_stamps(found["all"], places_of(found["all"])),
        headlines,
        promises,
        gone,
        found["live"],
        found["aside"],
        found["years"],
    )


def attempt(home: Home, act: Callable[[Store], object], faults: Faults) -> tuple[bool, list[object]]:
    """Do the act with faults; say whether it was acknowledged, and what is seen here, by a reader, later."""
    with home.open() as store:
        with pytest.MonkeyPatch.context() as patch:
            faults.watch(patch)
            try:
                act(store)
            except Trouble:
                acknowledged = False
            else:
                acknowledged = True
        views = [told(seen(store))]
    # A reader sees what the next writer will, except where there is a change that waits.
    for write in (False, True) if home.file("pending.json").exists() else (True,):
        with home.open(write=write) as again:
            views.append(told(seen(again)))
    return acknowledged, views


Kind: TypeAlias = tuple[int, bool]


def play(home: Home, kinds: Callable[[int], Iterable[Kind]]) -> Counter[str]:
    """Do every act once for every call it makes and every failure asked for; count what comes of it."""
    counted: Counter[str] = Counter()
    turns = count(0)
    for name, ground in grounds(home):
        _, (new, *_) = attempt(ground.fresh(), ACTS[name], calm := Faults(-1, 0))
        old = told(ground.old)
        for number in range(calm.made):
            for error, ever_after in kinds(next(turns)):
                acknowledged, views = attempt(ground.fresh(), ACTS[name], Faults(number, error, ever_after))
                allowed = [new] if acknowledged else [old, new]
                assert all(view in allowed for view in views), (name, number, error, ever_after)
                counted["acknowledged" if acknowledged else "new" if views[-1] == new else "old"] += 1
    print(counted)
    return counted


def test_a_call_that_fails_leaves_the_old_or_the_new(home: Home) -> None:
    def some(turn: int) -> list[Kind]:
        return [(ERRORS[turn // EVERY % len(ERRORS)], turn % 2 == 0)] if turn % EVERY == 0 else []

    counted = play(home, some)
    assert counted.total() >= 60
    assert len(counted) == 3


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("ever_after", [False, True], ids=["once", "ever after"])
@pytest.mark.parametrize("error", ERRORS, ids=[errno.errorcode[one] for one in ERRORS])
def test_every_call_that_fails_in_every_way_leaves_the_old_or_the_new(
    home: Home, error: int, ever_after: bool
) -> None:
    counted = play(home, lambda _: [(error, ever_after)])
    assert counted.total() >= 198


def test_a_start_that_fails_changes_nothing_and_the_next_one_works(home: Home) -> None:
    with home.open() as store:
        prepare(store)
        old = seen(store)
    with pytest.MonkeyPatch.context() as patch:
        calm = Faults(-1, 0)
        calm.watch(patch)
        home.open().close()
    for number in range(calm.made):
        for error in ERRORS:
            with pytest.MonkeyPatch.context() as patch, suppress(Trouble):
                Faults(number, error).watch(patch)
                home.open().close()
            with home.open() as store:
                assert seen(store) == old


def test_a_first_start_that_fails_can_be_tried_again(home: Home) -> None:
    for number in range(30):
        shutil.rmtree(home.folder, ignore_errors=True)
        with pytest.MonkeyPatch.context() as patch, suppress(Trouble):
            Faults(number, errno.ENOSPC).watch(patch)
            with home.open() as store:
                store.setup("Mina", "Jo")
        with home.open() as store:
            if store.home() is None:
                store.setup("Mina", "Jo")
            assert store.couple()
