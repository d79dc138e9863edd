"""Runs commands in this process, on a book of their own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coreg.__main__ import main
from coreg.commands.invented import invent
from coreg.store import Store

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
