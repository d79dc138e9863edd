"""Mina and Jo at a real terminal: their book, the rooms they type in, and what of it is on disk."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coreg.evening.journal import LeftOpen, read_snapshot
from coreg.practice.steps.write import Writing
from coreg.store import Store
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

__all__ = ["ROOMS", "SIZE", "Couple", "Desk", "now", "pause", "type_on"]

SIZE = (112, 32)
"""Columns and rows of the window."""

BETWEEN_KEYS = 1 / 20
"""Seconds between two keys of somebody who types fast."""


def now() -> datetime:
    """Return the moment on the wall."""
    return datetime.now().astimezone()


def pause(terminal: Terminal, seconds: float) -> None:
    """Wait as people wait between two presses; what the program draws meanwhile is read."""
    until = time.monotonic() + seconds
    terminal.wait_until(lambda _: time.monotonic() >= until, within=seconds + 10)


def type_on(terminal: Terminal, text: str, seconds: float) -> list[float]:
    """Type the text for so long, as far as it goes; returns the moment (monotonic s) of every key."""
    pressed: list[float] = []
    begun = time.monotonic()
    for number, letter in enumerate(text, start=1):
        terminal.press(letter)
        pressed.append(time.monotonic())
        if pressed[-1] - begun >= seconds:
            break
        time.sleep(max(0.0, begun + number * BETWEEN_KEYS - pressed[-1]))
    return pressed


@dataclass(frozen=True, slots=True)
class Couple:
    """Two people with a home folder and a book in it."""

    home: Path

    @property
    def book(self) -> Path:
        """The folder of their book."""
        return self.home / "book"

    def store(self, *, write: bool = False) -> Store:
        """Open the book, to read in it if nothing else is said."""
        return Store.open(self.book, device="test", now=now, random=os.urandom, write=write)

    def begin(self, a: str = "Mina", b: str = "Jo") -> None:
        """Begin the book."""
        with self.store(write=True) as store:
            store.setup(a, b)

    def left_open(self) -> LeftOpen:
        """Return what is on disk of a sitting that is on, or was interrupted."""
        with self.store() as store:
            data = store.left_open()
        assert data is not None
        return read_snapshot(data)


def _line(left: LeftOpen) -> str:
    return left.sitting.play.draft if isinstance(left.sitting.play, Writing) else ""


@dataclass(frozen=True, slots=True)
class Desk:
    """A room with a field in it: how it is reached, and where its text is kept meanwhile."""

    command: tuple[str, ...]
    first: str
    key: str
    ready: str
    text: Callable[[LeftOpen], str]

    def sit_down(self, terminals: Terminals, couple: Couple) -> Terminal:
        """Open the room, ready to type."""
        terminal = terminals.coreg(*self.command, "--data-dir", str(couple.book), size=SIZE)
        terminal.wait_for(self.first)
        if self.key:
            pause(terminal, 0.3)
            terminal.press(self.key)
            terminal.wait_for(self.ready)
            pause(terminal, 0.3)
        return terminal


ROOMS = {
    "a line of a talk": Desk(("talk",), "What is it about tonight?", "", "", _line),
    "a note beside a practice": Desk(
        ("breathe",), "breathe", "m", "A note on this", lambda left: left.sitting.results[-1].note
    ),
    "a note by itself": Desk(
        (), "Begin tonight", "n", "It is saved as you type", lambda left: left.sitting.note
    ),
}
"""Where one can type into the living session."""
