"""Runs commands in this process, on a book of their own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coreg.__main__ import main
from coreg.commands.invented import invent
from coreg.places import Places
from coreg.settings import Settings
from coreg.store import Store

if TYPE_CHECKING:
    from coreg.app import Start

TODAY = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did: its exit code, its data, its talk."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]
Opened = Callable[[], Store]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "book"


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command with the book, and with bytes for standard input."""
    monkeypatch.setenv("COREG_DATA_DIR", str(folder))

    def ran(*words: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([*words])
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture
def made(run: Run) -> Run:
    """The same, with a couple in the book."""
    assert run("setup", "--a", "Mina", "--b", "Jo").code == 0
    return run


@pytest.fixture
def past(folder: Path) -> Path:
    """A book with a year of evenings, the last one on 23 November 2026."""
    invent(folder, years=1, seed=7, today=TODAY)
    return folder


@pytest.fixture
def opened(folder: Path) -> Opened:
    """Open the book for writing."""

    def opening() -> Store:
        return Store.open(folder, device="d", now=lambda: TODAY, random=lambda count: b"\x07" * count)

    return opening


@dataclass
class Launched:
    """What the app was handed, and what to do in its place."""

    places: list[Places] = field(default_factory=list)
    settings: list[Settings] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)
    error: BaseException | None = None

    def __call__(self, places: Places, settings: Settings, start: Start) -> int:
        self.places.append(places)
        self.settings.append(settings)
        self.starts.append(start)
        if self.error:
            raise self.error
        return 0


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> Launched:
    """Let there be a terminal, and note what the app is handed."""
    noted = Launched()
    monkeypatch.setattr("coreg.terminal.environment.usable", lambda *_: None)
    monkeypatch.setattr("coreg.terminal.environment.prepare", lambda: None)
    monkeypatch.setattr("coreg.launch.launch", noted)
    return noted
