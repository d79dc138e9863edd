"""Changes of the seal, tried again and again with faults; what is seen after each."""

import os
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import Store
from coreg.store.conversion import STAGE
from coreg.store.vault.keys import Who
from tests.store.test_faults import Faults
from tests.store.vault.lockable import (
    CANARY,
    OTHER,
    PASS,
    Act,
    Lockable,
    Seen,
    both,
    fill,
    found,
    with_backups,
    words,
)


def lock(store: Store) -> None:
    store.vault.lock(words(both(store)))


def new_keys(store: Store) -> None:
    store.vault.lock(words(passes=OTHER), both(store))


def unlock(store: Store) -> None:
    store.vault.unlock()


class Killed(BaseException):
    """The process is gone: nothing that would clean up behind it may touch the disk any more."""


@dataclass
class MoreFaults(Faults):
    """The faults of the store's own calls, and of those that whole folders need."""

    killed: bool = False

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        super().watch(patch)
        for name in ("scandir",):
            self.real[name] = getattr(os, name)
            patch.setattr(os, name, self._failing(name))

    def _failing(self, name: str) -> Callable[..., object]:
        if not self.killed:
            return super()._failing(name)

        def call(*args: memoryview, **named: object) -> object:
            number, self.made = self.made, self.made + 1
            if number < self.number:
                return self.real[name](*args, **named)
            if name == "write" and number == self.number:
                self.real[name](args[0], args[1][: len(args[1]) // 2])
            if name == "close":
                with suppress(OSError):
                    self.real[name](*args)
            raise Killed

        return call


@dataclass(frozen=True)
class After:
    """What a change left: how it ended, whether the new holds, and all that is seen here and next time."""

    home: Lockable
    ended: str
    turned: bool
    views: list[Seen]


@dataclass(frozen=True)
class Trial:
    """One change of the seal, from this folder, with these words afterwards."""

    home: Lockable
    act: Act
    passes: dict[Who, str]
    to_locked: bool = True

    def calls(self) -> int:
        """Count the calls to the system that the change makes."""
        calm = MoreFaults(-1, 0)
        assert self.attempt(calm).turned
        return calm.made

    def attempt(self, faults: MoreFaults) -> After:
        """Do it on a copy with faults."""
        home = self.home.copy("trial")
        with home.open(seed=9) as store:
            if store.locked:
                store.unlock(PASS["a"])
            with pytest.MonkeyPatch.context() as patch:
                faults.watch(patch)
                ended = how_it_ends(self.act, store)
            views = [] if ended == "killed" else [self._seen(lambda passes: with_backups(store, passes))[1]]
        new_words, view = self._seen(lambda passes: found(home, passes, with_backups))
        return After(home, ended, new_words and home.locked == self.to_locked, [*views, view])

    def _seen(self, look: Callable[[dict[Who, str]], Seen]) -> tuple[bool, Seen]:
        """Look with the new words, or with the old ones; say which it was."""
        try:
            return True, look(self.passes)
        except Trouble as problem:
            if problem.code != "does_not_fit":
                raise
        return False, look(PASS)


def how_it_ends(act: Act, store: Store) -> str:
    try:
        act(store)
    except Trouble:
        return "trouble"
    except Killed:
        return "killed"
    return "done"


def trial_of(home: Lockable, change: str) -> Trial:
    """Fill a folder and bring it into the state that a change begins with."""
    fill(home)
    if change == "lock":
        return Trial(home, lock, PASS)
    home.lock()
    if change == "unlock":
        return Trial(home, unlock, PASS, to_locked=False)
    return Trial(home, new_keys, OTHER)


def play(trial: Trial, faults: Iterable[MoreFaults]) -> Counter[str]:
    """Make the change once with each of these faults; count how it ended and what was there then."""
    counted: Counter[str] = Counter()
    old = found(trial.home, look=with_backups)
    for fault in faults:
        after = trial.attempt(fault)
        fresh = trial.act is new_keys and after.turned
        assert all(is_as_before(view, old, fresh=fresh) for view in after.views), (
            fault.number,
            fault.error,
            after.ended,
        )
        assert after.turned or after.ended != "done", fault.number
        assert kinds(after.home) == {".coreg" if after.home.locked else ".json"}
        assert not (after.home.locked and CANARY.encode() in after.home.all_bytes())
        counted[f"{after.ended}, {'turned' if after.turned else 'as it was'}"] += 1
    print(counted)
    return counted


def is_as_before(view: Seen, old: Seen, *, fresh: bool) -> bool:
    """Say whether all is there; of backups, after new keys, at most the one that was made under them."""
    if not fresh:
        return view == old
    made = view["backups"]
    rest = {**old, "backups": made}
    return view == rest and len(made) <= 1 and all(state == "whole" for _, state, *_ in made)


def kinds(home: Lockable) -> set[str]:
    """Say how the files of a folder end. The stage is gone when it has been opened for writing."""
    assert not (home.folder / STAGE).exists()
    return {Path(name).suffix for name in home.files()}
