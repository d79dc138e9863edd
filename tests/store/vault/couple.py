"""What the tests of the vault stand on: one couple and their ring, made cheaply and the same every time."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import sha256

from coreg.record.trouble import Trouble
from coreg.store.vault import keys
from coreg.store.vault.keys import LEAST, PARTNERS, Cost, Kind, Ring, Who, Words
from coreg.store.vault.locked import LockedSeal

COUPLE = "0123456789abcdef0123456789abcdef"
OTHERS = "f0e1d2c3b4a5968778695a4b3c2d1e0f"
SHARED = sha256(b"shared").digest()
OWN: dict[Who, bytes] = {who: sha256(f"own {who}".encode()).digest() for who in PARTNERS}
PASS: dict[Who, str] = {"a": "lantern pebble willow", "b": "Übung macht Freude"}
CODE: dict[Who, str] = {"a": "01K8Z-70QRW-M1N2P-0THGV-5XS1C4", "b": "9ABCD-EFGHJ-KMNPQ-RSTVW-XYZ012"}


class Chance:
    """Bytes that look random and are the same in every run: SHA-256 over a seed and a counter."""

    def __init__(self, seed: str = "evening") -> None:
        self._seed = seed
        self._turn = 0

    def __call__(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            found += sha256(f"{self._seed} {self._turn}".encode()).digest()
            self._turn += 1
        return found[:size]


@cache
def ring(couple: str = COUPLE, cost: Cost = LEAST) -> Ring:
    """Return a ring with all four ways in."""
    words = {who: Words(PASS[who], CODE[who], OWN[who]) for who in PARTNERS}
    return keys.make(couple, words, SHARED, Chance("ring"), cost)


@cache
def ring_of_one() -> Ring:
    """Return a ring in which only one of the two has a passphrase, and nobody a code."""
    return keys.make(COUPLE, {"a": Words(PASS["a"])}, SHARED, Chance("one"), LEAST)


def seal(couple: str = COUPLE, seed: str = "seal") -> LockedSeal:
    """Return the seal of a couple, open."""
    return LockedSeal(ring(couple), SHARED, Chance(seed))


def fits(found: Ring, words: str, kind: Kind = "pass", who: Who | None = None) -> Who | None:
    """Tell whose slot the words open, if any."""
    try:
        return keys.unlock(found, words, kind, who).who
    except Trouble as trouble:
        if trouble.code != "does_not_fit":
            raise
        return None


def flips(data: bytes) -> Iterator[bytes]:
    """Yield the bytes once for each of their bits, with that bit flipped."""
    for at in range(len(data) * 8):
        changed = bytearray(data)
        changed[at // 8] ^= 1 << at % 8
        yield bytes(changed)


def cuts(data: bytes) -> Iterator[bytes]:
    """Yield every beginning of the bytes but the whole."""
    for length in range(len(data)):
        yield data[:length]


def outcomes(read: Callable[[bytes], object], files: Iterable[bytes]) -> Counter[str]:
    """Count what became of each file: the code of its Trouble, or "accepted". Anything else is raised."""
    found: Counter[str] = Counter()
    for data in files:
        try:
            read(data)
            found["accepted"] += 1
        except Trouble as trouble:
            found[trouble.code] += 1
    return found
