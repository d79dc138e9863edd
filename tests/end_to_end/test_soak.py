"""Ten thousand keys in no order in a real terminal: the program is still there, small and idle."""

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

from tests.end_to_end.couple import Couple, pause
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

GROWTH = 10.0
"""MB by which ten thousand keys may let the program grow; what they write into the books is part of it."""

IDLE = 0.02
"""Share of one processor that it may need while nothing moves."""

BURST, RATE = 10, 60
"""So many keys at once, and so many a second. The terminal of the tests draws more slowly than a real one."""

CALM = 0.4
"""Share of one processor above which it is still at what it was told."""

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
    """Press so many keys, somewhat faster than a held key comes, and find the way home."""
    source = keys(seed)
    for number in range(count):
        key = next(source)
        terminal.press(key)
        if key == "escape" or number % BURST == 0:
            taken(terminal)
        if number % BURST == 0:
            time.sleep(BURST / RATE)
    caught_up(terminal)
    home_again(terminal)


def caught_up(terminal: Terminal) -> None:
    """Wait until the program has done all that it was told; a breath that moves needs less than this."""
    deadline = time.monotonic() + 120
    while idle(terminal, 0.5) > CALM:
        assert time.monotonic() < deadline, f"it never comes to rest:\n{terminal.screen()}"


def grown(terminal: Terminal) -> float:
    """Return the memory (MB) that the program holds now."""
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
    time.sleep(seconds)
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


@pytest.mark.long
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
    # Every room is loaded when somebody first goes in, and caches fill up to their ends: that is no growth.
    soak(terminal, 1, 6_000)
    before = grown(terminal)
    soak(terminal, 2, 10_000)
    after = grown(terminal)
    home_again(terminal)
    pause(terminal, 6)
    share = idle(terminal, 10)
    with capsys.disabled():
        sys.stdout.write(f"\n  10,000 keys: {before:.1f} MB -> {after:.1f} MB; idle {share:.1%}\n")
    assert after - before <= GROWTH
    assert share <= IDLE
    leave(terminal)
