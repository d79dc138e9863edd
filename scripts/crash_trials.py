#!/usr/bin/env python3
"""Kills writers at random instants and looks at what they leave.

    scripts/crash_trials.py [--trials N] [--evenings N] [--longest MS] [--seed S] [--locked] [--json]

Each trial copies a couple's books, lets a child keep, edit or delete in them without a pause, and sends it
SIGKILL. What the child was told is kept must be there, and everything must be readable. Exit code 1 if not.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import asdict, astuple, dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.record.models import Note, Session
    from coreg.store import Store

_WORDS = "four walls and a door"
_AT = datetime(2026, 11, 23, 20, tzinfo=UTC)
_NOTES = 10
_EMPTY_EVERY = 5

Act: TypeAlias = "Callable[[Store, int], object]"
"""Does the n-th act of its kind."""

Missing: TypeAlias = "Callable[[Store, int], int]"
"""Counts what is not as it should be after so many acts were acknowledged."""


@dataclass
class Outcome:
    """What came of the trials of one kind; the first two have to be 0."""

    kind: str
    trials: int = 0
    unreadable: int = 0
    acknowledged_lost: int = 0
    acknowledged: int = 0
    left_a_beginning: int = 0
    left_a_pending_change: int = 0

    @property
    def bad(self) -> bool:
        """Say whether anything was lost."""
        return bool(self.unreadable or self.acknowledged_lost)


def open_store(folder: Path) -> Store:
    """Open the books of a trial, locked ones with the cheapest passphrase there can be."""
    from coreg.store import Store
    from coreg.store.vault.keys import LEAST

    store = Store.open(folder, device="trial", now=lambda: _AT, random=os.urandom, cost=LEAST)
    if store.locked:
        store.unlock(_WORDS)
    return store


def lock(folder: Path) -> None:
    """Lock the books of all trials."""
    from coreg.store.vault.keys import Words

    with open_store(folder) as store:
        store.vault.lock({"a": Words(_WORDS), "b": Words("another door and a key")})


def note(text: str, key: str = "") -> Note:
    """Make a note."""
    from coreg.record.models import Note

    return Note(id=key, text=text, written=_AT, local_date=_AT.date())


def session(text: str, days: int, key: str = "") -> Session:
    """Make a session that began so many days ago and of which something stayed."""
    from coreg.record.models import Entry, Line, Session

    line = Line(id="line", kind="stays", text=text, by="a", at=_AT)
    at = _AT - timedelta(days=days)
    entry = Entry(id="entry", n=0, practice="day_talk", lines=(line,))
    return Session(id=key, kind="quiet", started=at, ended=at, local_date=at.date(), entries=(entry,))


def prepare(folder: Path, evenings: int) -> None:
    """Write the books that every trial begins with."""
    with open_store(folder) as store, store.transaction():
        store.setup("Mina", "Jo")
        for number in range(_NOTES):
            store.keep(note("edit 0", f"edited-{number}"))
        for number in range(evenings):
            store.keep(session("You asked before you fixed it. " * 20, number, f"evening-{number}"))
    with open_store(folder) as store:
        store.keep(note("edit 0", "first-of-the-day"))


def insert(store: Store, number: int) -> None:
    """Keep a note, or a session and with it a headline in another book."""
    store.keep(note(f"note {number}") if number % 2 else session(f"note {number}", 0))


def missing_inserts(store: Store, count: int) -> int:
    """Count the acknowledged notes and sessions that are not there."""
    found = {one.text for one in store.notes()}
    found |= {one.entries[0].lines[0].text for one in store.sessions(_AT.date())}
    return len({f"note {number}" for number in range(count)} - found)


def edit(store: Store, number: int) -> None:
    """Change one of ten notes."""
    store.keep(note(f"edit {number + 1}", f"edited-{number % _NOTES}"))


def missing_edits(store: Store, count: int) -> int:
    """Count the notes that say something older than what was acknowledged last."""
    found = {one.id: int(one.text.split()[1]) for one in store.notes()}
    last = {f"edited-{number % _NOTES}": number + 1 for number in range(count)}
    return sum(found.get(key, -1) < version for key, version in last.items())


def remove(store: Store, number: int) -> None:
    """Put one evening after another into the bin, and empty the bin now and then."""
    if number % _EMPTY_EVERY:
        store.bin(f"evening-{number}")
    else:
        store.empty_bin()


def missing_removes(store: Store, count: int) -> int:
    """Count the evenings that are there again."""
    gone = {f"evening-{number}" for number in range(count) if number % _EMPTY_EVERY}
    return len(gone & {one.id for one in store.sessions()})


KINDS: dict[str, tuple[Act, Missing]] = {
    "insert": (insert, missing_inserts),
    "edit": (edit, missing_edits),
    "remove": (remove, missing_removes),
}


@dataclass
class Trials:
    """Where the trials are held, and how."""

    ground: Path
    evenings: int
    longest_s: float
    chance: random.Random

    def hold(self, kind: str, count: int) -> Outcome:
        """Kill that many writers of one kind."""
        outcome = Outcome(kind)
        for _ in range(count):
            self._one(outcome)
        return outcome

    def _one(self, outcome: Outcome) -> None:
        act, missing = KINDS[outcome.kind]
        folder = self.ground / "trial"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.ground / "template", folder)
        if outcome.trials % 2:
            # Every other writer begins its day, and makes the backup of it, while it is being killed.
            shutil.rmtree(folder / "backups")
        # Two of four live until something is kept, however slow the machine is; two may die before.
        told = self._kill(folder, act, acts=outcome.trials % 4 // 2)
        outcome.trials += 1
        outcome.acknowledged += told
        outcome.left_a_beginning += (folder / "coreg.tmp").exists()
        outcome.left_a_pending_change += any(folder.glob("pending.*"))
        lost = self._look(folder, missing, told)
        outcome.unreadable += lost is None
        outcome.acknowledged_lost += lost or 0

    def _kill(self, folder: Path, act: Act, *, acts: int) -> int:
        """Let a child write until it is killed; return how many acts it was told are kept.

        Its time begins when it has the books open and so many acts, 0 or 1, are kept.
        """
        listen, speak = os.pipe()
        child = os.fork()
        if child == 0:
            self._write(folder, act, speak)
        os.close(speak)
        os.read(listen, 1)
        kept = len(os.read(listen, acts))
        time.sleep(self.chance.uniform(0.0, self.longest_s))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(listen, "rb") as said:
            return kept + len(said.read())

    def _write(self, folder: Path, act: Act, speak: int) -> NoReturn:
        try:
            store = open_store(folder)
            os.write(speak, b"!")
            for number in range(self.evenings):
                act(store, number)
                os.write(speak, b".")
            time.sleep(self.longest_s)
        finally:
            # The child must never go on with what is the parent's to do.
            os._exit(0)

    @staticmethod
    def _look(folder: Path, missing: Missing, told: int) -> int | None:
        """Count what was acknowledged and is lost; None if something cannot be read."""
        from coreg.record.trouble import Trouble

        try:
            with open_store(folder) as store:
                states = {one.state for one in store.check()} | {one.state for one in store.backups()}
                whole = states == {"whole"}
                return missing(store, told) if whole and store.home() else None
        except Trouble:
            return None


def told(outcomes: list[Outcome]) -> str:
    """Lay the outcomes out as a table."""
    names = [field.name for field in fields(Outcome)]
    rows = [[str(value) for value in astuple(outcome)] for outcome in outcomes]
    heads = [name.replace("_", " ") for name in names]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    lines = [[text.rjust(width) for text, width in zip(row, widths, strict=True)] for row in [heads, *rows]]
    return "\n".join("  ".join(line) for line in lines)


def main(arguments: list[str] | None = None) -> int:
    """Hold the trials and print what came of them; return 1 if anything was lost."""
    parser = argparse.ArgumentParser(
        description="Kill writers at random instants and look at what they leave."
    )
    parser.add_argument("--trials", type=int, default=200, help="how many of each kind (200)")
    parser.add_argument("--evenings", type=int, default=60, help="sessions in the books to begin with (60)")
    parser.add_argument(
        "--longest", type=float, default=50.0, help="the longest life of a writer, in ms (50)"
    )
    parser.add_argument("--seed", type=int, default=None, help="of the instants; the system's own by default")
    parser.add_argument("--locked", action="store_true", help="the same in locked books")
    parser.add_argument("--json", action="store_true", help="for machines")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="coreg-trials-") as ground:
        chance = random.Random(asked.seed)  # noqa: S311 - when to kill is no secret
        trials = Trials(Path(ground), asked.evenings, asked.longest / 1000, chance)
        prepare(trials.ground / "template", asked.evenings)
        if asked.locked:
            lock(trials.ground / "template")
        outcomes = [trials.hold(kind, asked.trials) for kind in KINDS]
    print(json.dumps([asdict(outcome) for outcome in outcomes]) if asked.json else told(outcomes))
    return int(any(outcome.bad for outcome in outcomes))


def in_own_environment() -> None:
    """Go on in the project's own environment, made ready first if need be."""
    from scripts import bootstrap, right_python

    right_python.or_leave(sys.argv)
    place = bootstrap.Place(ROOT)
    if Path(sys.prefix).resolve() != place.venv.resolve():
        if code := bootstrap.make_ready(place, "run"):
            sys.exit(code)
        right_python.hand_over([str(place.python), "-I", *sys.argv])


if __name__ == "__main__":
    in_own_environment()
    sys.exit(main())
