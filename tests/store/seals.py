"""Both seals, for what has to hold under each; the locked one with the cheapest passphrase there may be."""

import os
from functools import cache

from coreg.store.seal import OpenSeal, Seal
from coreg.store.vault.keys import LEAST, Ring, Words, make
from coreg.store.vault.locked import LockedSeal

SHARED = b"s" * 32
SEALS = ["open", "locked"]


@cache
def ring() -> Ring:
    return make("0" * 32, {"a": Words("one of the two")}, SHARED, os.urandom, LEAST)


def seal(kind: str) -> Seal:
    return OpenSeal() if kind == "open" else LockedSeal(ring(), SHARED, os.urandom)
