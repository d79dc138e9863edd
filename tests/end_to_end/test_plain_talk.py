"""``coreg talk --plain`` at a real terminal: a short talk of a couple's own, and one that is cut off."""

from __future__ import annotations

import re
import signal
import sys

import pytest

from coreg.practice.steps.write import Writing
from tests.end_to_end.couple import Couple, pause
from tests.end_to_end.porch import NEXT, TOPIC, TURN, WHO, own, porch
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="terminals of another kind there"),
    pytest.mark.long,
]

ENV = {"COREG_SOUND": "off", "TERM": "dumb"}
OBEYED = re.compile(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|\xc2[\x80-\x9f]")

PORCH = porch(2, TOPIC, WHO, TURN, NEXT)


@pytest.fixture
def two(terminals: Terminals) -> Couple:
    couple = Couple(terminals.home)
    couple.begin()
    own(terminals.home, PORCH)
    return couple


def talk(terminals: Terminals, two: Couple) -> Terminal:
    return terminals.coreg("talk", "porch", "--plain", "--data-dir", str(two.book), env=ENV)


def begun(terminals: Terminals, two: Couple) -> Terminal:
    terminal = talk(terminals, two)
    terminal.wait_for("Porch: a little of the day. 2 minutes.", "Enter begins.")
    terminal.press("enter")
    terminal.wait_for("What is it about?", "Type it, then Enter.")
    return terminal


def test_a_short_talk_from_its_first_line_to_good_night(terminals: Terminals, two: Couple) -> None:
    terminal = begun(terminals, two)
    terminal.type("the porcg")
    terminal.press("backspace")
    terminal.type("h light")
    terminal.wait_for("the porch light")
    terminal.press("enter")
    terminal.wait_for("Who begins?")
    pause(terminal, 0.9)
    terminal.press("j")
    terminal.wait_for("Jo’s turn: 1 minute.")
    pause(terminal, 1.2)
    terminal.press("f")
    terminal.wait_for("A minute was given.")
    terminal.press("j")
    terminal.wait_for("not done yet?")
    pause(terminal, 0.9)
    terminal.press("n")
    terminal.wait_for("Is there a next step?")
    terminal.type("a walk on Sunday")
    terminal.press("enter")
    terminal.wait_for("When will you look at it again?")
    terminal.press("w")
    terminal.wait_for("That was that, Mina and Jo.", "Kept.")
    assert terminal.wait_exit() == 0
    assert not terminal.left_behind()
    assert not OBEYED.search(terminal.output().replace(b"\b \b", b""))
    with two.store() as store:
        session = store.sessions()[0]
        assert [(line.kind, line.text) for line in session.entries[0].lines] == [("topic", "the porch light")]
        assert [one.text for one in store.agreements("open")] == ["a walk on Sunday"]
        assert session.entries[0].ended_early is False


def test_what_was_typed_survives_a_kill_and_is_gone_on_with(terminals: Terminals, two: Couple) -> None:
    terminal = begun(terminals, two)
    terminal.type("the porch li")
    pause(terminal, 1.6)
    terminal.signal(signal.SIGKILL)
    terminal.wait_exit()
    play = two.left_open().sitting.play
    assert isinstance(play, Writing)
    assert play.draft == "the porch li"
    again = talk(terminals, two)
    again.wait_for("Something was left open earlier today.")
    again.press("f", "j")
    again.wait_for("Going on.", "the porch li")
    again.type("ght")
    again.press("ctrl+c")
    again.wait_for("Kept.")
    assert again.wait_exit() == 130
    assert not again.left_behind()
    with two.store() as store:
        assert [note.text for note in store.notes()] == ["the porch light"]
