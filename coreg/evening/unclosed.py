"""Sittings that are over and could not be put into the book: they wait until they can, and are never lost.

They stand in the living session with whatever is on by then, so that a crash or a night costs nothing either.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coreg.evening.journal import LeftOpen
    from coreg.store import Store

__all__ = ["Unclosed"]


class Unclosed:
    """What waits, oldest first, by the id of its session. Only the writing thread may call this."""

    def __init__(self) -> None:
        """Begin with nothing that waits."""
        self._waiting: dict[str, LeftOpen] = {}
        self._on = False

    def __bool__(self) -> bool:
        """Tell whether anything waits."""
        return bool(self._waiting)

    def add(self, found: Iterable[LeftOpen]) -> None:
        """Have these wait, as an earlier run of the program left them."""
        self._waiting.update((one.id, one) for one in found)

    def found(self, left: LeftOpen) -> None:
        """Have those wait that stand in a living session; it is still on, whatever becomes of them."""
        self._on = True
        self.add(left.unclosed)

    def take_back(self, session: str) -> None:
        """Let one go that is gone on with."""
        self._waiting.pop(session, None)

    def close(self, store: Store, left: LeftOpen) -> None:
        """Turn a sitting, and all that waits, into records, and let the living session go.

        Raises:
            Exception: what stood in the way. It waits then, and stands in the living session if it can.
        """
        self._on = False
        self.add((left,))
        self.settle(store)

    def put_aside(self, store: Store) -> None:
        """Let the living session go, which lies elsewhere by now; what waits is tried again first.

        Raises:
            Exception: what stood in the way of what waits.
        """
        self._on = False
        self.settle(store)

    def settle(self, store: Store) -> None:
        """Turn all that waits into records; when nothing newer is on, the living session goes with it.

        Raises:
            Exception: what stood in the way first.
        """
        trouble = self._keep(store)
        if self._on:
            return
        if trouble is None:
            store.clear_live()
            return
        from coreg.evening.journal import write_snapshot

        *before, last = self._waiting.values()
        # Where not even this can be written, the living session stays as it was.
        with suppress(Exception):
            store.snapshot(write_snapshot(replace(last, unclosed=tuple(before))))
        raise trouble

    def write_down(self, store: Store, left: LeftOpen) -> None:
        """Write the living session down, and with it whatever still waits.

        Raises:
            Exception: it could not be written; what is on disk stays as it was.
        """
        from coreg.evening.journal import write_snapshot

        self._on = True
        self._keep(store)
        others = tuple(one for one in self._waiting.values() if one.id != left.id)
        store.snapshot(write_snapshot(replace(left, unclosed=others)))

    def _keep(self, store: Store) -> Exception | None:
        """Keep one after the other, each whole or not at all; return the first trouble."""
        trouble: Exception | None = None
        for one in list(self._waiting.values()):
            try:
                _records(store, one)
            except Exception as error:
                trouble = trouble or error
            else:
                del self._waiting[one.id]
        return trouble


def _records(store: Store, left: LeftOpen) -> None:
    """Keep the records of a sitting together; doing it twice changes nothing."""
    from coreg.evening.records import Frame, nothing_happened, records_of

    if store.home() is None or nothing_happened(left.sitting):
        return
    frame = Frame(left.id, left.started, left.saved, left.zone)
    with store.transaction():
        for record in records_of(left.sitting, frame):
            store.keep(record)
