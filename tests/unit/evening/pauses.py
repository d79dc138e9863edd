"""Pauses at a table, and what waits for them."""

from __future__ import annotations

from random import Random

from coreg.evening.pause import Pause
from coreg.evening.pausing import Pausing
from coreg.evening.planning import Options, plan
from coreg.practice.sitting import Noted
from coreg.record.models import Session
from tests.unit.evening.table import Table, Time

HALF_AN_HOUR = 1_800.0
WORDS = "the harbour, and the blue mug"


class Boots:
    """The start of the computer and the seconds since."""

    def __init__(self, time: Time) -> None:
        self.time = time
        self.name = "first"

    def __call__(self) -> tuple[str, float]:
        return self.name, self.time.seconds


def pausing_of(table: Table, boots: Boots | None = None) -> Pausing:
    """Return the pauses of a table, read as they are on disk."""
    made = Pausing(
        table.keeping,
        now=table.time.now,
        awake=boots or Boots(table.time),
        random=Random(table.time.seconds).randbytes,
        zone=lambda _: "Europe/Berlin",
    )
    made.load()
    return made


def talk(table: Table) -> None:
    """Begin a talk and write something into it."""
    table.begin("day_talk", plan("day_talk", None, Options()))
    table.wait(60)
    table.happens(Noted, WORDS, True)
    table.settle()


def paused(table: Table, pausing: Pausing, seconds: float = HALF_AN_HOUR) -> Pause:
    """Ask for a pause in the middle of a talk."""
    talk(table)
    return table.kept(pausing.ask_for(seconds, table.runner.put_aside()))


def sessions(table: Table) -> list[Session]:
    """Return what the book has, oldest first."""
    return [*table.kept(table.keeping.sessions())][::-1]


def restarted(table: Table) -> Table:
    """Kill the program, and start it as it is, with a thread that writes."""
    table.store.close()
    return Table(table.folder, table.time, threaded=True)
