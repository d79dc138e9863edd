"""``coreg breathe --plain`` at a real terminal, at a dumb one, and into a pipe."""

from __future__ import annotations

import re
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.end_to_end.couple import Couple, pause
from tests.end_to_end.shell import Shell
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of another kind there")

SOON = {"COREG_COUNTDOWN": "0", "COREG_SOUND": "off"}
OBEYED = re.compile(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|\xc2[\x80-\x9f]")


@pytest.fixture
def two(terminals: Terminals) -> Couple:
    couple = Couple(terminals.home)
    couple.begin()
    return couple


def breathe(terminals: Terminals, two: Couple, *words: str, term: str = "dumb") -> Terminal:
    """Begin to breathe, and wait for the first breath."""
    terminal = terminals.coreg(
        "breathe",
        "short36",
        "--minutes",
        "1",
        "--plain",
        "--data-dir",
        str(two.book),
        *words,
        env={**SOON, "TERM": term},
    )
    terminal.wait_for("Enter begins.")
    terminal.press("enter")
    terminal.wait_for("In 3")
    return terminal


def entries(two: Couple) -> list[tuple[float, bool]]:
    with two.store() as store:
        return [
            (entry.done_s, entry.ended_early) for session in store.sessions() for entry in session.entries
        ]


@pytest.mark.long
def test_pause_stop_and_good_night_at_a_terminal(terminals: Terminals, two: Couple) -> None:
    terminal = breathe(terminals, two)
    terminal.press("space")
    terminal.wait_for("Paused. space goes on.")
    pause(terminal, 1.2)
    terminal.press("space")
    terminal.wait_for("Going on.")
    pause(terminal, 10.0)
    begun = time.monotonic()
    terminal.press("z")
    terminal.wait_for("Stopped. Nothing more is needed.")
    assert time.monotonic() - begun < 0.5
    terminal.wait_for("g: good night")
    terminal.press("g")
    terminal.wait_for("That was that, Mina and Jo.", "Kept.")
    assert terminal.wait_exit() == 0
    assert not terminal.left_behind()
    assert not OBEYED.search(terminal.output())
    assert [early for _, early in entries(two)] == [True]


@pytest.mark.long
def test_ctrl_c_ends_it_and_leaves_nothing_open(terminals: Terminals, two: Couple) -> None:
    terminal = breathe(terminals, two, term="xterm-256color")
    pause(terminal, 0.9)
    terminal.press("ctrl+c")
    terminal.wait_for("under ten seconds")
    assert terminal.wait_exit() == 130
    assert not terminal.left_behind()
    assert not OBEYED.search(terminal.output())
    with two.store() as store:
        assert store.left_open() is None


def test_keys_are_read_where_lines_go_into_a_pipe(terminals: Terminals, two: Couple) -> None:
    line = f"{sys.executable} -m coreg breathe --plain --data-dir {two.book} | cat"
    terminal = terminals.open("sh", "-c", line, env={**SOON, "TERM": "dumb"})
    terminal.wait_for("Enter begins.")
    terminal.press("enter")
    terminal.wait_for("In 4")
    terminal.press("/")
    terminal.wait_for("Stopped. Nothing more is needed.")
    terminal.press("ctrl+q")
    terminal.wait_for("Kept for later.")
    assert terminal.wait_exit() == 0
    assert not terminal.left_behind()


@pytest.mark.long
def test_n_passes_it(terminals: Terminals, two: Couple) -> None:
    terminal = breathe(terminals, two)
    pause(terminal, 0.9)
    terminal.press("n")
    terminal.wait_for("That was that, Mina and Jo.")
    assert terminal.wait_exit() == 0


@pytest.mark.sample
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_keeps_it_for_later_and_puts_the_terminal_back(
    terminals: Terminals, two: Couple, number: signal.Signals, code: int
) -> None:
    terminal = breathe(terminals, two)
    terminal.signal(number)
    assert terminal.wait_exit() == code
    assert not terminal.left_behind()
    assert two.left_open().sitting.phase == "running"
    later = terminals.coreg("breathe", "--plain", "--data-dir", str(two.book), env=SOON)
    later.wait_for("Something was left open earlier today.")
    later.press("f", "j")
    later.wait_for("Going on.")
    later.press("ctrl+q")
    later.wait_for("Kept for later.")
    assert later.wait_exit() == 0


@pytest.mark.long
def test_before_a_locked_book_they_breathe_and_nothing_of_it_is_kept(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    assert shell.run("setup", "--a", "Mina", "--b", "Jo").code == 0
    assert shell.told(["lantern pebble willow", "quite another lantern"], "lock").code == 0
    lines = guided(shell)
    assert lines[1:] == ["Your book is locked, so nothing of this is kept.", "In 3"]
    assert (shell.home / ".local").is_dir()
    assert not [path for path in shell.home.rglob("live*") if path.is_file()]


def test_into_a_pipe_it_simply_guides(tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    lines = guided(shell)
    assert lines[:3] == [
        "Short: in 3, out 6. 1 minute.",
        "There is no book yet, so nothing of this is kept.",
        "In 3",
    ]


def guided(shell: Shell) -> list[str]:
    """Return the first lines into a pipe that nobody reads to the end."""
    import subprocess

    from tests.end_to_end.shell import COREG

    command = [*COREG, "breathe", "short36", "--plain", "--minutes", "1"]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**shell.env, **SOON},
        cwd=shell.home,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().decode().rstrip("\n") for _ in range(3)]
        process.stdout.close()
        assert process.wait(30) == 0
        assert process.stderr is not None
        assert process.stderr.read() == b""
    return lines
