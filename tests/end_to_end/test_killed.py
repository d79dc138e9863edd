"""Whatever ends the program while somebody types: an intact beginning is on disk, and nearly all of it."""

from __future__ import annotations

import random
import signal
import sys
import time

import pytest

from tests.end_to_end.couple import ROOMS, Couple, Desk, pause, type_on
from tests.end_to_end.shell import Shell
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

AT_MOST = 1.5
"""Seconds of typing that a program killed in the middle may lose."""

KILLS, ENDINGS = 24, 6
"""How often, in the long trials; sixty and twenty of each were held too."""

TEXT = " ".join(f"{number:03}/jz" for number in range(300))
LINE = "the train and/or Kim, jazz? 0451"
ENDS = {"term": (signal.SIGTERM, 143), "hup": (signal.SIGHUP, 129), "closed": (None, 129)}


@pytest.fixture
def couple(terminals: Terminals) -> Couple:
    """Begin the book of Mina and Jo in the home of this test."""
    two = Couple(terminals.home)
    two.begin()
    return two


def lost(desk: Desk, couple: Couple, terminal: Terminal, seconds: float) -> tuple[int, float]:
    """Type for so long and be killed; returns how many keys are lost, and the age (s) of the oldest."""
    pressed = type_on(terminal, TEXT, seconds)
    terminal.signal(signal.SIGKILL)
    killed = time.monotonic()
    terminal.wait_exit()
    saved = desk.text(couple.left_open())
    assert TEXT.startswith(saved), "what is on disk is an intact beginning"
    missing = len(pressed) - len(saved)
    return missing, killed - pressed[len(saved)] if missing else 0.0


def go_on(terminals: Terminals, couple: Couple) -> Terminal:
    """Start again and go on together with what was left open."""
    terminal = terminals.coreg("--data-dir", str(couple.book), size=(112, 32))
    terminal.wait_for("left open")
    pause(terminal, 0.8)
    terminal.press("f", "j")
    return terminal


# Killed


@pytest.mark.sample
@pytest.mark.parametrize("room", ROOMS)
def test_a_kill_loses_no_more_than_a_moment_of_typing(
    terminals: Terminals, couple: Couple, room: str
) -> None:
    desk = ROOMS[room]
    missing, age = lost(desk, couple, desk.sit_down(terminals, couple), 1.3)
    assert age <= AT_MOST
    saved = desk.text(couple.left_open())
    assert len(saved) + missing >= 10
    terminal = go_on(terminals, couple)
    if room == "a note beside a practice":
        terminal.wait_for("esc stop")
        terminal.press("m")
    terminal.wait_for(saved.strip())
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0


@pytest.mark.long
@pytest.mark.timeout(600)
def test_many_kills_lose_no_more_than_a_moment_of_typing(
    terminals: Terminals, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(5)
    worst, oldest = 0, 0.0
    for number in range(KILLS):
        desk = list(ROOMS.values())[number % len(ROOMS)]
        couple = Couple(terminals.home / str(number))
        couple.home.mkdir()
        couple.begin()
        terminal = desk.sit_down(terminals, couple)
        missing, age = lost(desk, couple, terminal, chance.uniform(0.3, 3.0))
        terminal.close()
        assert age <= AT_MOST
        worst, oldest = max(worst, missing), max(oldest, age)
    with capsys.disabled():
        sys.stdout.write(f"\n  {KILLS} kills: at most {worst} keys lost, the oldest {oldest:.2f} s old\n")


# Ended


def end(desk: Desk, couple: Couple, terminals: Terminals, how: str) -> None:
    """Type a line, end the program the moment the line can be read, and find all of it on disk."""
    number, code = ENDS[how]
    terminal = desk.sit_down(terminals, couple)
    terminal.type(LINE)
    terminal.wait_for(LINE)
    if number is None:
        terminal.close_terminal()
    else:
        terminal.signal(number)
    assert terminal.wait_exit() == code
    assert desk.text(couple.left_open()) == LINE
    if number is not None:
        assert terminal.left_behind() == frozenset()
        assert terminal.screen().strip() == ""


@pytest.mark.sample
@pytest.mark.parametrize(
    ("room", "how"),
    [("a line of a talk", "term"), ("a note beside a practice", "hup"), ("a note by itself", "closed")],
)
def test_a_signal_or_a_closed_window_loses_no_key(
    terminals: Terminals, couple: Couple, room: str, how: str
) -> None:
    end(ROOMS[room], couple, terminals, how)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("how", ENDS)
def test_many_ends_lose_no_key(terminals: Terminals, how: str) -> None:
    for number in range(ENDINGS):
        couple = Couple(terminals.home / str(number))
        couple.home.mkdir()
        couple.begin()
        end(list(ROOMS.values())[number % len(ROOMS)], couple, terminals, how)


@pytest.mark.long
def test_leaving_with_the_key_loses_no_key(terminals: Terminals, couple: Couple) -> None:
    desk = ROOMS["a note by itself"]
    terminal = desk.sit_down(terminals, couple)
    terminal.type(LINE)
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == frozenset()
    assert desk.text(couple.left_open()) == LINE
    again = terminals.coreg("--data-dir", str(couple.book), size=(112, 32))
    again.wait_for("left open")
    pause(again, 0.8)
    again.press("enter")
    again.wait_for("Begin tonight")
    again.press("q")
    assert again.wait_exit() == 0
    assert LINE.encode() in Shell(terminals.home).run("log", "--data-dir", str(couple.book)).out


# Suspended


@pytest.mark.long
def test_ctrl_z_saves_gives_the_terminal_back_and_comes_back(terminals: Terminals, couple: Couple) -> None:
    desk = ROOMS["a line of a talk"]
    terminal = desk.sit_down(terminals, couple)
    terminal.type("before")
    terminal.wait_for("before")
    terminal.signal(signal.SIGTSTP)
    terminal.wait_stopped()
    terminal.wait_until(lambda _: not terminal.left_behind(), what="the terminal given back")
    assert "before" not in terminal.screen()
    assert desk.text(couple.left_open()) == "before"
    terminal.signal(signal.SIGCONT)
    terminal.wait_for("before")
    terminal.type(" and after")
    terminal.wait_for("before and after")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == frozenset()
