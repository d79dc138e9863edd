"""One of the two maps what sets them off, in a real terminal: alone, shown, taken back, line by line."""

from __future__ import annotations

import signal

import pytest

from tests.end_to_end.couple import SIZE, pause
from tests.end_to_end.shell import Shell
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

A, B = "lantern pebble willow", "meadow orbit thimble"
CUE, BODY, STORY, MOVE, NEED = "canarycue", "canarybody", "canarystory", "canarymove", "canaryneed"
CANARIES = (CUE, BODY, STORY, MOVE, NEED)


@pytest.fixture
def shell(terminals: Terminals) -> Shell:
    """Give both a room of their own; the shared book is left open, so that all of it can be read."""
    shell = Shell(terminals.home)
    assert shell.run("setup", "--a", "Mina", "--b", "Jo").code == 0
    assert shell.told([A, B], "lock").code == 0
    assert shell.told([A], "unlock", "--yes").code == 0
    return shell


def found(shell: Shell) -> set[str]:
    """Return which of the words can be read anywhere in the folder of the couple."""
    data = b"".join(path.read_bytes() for path in shell.home.rglob("*") if path.is_file())
    return {word for word in CANARIES if word.encode() in data}


def at_the_door(terminals: Terminals) -> Terminal:
    """Open the maps, say whose the new one is, and go behind the own door."""
    terminal = terminals.coreg("map", size=SIZE)
    terminal.wait_for("n begins a map")
    pause(terminal, 0.3)
    terminal.press("n")
    terminal.wait_for("Whose map is it?")
    terminal.press("f")
    terminal.wait_for("is it for you alone at first")
    terminal.press("enter")
    terminal.wait_for("This part is for")
    pause(terminal, 0.8)
    terminal.press("f")
    terminal.wait_for("Mina, your passphrase.")
    terminal.type(f"{A}\n")
    terminal.wait_for("How is it inside you")
    return terminal


@pytest.mark.long
def test_a_map_is_sealed_one_line_of_it_shown_and_taken_back(shell: Shell, terminals: Terminals) -> None:
    terminal = at_the_door(terminals)
    terminal.type("3\n")
    for title, word in zip(
        ("When", "In my body", "I tell myself", "Then I", "It would help"), CANARIES, strict=True
    ):
        terminal.wait_for(title)
        terminal.type(f"{word}\n")
    terminal.wait_for("That is the heart of it.")
    assert found(shell) == set()
    terminal.press("enter")
    terminal.wait_for("Before you close")
    terminal.press("enter")
    terminal.wait_for("And inside you now?")
    terminal.type("2\n")
    terminal.wait_for("Would you like to show anything of it?")
    terminal.press("down")
    terminal.press("enter")
    terminal.wait_for("Which of it?")
    terminal.press("space")
    terminal.press("enter")
    terminal.wait_for("Before 3, now 2.")
    assert found(shell) == {CUE}

    pause(terminal, 0.3)
    terminal.press("p")
    terminal.wait_for("Which maps?")
    terminal.press("enter")
    terminal.wait_for("press your own main key")
    pause(terminal, 0.8)
    terminal.press("f")
    terminal.wait_for("Mina, your passphrase.")
    terminal.type(f"{A}\n")
    terminal.wait_for("own maps", CUE)
    terminal.press("enter")
    terminal.wait_for("both see this", NEED)
    terminal.press("t")
    terminal.wait_for("Take it back, for good and everywhere?")
    terminal.press("t")
    terminal.wait_for("Taken back.")
    assert found(shell) == set()
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert found(shell) == set()


@pytest.mark.long
def test_line_by_line_it_is_the_same_map_and_nothing_of_it_stands_in_clear(
    shell: Shell, terminals: Terminals
) -> None:
    terminal = terminals.coreg("map", "--plain", size=SIZE)
    for words, answer in (
        ("Whose map is it?", "1"),
        ("1 for you alone", "1"),
        ("Your passphrase:", A),
        ("How is it inside you", "8"),
        ("It is a lot just now.", "4"),
        ("Before you close", ""),
        ("And inside you now?", "5"),
    ):
        terminal.wait_for(words)
        terminal.type(f"{answer}\n")
    terminal.wait_for("There was nothing to keep")
    assert terminal.wait_exit() == 0
    assert A.encode() not in terminal.output()

    again = terminals.coreg("map", "--plain", size=SIZE)
    for words, answer in (
        ("Whose map is it?", "1"),
        ("1 for you alone", "1"),
        ("Your passphrase:", A),
        ("How is it inside you", ""),
        ("When", CUE),
        ("In my body", f"{BODY}, hot face"),
        ("I tell myself", "/back"),
        ("It says: canarybody, hot face", ""),
        ("I tell myself", STORY),
        ("Then I", "/leave"),
    ):
        again.wait_for(words)
        pause(again, 0.1)
        again.type(f"{answer}\n")
    again.wait_for("Kept where you left it.")
    assert again.wait_exit() == 0
    assert found(shell) == set()

    third = terminals.coreg("map", size=SIZE)
    third.wait_for("n begins a map")
    pause(third, 0.3)
    third.press("p")
    third.wait_for("Which maps?")
    third.press("enter")
    third.wait_for("press your own main key")
    pause(third, 0.8)
    third.press("f")
    third.wait_for("Mina, your passphrase.")
    third.type(f"{A}\n")
    third.wait_for(CUE, "left at: then I")


@pytest.mark.long
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_what_was_being_typed_is_there_again_however_it_ends(
    shell: Shell, terminals: Terminals, end: signal.Signals
) -> None:
    own = at_the_door(terminals)
    own.press("enter")
    own.wait_for("When")
    own.type(CUE)
    own.wait_for(CUE, "Kept as you type")
    pause(own, 1.5)
    own.signal(end)
    own.wait_exit()
    assert found(shell) == set()
    both = terminals.coreg("map", size=SIZE)
    both.wait_for("n begins a map")
    pause(both, 0.3)
    both.press("n")
    both.wait_for("Whose map is it?")
    both.press("j")
    both.wait_for("is it for you alone at first")
    both.press("down")
    both.press("enter")
    both.wait_for("How is it inside you")
    both.press("enter")
    both.wait_for("When")
    both.type(STORY)
    both.wait_for(STORY, "Saved as you type")
    pause(both, 1.5)
    both.signal(end)
    both.wait_exit()
    again = terminals.coreg("map", size=SIZE)
    again.wait_for("n begins a map")
    pause(again, 0.3)
    again.press("n")
    again.wait_for("Whose map is it?")
    again.press("j")
    again.wait_for("go on with the one you left")
    again.press("enter")
    again.wait_for("How is it inside you")
    again.press("enter")
    again.wait_for(STORY)
    again.press("escape")
    again.wait_for("n begins a map")
    pause(again, 0.3)
    again.press("p")
    again.wait_for("Which maps?")
    again.press("enter")
    again.wait_for("press your own main key")
    pause(again, 0.8)
    again.press("f")
    again.wait_for("Mina, your passphrase.")
    again.type(f"{A}\n")
    again.wait_for(CUE, "left at: when")
