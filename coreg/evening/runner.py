"""The runner of an evening: holds the clock, the dates, the ids and the journal, and no screen.

A screen hands it what happened and shows the state it hands back. Every change is on its way to the
disk before the screen is drawn again; stop, pause and hide wait for nobody.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from coreg.evening.couple import Couple
from coreg.evening.in_step import read_out
from coreg.evening.journal import LeftOpen
from coreg.practice.aside import set_aside
from coreg.practice.play import Drafted
from coreg.practice.playing import advance, apply, begin, due, journal, taken_up
from coreg.practice.sitting import Noted, Parking, Paused, Rested, Sitting
from coreg.record.ids import uuid7

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from coreg.evening.keeping import Keeping
    from coreg.practice.play import Event
    from coreg.practice.sitting import Plan, SittingEvent

__all__ = ["AGAIN", "GAP", "Couple", "Runner"]

GAP = 2.0
"""Seconds without a look at the clock after which the machine must have slept."""

AGAIN = 10.0
"""Seconds after which running time is written down again: no turn loses more than that to a crash."""


def _zone_of(moment: datetime) -> str:
    return str(moment.tzinfo)


class Runner:
    """One evening at a time. All times it hands out or takes are seconds of session time."""

    def __init__(
        self,
        keeping: Keeping,
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        random: Callable[[int], bytes],
        zone: Callable[[datetime], str] = _zone_of,
    ) -> None:
        """Take the four seams, and how the zone of a moment is called; nothing is begun yet."""
        self._zone = zone
        self._keeping = keeping
        self.clock = clock
        self._now = now
        self._random = random
        self._origin = 0.0
        self._seen = 0.0
        self._wall = 0.0
        self._written = 0.0
        self._open: LeftOpen | None = None
        self._closed: LeftOpen | None = None

    @property
    def state(self) -> Sitting | None:
        """The sitting that is on, or has just ended."""
        return self._open.sitting if self._open else None

    @property
    def session(self) -> str:
        """The id of the session that is on; empty without one."""
        return self._open.id if self._open else ""

    def time(self) -> float:
        """Return the session time: seconds since the sitting was begun or gone on with."""
        return self.clock() - self._origin

    def shown_time(self) -> float:
        """Return the active seconds of the sitting: what everything on the stage is a function of."""
        return self.state.active.at(self.time()) if self.state else 0.0

    def start(self, kind: str, plans: tuple[Plan, ...], couple: Couple, spare: tuple[Plan, ...]) -> Sitting:
        """Begin a sitting and write its first snapshot; one that is still on is closed first."""
        if self._open is not None:
            self.close()
        started = self._now()
        blank = Sitting(
            kind=kind,
            plan=plans,
            spare=spare,
            own_lines=couple.own_lines,
            order=("a", "b") if couple.left == "a" else ("b", "a"),
        )
        session = uuid7(int(started.timestamp() * 1000), self._random(10))
        self._wind()
        self._open = LeftOpen(session, started, started, self._zone(started), begin(blank, 0.0))
        self._snapshot(urgent=True)
        return self._open.sitting

    def take_up(self, left: LeftOpen) -> Sitting:
        """Take an interrupted sitting up again; it waits for both to go on."""
        self._wind()
        self._open = replace(left, sitting=taken_up(left.sitting))
        return self._open.sitting

    def dispatch(self, event: Event | SittingEvent) -> Sitting:
        """Let something happen, and have it written down.

        Raises:
            RuntimeError: no sitting is on.
        """
        self.look()
        if self._open is None:
            raise RuntimeError("no sitting is on")
        before = self._open.sitting
        self._open = replace(self._open, sitting=apply(before, event))
        if self._open.sitting is not before:
            self._snapshot(urgent=not isinstance(event, Drafted | Noted | Parking))
        return self._open.sitting

    def look(self) -> Sitting | None:
        """Let everything happen that is due by now; a machine that slept has paused the sitting."""
        if self._open is None:
            return None
        slept = self._slept()
        before = self._open.sitting
        state = apply(before, Paused(slept)) if slept is not None else advance(before, self.time())
        self._open = replace(self._open, sitting=state)
        if state is not before or (state.phase == "running" and self._seen - self._written >= AGAIN):
            self._snapshot(urgent=True)
        return state

    def due_in(self) -> float | None:
        """Return the seconds until something happens by itself, or None."""
        moment = due(self.state) if self.state else None
        return None if moment is None else max(0.0, moment - self.time())

    def rest(self) -> Sitting:
        """End the sitting here."""
        return self.dispatch(Rested(self.time()))

    def close(self) -> Future[None]:
        """Turn the sitting into records; the future is done when they are safely on disk.

        One that is not over ends here. Where it cannot be written it waits, whatever is begun meanwhile,
        and is tried again until it is in the book.

        Raises:
            RuntimeError: no sitting is on.
        """
        if self._open is None:
            raise RuntimeError("no sitting is on")
        sitting = apply(self._open.sitting, Rested(self.time()))
        ended = replace(self._open, saved=self._now(), sitting=sitting)
        self._closed, self._open = self._open, None
        return self._keeping.close(ended)

    def put_aside(self) -> LeftOpen:
        """Hand the sitting over to whoever keeps it meanwhile; nothing is on then.

        Raises:
            RuntimeError: no sitting is on.
        """
        if self._open is None:
            raise RuntimeError("no sitting is on")
        from coreg.evening.company import unasked

        sitting = unasked(read_out(set_aside(self._open.sitting, self.time())))
        self._closed, self._open = self._open, None
        return replace(self._closed, saved=self._now(), sitting=sitting)

    def take_back(self) -> Sitting:
        """Go on with the sitting whose closing, or putting aside, failed, as if nothing had been done.

        Raises:
            RuntimeError: there is none.
        """
        if self._open is not None or self._closed is None:
            raise RuntimeError("nothing was closed")
        self._open, self._closed = self._closed, None
        self._keeping.take_back(self._open.id)
        self._snapshot(urgent=True)
        return self._open.sitting

    def save_now(self) -> None:
        """Write the latest snapshot before the program leaves."""
        self._snapshot(urgent=True)

    def _wind(self) -> None:
        self._origin = self._seen = self.clock()
        self._wall = self._now().timestamp()

    def _slept(self) -> float | None:
        """Return the session time at which the machine fell asleep, if it has slept since last look."""
        clock, wall = self.clock(), self._now().timestamp()
        gone, gone_by_wall = clock - self._seen, wall - self._wall
        fell = self._seen - self._origin
        self._seen, self._wall = clock, wall
        return fell if gone > GAP or gone_by_wall - gone > GAP else None

    def _snapshot(self, *, urgent: bool) -> None:
        if self._open is None:
            return
        self._written = self.clock()
        left = replace(self._open, saved=self._now(), sitting=journal(self._open.sitting, self.time()))
        self._keeping.snapshot(left, urgent=urgent)
