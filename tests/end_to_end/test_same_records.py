"""Whole talks by the same keys in a real terminal, drawn and line by line: the export of both is the same."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from tests.end_to_end.couple import pause
from tests.end_to_end.porch import NEXT, TOPIC, TURN, WHO, own, porch, step
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals
from tests.end_to_end.test_evening import coreg

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of another kind there")

RESTED = 1.2
"""Seconds after which keys do not rest any more, and the same key again is not one that is held."""

MEASURED = 15.0
"""Seconds by which two whole talks may differ in how long they took."""

INSTANTS = {"started", "ended", "at", "written", "made", "exported"}
LEFT_OUT = {*INSTANTS, "id", "session", "entry", "device", "changed"}
"""What names an instant, a record, or the hand that wrote it."""

Stage = tuple[str, Sequence[str]]
"""What stands there, or else (after ``|``) there, and what is pressed then: ``type:`` before a text types it,
``see:`` waits for one."""

STATES = '[{ id = "settled", text = "settled" }, { id = "up", text = "a bit up" }]'

SHORT = porch(2, TOPIC, NEXT)

EVERYTHING = porch(
    5,
    step("before", "sealed", "How is it now?", 10, 'keeps = "before"', f"options = {STATES}"),
    TOPIC,
    WHO,
    TURN,
    step(
        "heard",
        "ask",
        "{speaker}, is that it?",
        10,
        'who = "first"',
        "count = true",
        'next = { nearly = "turn" }',
        "most = 2",
        'options = [{ id = "got_it", text = "got it" }, { id = "nearly", text = "nearly" }]',
    ),
    step(
        "breath",
        "breathe",
        "A minute of breath",
        60,
        'params = { pattern = "easy46", inhale = 4.0, exhale = 6.0, countdown = 5 }',
    ),
    step(
        "stays",
        "write",
        "What stays with you?",
        20,
        'who = "first"',
        'keeps = "stays"',
        words=', nod = "Is that it?"',
    ),
    step("thanks", "write", "What are you thankful for?", 20, 'keeps = "thanks"'),
    step("noted", "write", "What would you not forget?", 20, 'keeps = "note"'),
    NEXT,
    step(
        "after",
        "form",
        "How much is there?",
        20,
        'keeps = "after"',
        'params = { only = "inside" }',
        words=', cover = "{speaker}, for you alone"',
    ),
)


def stays(words: str, nod: str, text: str, key: str) -> Stage:
    """Return how a sentence of one is typed by the other, and nodded to."""
    return words, (f"type:{text}", "enter", f"see:{nod}", key)


AGREED: Stage = "Is there a next step?", ("type:a walk", "enter", "see:look at it again?", "y")

WROTE: Stage = "What is it about?", ("type:the porch light", "enter")


def seen(terminal: Terminal, *words: str) -> None:
    """Wait until one of these stands there."""
    terminal.wait_until(lambda screen: any(one in screen for one in words))


def talked(terminal: Terminal, stages: Sequence[Stage]) -> None:
    """Press the keys of a whole talk."""
    for words, keys in stages:
        seen(terminal, *words.split("|"))
        for key in keys:
            if key.startswith("type:"):
                terminal.type(key.removeprefix("type:"))
            elif key.startswith("see:"):
                terminal.wait_for(key.removeprefix("see:"))
            else:
                pause(terminal, RESTED)
                terminal.press(key)


def both(terminals: Terminals, talk: str, stages: Sequence[Stage], script: str = "") -> Iterator[Any]:
    """Have the talk drawn, and told line by line, by the same keys; yield what the export has of each."""
    home = terminals.home
    for manner in ("drawn", "told"):
        terminals.home = home / manner
        terminals.home.mkdir()
        if script:
            own(terminals.home, script)
        coreg(terminals.home, "setup", "--a", "Mina", "--b", "Jo")
        book = ("--data-dir", str(terminals.home / "book"))
        if manner == "drawn":
            terminal = terminals.coreg("talk", talk, *book, size=(112, 32))
        else:
            terminal = terminals.coreg("talk", talk, "--plain", *book, env={"COREG_SOUND": "off"})
            terminal.wait_for("Enter begins.")
            terminal.press("enter")
        talked(terminal, stages)
        if manner == "drawn":
            terminal.wait_for("Kept.")
            terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        yield json.loads(coreg(terminals.home, "export", "--format", "json"))


def compared(drawn: object, told: object, path: str = "") -> None:
    """Compare every field but those that name a record or an instant; what was measured, to some seconds."""
    if isinstance(drawn, dict) and isinstance(told, dict):
        assert drawn.keys() == told.keys(), path
        for name in drawn.keys() - LEFT_OUT:
            compared(drawn[name], told[name], f"{path}.{name}")
    elif isinstance(drawn, list) and isinstance(told, list):
        assert len(drawn) == len(told), path
        for number, (one, other) in enumerate(zip(drawn, told, strict=True)):
            compared(one, other, f"{path}[{number}]")
    elif path.endswith(".done_s"):
        assert drawn == pytest.approx(told, abs=MEASURED), path
    else:
        assert drawn == told, path


@pytest.mark.long
def test_a_short_talk_leaves_the_same_on_the_screen_and_line_by_line(terminals: Terminals) -> None:
    drawn, told = both(terminals, "porch", (WROTE, AGREED), SHORT)
    compared(drawn, told)
    (entry,) = drawn["sessions"][0]["entries"]
    assert [(line["kind"], line["text"]) for line in entry["lines"]] == [("topic", "the porch light")]
    assert [one["text"] for one in told["agreements"]] == ["a walk"]


@pytest.mark.long
@pytest.mark.timeout(180)
def test_every_kind_of_step_that_keeps_something_keeps_the_same(terminals: Terminals) -> None:
    stages: tuple[Stage, ...] = (
        ("How is it now?", ("q", "f", "u", "j")),
        WROTE,
        ("Who begins?", ("j",)),
        ("Jo’s turn", ("f", "m", "see:A note on this", "type:the bridge", "ctrl+s", "j", "n")),
        ("Jo, is that it?", ("u",)),
        ("Jo’s turn", ("j", "n")),
        ("Jo, is that it?", ("y",)),
        ("small and soft|First breath", ("n",)),
        stays("What stays with you?", "Is that it?", "you asked", "j"),
        ("What are you thankful for?", ("type:the tea", "enter")),
        ("What would you not forget?", ("type:the blue mug", "enter")),
        AGREED,
        ("Jo, for you alone", ("j", "see:How much is there?", "type:4", "enter")),
        ("Mina, for you alone", ("f", "see:How much is there?", "type:6", "enter")),
    )
    drawn, told = both(terminals, "porch", stages, EVERYTHING)
    compared(drawn, told)
    (entry,) = drawn["sessions"][0]["entries"]
    assert [line["kind"] for line in entry["lines"]] == ["topic", "stays", "thanks"]
    assert (entry["params"]["nearly"], entry["params"]["got_it"]) == (1, 1)
    assert (entry["before"]["a"]["state"], entry["after"]["a"]["inside"]) == ("settled", 6)
    assert [note["text"] for note in drawn["notes"]] == ["the bridge\n\nthe blue mug"]


@pytest.mark.long
@pytest.mark.timeout(180)
def test_grounding_leaves_the_same(terminals: Terminals) -> None:
    stages: tuple[Stage, ...] = (
        ("How is it inside you, right now?", ("r", "f", "u", "j")),
        ("Feet on the floor", ("n",)),
        ("Five things you can see", ("f", "j", "n")),
        ("Four things you can feel", ("n",)),
        ("Three sounds", ("n",)),
        ("Two smells", ("n",)),
        ("One taste", ("n",)),
        ("Press your palms together", ("n",)),
        ("How is it inside you, right now?", ("q", "f", "u", "j")),
    )
    drawn, told = both(terminals, "grounding", stages)
    compared(drawn, told)
    (entry,) = drawn["sessions"][0]["entries"]
    assert [entry[when]["a"]["state"] for when in ("before", "after")] == ["flat", "settled"]


@pytest.mark.long
@pytest.mark.timeout(180)
def test_thanks_leave_the_same(terminals: Terminals) -> None:
    stages: tuple[Stage, ...] = (
        ("A moment for each of you", ("n",)),
        ("Who would like to begin?", ("f",)),
        *(
            stage
            for first, second, one, other in (("Mina", "Jo", "f", "j"), ("Jo", "Mina", "j", "f")) * 2
            for stage in (
                (f"{first} to {second}", (one, "n")),
                (f"{second}, say back one phrase", (other, "n")),
            )
        ),
        stays("Mina, is there one", "Mina, is that it?", "that you waited", "f"),
        stays("Jo, is there one", "Jo, is that it?", "the soup on Monday", "j"),
    )
    drawn, told = both(terminals, "appreciation", stages)
    compared(drawn, told)
    lines = drawn["sessions"][0]["entries"][0]["lines"]
    said = [(line["text"], line["by"]) for line in lines]
    assert said == [("that you waited", "a"), ("the soup on Monday", "b")]
