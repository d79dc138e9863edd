"""What two people write is in their book and nowhere else: no other file, no screen afterwards, no title."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.couple import SIZE, Couple, pause
from tests.end_to_end.shell import Shell
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

NAMES = ("Canarina", "Canarino")
CANARIES = ("canary-topic", "canary-note", "canary-own", "canary-search", *NAMES)
"""Words that are written tonight and must be found in the book alone."""

SHARED_MEMORY = Path("/dev/shm")
TITLE = re.compile(rb"\x1b\][012];")
CLIPBOARD = re.compile(rb"\x1b\]52;")


@pytest.fixture
def couple(terminals: Terminals) -> Couple:
    """Begin a book whose names are words to look for."""
    two = Couple(terminals.home)
    two.begin(*NAMES)
    return two


def switches(home: Path) -> dict[str, str]:
    """Return the environment of somebody who has everything of Textual switched on that writes files."""
    scratch = home / "scratch"
    scratch.mkdir()
    return {
        "TMPDIR": str(scratch),
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_LOG": str(home / "textual.log"),
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": str(home),
        "TEXTUAL_SCREENSHOT_FILENAME": "picture.svg",
        "PYTHONFAULTHANDLER": "1",
    }


def an_evening(terminals: Terminals, couple: Couple) -> Terminal:
    """Talk, write under it, stop, write another note, and search; returns the terminal, still at work."""
    cwd = couple.home / "cwd"
    cwd.mkdir()
    terminal = terminals.coreg(
        "talk", "--data-dir", str(couple.book), size=SIZE, env=switches(couple.home), cwd=cwd
    )
    terminal.wait_for("What is it about tonight?")
    terminal.type("canary-topic")
    terminal.press("f2")
    terminal.wait_for("A note on this")
    pause(terminal, 0.3)
    terminal.type("canary-note")
    terminal.wait_for("canary-note")
    terminal.press("escape")
    terminal.wait_for("good night")
    pause(terminal, 0.3)
    terminal.press("g")
    terminal.wait_for("Kept.")
    terminal.press("f")
    terminal.wait_for("Begin tonight")
    terminal.press("n")
    terminal.wait_for("It is saved as you type")
    pause(terminal, 0.3)
    terminal.type("canary-own")
    terminal.press("ctrl+s")
    terminal.wait_for("Look back has it")
    terminal.press("escape")
    terminal.wait_for("Begin tonight")
    terminal.press("r")
    terminal.wait_for("canary-own")
    terminal.press("ctrl+f")
    pause(terminal, 0.3)
    terminal.type("canary-search")
    terminal.wait_for("canary-search")
    return terminal


def files(*folders: Path) -> Iterator[Path]:
    """Yield every file in these folders that can be read, but those of other tests (``popen-gw0`` ...)."""
    for folder in folders:
        for path in folder.rglob("*"):
            of_a_test = any(part.startswith("popen-gw") for part in path.relative_to(folder).parts)
            if path.is_file() and not of_a_test and os.access(path, os.R_OK):
                yield path


def told(folder: Path, *more: Path) -> dict[str, list[str]]:
    """Return the files that hold a canary, by their path below the folder, in any common writing of it."""
    found: dict[str, list[str]] = {}
    writings = {
        word: (word.encode(), word.encode("utf-16-le"), word.replace("-", r"\u002d").encode())
        for word in CANARIES
    }
    for path in files(folder, *more):
        data = path.read_bytes() + path.name.encode()
        words = [word for word, ways in writings.items() if any(way in data for way in ways)]
        if words:
            found[str(path.relative_to(folder) if path.is_relative_to(folder) else path)] = words
    return found


def nothing_is_left_on_the_terminal(terminal: Terminal) -> None:
    """See that the normal screen, the title and the clipboard have heard of nothing."""
    assert terminal.left_behind() == frozenset()
    assert terminal.screen().strip() == ""
    output = terminal.output()
    normal = output[: output.index(b"\x1b[?1049h")] + output[output.rindex(b"\x1b[?1049l") :]
    assert not any(word.encode() in normal for word in CANARIES)
    assert terminal.title == ""
    assert not TITLE.search(output)
    assert not CLIPBOARD.search(output)


@pytest.mark.long
@pytest.mark.timeout(120)
def test_nothing_written_is_found_anywhere_but_in_the_book(terminals: Terminals, couple: Couple) -> None:
    terminal = an_evening(terminals, couple)
    shared = [SHARED_MEMORY] if SHARED_MEMORY.is_dir() else []
    everywhere = told(couple.home, *shared)
    assert everywhere
    assert all(path.startswith("book/") for path in everywhere), everywhere
    terminal.press("escape", "escape", "escape", "ctrl+q")
    assert terminal.wait_exit() == 0
    for name, words in told(couple.home, *shared).items():
        assert name.startswith("book/"), name
        assert "canary-search" not in words, "what was searched for is kept nowhere"
    assert not list((couple.home / "cwd").iterdir())
    assert not list((couple.home / "scratch").iterdir())
    for path in files(couple.home):
        assert path.stat().st_mode & 0o077 == 0, path
    nothing_is_left_on_the_terminal(terminal)


def test_a_crash_tells_nothing_and_keeps_everything(terminals: Terminals, couple: Couple) -> None:
    """A fault in the middle of a talk: one sentence, one line in the log, and the draft on disk."""
    fault = (
        "import sys\n"
        "from coreg.screens import practice\n"
        "def broken(self):\n"
        "    secret = 'canary-note'\n"
        "    raise RuntimeError(secret, self.sitting)\n"
        "practice.Practice.do_practice_note = broken\n"
        "from coreg.__main__ import main\n"
        "sys.exit(main())\n"
    )
    terminal = terminals.python("-c", fault, "talk", "--data-dir", str(couple.book), size=SIZE)
    terminal.wait_for("What is it about tonight?")
    terminal.type("canary-topic")
    terminal.wait_for("canary-topic")
    terminal.press("f2")
    assert terminal.wait_exit() == 1
    assert terminal.left_behind() == frozenset()
    output = terminal.output()
    after = output[output.rindex(b"\x1b[?1049l") :]
    assert b"RuntimeError" in after
    assert b"Traceback" not in after
    assert not any(word.encode() in after for word in CANARIES)
    assert all(path.startswith("book/") for path in told(couple.home))
    assert "canary-topic" in repr(couple.left_open().sitting.play)


@pytest.mark.sample
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_names_and_notes_leave_the_screen_with_a_signal(
    terminals: Terminals, couple: Couple, number: signal.Signals
) -> None:
    terminal = terminals.coreg("--data-dir", str(couple.book), size=SIZE)
    terminal.wait_for("Begin tonight", *NAMES)
    terminal.signal(number)
    assert terminal.wait_exit() == 128 + number
    assert terminal.left_behind() == frozenset()
    assert not any(name in terminal.screen() for name in NAMES)


def test_nobody_else_can_read_the_book(terminals: Terminals, couple: Couple) -> None:
    Shell(couple.home).run("note", "--data-dir", str(couple.book), stdin=b"canary-note\n")
    assert couple.book.stat().st_mode & 0o077 == 0
    for path in files(couple.book):
        assert path.stat().st_mode & 0o077 == 0, path.name
