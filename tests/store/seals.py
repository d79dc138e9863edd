"""Both seals, for what has to hold under each; the locked one with the cheapest passphrase there may be."""

import os
from functools import cache

from coreg.record.trouble import Trouble
from coreg.store import Store
from coreg.store.books import Books
from coreg.store.seal import OpenSeal, Seal
from coreg.store.stamps import Stamps
from coreg.store.vault.keys import LEAST, Ring, Words, make
from coreg.store.vault.locked import LockedSeal
from tests.store.helpers import Home

SHARED = b"s" * 32
SEALS = ["open", "locked"]


@cache
def ring() -> Ring:
    return make("0" * 32, {"a": Words("one of the two")}, SHARED, os.urandom, LEAST)


def seal(kind: str) -> Seal:
    return OpenSeal() if kind == "open" else LockedSeal(ring(), SHARED, os.urandom)


def open_sealed(home: Home, kind: str, *, check: bool = True) -> Store:
    """Open a store as `Home.open` does, under either seal."""
    shelf = Books(home.folder, seal(kind), write=True, today=lambda: home.wall().date())
    home.folder.mkdir(exist_ok=True)
    try:
        shelf.resume()
    except Trouble:
        if check:
            raise
    return Store(shelf, Stamps(home.device, home.wall, os.urandom))
