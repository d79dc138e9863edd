"""Locked copies of a book and books that take them in, for the tests of that."""

from itertools import count
from pathlib import Path

from coreg.store import Store
from coreg.store.importing import Preview
from coreg.store.incoming import look, read_locked
from coreg.store.sealed_copy import LockedCopy
from tests.store.vault.lockable import PASS, Lockable, both, words

__all__ = ["lock", "locked", "opened", "take_in"]

SEEDS = count(5000)


def opened(home: Lockable) -> Store:
    """Open it with chance of its own, and unlock it."""
    store = home.open(seed=next(SEEDS))
    if store.locked:
        store.unlock(PASS["a"])
    return store


def lock(home: Lockable) -> None:
    """Lock it under a shared key that was not there before."""
    with opened(home) as store:
        store.vault.lock(words(both(store)))


def locked(path: Path) -> LockedCopy:
    found = look(path)
    assert isinstance(found, LockedCopy)
    return found


def take_in(home: Lockable, path: Path, said: str = "") -> Preview:
    """Take a locked copy in, with its own passphrase only where ours does not do."""
    found = locked(path)
    with opened(home) as store:
        seal = store.own_seal(found)
        assert (seal is None) == bool(said)
        incoming = read_locked(found, seal or found.unlock(said))
        assert incoming.sealed
        done = store.take_in(incoming)
        assert not store.take_in(read_locked(found, seal or found.unlock(said))).changes
    return done
