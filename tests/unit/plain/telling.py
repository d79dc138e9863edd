"""Tells a sitting without a terminal: a clock moved by the waiting for keys, and presses at their moments."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coreg.evening.couple import Couple
from coreg.evening.options import Options
from coreg.evening.pausing import Pausing
from coreg.evening.planning import plan
from coreg.keys import keymap
from coreg.plain.host import Host, Promise
from coreg.plain.scene import Cues, Manner, Words
from coreg.plain.telling import Ended, sit
from coreg.practice.sitting import Plan, Sitting
from coreg.record.models import Entry
from tests.unit.evening.table import MINA_AND_JO, Table


class Script:
    """A keyboard on which keys are pressed at moments (s after the first wait); waiting lets time pass.

    At ``sleeps`` (s) the computer sleeps for an hour. ``most`` is how long a wait lasts at most (s); after
    the last key nothing can be pressed any more if it ``ends`` then.
    """

    def __init__(
        self,
        table: Table,
        keys: tuple[tuple[float, str], ...] = (),
        *,
        most: float = 1.0,
        ends: bool = False,
        sealed: bool = True,
    ) -> None:
        self.table = table
        self.keys = list(keys)
        self.most = most
        self.ends = ends
        self.sealed = sealed
        self.time = 0.0
        self.waits = 0
        self.sleeps: float | None = None

        self.literal = False
        self.echoes: list[str] = []
        self.columns: int | None = 80

    def echo(self, text: str) -> None:
        self.echoes.append(text)

    @property
    def gone(self) -> bool:
        return self.ends and not self.keys

    def wait(self, seconds: float) -> list[str]:
        self.waits += 1
        assert self.waits < 20_000, "nobody would wait so often"
        until = self.time + min(seconds, self.most)
        due = [key for at, key in self.keys if at <= until]
        if due:
            until = max(self.time, self.keys[0][0])
            due = [key for at, key in self.keys if at <= until]
            self.keys = self.keys[len(due) :]
        # What is meant to be waited for is never missed by a rounding.
        self.table.time.go_on(until - self.time + 1e-9)
        self.time = until
        if self.sleeps is not None and until >= self.sleeps:
            self.table.time.go_on(3600)
            self.sleeps = None
        self.table.settle()
        return due


def typed(at: float, text: str) -> tuple[tuple[float, str], ...]:
    """Return the presses of somebody who types a text from a moment on, and then Enter."""
    keys = ["space" if one == " " else one for one in text]
    return tuple((at + 0.1 * number, key) for number, key in enumerate([*keys, "enter"]))


def promise_of(table: Table, bell: Callable[[], None]) -> Promise:
    """Return what keeps a pause at a table; the computer never starts anew there."""
    pausing = Pausing(
        table.keeping,
        now=table.time.now,
        awake=lambda: ("this one", table.time.seconds),
        random=lambda count: b"\x03" * count,
        zone=str,
    )
    return Promise(pausing, table.time.now, bell)


class Silence:
    """Nothing is heard."""

    def look(self, sitting: Sitting) -> None:
        """Hear nothing."""

    def over(self, sitting: Sitting) -> None:
        """Hear nothing at the end, either."""


class Heard:
    """An ear that notes in which phases it was asked to listen."""

    def __init__(self) -> None:
        self.phases: list[str] = []
        self.ended = False

    def look(self, sitting: Sitting) -> None:
        self.phases.append(sitting.phase)

    def over(self, sitting: Sitting) -> None:
        self.ended = True


class Told:
    """One sitting, told to its end: its lines with their moments, and the entry it left."""

    def __init__(
        self,
        folder: Path,
        keys: tuple[tuple[float, str], ...] = (),
        options: Options | None = None,
        *,
        minutes: float | None = None,
        cues: Cues = "every",
        words: Words = "short",
        couple: Couple = MINA_AND_JO,
        most: float = 1.0,
        ends: bool = False,
        sealed: bool = True,
        plans: tuple[Plan, ...] = (),
        kind: str = "breathe",
        sleeps: float | None = None,
        threaded: bool = False,
        bell: Callable[[], None] | None = None,
        opens: Callable[[str], str] | None = None,
    ) -> None:
        self.table = Table(folder, threaded=threaded).set_up()
        self.script = Script(self.table, keys, most=most, ends=ends, sealed=sealed)
        self.script.sleeps = sleeps
        self.at: list[tuple[float, str]] = []
        self.ear = Heard()
        self.host = Host(
            self.table.runner,
            couple,
            keymap({}),
            Manner(cues, words, keys=sealed),
            self.script,
            lambda line: self.at.append((self.script.time, line)),
            self.ear,
            promise_of(self.table, bell) if bell else None,
        )
        self.host.latch.opens = opens
        made = plans or (plan("breathe", minutes, options or Options()),)
        self.table.runner.start(kind, made, couple, ())
        self.table.settle()
        self.ended: Ended = sit(self.host)

    @property
    def lines(self) -> list[str]:
        return [line for _, line in self.at]

    def after(self, moment: float) -> list[str]:
        """Return what was said from a moment on."""
        return [line for at, line in self.at if at >= moment - 1e-6]

    def entry(self) -> Entry:
        """Close it, and return what was kept of it."""
        self.table.end()
        return self.table.sessions()[0].entries[0]
