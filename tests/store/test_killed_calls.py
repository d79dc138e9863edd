"""At whatever call to the system a writer is killed, the old or the new is there."""

import os
import shutil
import signal
import sys
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from coreg.store import Store
from tests.store.evenings import ACTS, seen
from tests.store.helpers import Home
from tests.store.test_faults import Faults, attempt, grounds, told

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a child is made by fork")


class Killed(Faults):
    """Ends the process at the n-th call instead of letting the call fail."""

    def _failing(self, name: str) -> Callable[..., object]:
        def call(*args: object, **named: object) -> object:
            self.made += 1
            if self.made > self.number:
                os.kill(os.getpid(), signal.SIGKILL)
            return self.real[name](*args, **named)

        return call


def killed(home: Home, act: Callable[[Store], object], number: int) -> int:
    """Do the act in a child that dies at its n-th call; return how the child ended, as `os.wait` does."""
    with warnings.catch_warnings():
        # Newer versions of Python warn of a fork beside other threads; the child takes no lock of theirs.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _act_and_leave(home, act, number)
    return os.waitpid(child, 0)[1]


def _act_and_leave(home: Home, act: Callable[[Store], object], number: int) -> NoReturn:
    code = 1
    try:
        store = home.open()
        with pytest.MonkeyPatch.context() as patch:
            Killed(number, 0).watch(patch)
            act(store)
        code = 0
    finally:
        os._exit(code)


def kill_everywhere(home: Home, every: int) -> Counter[str]:
    """Kill every act at every n-th of its calls, and count what is there afterwards."""
    counted: Counter[str] = Counter()
    turn = 0
    for name, ground in grounds(home):
        # The first time loads what the act needs, and that too asks the system.
        attempt(ground.fresh(), ACTS[name], Faults(-1, 0))
        _, (new, *_) = attempt(ground.fresh(), ACTS[name], calm := Faults(-1, 0))
        old = told(ground.old)
        for number in range(calm.made):
            turn += 1
            if turn % every == 0:
                trial = ground.fresh()
                assert killed(trial, ACTS[name], number) == signal.SIGKILL, (name, number)
                counted[_found(trial, old, new)] += 1
    print(counted)
    return counted


def _found(home: Home, old: object, new: object) -> str:
    """Say what a reader finds, and see that the next writer finds the same."""
    views = []
    for write in (False, True) if home.file("pending.json").exists() else (True,):
        with home.open(write=write) as store:
            views.append(told(seen(store)))
    assert all(view in (old, new) for view in views)
    return "new" if views[-1] == new else "old"


def test_a_kill_at_any_call_leaves_the_old_or_the_new(home: Home) -> None:
    counted = kill_everywhere(home, 30)
    assert counted.keys() == {"old", "new"}


@pytest.mark.long
@pytest.mark.timeout(300)
def test_a_kill_at_every_call_leaves_the_old_or_the_new(home: Home) -> None:
    counted = kill_everywhere(home, 1)
    assert counted.total() >= 198
    assert counted.keys() == {"old", "new"}


def test_a_child_that_is_not_killed_leaves_the_new(home: Home, tmp_path: Path) -> None:
    name, ground = next(grounds(home))
    trial = ground.fresh()
    assert killed(trial, ACTS[name], 10_000) == 0
    with trial.open() as store:
        assert told(seen(store)) != told(ground.old)
    shutil.rmtree(trial.folder)
