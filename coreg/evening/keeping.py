"""What screens may ask of the books. Everything that touches the disk goes through one ordered thread."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from coreg.evening.journal import LeftOpen
    from coreg.practice.play import Seat
    from coreg.record.headline import Home
    from coreg.record.models import Agreement, Couple, Note, Session
    from coreg.store import Store, Writer

__all__ = ["Found", "Keeping"]

T = TypeVar("T")
Found = "Session | Note | Agreement"

_PATIENCE = 5.0


def _answer(promise: Future[T], asked: Future[T]) -> None:
    error = asked.exception()
    if error is None:
        promise.set_result(asked.result())
    else:
        promise.set_exception(error)


class Keeping:
    """The books as an evening needs them. Futures are done when it is safely on disk."""

    def __init__(self, store: Store, writer: Writer, *, now: Callable[[], datetime]) -> None:
        """Take the store and the one thread that may touch it."""
        self._store = store
        self._writer = writer
        self._now = now

    def ask(self, question: Callable[[Store], T]) -> Future[T]:
        """Let the thread do something with the store, after everything asked before.

        It is done even when nobody waits for it any more, as after leaving the room that asked.
        """
        promise: Future[T] = Future()
        promise.set_running_or_notify_cancel()
        self._writer.submit(lambda: question(self._store)).add_done_callback(partial(_answer, promise))
        return promise

    # What is locked: coreg.evening.locking has the rest

    @property
    def sealed(self) -> bool:
        """Whether the books are locked ones."""
        return self._store.sealed

    @property
    def locked(self) -> bool:
        """Whether nothing can be read before somebody has said a passphrase."""
        return self._store.locked

    # The couple

    def home(self) -> Home | None:
        """Return what the home screen shows; None before there is a book."""
        return self._store.home()

    def couple(self) -> Future[Couple | None]:
        """Return the couple's record."""
        return self.ask(lambda store: store.couple())

    def setup(self, a: str, b: str) -> Future[Couple]:
        """Make the couple's book."""
        return self.ask(lambda store: store.setup(a, b))

    def change_couple(self, change: Callable[[Couple], Couple]) -> Future[Couple | None]:
        """Change names, places or own lines."""

        def changed(store: Store) -> Couple | None:
            couple = store.couple()
            return None if couple is None else store.save_couple(change(couple))

        return self.ask(changed)

    def own_lines(self) -> Future[tuple[int, int]]:
        """Return both own lines, 0..10. The records are loaded here, off the way to the home screen."""

        def lines(store: Store) -> tuple[int, int]:
            couple = store.couple()
            return (7, 7) if couple is None else (couple.a.line, couple.b.line)

        return self.ask(lines)

    def sit(self, left: Seat) -> Future[Couple | None]:
        """Remember who sits left."""
        return self.change_couple(lambda couple: couple.model_copy(update={"left": left}))

    # The living session

    def snapshot(self, data: Callable[[], bytes], *, urgent: bool) -> None:
        """Write the living session down, soon or at once; never waits. Without a book nothing is kept."""
        self._writer.snapshot(lambda: self._write_down(data()), urgent=urgent)

    def _write_down(self, data: bytes) -> None:
        if self._store.home() is not None:
            self._store.snapshot(data)

    def left_open(self) -> LeftOpen | None:
        """Return a sitting that was interrupted, if there is one that can be read."""
        data = self._store.left_open()
        if data is None:
            return None
        from coreg.evening.journal import JournalError, read_snapshot

        try:
            return read_snapshot(data)
        except JournalError as error:
            raise Trouble("damaged", file="live.json") from error

    def close(self, left: LeftOpen) -> Future[None]:
        """Turn a sitting into records, keep them together, and let the snapshot go."""
        return self.ask(lambda store: self._close(store, left))

    def let_rest(self, left: LeftOpen) -> Future[None]:
        """Keep what an interrupted sitting has, and end it there."""
        from coreg.practice.playing import apply
        from coreg.practice.sitting import Rested

        at = left.sitting.active.since or 0.0
        return self.close(replace(left, sitting=apply(left.sitting, Rested(at))))

    @staticmethod
    def _close(store: Store, left: LeftOpen) -> None:
        from coreg.evening.records import Frame, nothing_happened, records_of

        if store.home() is not None and not nothing_happened(left.sitting):
            frame = Frame(left.id, left.started, left.saved, left.zone)
            with store.transaction():
                for record in records_of(left.sitting, frame):
                    store.keep(record)
        store.clear_live()

    # Looking back

    def sessions(self, since: date | None = None, until: date | None = None) -> Future[tuple[Session, ...]]:
        """Return sessions, newest first."""
        return self.ask(lambda store: store.sessions(since, until))

    def notes(self, since: date | None = None, until: date | None = None) -> Future[tuple[Note, ...]]:
        """Return notes, newest first."""
        return self.ask(lambda store: store.notes(since, until))

    def agreements(self, state: str | None = "open") -> Future[tuple[Agreement, ...]]:
        """Return agreements in one state, or all."""
        return self.ask(lambda store: store.agreements(state))

    def years(self) -> Future[tuple[int, ...]]:
        """Return the years that have a book."""
        return self.ask(lambda store: store.years())

    def find(self, record_id: str) -> Future[Session | Note | Agreement]:
        """Return one record."""
        return self.ask(lambda store: store.find(record_id))

    def keep(self, record: Session | Note | Agreement) -> Future[Session | Note | Agreement]:
        """Keep a record, new or changed."""
        return self.ask(lambda store: store.keep(record))

    def later(self, record_id: str, line_id: str | None, text: str) -> Future[object]:
        """Put a later word under a line or a note."""
        return self.ask(lambda store: store.later(record_id, line_id, text))

    def bin(self, record_id: str, line_id: str | None = None) -> Future[object]:
        """Put something into the bin; either may."""
        return self.ask(lambda store: store.bin(record_id, line_id))

    def unbin(self, record_id: str, line_id: str | None = None) -> Future[object]:
        """Take something out of the bin."""
        return self.ask(lambda store: store.unbin(record_id, line_id))

    def binned(self) -> Future[tuple[object, ...]]:
        """Return what is in the bin."""
        return self.ask(lambda store: tuple(store.binned()))

    def empty_bin(self) -> Future[object]:
        """Empty the bin for good."""
        return self.ask(lambda store: store.empty_bin())

    # The end

    def flush(self) -> None:
        """Wait until everything asked for is on disk."""
        self._writer.flush(_PATIENCE)

    def end(self) -> None:
        """Write what is waiting, and close the store."""
        self._writer.close(_PATIENCE)
        self._store.close()
