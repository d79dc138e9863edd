"""A pause in the middle of a mirror talk, the program killed, another start, and clocks an hour off."""

from __future__ import annotations

import signal

import pytest

from coreg.practice.steps.turn import Turning
from tests.end_to_end.couple import Couple
from tests.end_to_end.couple import pause as rest
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals
from tests.end_to_end.test_timeout import return_of

MINUTE = 60.0
AFTER = "Pick a time when you can."


SLOWLY = 1.2
"""Seconds after which keys do not rest any more, and the same key again is not one that is held."""


def pressed(terminal: Terminal, words: str, *keys: str) -> None:
    """Press keys one after the other, slowly, once these words stand there."""
    terminal.wait_for(words)
    for key in keys:
        rest(terminal, SLOWLY)
        terminal.press(key)


def computer(terminals: Terminals, hours: float, start: str, *words: str) -> Terminal:
    """Start coreg on a computer whose clock is so many hours off, and whose start has this name."""
    book = ("--data-dir", str(terminals.home / "book"))
    return terminals.python("-m", "tests.end_to_end.other_clock", str(hours), start, *words, *book)


def killed(terminal: Terminal) -> None:
    """Kill the program."""
    terminal.signal(signal.SIGKILL)
    terminal.wait_exit()


def in_the_middle(terminals: Terminals) -> Terminal:
    """Be in a mirror talk, where Mina says back what Jo has sent."""
    terminal = computer(terminals, 0, "first", "talk", "mirror")
    terminal.wait_for("What is it about tonight?")
    terminal.type("the stairs")
    terminal.press("enter")
    pressed(terminal, "Who would like to speak first?", "j")
    pressed(terminal, "Mina, can you listen now?", "q")
    pressed(terminal, "Jo, a minute for how to begin?", "n")
    pressed(terminal, "Where are you, right now?", "n")
    pressed(terminal, "Jo sends", "f", "j", "n")
    terminal.wait_for("Mina is the mirror")
    return terminal


@pytest.mark.long
@pytest.mark.timeout(180)
def test_the_return_stays_where_it_was_and_the_mirror_talk_goes_on_at_its_step(terminals: Terminals) -> None:
    couple = Couple(terminals.home)
    couple.begin()
    terminal = in_the_middle(terminals)
    back = paused_and_killed(terminals, terminal)
    assert_goes_on(come_back(terminals, back), couple)


def paused_and_killed(terminals: Terminals, terminal: Terminal) -> str:
    """Begin a pause, be killed, and look at it on other clocks; return when it is promised."""
    pressed(terminal, "Mina is the mirror", "/")
    pressed(terminal, "a pause with a return", "enter")
    back = return_of(terminal.wait_for("A pause is not leaving.", "30 minutes left"))
    killed(terminal)

    # One start of the computer: the clock on the wall moves nothing.
    for hours in (1, -1):
        terminal = computer(terminals, hours, "first")
        assert return_of(terminal.wait_for("A pause is not leaving.", "minutes left")) == back
        killed(terminal)

    # Another start: the wall counts. An hour ahead the time is over; an hour back it is that much longer.
    terminal = computer(terminals, 1, "second")
    terminal.wait_for("Paused.", AFTER)
    killed(terminal)
    terminal = computer(terminals, -1, "second")
    assert return_of(terminal.wait_for("A pause is not leaving.", "1 hour 30 minutes left")) == back
    killed(terminal)
    return back


def come_back(terminals: Terminals, back: str) -> Terminal:
    """Start once more, on a right clock, and come back, both ready."""
    terminal = computer(terminals, 0, "third")
    assert return_of(terminal.wait_for("A pause is not leaving.")) == back
    pressed(terminal, "both here", "f", "j")
    pressed(terminal, "How is it now?", "y", "q")
    pressed(terminal, "a minute before", "escape")
    pressed(terminal, "Whoever asked for the pause begins.", "j", "f")
    terminal.wait_for("Mina is the mirror")
    return terminal


def assert_goes_on(terminal: Terminal, couple: Couple) -> None:
    """Leave, and see that the mirror talk is at its step, with a minute given, and what the book has."""
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == frozenset()

    sitting = couple.left_open().sitting
    assert (sitting.kind, sitting.now_step.id) == ("mirror_talk", "back.1")
    assert isinstance(sitting.play, Turning)
    assert (sitting.order, sitting.play.seat) == (("b", "a"), "a")
    assert sitting.context.given("a") == -MINUTE
    with couple.store() as store:
        (session,) = store.sessions()
        assert (session.kind, session.entries[0].params["planned_again"]) == ("timeout", False)
