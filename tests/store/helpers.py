"""What the tests of the store stand on: a clock that is set by hand, and records that are quickly made."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tinydb.storages import Storage

from coreg.record.models import Agreement, Entry, Line, Note, Session
from coreg.record.trouble import Trouble
from coreg.store import Store

EVENING = datetime(2026, 11, 23, 20, 14, tzinfo=UTC)
DAY = EVENING.date()


@dataclass
class Wall:
    """A clock on the wall that only moves when it is told to."""

    moment: datetime = EVENING

    def __call__(self) -> datetime:
        return self.moment

    def go(self, **delta: float) -> None:
        self.moment += timedelta(**delta)


@dataclass
class Home:
    """A folder for books, and the way to open them."""

    folder: Path
    wall: Wall = field(default_factory=Wall)
    device: str = "left"
    random: Callable[[int], bytes] = os.urandom

    def open(self, *, write: bool = True, check: bool = True, storage: Storage | None = None) -> Store:
        return Store.open(
            self.folder,
            device=self.device,
            now=self.wall,
            random=self.random,
            write=write,
            check=check,
            storage=storage,
        )

    def file(self, name: str) -> Path:
        return self.folder / name


def line(key: str, text: str = "You asked before you fixed it.", kind: str = "stays") -> Line:
    return Line(id=key, kind=kind, text=text, by="a", at=EVENING)


def session(day: date = DAY, *lines: Line, early: bool = False, hour: int = 20) -> Session:
    """Make a session of one entry; one line that stays if none is given."""
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    entry = Entry(id="entry", n=0, practice="day_talk", lines=lines or (line("line"),))
    return Session(
        kind="quiet",
        started=at,
        ended=at + timedelta(minutes=30),
        zone="Europe/Lisbon",
        local_date=day,
        ended_early=early,
        entries=(entry,),
    )


def note(text: str = "We talked.", day: date = DAY) -> Note:
    return Note(text=text, written=EVENING, local_date=day)


def agreement(text: str = "A walk", *, look_again: date | None = None, day: date = DAY) -> Agreement:
    return Agreement(text=text, made=EVENING, local_date=day, look_again=look_again)


@contextmanager
def trouble(code: str, **facts: object) -> Iterator[None]:
    """Expect this trouble, with at least these facts."""
    with pytest.raises(Trouble) as caught:
        yield
    assert caught.value.code == code
    assert facts.items() <= caught.value.facts.items()


def names(folder: Path) -> list[str]:
    """Name every file in a folder but the lock."""
    return sorted(path.name for path in folder.iterdir() if path.is_file() and path.suffix != ".lock")


def contents(folder: Path) -> Mapping[str, bytes]:
    """Read every file in a folder but the lock."""
    return {name: (folder / name).read_bytes() for name in names(folder)}
