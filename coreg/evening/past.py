"""What was kept, as screens may ask for it: to look back, to keep more of it, and to let go of it."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from coreg.record.kinds import Kept
    from coreg.record.maps import Glimmer
    from coreg.record.models import Agreement, Note, Session
    from coreg.record.older import Older
    from coreg.store import Store, Writer

__all__ = ["Past"]

T = TypeVar("T")


def _answer(promise: Future[T], asked: Future[T]) -> None:
    error = asked.exception()
    if error is None:
        promise.set_result(asked.result())
    else:
        promise.set_exception(error)


class Past:
    """The books, looked back upon. Futures are done when it is safely on disk."""

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

    def sessions(self, since: date | None = None, until: date | None = None) -> Future[tuple[Session, ...]]:
        """Return sessions, newest first."""
        return self.ask(lambda store: store.sessions(since, until))

    def notes(self, since: date | None = None, until: date | None = None) -> Future[tuple[Note, ...]]:
        """Return notes, newest first."""
        return self.ask(lambda store: store.notes(since, until))

    def glimmers(self, since: date | None = None, until: date | None = None) -> Future[tuple[Glimmer, ...]]:
        """Return good moments, newest first."""
        return self.ask(lambda store: store.glimmers(since, until))

    def agreements(self, state: str | None = "open") -> Future[tuple[Agreement, ...]]:
        """Return agreements in one state, or all."""
        return self.ask(lambda store: store.agreements(state))

    def years(self) -> Future[tuple[int, ...]]:
        """Return the years that have a book."""
        return self.ask(lambda store: store.years())

    def find(self, record_id: str) -> Future[Kept]:
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

    def older(self, days: int) -> Future[Older]:
        """Count what is older than so many days, today not counted; 0 is nothing."""
        return self.ask(lambda store: store.older(self._before(days)))

    def delete_older(self, days: int) -> Future[int]:
        """Delete for good what is older than so many days; return how many records that were."""
        return self.ask(lambda store: store.delete_older(self._before(days)))

    def delete_everything(self) -> Future[None]:
        """Delete everything for good; either may."""
        return self.ask(lambda store: store.delete_everything())

    def _before(self, days: int) -> date:
        today = self._now().date()
        return today - timedelta(days=days) if days else type(today).min
