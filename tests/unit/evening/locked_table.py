"""A table at which the two choose passphrases, each of which is cheap to try."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

import pytest

from coreg.evening.locking import Chosen, Locking
from coreg.evening.space import Space
from coreg.practice.play import Seat
from coreg.record.private import PrivateNote
from coreg.record.trouble import Trouble
from coreg.store.vault.keys import LEAST
from tests.unit.evening.table import T, Table, Time

WORDS: dict[Seat, str] = {"a": "lantern pebble willow", "b": "Übung macht Freude"}
CODES: dict[Seat, str] = {"a": "01K8Z-70QRW-M1N2P-0THGV-5XS1C4", "b": "9ABCD-EFGHJ-KMNPQ-RSTVW-XYZ012"}


class LockedTable(Table):
    """A table with what may be asked of the keys."""

    def __init__(self, folder: Path, time: Time | None = None, *, threaded: bool = False) -> None:
        super().__init__(folder, time, threaded=threaded)
        self.store._cost = LEAST
        self.locking = Locking(
            self.keeping,
            clock=self.time.clock,
            now=self.time.now,
            random=lambda size: bytes(range(size)),
            zone=lambda _: "Europe/Paris",
        )

    def killed(self) -> LockedTable:
        self.store.close()
        return LockedTable(self.folder, self.time)

    def refused(self, promise: Future[T], code: str) -> None:
        """Expect that a promise is not kept, for this reason."""
        self.settle()
        with pytest.raises(Trouble) as caught:
            promise.result(0)
        assert caught.value.code == code

    def room(self, seat: Seat) -> Space:
        """Make a room of one's own."""
        return self.kept(self.locking.make_space(seat, Chosen(WORDS[seat], CODES[seat])))

    def enter(self, seat: Seat) -> Space:
        return self.kept(self.locking.enter(seat, WORDS[seat]))

    def write_down(self, space: Space, text: str) -> PrivateNote:
        return self.kept(space.keep(space.blank(text)))

    def lock(self) -> None:
        self.kept(self.locking.lock({seat: Chosen(WORDS[seat], CODES[seat]) for seat in WORDS}))
