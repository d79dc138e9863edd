"""Pauses as the two of them meet them: asked for, come back from, planned again, left to rest.

What is promised lies in the book of what is alive, beside the sitting that waits for it, and the living
session is free meanwhile. Nothing of it says who asked, answered, or came.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from math import inf
from typing import TYPE_CHECKING

from coreg.evening.pause import new_pause, read_pause, record_of, row_of, write_pause
from coreg.practice.timeout import Reading, face, leaves_room, left_open, longer, planned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future

    from coreg.evening.journal import LeftOpen
    from coreg.evening.keeping import Keeping
    from coreg.evening.pause import Pause
    from coreg.practice.timeout import Face
    from coreg.record.models import Couple, PauseAgreement
    from coreg.store import Store

__all__ = ["Pausing", "keep_pause", "next_day", "pauses_in"]

_ANNOUNCED = ("soon", "now")


def pauses_in(rows: Iterable[tuple[str, bytes]]) -> tuple[Pause, ...]:
    """Return the pauses among what was put aside, the soonest return first, those left open last."""
    found = (read_pause(row, data) for row, data in rows)
    return tuple(sorted(filter(None, found), key=_soonest))


def _soonest(pause: Pause) -> tuple[float, str]:
    back = pause.timeout.back
    return (inf if back is None else back, pause.id)


def keep_pause(store: Store, pause: Pause) -> None:
    """Put a pause into the book, in place of what it was before."""
    store.put_aside(row_of(pause), write_pause(pause))


def next_day(back: datetime, now: datetime) -> datetime:
    """Return tomorrow at the time that was promised; one that the clock skips is moved along with it."""
    wanted = datetime.combine(now.date() + timedelta(days=1), back.time().replace(second=0, microsecond=0))
    return wanted.replace(tzinfo=now.tzinfo) if _fixed(now) else wanted.astimezone()


def _fixed(now: datetime) -> bool:
    """Tell whether the zone of a moment is not that of this computer, as in tests."""
    return now.astimezone().utcoffset() != now.utcoffset()


class Pausing:
    """All pauses that are on. Futures are done when it is safely on disk."""

    def __init__(
        self,
        keeping: Keeping,
        *,
        now: Callable[[], datetime],
        awake: Callable[[], tuple[str, float]],
        random: Callable[[int], bytes],
        zone: Callable[[datetime], str],
    ) -> None:
        """Take the books and the seams; ``awake`` names the start of the computer and counts from it."""
        self._keeping = keeping
        self._now = now
        self._awake = awake
        self._random = random
        self._zone = zone
        self._known: tuple[Pause, ...] = ()
        self._rung: set[tuple[str, float | None, Face]] = set()

    def reading(self) -> Reading:
        """Look at the clocks."""
        return Reading(self._now().timestamp(), *self._awake())

    def load(self) -> Pause | None:
        """Read what is on. While the books are locked, what was known before still counts."""
        if not self._keeping.locked:
            self._known = pauses_in(self._keeping.aside())
        return self.first

    @property
    def first(self) -> Pause | None:
        """The pause with the soonest return, as far as known."""
        return self._known[0] if self._known else None

    @property
    def tonight(self) -> Pause | None:
        """The pause with the soonest return that leaves no room for another one, as far as known."""
        reading = self.reading()
        return next((one for one in self._known if not leaves_room(one.timeout, reading)), None)

    @property
    def newest(self) -> Pause | None:
        """The pause that was asked for last."""
        return max(self._known, key=lambda one: one.id, default=None)

    def face(self, pause: Pause) -> Face:
        """Return what is to be shown of a pause now."""
        return face(pause.timeout, self.reading())

    def announced(self) -> bool:
        """Tell, once each, that a return is two minutes away, and that it is time."""
        found = False
        for pause in self._known:
            shown = self.face(pause)
            mark = (pause.id, pause.timeout.back, shown)
            if shown in _ANNOUNCED and mark not in self._rung:
                self._rung.add(mark)
                found = True
        return found

    # What was agreed

    def agreement(self) -> Future[PauseAgreement | None]:
        """Return what the two agreed about pauses."""

        def found(store: Store) -> PauseAgreement | None:
            couple = store.couple()
            return couple.pause if couple else None

        return self._keeping.ask(found)

    def agree(self, agreed: PauseAgreement) -> Future[Couple | None]:
        """Keep what the two agreed, looked at today."""
        looked = agreed.model_copy(update={"looked": self._now().date()})
        return self._keeping.change_couple(lambda couple: couple.model_copy(update={"pause": looked}))

    # Asking for one

    def new(self, seconds: float, session: str = "") -> Pause:
        """Return a pause that begins now; it is in no book yet."""
        now = self._now()
        return new_pause(self.reading(), now, self._zone(now), self._random(10), seconds, session)

    def ask_for(self, seconds: float, left: LeftOpen | None = None) -> Future[Pause]:
        """Begin a pause, and put the sitting aside that waits for its return."""
        pause = self.new(seconds, left.id if left else "")

        def begun(store: Store) -> Pause:
            with store.transaction():
                keep_pause(store, pause)
                if left is not None:
                    from coreg.evening.journal import write_snapshot

                    store.put_aside(left.id, write_snapshot(left))
            self._know(pause)
            if left is not None:
                _free(self._keeping, store)
            return pause

        return self._keeping.ask(begun)

    # The return

    def put_off(self, pause: Pause) -> Future[Pause]:
        """Have the return a little later, for both."""
        return self._change(pause, replace(pause, timeout=longer(pause.timeout, self.reading())))

    def plan(self, pause: Pause, when: datetime) -> Future[Pause]:
        """Have another time; the pause itself is over with that, and its record kept."""
        now = self.reading()
        later = planned(pause.timeout, now, when.timestamp() - now.wall)
        return self._change(pause, replace(pause, timeout=later, kept=True), planned=True)

    def leave_open(self, pause: Pause) -> Future[Pause]:
        """Have no time for now; the pause itself is over with that, and its record kept."""
        return self._change(pause, replace(pause, timeout=left_open(pause.timeout), kept=True))

    def _change(self, pause: Pause, changed: Pause, *, planned: bool = False) -> Future[Pause]:
        now = self.reading()

        def kept(store: Store) -> Pause:
            with store.transaction():
                if changed.kept:
                    _record(store, pause, now, planned=planned)
                keep_pause(store, changed)
            self._know(changed)
            return changed

        return self._keeping.ask(kept)

    def come_back(self, pause: Pause) -> Future[LeftOpen | None]:
        """End the pause: both are ready. The sitting that waited is the living one again, and handed out."""
        now, moment = self.reading(), self._now()

        def ended(store: Store) -> LeftOpen | None:
            left = _waiting(store, pause)
            if left is not None:
                left = replace(left, saved=moment)
                self._keeping.unclosed.write_down(store, left)
            self._settle(store, pause, now, readable=left is not None)
            return left

        return self._keeping.ask(ended)

    def let_rest(self, pause: Pause) -> Future[None]:
        """End the pause and the sitting that waited: what it has is kept."""
        from coreg.practice.playing import apply
        from coreg.practice.sitting import Rested

        now = self.reading()

        def rested(store: Store) -> None:
            left = _waiting(store, pause)
            if left is not None:
                ended = apply(left.sitting, Rested(left.sitting.active.since or 0.0))
                self._keeping.unclosed.close(store, replace(left, sitting=ended))
            self._settle(store, pause, now, readable=left is not None)

        return self._keeping.ask(rested)

    def mends(self, left: LeftOpen) -> bool:
        """Tell whether a living session waits for a pause: it is in both where the program was cut off.

        The later one counts: either the pause had begun, or it was over. Raises Trouble, as the disk does.
        """
        pause = next((one for one in self._known if one.session == left.id), None)
        if pause is None:
            return False
        now = self.reading()

        def mended(store: Store) -> bool:
            aside = _waiting(store, pause)
            if aside is None:
                return False
            if aside.saved < left.saved:
                self._settle(store, pause, now, readable=True)
                return False
            _free(self._keeping, store)
            return True

        return self._keeping.ask(mended).result()

    def _settle(self, store: Store, pause: Pause, now: Reading, *, readable: bool) -> None:
        with store.transaction():
            _record(store, pause, now, planned=False)
            store.drop_aside(row_of(pause))
            if readable:
                store.drop_aside(pause.session)
        self._known = tuple(one for one in self._known if one.id != pause.id)

    def _know(self, pause: Pause) -> None:
        others = (one for one in self._known if one.id != pause.id)
        self._known = tuple(sorted((*others, pause), key=_soonest))


def _free(keeping: Keeping, store: Store) -> None:
    """Let the living session go, which lies elsewhere by now.

    The pause has begun, whatever becomes of an older evening that waits to be kept: that one waits on,
    and is told of when it still cannot be kept at the end. A living session that cannot be let go is
    found again at the next start, as the earlier one of the two.
    """
    with suppress(Exception):
        keeping.unclosed.put_aside(store)


def _record(store: Store, pause: Pause, now: Reading, *, planned: bool) -> None:
    if not pause.kept:
        store.keep(record_of(pause, now, planned=planned))


def _waiting(store: Store, pause: Pause) -> LeftOpen | None:
    """Return the sitting that waits for a pause; one that cannot be read stays where it is."""
    from coreg.evening.journal import JournalError, read_snapshot

    data = dict(store.aside()).get(pause.session)
    if data is None:
        return None
    try:
        return read_snapshot(data)
    except JournalError:
        return None
