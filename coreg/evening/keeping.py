"""What screens may ask of the books. Everything that touches the disk goes through one ordered thread."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from coreg.evening.couple import People
from coreg.evening.past import Past
from coreg.evening.unclosed import Unclosed
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from coreg.evening.journal import LeftOpen
    from coreg.practice.play import Seat
    from coreg.record.headline import Home
    from coreg.record.models import Couple
    from coreg.store import Store, Writer
    from coreg.store.seen import Older

__all__ = ["Keeping"]

_PATIENCE = 5.0


class Keeping(Past):
    """The books as an evening needs them. Futures are done when it is safely on disk."""

    def __init__(self, store: Store, writer: Writer, *, now: Callable[[], datetime]) -> None:
        """Take the store and the one thread that may touch it."""
        super().__init__(store, writer, now=now)
        self._unclosed = Unclosed()
        self._state: Path | None = None

    # What is locked: coreg.evening.locking has the rest

    @property
    def sealed(self) -> bool:
        """Whether the books are locked ones."""
        return self._store.sealed

    @property
    def locked(self) -> bool:
        """Whether nothing can be read before somebody has said a passphrase."""
        return self._store.locked

    def shut(self) -> Future[None]:
        """Forget the key of locked books."""

        def shut(store: Store) -> None:
            self._leave(store)
            store.shut()

        return self.ask(shut)

    # An older copy

    def seen_newer(self, state: Path) -> Future[Older | None]:
        """Tell, once, whether more was in the books when they were open on this computer.

        What was seen lies in ``state``; from now on it is noted there whenever they are left.
        """

        def looked(store: Store) -> Older | None:
            from coreg.store.seen import notice

            self._state = state
            return notice(store.here(), state, self._now().date())

        return self.ask(looked)

    def _leave(self, store: Store) -> None:
        """Note how the books are; that this cannot be done is no reason not to leave."""
        from coreg.store.seen import remember

        if self._state is not None and not store.locked:
            with suppress(Trouble):
                remember(store.here(), self._state, self._now().date())

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

    def people(self) -> Future[People]:
        """Return what belongs to the two. The records are loaded here, off the way to the home screen."""

        def people(store: Store) -> People:
            from coreg.evening.company import people_of

            couple = store.couple()
            return People() if couple is None else people_of(couple, store.maps().resources)

        return self.ask(people)

    def sit(self, left: Seat) -> Future[Couple | None]:
        """Remember who sits left."""
        return self.change_couple(lambda couple: couple.model_copy(update={"left": left}))

    # The living session

    def snapshot(self, left: LeftOpen, *, urgent: bool) -> None:
        """Write the living session down, soon or at once; never waits.

        Without a book nothing is kept, nor before a locked one is opened. What could not be closed is tried
        again first, and is never written over.
        """
        self._writer.snapshot(lambda: self._write_down(left), urgent=urgent)

    def _write_down(self, left: LeftOpen) -> None:
        if not self._store.locked and self._store.home() is not None:
            self._unclosed.write_down(self._store, left)

    def left_open(self) -> LeftOpen | None:
        """Return a sitting that was interrupted, if there is one that can be read.

        Ask once, before anything is begun: what could not be closed then waits again.
        """
        data = self._store.left_open()
        if data is None:
            return None
        from coreg.evening.journal import JournalError, read_snapshot

        try:
            left = read_snapshot(data)
        except JournalError as error:
            raise Trouble("damaged", file="live.json") from error
        self._unclosed.found(left)
        return replace(left, unclosed=())

    def close(self, left: LeftOpen) -> Future[None]:
        """Turn a sitting into records, keep them together, and let the snapshot go.

        Before a locked book is opened nothing is kept. Where it fails the sitting waits, here and on disk,
        and is closed with the next one or at the end.
        """
        return self.ask(lambda store: None if store.locked else self._unclosed.close(store, left))

    def aside(self) -> tuple[tuple[str, bytes], ...]:
        """Return what was put aside, by its id; nothing before a locked book is opened."""
        return () if self._store.locked else self._store.aside()

    @property
    def unclosed(self) -> Unclosed:
        """The living session and what waits with it; only for questions asked of the thread."""
        return self._unclosed

    def take_back(self, session: str) -> None:
        """Let nothing wait of a session that could not be closed and is gone on with."""
        self.ask(lambda _: self._unclosed.take_back(session))

    def let_rest(self, left: LeftOpen) -> Future[None]:
        """Keep what an interrupted sitting has, and end it there."""
        from coreg.practice.playing import apply
        from coreg.practice.sitting import Rested

        at = left.sitting.active.since or 0.0
        return self.close(replace(left, sitting=apply(left.sitting, Rested(at))))

    # The end

    def flush(self) -> None:
        """Wait until everything asked for is on disk."""
        self._writer.flush(_PATIENCE)

    def end(self) -> None:
        """Write what is waiting, and close the store.

        Raises:
            Trouble: ``not_all_kept``: the disk did not take all of it, even now.
        """
        self.ask(self._last_try)
        self.ask(self._leave)
        written = self._writer.close(_PATIENCE)
        self._store.close()
        if self._unclosed or not written:
            raise Trouble("not_all_kept")

    def _last_try(self, store: Store) -> None:
        if self._unclosed:
            self._unclosed.settle(store)
