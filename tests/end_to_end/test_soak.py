"""Ten thousand keys in no order, huge pastes, dragged windows in a real terminal: still there and small."""

from __future__ import annotations

import fcntl
import os
import random
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.couple import ROOMS, Couple, pause
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

GROWTH = 20.0
"""MB by which ten thousand keys may let the program grow; what they write into the books is part of it."""

IDLE = 0.02
"""Share of one processor that it may need while nothing moves."""

ANSWER = 2.0
"""Seconds from the end of a paste to an answer."""

LETTERS = "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789?/,.;-+ "
"""Everything on the keyboard but ``q``, which says good night."""

NAMED = (
    *(
        "enter",
        "escape",
        "tab",
        "shift+tab",
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
    ),
    *("delete", "backspace", "f1", "f2", "f9", "ctrl+s", "ctrl+f", "ctrl+b", "ctrl+d", "ctrl+e", "ctrl+a"),
    *("ctrl+k", "ctrl+v", "ctrl+c", "ctrl+x", "ctrl+z", "ctrl+y", "ctrl+w", "ctrl+u", "ctrl+n", "ctrl+p"),
)


@pytest.fixture
def couple(terminals: Terminals) -> Couple:
    """Begin the book of Mina and Jo in the home of this test."""
    two = Couple(terminals.home)
    two.begin()
    return two


def keys(seed: int) -> Iterator[str]:
    """Yield keys in no order: letters and named ones half and half, some of them held."""
    chance = random.Random(seed)
    while True:
        key = chance.choice(LETTERS if chance.random() < 0.5 else NAMED)
        yield from [key] * (chance.randint(5, 20) if chance.random() < 0.02 else 1)


def home_again(terminal: Terminal) -> None:
    """Find the way home from wherever one is."""
    deadline = time.monotonic() + 60
    while "Begin tonight" not in terminal.screen():
        assert time.monotonic() < deadline, terminal.screen()
        terminal.press("escape")
        pause(terminal, 0.2)
        if "Stopped." in terminal.screen():
            pause(terminal, 1.2)
            terminal.press("g")
            pause(terminal, 0.5)
        if "left open" in terminal.screen():
            terminal.press("enter")


def taken(terminal: Terminal) -> None:
    """Wait until the program has read every key; a lone Escape is one only after a moment without more."""
    waiting = bytearray(4)
    deadline = time.monotonic() + 30
    while True:
        fcntl.ioctl(terminal._slave, termios.FIONREAD, waiting)
        if not any(waiting):
            break
        assert time.monotonic() < deadline, f"it no longer reads its keys:\n{terminal.screen()}"
        time.sleep(0.002)
    time.sleep(0.03)


def soak(terminal: Terminal, seed: int, count: int) -> None:
    """Press so many keys, as fast as they are read, and find the way home."""
    source = keys(seed)
    for number in range(count):
        key = next(source)
        terminal.press(key)
        if key == "escape" or number % 10 == 0:
            taken(terminal)
    pause(terminal, 1.5)
    home_again(terminal)


def memory(terminal: Terminal) -> float:
    """Return the memory (MB) that the program holds."""
    status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def busy(terminal: Terminal) -> float:
    """Return the seconds of processor time that the program has used so far."""
    fields = Path(f"/proc/{terminal.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle(terminal: Terminal, seconds: float) -> float:
    """Return the share of one processor that is used while nobody presses anything."""
    before = busy(terminal)
    pause(terminal, seconds)
    return (busy(terminal) - before) / seconds


def start(terminals: Terminals, couple: Couple) -> Terminal:
    """Start at home."""
    terminal = terminals.coreg("--data-dir", str(couple.book), size=(112, 32))
    terminal.wait_for("Begin tonight")
    return terminal


def leave(terminal: Terminal) -> None:
    """Leave in good order."""
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == frozenset()


# Keys


@pytest.mark.timeout(180)
def test_a_few_hundred_keys_in_no_order_lead_nowhere_bad(terminals: Terminals, couple: Couple) -> None:
    terminal = start(terminals, couple)
    soak(terminal, 7, 400)
    leave(terminal)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform != "linux", reason="memory and time are read from /proc")
def test_ten_thousand_keys_leave_it_small_and_idle(
    terminals: Terminals, couple: Couple, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = start(terminals, couple)
    for seed in (1, 2):
        soak(terminal, seed, 3_000)
    before = memory(terminal)
    soak(terminal, 3, 10_000)
    after = memory(terminal)
    pause(terminal, 6)
    share = idle(terminal, 10)
    with capsys.disabled():
        sys.stdout.write(f"\n  10,000 keys: {before:.1f} MB -> {after:.1f} MB; idle {share:.1%}\n")
    assert after - before <= GROWTH
    assert share <= IDLE
    leave(terminal)


# Pastes


def answers_after(terminal: Terminal, text: str) -> float:
    """Paste a text, type a word, and return the seconds after which it stands there."""
    terminal.paste(text)
    begun = time.monotonic()
    terminal.type("after it")
    terminal.wait_for("after it", within=30)
    return time.monotonic() - begun


@pytest.mark.timeout(120)
def test_a_paste_of_a_megabyte_is_answered_at_once(terminals: Terminals, couple: Couple) -> None:
    terminal = ROOMS["a note by itself"].sit_down(terminals, couple)
    terminal.paste("dear Jo, " + "a b\n" * 4_000)
    terminal.wait_until(lambda screen: screen.count("a b") > 5, what="what fits")
    terminal.press("ctrl+a", "ctrl+k")
    assert answers_after(terminal, "x" * 1_000_000) <= ANSWER
    assert "xxx" not in terminal.screen()
    leave(terminal)
    assert couple.left_open().sitting.note.count("a b") == 4_000


@pytest.mark.long
@pytest.mark.timeout(240)
@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("kind", ["a b\n", "x", "é"])
def test_a_paste_of_ten_megabytes_ends_nothing(
    terminals: Terminals, couple: Couple, kind: str, room: str
) -> None:
    terminal = ROOMS[room].sit_down(terminals, couple)
    answers_after(terminal, kind * (10_000_000 // len(kind)))
    leave(terminal)
    assert ROOMS[room].text(couple.left_open()) == "after it"


# Windows


@pytest.mark.timeout(120)
def test_a_dragged_window_is_followed(terminals: Terminals, couple: Couple) -> None:
    terminal = start(terminals, couple)
    chance = random.Random(3)
    for _ in range(60):
        terminal.resize(chance.randint(1, 300), chance.randint(1, 90))
    terminal.resize(59, 24)
    terminal.wait_for("at least 60 columns")
    terminal.resize(60, 18)
    terminal.wait_for("Begin tonight")
    terminal.resize(200, 60)
    terminal.wait_until(lambda screen: len(screen.splitlines()) == 60, what="sixty rows")
    leave(terminal)
