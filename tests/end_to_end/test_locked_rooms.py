"""Locked books and private notes, with the real program in a real terminal."""

from __future__ import annotations

import signal

import pytest

from tests.end_to_end.couple import SIZE, pause
from tests.end_to_end.shell import Shell
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

A, B = "lantern pebble willow", "meadow orbit thimble"
SECRET = "I dream of the sea"


@pytest.fixture
def locked(terminals: Terminals) -> Shell:
    """Lock the book of a couple; give a shell at their home."""
    shell = Shell(terminals.home)
    assert shell.run("setup", "--a", "Mina", "--b", "Jo").code == 0
    assert shell.told([A, B], "lock").code == 0
    return shell


def come_in(terminals: Terminals, words: str = A) -> Terminal:
    """Open the app with a passphrase."""
    terminal = terminals.coreg(size=SIZE)
    assert "Mina" not in terminal.wait_for("Whoever of you is here: your passphrase.")
    terminal.type(f"{words}\n")
    return terminal


def go_in(terminal: Terminal) -> None:
    """Go into Mina's own room."""
    terminal.wait_for("A room of your own")
    pause(terminal, 0.3)
    terminal.press("p")
    terminal.wait_for("press your own main key")
    pause(terminal, 0.8)
    terminal.press("f")
    terminal.wait_for("Mina, your passphrase.")
    terminal.type(f"{A}\n")
    terminal.wait_for("Mina’s own notes")


def write(terminal: Terminal) -> None:
    """Write a note of one's own."""
    terminal.press("n")
    terminal.wait_for("Only you can read this.")
    terminal.type(SECRET)
    terminal.wait_for(SECRET)


@pytest.mark.long
def test_either_opens_it_and_wrong_words_lose_nothing(locked: Shell, terminals: Terminals) -> None:
    terminal = come_in(terminals, "something else entirely")
    terminal.wait_for("That passphrase does not fit. Nothing is lost.")
    terminal.press("ctrl+u")
    terminal.wait_gone("•")
    terminal.type(f"{B}\n")
    terminal.wait_for("Begin tonight", "Mina", "Jo")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert B.encode() not in terminal.output()


@pytest.mark.long
@pytest.mark.parametrize("end", ["focus", "f9", "term"])
def test_a_private_note_is_kept_sealed_however_it_ends(locked: Shell, terminals: Terminals, end: str) -> None:
    terminal = come_in(terminals)
    go_in(terminal)
    write(terminal)
    if end == "focus":
        terminal.type("\x1b[O")
        terminal.wait_gone(SECRET)
        terminal.wait_for("Begin tonight")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    elif end == "f9":
        terminal.press("f9")
        terminal.wait_gone(SECRET)
        assert "Mina" not in terminal.screen()
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
    else:
        terminal.signal(signal.SIGTERM)
        terminal.wait_exit()
        assert not terminal.left_behind()
    data = b"".join(path.read_bytes() for path in locked.home.rglob("*") if path.is_file())
    for words in (SECRET, A, "dream"):
        assert words.encode() not in data
    again = come_in(terminals, B)
    go_in(again)
    again.wait_for(SECRET)
