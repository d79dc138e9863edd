"""What comes from elsewhere, gathered: each thing let in by itself, and all of them together or none."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from coreg.record.merge import Row
from coreg.store.admitting import Place, admit, admit_aside, admit_ring, admit_sealed
from coreg.store.rows import SEALED, VAULT
from coreg.store.vault.keys import Ring

__all__ = ["Arriving", "Found", "Incoming", "gathered"]


@dataclass(frozen=True, slots=True)
class Arriving:
    """One record: its kind ("sessions", "notes", "agreements"), itself, and the table it came from."""

    kind: str
    row: Row
    table: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that is to be taken in, every record whole; `file` is its name for a sentence."""

    file: str
    couple: Row | None
    records: tuple[Arriving, ...]
    aside: tuple[Row, ...] = ()
    private: tuple[Row, ...] = ()
    """Private notes, each sealed to its owner."""
    ring: Ring | None = None
    """What opens them, and the books if those are locked."""
    sealed: bool = False
    """Whether the books were locked."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something in a table, not looked into yet."""

    table: str
    place: Place
    what: Any


def gathered(file: str, everything: Iterable[Found]) -> Incoming:
    """Let everything in, one by one. Raises Trouble for the first that does not hold."""
    gathering = _Gathering(file)
    for found in everything:
        gathering.take(found)
    return gathering.done()


class _Gathering:
    """What was let in so far."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._couple: list[Row] = []
        self._rings: list[Ring] = []
        self._records: dict[str, Arriving] = {}
        self._aside: list[Row] = []
        self._private: dict[str, Row] = {}

    def take(self, found: Found) -> None:
        """Let one in. Raises Trouble."""
        kind = found.table.rpartition("/")[2]
        if kind == "open":
            self._aside.append(admit_aside(found.what, found.place))
        elif kind == VAULT:
            self._rings.append(admit_ring(found.what, found.place))
        elif kind == SEALED:
            # Which of them it is would tell how many there are.
            place = Place(found.place.file, SEALED)
            row = admit_sealed(found.what, place)
            _refuse_known(row["id"] in self._private, place)
            self._private[row["id"]] = row
        else:
            self._take_record(kind, found)

    def _take_record(self, kind: str, found: Found) -> None:
        row = admit(kind, found.what, found.place)
        _refuse_known(row["id"] in self._records or (kind == "couple" and bool(self._couple)), found.place)
        if kind == "couple":
            self._couple.append(row)
        else:
            self._records[row["id"]] = Arriving(kind, row, found.table)

    def done(self) -> Incoming:
        """Return all of it."""
        couple = self._couple[0] if self._couple else None
        ring = self._rings[0] if self._rings else None
        if couple and ring and ring.id != couple["id"].replace("-", ""):
            raise Place(self._file, VAULT).trouble("import_field", "header")
        return Incoming(
            self._file,
            couple,
            tuple(self._records.values()),
            tuple(self._aside),
            tuple(self._private.values()),
            ring,
        )


def _refuse_known(known: bool, place: Place) -> None:
    if known:
        raise place.trouble("import_twice")
