"""Breathing for two in a real terminal: from the list to what is kept, by keys alone."""

from __future__ import annotations

import json
import time

import pytest

from tests.end_to_end.couple import Couple, pause
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

SLOWLY = 1.15
"""Seconds between two presses of one key that are two presses, not one that is held."""

AT_ONCE = 0.5
"""Seconds within which a stop is on the screen, with the slack of a busy machine."""


def tap(terminal: Terminal, leader: str, follower: str) -> None:
    """Lead through one breath, somewhat quick, and follow a little later."""
    for key, wait in ((leader, 0.3), (follower, 1.0), (leader, 1.3)):
        terminal.press(key)
        pause(terminal, wait)


@pytest.mark.long
@pytest.mark.timeout(90)
def test_leading_following_and_a_stop_in_the_midst_of_it(terminals: Terminals) -> None:
    couple = Couple(terminals.home)
    couple.begin()
    terminal = terminals.coreg("--data-dir", str(couple.book), env={"COREG_COUNTDOWN": "0"})
    terminal.wait_for("Mina")
    terminal.press("b")
    terminal.wait_for("How would you like to breathe?")
    terminal.press("tab")
    terminal.wait_for("One breath for you both.")
    terminal.press("right", "right", "right")
    terminal.wait_for("lead and follow", "Half-way you swap.")
    terminal.press("enter")
    terminal.wait_for("Mina leads: f at each breath in")
    pause(terminal, SLOWLY)
    for _ in range(5):
        tap(terminal, "f", "j")
    assert "behind" not in terminal.screen()
    pressed = time.monotonic()
    terminal.press("/")
    terminal.wait_for("Stopped. Nothing more is needed.")
    took = time.monotonic() - pressed
    assert took < AT_ONCE
    terminal.wait_for("good night", within=10)
    terminal.press("g")
    terminal.wait_for("Kept.")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    with couple.store() as store:
        (session,) = store.sessions()
    (entry,) = session.entries
    assert (entry.variant, entry.params["way"], entry.ended_early) == ("lead", "lead", True)
    assert 0 < float(entry.params["lag"]) < 1
    assert "/" not in json.dumps(entry.params)
