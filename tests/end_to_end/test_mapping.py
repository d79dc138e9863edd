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
FIVE = ("When", "In my body", "I tell myself", "Then I", "It would help")
RESTS = 0.8
"""Seconds for which own keys rest when a page has changed."""


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


def go(terminal: Terminal, *steps: tuple[str, str]) -> None:
    """Wait for words and press a key, one after the other; a text behind ``type:`` is typed, with enter."""
    for words, key in steps:
        terminal.wait_for(words)
        pause(terminal, RESTS if words == "This part is for" or "own main key" in words else 0.2)
        if key.startswith("type:"):
            terminal.type(f"{key.removeprefix('type:')}\n")
        elif key:
            terminal.press(key)


def maps(terminals: Terminals) -> Terminal:
    """Open the maps."""
    terminal = terminals.coreg("map", size=SIZE)
    terminal.wait_for("n begins a map")
    return terminal


def begin(terminal: Terminal) -> None:
    """Begin a new map of Mina's behind her own door."""
    go(terminal, ("n begins a map", "n"), ("Whose map is it?", "f"), ("is it for you alone", "enter"))
    go(terminal, ("This part is for", "f"), ("Mina, your passphrase.", f"type:{A}"))
    terminal.wait_for("How is it inside you")


def look(terminal: Terminal) -> None:
    """Look at Mina's own maps."""
    go(terminal, ("my maps", "p"), ("Which maps?", "enter"), ("press your own main key", "f"))
    go(terminal, ("Mina, your passphrase.", f"type:{A}"), ("own maps", ""))


@pytest.mark.long
def test_a_map_is_sealed_one_line_of_it_shown_and_taken_back(shell: Shell, terminals: Terminals) -> None:
    terminal = maps(terminals)
    begin(terminal)
    five = [(title, f"type:{word}") for title, word in zip(FIVE, CANARIES, strict=True)]
    go(terminal, ("How is it", "type:3"), *five, ("That is the heart of it.", ""))
    assert found(shell) == set()
    go(terminal, ("That is", "enter"), ("Before you close", "enter"), ("And inside you now?", "type:2"))
    go(terminal, ("Before 3, now 2.", "down"), ("only some of it", "enter"), ("Which of it?", "space"))
    go(terminal, ("[x]", "enter"), ("Both of you can see what you chose.", ""))
    assert found(shell) == {CUE}
    look(terminal)
    go(terminal, (CUE, "enter"), ("both see this", "t"), ("for good and everywhere?", "t"))
    terminal.wait_for("Taken back.", NEED)
    assert found(shell) == set()
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert found(shell) == set()


def plainly(terminals: Terminals, *steps: tuple[str, str]) -> Terminal:
    """Answer line by line as Mina, alone, to the end."""
    terminal = terminals.coreg("map", "--plain", size=SIZE)
    first = (("Whose map is it?", "type:1"), ("1 for you alone", "type:1"), ("Your passphrase:", f"type:{A}"))
    go(terminal, *first, *((words, f"type:{answer}") for words, answer in steps))
    assert terminal.wait_exit() == 0
    return terminal


@pytest.mark.long
def test_line_by_line_where_it_is_a_lot_nothing_is_kept(shell: Shell, terminals: Terminals) -> None:
    lot = (("How is it inside you", "8"), ("It is a lot just now.", "4"))
    terminal = plainly(terminals, *lot, ("Before you close", ""), ("And inside you now?", "5"))
    terminal.wait_for("There was nothing to keep")
    assert A.encode() not in terminal.output()


@pytest.mark.long
def test_line_by_line_it_is_the_same_map_and_sealed(shell: Shell, terminals: Terminals) -> None:
    body = (
        ("In my body", f"{BODY}, hot face"),
        ("I tell myself", "/back"),
        (f"It says: {BODY}, hot face", ""),
    )
    rest = (("I tell myself", STORY), ("Then I", "/leave"))
    terminal = plainly(terminals, ("How is it inside you", ""), ("When", CUE), *body, *rest)
    terminal.wait_for("Kept where you left it.")
    assert found(shell) == set()
    screen = maps(terminals)
    look(screen)
    screen.wait_for(CUE, "left at: then I")


@pytest.mark.long
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_what_was_being_typed_is_there_again_however_it_ends(
    shell: Shell, terminals: Terminals, end: signal.Signals
) -> None:
    own = maps(terminals)
    begin(own)
    go(own, ("How is it", "enter"), ("When", ""))
    own.type(CUE)
    own.wait_for(CUE, "Kept as you type")
    pause(own, 1.5)
    own.signal(end)
    own.wait_exit()
    assert found(shell) == set()
    both = maps(terminals)
    go(both, ("n begins", "n"), ("Whose map is it?", "j"), ("is it for you alone", "down"))
    go(both, ("Nothing is shown before", "enter"), ("How is it inside you", "enter"), ("When", ""))
    both.type(STORY)
    both.wait_for(STORY, "Saved as you type")
    pause(both, 1.5)
    both.signal(end)
    both.wait_exit()
    again = maps(terminals)
    go(again, ("n begins", "n"), ("Whose map is it?", "j"), ("the one you left", "enter"))
    go(again, ("How is it inside you", "enter"), (STORY, "escape"), ("n begins a map", ""))
    look(again)
    again.wait_for(CUE, "left at: when")
