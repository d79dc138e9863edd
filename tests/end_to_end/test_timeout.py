"""A pause in the middle of a talk, in a real terminal: killed, started again, and come back from."""

from __future__ import annotations

import json
import re
import signal

import pytest

from tests.end_to_end.couple import pause as rest
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals
from tests.end_to_end.test_evening import coreg

RESTED = 0.8
"""Seconds after which keys do not rest any more."""


def opened(terminals: Terminals, *words: str) -> Terminal:
    """Open coreg on the book."""
    return terminals.coreg(*words, "--data-dir", str(terminals.home / "book"), size=(80, 24))


def pressed(terminal: Terminal, words: str, *keys: str) -> None:
    """Press keys one after the other, once these words stand there and the keys do not rest."""
    terminal.wait_for(words)
    for key in keys:
        rest(terminal, RESTED)
        terminal.press(key)


def return_of(screen: str) -> str:
    """Return when they said they would be back."""
    found = re.search(r"A pause is not leaving\. (\d\d:\d\d), here\.", screen)
    assert found is not None
    return found[1]


@pytest.mark.long
@pytest.mark.timeout(120)
def test_a_pause_comes_back_after_a_kill_at_the_step_that_was_left(terminals: Terminals) -> None:
    coreg(terminals.home, "setup", "--a", "Mina", "--b", "Jo")
    terminal = opened(terminals, "talk")
    terminal.wait_for("What is it about tonight?")
    terminal.type("the stairs and/or the lamp")
    terminal.press("enter")
    pressed(terminal, "Who would like to speak first?", "/")
    pressed(terminal, "a pause with a return", "enter")
    back = return_of(terminal.wait_for("A pause is not leaving."))
    terminal.signal(signal.SIGKILL)
    terminal.wait_exit()

    clock = opened(terminals, "timeout", "--wait")
    clock.wait_for(f"{back} ·", "left")
    clock.press("ctrl+c")
    assert clock.wait_exit() == 130
    assert b"\x1b" not in clock.output()

    terminal = opened(terminals)
    assert return_of(terminal.wait_for("A pause is not leaving.")) == back
    pressed(terminal, "both here", "f", "j")
    pressed(terminal, "How is it now?", "y", "q")
    pressed(terminal, "a minute before", "escape")
    pressed(terminal, "Whoever asked for the pause begins.", "j", "f")
    terminal.wait_for("Who would like to speak first?", "the stairs")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == frozenset()

    export = json.loads(coreg(terminals.home, "export"))
    (session,) = export["sessions"]
    assert (session["kind"], session["entries"][0]["params"]["planned_again"]) == ("timeout", False)
    assert "Pause, 1 minute" in coreg(terminals.home, "log")


@pytest.mark.long
@pytest.mark.timeout(120)
def test_at_the_return_the_bell_rings_and_the_window_is_named_by_the_clock(terminals: Terminals) -> None:
    coreg(terminals.home, "setup", "--a", "Mina", "--b", "Jo")
    book = str(terminals.home / "book")
    fast = ("-m", "tests.end_to_end.fast_clock", "200")
    terminal = terminals.python(*fast, "timeout", "20", "--data-dir", book)
    back = return_of(terminal.wait_for("A pause is not leaving."))
    assert terminal.title == ""
    terminal.wait_until(lambda _: bool(re.fullmatch(r"\d\d:\d\d", terminal.title)), within=40)
    assert terminal.title >= back or back > "23:30"
    assert re.search(rb"(?<!\d)\x07", terminal.output())
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert b"\x1b[23;2t" in terminal.output()
    assert terminal.left_behind() == frozenset()
