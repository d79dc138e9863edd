"""What is asked line by line, at real terminals: it is left, hidden and folded; nothing is left behind."""

from __future__ import annotations

import re
import signal
import sys
from functools import partial

import pytest

from coreg.content import say
from coreg.plain.line import cells
from tests.end_to_end.couple import Couple, pause
from tests.end_to_end.shell import Shell
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals
from tests.end_to_end.test_locked import A, B
from tests.end_to_end.test_plain import OBEYED

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of another kind there")

ENV = {"COREG_SOUND": "off", "TERM": "dumb"}
NARROW = (40, 24)


@pytest.fixture
def two(terminals: Terminals) -> Couple:
    couple = Couple(terminals.home)
    couple.begin("Mina", "山田さん")
    return couple


def plain(terminals: Terminals, two: Couple, *words: str) -> Terminal:
    book = ("--data-dir", str(two.book))
    return terminals.coreg(*words, "--plain", *book, size=NARROW, env=ENV)


def ended(terminal: Terminal, code: int) -> None:
    """See that it ended so, that the terminal is as it was, and that no row was broken by its edge."""
    assert terminal.wait_exit() == code
    assert not terminal.left_behind()
    output = terminal.output()
    assert not OBEYED.search(output)
    rows = re.split("\r?\n", output.decode())
    assert max(map(cells, rows)) < NARROW[0]


def test_the_first_question_of_a_map_is_left_and_its_words_are_folded(
    terminals: Terminals, two: Couple
) -> None:
    terminal = plain(terminals, two, "map")
    asked(terminal, "Whose map is it?")
    terminal.type("x\n")
    asked(terminal, "1 or 2, or /leave.")
    terminal.type("/leave\n")
    terminal.wait_for("Left.")
    ended(terminal, 0)


@pytest.mark.long
@pytest.mark.parametrize(
    ("words", "asks"), [("map", "Whose map"), ("scene", "One scene"), ("timeout", "both here")]
)
@pytest.mark.parametrize(("end", "code"), [("ctrl+c", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_whatever_ends_it_at_a_question_leaves_the_terminal_whole(
    terminals: Terminals, two: Couple, words: str, asks: str, end: str, code: int
) -> None:
    terminal = plain(terminals, two, words)
    terminal.wait_for(asks, "end" if words == "timeout" else "leave")
    pause(terminal, 0.3)
    if end == "ctrl+c":
        terminal.press(end)
    else:
        terminal.signal(signal.Signals[end])
    assert terminal.wait_exit() == code
    assert not terminal.left_behind()
    assert terminal.output().endswith(b"\n")


def asked(terminal: Terminal, words: str) -> None:
    """Wait until it is asked, and the row for the answer is there; what is typed before would break that."""
    terminal.wait_until(lambda screen: words in screen and screen.rstrip().endswith((">", ":")), what=words)


@pytest.mark.long
def test_a_minute_of_breath_in_a_map_ends_with_enter(terminals: Terminals, two: Couple) -> None:
    terminal = plain(terminals, two, "map")
    for asks, answer in (
        ("Whose map", "2"),
        ("2 for both", "2"),
        ("inside you", "9"),
        ("small breaths", "1"),
        ("In 4", ""),
        ("inside you", "/leave"),
    ):
        (terminal.wait_for if asks == "In 4" else partial(asked, terminal))(asks)
        terminal.type(f"{answer}\n")
    terminal.wait_for("There was nothing to keep")
    ended(terminal, 0)


def test_a_pause_is_hidden_until_space(terminals: Terminals, two: Couple) -> None:
    terminal = plain(terminals, two, "timeout", "30")
    terminal.wait_for("both here", "The return")
    before = terminal.output()
    terminal.press("f9", "?", "f", "j", "q", "y", "escape")
    pause(terminal, 1.3)
    assert terminal.output() == before
    terminal.press("space")
    terminal.wait_until(lambda _: len(terminal.output()) > len(before))
    terminal.press("escape")
    terminal.wait_for("The return stays.")
    ended(terminal, 0)


@pytest.mark.long
def test_with_a_locked_book_a_pause_stays_hidden_until_a_passphrase(
    terminals: Terminals, two: Couple
) -> None:
    assert Shell(terminals.home).told([A, B], "lock", "--data-dir", str(two.book)).code == 0
    terminal = plain(terminals, two, "timeout", "30")
    terminal.wait_for("Passphrase:")
    terminal.type(f"{A}\n")
    terminal.wait_for("both here", "The return")
    terminal.press("f9", "f", "j", "space")
    terminal.wait_for("A passphrase, then Enter")
    terminal.type("not this one\n")
    terminal.wait_for(say("vault.hidden.wrong"))
    before = terminal.output()
    terminal.type(B)
    pause(terminal, 0.3)
    assert terminal.output() == before
    terminal.press("enter")
    terminal.wait_until(lambda _: len(terminal.output()) > len(before))
    terminal.press("escape")
    terminal.wait_for("The return stays.")
    assert A.encode() not in terminal.output()
    ended(terminal, 0)
