"""A whole evening in a real terminal, from the first line to the log of next week; and one that is killed."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminal_window import ROOT
from tests.end_to_end.terminals import Terminals

SLOWLY = 1.15
"""Seconds between two presses of one key that are two presses, not one that is held."""


def coreg(home: Path, *arguments: str) -> str:
    """Run a command without a terminal and return what it says."""
    done = subprocess.run(
        [sys.executable, "-m", "coreg", "--data-dir", str(home / "book"), *arguments],
        cwd=ROOT,
        env={"HOME": str(home), "PATH": "", "TZ": "UTC"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def rest(terminal: Terminal, seconds: float) -> None:
    """Wait as people wait between two presses; what the program draws meanwhile is read."""
    until = time.monotonic() + seconds
    terminal.wait_until(lambda _: time.monotonic() >= until, within=seconds + 5)


def pass_step(terminal: Terminal, words: str) -> None:
    """Pass the step that shows these words, once its keys do not rest any more."""
    terminal.wait_for(words)
    rest(terminal, SLOWLY)
    terminal.press("n")


class Evening:
    """A quiet evening as the things that two people do, one after the other."""

    def __init__(self, terminal: Terminal) -> None:
        """Sit down at a terminal."""
        self.terminal = terminal

    def steps(self) -> list[Callable[[], None]]:
        """Return everything there is to do, in order."""
        return [
            self.passing("Feet on the floor."),
            self.sealing("How is it inside you", "q", "f", "u", "j"),
            self.passing("Side by side"),
            self.passing("One sentence each"),
            self.passing("For tonight"),
            self.passing("small and soft"),
            self.topic,
            self.first,
            self.passing("Mina, I’d like"),
            self.turn("Mina", "f"),
            self.passing("Jo, I’d like"),
            self.turn("Jo", "j"),
            self.passing("Two minutes to close"),
            self.stays("Mina", "you asked before you fixed it", "f"),
            self.stays("Jo", "I did not know about the train", "j"),
            self.next_step,
            self.sealing("And how is it inside you now?", "q", "f", "y", "j"),
            self.passing("Side by side"),
            self.passing("Is there a thank you?"),
            self.passing("A hug before the light goes down?"),
        ]

    def passing(self, words: str) -> Callable[[], None]:
        """Pass the step that shows these words."""
        return lambda: pass_step(self.terminal, words)

    def sealing(self, words: str, *keys: str) -> Callable[[], None]:
        """Answer under cover, both."""

        def seal() -> None:
            self.terminal.wait_for(words)
            rest(self.terminal, 0.8)
            self.terminal.press(*keys)

        return seal

    def topic(self) -> None:
        """Say what it is about, with letters that are own keys elsewhere."""
        self.terminal.wait_for("What is it about tonight?")
        self.terminal.type("the commute and/or Kim")
        self.terminal.press("enter")

    def first(self) -> None:
        """Let Mina begin."""
        self.terminal.wait_for("Who would like to speak first?")
        rest(self.terminal, 0.8)
        self.terminal.press("f")

    def turn(self, name: str, key: str) -> Callable[[], None]:
        """Speak, and hand over."""

        def speak() -> None:
            self.terminal.wait_for(f"{name}’s turn")
            rest(self.terminal, SLOWLY)
            self.terminal.press(key)
            self.terminal.wait_for("not done yet?")
            rest(self.terminal, SLOWLY)
            self.terminal.press("n")

        return speak

    def stays(self, name: str, line: str, key: str) -> Callable[[], None]:
        """One says it, the other types it, the first nods."""

        def write() -> None:
            self.terminal.wait_for(f"What stays with you, {name}?")
            self.terminal.type(line)
            self.terminal.press("enter")
            self.terminal.wait_for(f"{name}, is that it?")
            rest(self.terminal, SLOWLY)
            self.terminal.press(key)

        return write

    def next_step(self) -> None:
        """Agree on something, to be looked at again in a week."""
        self.terminal.wait_for("Is there a next step?")
        self.terminal.type("phones in the hall")
        self.terminal.press("enter")
        self.terminal.wait_for("When will you look at it again?")
        rest(self.terminal, 0.3)
        self.terminal.press("e")


def begin(terminals: Terminals) -> Terminal:
    """Begin a quiet evening of Mina and Jo."""
    book = str(terminals.home / "book")
    return terminals.coreg("begin", "--data-dir", book, size=(112, 32))


@pytest.mark.timeout(150)
def test_a_whole_evening_is_found_again(terminals: Terminals) -> None:
    home = terminals.home
    coreg(home, "setup", "--a", "Mina", "--b", "Jo")
    terminal = begin(terminals)
    for do in Evening(terminal).steps():
        do()
    terminal.wait_for("Good night, Mina. Good night, Jo.")
    terminal.wait_for("Kept.")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == frozenset()

    log = coreg(home, "log")
    assert "you asked before you fixed it" in log
    assert "Quiet evening" in log
    export = json.loads(coreg(home, "export"))
    (session,) = export["sessions"]
    assert not session["ended_early"]
    assert session["check_in"]["a"]["state"] == "settled"
    assert session["check_in"]["b"]["state"] == "up"
    said = [(line["by"], line["text"]) for entry in session["entries"] for line in entry["lines"]]
    assert ("a", "you asked before you fixed it") in said
    assert ("b", "I did not know about the train") in said
    assert (None, "the commute and/or Kim") in said
    (agreement,) = export["agreements"]
    assert agreement["text"] == "phones in the hall"
    assert agreement["look_again"] > agreement["local_date"]
    assert coreg(home, "log", "--search", "train").count("I did not know") == 1


def killed_evening(terminals: Terminals, kills: int, seed: int) -> None:
    """Kill an evening at random moments and go on each time at the step where it was."""
    home = terminals.home
    coreg(home, "setup", "--a", "Mina", "--b", "Jo")
    chance = random.Random(seed)
    terminal = begin(terminals)
    terminal.wait_for("check in", "min left")
    count = len(Evening(terminal).steps())
    moments = sorted(chance.choices(range(count), k=kills))
    at = 0
    while at < count:
        while moments and moments[0] == at:
            moments.pop(0)
            rest(terminal, chance.uniform(0.1, 0.6))
            terminal.signal(signal.SIGKILL)
            terminal.wait_exit()
            terminal = begin(terminals)
            terminal.wait_for("left open")
            rest(terminal, 0.8)
            terminal.press("f", "j")
        Evening(terminal).steps()[at]()
        at += 1
    terminal.wait_for("Kept.")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    (session,) = json.loads(coreg(home, "export"))["sessions"]
    said = [line["text"] for entry in session["entries"] for line in entry["lines"]]
    assert "you asked before you fixed it" in said
    assert "I did not know about the train" in said
    assert not session["ended_early"]


@pytest.mark.long
@pytest.mark.timeout(600)
def test_an_evening_goes_on_after_twenty_kills(terminals: Terminals) -> None:
    killed_evening(terminals, kills=20, seed=11)
