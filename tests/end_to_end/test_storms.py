"""Huge pastes and dragged windows in a real terminal: nothing ends the program, and it soon answers."""

from __future__ import annotations

import random

import pytest

from coreg.record.text import LIMIT
from tests.end_to_end.couple import Couple, pause
from tests.end_to_end.terminal_harness import PATIENCE, Terminal
from tests.end_to_end.terminals import Terminals

ANSWER = 2.0
"""Seconds from the end of a paste of at most a million characters to an answer (reliability.md 8, row 13)."""

SIZES, MANY_SIZES = 30, 200
"""How many sizes a window is dragged to (row 20)."""

LARGEST = (500, 200)


@pytest.fixture
def couple(terminals: Terminals) -> Couple:
    """Begin the book of Mina and Jo in the home of this test."""
    two = Couple(terminals.home)
    two.begin()
    return two


def a_note(terminals: Terminals, couple: Couple) -> Terminal:
    """Start, and open a note."""
    terminal = terminals.coreg("--data-dir", str(couple.book), size=(112, 32))
    terminal.wait_for("Begin tonight")
    terminal.press("n")
    terminal.wait_for("It is saved as you type")
    pause(terminal, 0.3)
    return terminal


def leave(terminal: Terminal) -> None:
    """Leave in good order."""
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == frozenset()


# Pastes


def paste(terminal: Terminal, size: int, kind: str, *, within: float = PATIENCE) -> None:
    """Paste so many characters, and see that a key is answered after the last of them was taken."""
    terminal.paste((kind * size)[:size])
    if size > LIMIT:
        terminal.wait_for("20,000", within=within)
    terminal.type("!")
    terminal.wait_for("!" if size > LIMIT else "Room for", within=within)


KINDS = pytest.mark.parametrize("kind", ["x", "a word, and\n", "é"], ids=["one line", "lines", "letters"])


@pytest.mark.long
@KINDS
def test_a_million_characters_are_answered(terminals: Terminals, couple: Couple, kind: str) -> None:
    terminal = a_note(terminals, couple)
    paste(terminal, 1_000_000, kind)
    leave(terminal)
    assert couple.left_open().sitting.note == "!"


@pytest.mark.long
@KINDS
def test_a_million_characters_are_answered_soon(terminals: Terminals, couple: Couple, kind: str) -> None:
    terminal = a_note(terminals, couple)
    paste(terminal, 1_000_000, kind, within=ANSWER)


@pytest.mark.long
@pytest.mark.timeout(120)
def test_ten_million_characters_are_survived(terminals: Terminals, couple: Couple) -> None:
    terminal = a_note(terminals, couple)
    paste(terminal, 10_000_000, "x", within=60)
    leave(terminal)
    assert couple.left_open().sitting.note == "!"


@pytest.mark.long
def test_what_fits_is_taken_to_the_last_character(terminals: Terminals, couple: Couple) -> None:
    terminal = a_note(terminals, couple)
    paste(terminal, LIMIT - 10, "x")
    leave(terminal)
    assert couple.left_open().sitting.note == "x" * (LIMIT - 10) + "!"


@pytest.mark.long
@pytest.mark.parametrize(
    "sent",
    [
        b"\x1b[200~cut off",
        b"\x1b[201~\x1b[201~",
        b"\x1b[200~AB\x1b[2JCD\x1b[201~",
        b"\x1b[200~\xff\xfe\x9b31m\x1b[201~",
        b"\x1b[200~one\x1b[200~two\x1b[201~\x1b[201~",
    ],
    ids=["never ended", "ended twice", "with codes", "no text", "one in another"],
)
def test_a_bad_paste_does_no_harm(terminals: Terminals, couple: Couple, sent: bytes) -> None:
    terminal = a_note(terminals, couple)
    terminal.send(sent)
    pause(terminal, 0.5)
    # What was never ended swallows keys until it is.
    terminal.send(b"\x1b[201~")
    terminal.type("and on")
    terminal.wait_for("and on")
    leave(terminal)
    note = couple.left_open().sitting.note
    assert note.endswith("and on")
    assert note.isprintable()


# Sizes


def drag(terminal: Terminal, seed: int, count: int) -> None:
    """Drag the window to so many sizes, from one cell up, each before the last was drawn or after it."""
    chance = random.Random(seed)
    for number in range(count):
        small = number % 3 == 0
        columns, rows = (8, 5) if small else LARGEST
        terminal.resize(chance.randint(1, columns), chance.randint(1, rows))
        if number % 5 == 0:
            pause(terminal, 0.05)


@pytest.mark.long
@pytest.mark.parametrize("count", [SIZES, pytest.param(MANY_SIZES, marks=pytest.mark.long)])
@pytest.mark.timeout(180)
def test_a_storm_of_sizes_ends_where_it_began(terminals: Terminals, couple: Couple, count: int) -> None:
    terminal = terminals.coreg("--data-dir", str(couple.book), size=(112, 32))
    terminal.wait_for("Begin tonight")
    drag(terminal, 3, count)
    terminal.resize(40, 10)
    terminal.wait_gone("Begin tonight")
    terminal.resize(112, 32)
    terminal.wait_for("Begin tonight")
    leave(terminal)
