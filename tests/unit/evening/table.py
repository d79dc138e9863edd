"""A table to test at: a clock and dates that are moved by hand, and a real store in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import TypeVar

from coreg.evening.keeping import Keeping
from coreg.evening.maps import Maps
from coreg.evening.planning import Options, evening_plan, spare
from coreg.evening.runner import Couple, Runner
from coreg.practice.play import Chose, Drafted, Event, Pressed, Seat, Skipped, Wrote
from coreg.practice.sitting import Plan, Sitting, SittingEvent
from coreg.practice.steps.turn import Turning
from coreg.record.models import Session
from coreg.store import Store, Writer

T = TypeVar("T")

EVENING = datetime(2026, 11, 23, 19, 14, 30, tzinfo=UTC)
WINTER = datetime(2026, 10, 25, 1, 0, tzinfo=UTC)
"""The moment at which clocks in the middle of Europe go back from three to two."""
SUMMER = datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
"""The moment at which they go forward from two to three."""
STEP = 0.875
"""Seconds between two looks at the clock: what a screen on which nothing moves does."""
MINA_AND_JO = Couple("Mina", "Jo")


class Time:
    """Seconds that only pass when they are told to, and the date on the wall."""

    def __init__(self, wall: datetime = EVENING) -> None:
        self.seconds = 5000.0
        self.wall = wall

    def clock(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        summer = SUMMER <= self.wall < WINTER
        return self.wall.astimezone(timezone(timedelta(hours=1 + summer), "CEST" if summer else "CET"))

    def advance(self, seconds: float) -> None:
        self.go_on(seconds)

    def go_on(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)


class Table:
    """One run of the program on a folder. Nothing is written unless somebody looks, types or presses.

    With ``threaded`` the writer has its thread, as it has in the program, and the table can be left.
    """

    def __init__(self, folder: Path, time: Time | None = None, *, threaded: bool = False) -> None:
        self.folder = folder
        self.time = time or Time()
        chance = Random(self.time.seconds)
        self.store = Store.open(folder, device="one", now=self.time.now, random=chance.randbytes)
        self.writer = Writer(start=threaded, clock=self.time.clock)
        self.threaded = threaded
        self.keeping = Keeping(self.store, self.writer, now=self.time.now)
        self.maps = Maps(self.keeping, now=self.time.now, zone=lambda _: "Europe/Paris")
        self.runner = Runner(self.keeping, clock=self.time.clock, now=self.time.now, random=chance.randbytes)

    # The machine

    def settle(self) -> None:
        """Let the writer do what is due."""
        if self.threaded:
            self.writer.flush()
        while self.writer.step():
            pass

    def kept(self, promise: Future[T]) -> T:
        """Return what was promised, once it is on disk."""
        self.settle()
        return promise.result(0)

    def killed(self) -> Table:
        """Return the next run of the program, after this one was killed as it is."""
        self.store.close()
        return Table(self.folder, self.time)

    # The two

    def set_up(self) -> Table:
        self.kept(self.keeping.setup("Mina", "Jo"))
        return self

    def begin(self, kind: str = "quiet", *plans: Plan, couple: Couple = MINA_AND_JO) -> Sitting:
        options = Options()
        return self.runner.start(kind, plans or evening_plan(kind, options), couple, spare(options))

    @property
    def sitting(self) -> Sitting:
        assert self.runner.state is not None
        return self.runner.state

    @property
    def phase(self) -> str:
        return self.sitting.phase

    def turn(self) -> Turning:
        assert isinstance(self.sitting.play, Turning)
        return self.sitting.play

    def wait(self, seconds: float, step: float = STEP) -> None:
        """Let time pass at the table: the screen looks at the clock, the disk is written."""
        while seconds > 0:
            self.time.go_on(min(step, seconds))
            seconds -= step
            self.runner.look()
            self.settle()

    def happens(self, kind: Callable[..., Event | SittingEvent], *what: object) -> Sitting:
        """Let something happen now."""
        after = self.runner.dispatch(kind(self.runner.time(), *what))
        self.settle()
        return after

    def press(self, *seats: Seat) -> None:
        for seat in seats:
            self.happens(Pressed, seat)
            self.wait(1.25)

    def pick(self, a: int, b: int) -> None:
        """Choose each, and seal both."""
        self.happens(Chose, "a", a)
        self.happens(Chose, "b", b)
        self.press("b", "a")

    def write(self, text: str) -> None:
        """Type at a human pace, and press enter."""
        for length in range(1, len(text) + 1):
            self.happens(Drafted, text[:length])
            self.wait(0.125)
        self.happens(Wrote, text)

    def until(self, step: str) -> None:
        """Pass steps until this one, ending turns that are in the way."""
        while self.sitting.now_step.id != step:
            play = self.sitting.play
            if isinstance(play, Turning) and play.floor.handed is None:
                self.press(play.seat)
            else:
                self.happens(Skipped)

    def to_a_turn(self) -> None:
        """Begin an evening, and go on until somebody has spoken for 100 seconds."""
        self.begin()
        self.until("turn_first")
        self.wait(100)

    def end(self) -> None:
        """Close the sitting that is over."""
        self.kept(self.runner.close())

    def sessions(self) -> tuple[Session, ...]:
        """Return what was kept so far, newest first."""
        return self.kept(self.keeping.sessions())


@contextmanager
def reading(folder: Path, wall: datetime) -> Iterator[Store]:
    """Look into the books on another day, without changing anything."""
    time = Time(wall)
    with Store.open(folder, device="two", now=time.now, random=Random(0).randbytes, write=False) as store:
        yield store
