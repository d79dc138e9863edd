"""What the two look at together, by keys in a real terminal: links, a nod, the loop, a scene after a kill."""

from __future__ import annotations

import os
import signal
from datetime import UTC

import pytest

from coreg.record.maps import MapWords, Trigger
from coreg.store import Store
from tests.end_to_end.couple import now, pause
from tests.end_to_end.terminal_harness import Terminal
from tests.end_to_end.terminals import Terminals
from tests.end_to_end.test_evening import coreg

RESTED = 1.2
"""Seconds after which keys do not rest any more, and the same key is no held one."""


def put_maps(terminals: Terminals) -> None:
    """Begin a book in which each has shown two triggers."""
    coreg(terminals.home, "setup", "--a", "Mina", "--b", "Jo")
    said = (
        ("a", "Jo leaves", "explain again"),
        ("a", "no answer", "text again"),
        ("b", "corrected", "leave the room"),
        ("b", "a quick voice", "go quiet"),
    )
    with Store.open(terminals.home / "book", device="d" * 12, now=now, random=os.urandom) as store:
        for owner, cue, move in said:
            moment = now()
            store.keep(
                Trigger.model_validate(
                    {
                        "owner": owner,
                        "words": MapWords(cue=cue, move=move),
                        "written": moment.astimezone(UTC),
                        "local_date": moment.date(),
                    }
                )
            )


def opened(terminals: Terminals, *words: str) -> Terminal:
    """Open coreg on the book."""
    return terminals.coreg(*words, "--data-dir", str(terminals.home / "book"), size=(80, 24))


def own(terminal: Terminal, words: str, *keys: str) -> None:
    """Press keys one after the other, once these words stand there and no key rests."""
    terminal.wait_for(words)
    for key in keys:
        pause(terminal, RESTED)
        terminal.press(key)


@pytest.mark.long
@pytest.mark.timeout(120)
def test_cues_are_linked_nodded_to_and_the_loop_is_named_and_printed(terminals: Terminals) -> None:
    put_maps(terminals)
    terminal = opened(terminals)
    terminal.wait_for("What sets us off")
    terminal.press("m")
    # Each of the four cues to the first move that is free, said by whose cue it is.
    for number, (side, key) in enumerate((("left", "f"), ("left", "f"), ("right", "j"), ("right", "j"))):
        terminal.wait_for("enter read")
        terminal.press(side)
        if number % 2:
            terminal.press("down")
        terminal.press("l")
        terminal.wait_for("Which move of")
        if number % 2:
            terminal.press("down")
        terminal.press("enter")
        own(terminal, "own key says that it is so", key)
    terminal.wait_for("d╌▸", "enter read")
    terminal.press("tab", "enter")
    own(terminal, "do you see it so, too?", "j")
    terminal.wait_for("◂─a", "o loops")
    terminal.press("o")
    terminal.wait_for("neither of you is the loop")
    terminal.press("e")
    terminal.wait_for("What do you call it?")
    terminal.type("The Thursday storm")
    terminal.press("enter")
    terminal.wait_for("The Thursday storm", "1 of")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
    assert "The Thursday storm\nIt came up once" in coreg(terminals.home, "loop")


@pytest.mark.long
@pytest.mark.timeout(120)
def test_a_scene_is_there_after_a_kill_with_all_that_was_typed(terminals: Terminals) -> None:
    coreg(terminals.home, "setup", "--a", "Mina", "--b", "Jo")
    terminal = opened(terminals, "scene")
    terminal.wait_for("One scene that keeps coming back")
    terminal.type("the bills")
    terminal.press("enter")
    own(terminal, "Where are you, right now?", "q", "y", "f", "j")
    own(terminal, "Whose side comes first?", "j")
    terminal.wait_for("what do you notice first?")
    terminal.type("a sigh and/or a look")
    terminal.wait_for("a sigh and/or a look")
    pause(terminal, RESTED)
    terminal.signal(signal.SIGKILL)
    terminal.wait_exit()

    terminal = opened(terminals, "scene")
    terminal.wait_for("Scenes you have begun", "the bills")
    terminal.press("enter")
    own(terminal, "Where are you, right now?", "q", "y", "f", "j")
    terminal.wait_for("a sigh and/or a look")
    terminal.press("ctrl+q")
    assert terminal.wait_exit() == 0
