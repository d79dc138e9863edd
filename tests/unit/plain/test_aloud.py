"""Good moments of the week after good night: offered once, read in turn, and left at any moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.content import say
from coreg.evening.couple import Couple
from coreg.keys import keymap
from coreg.plain.aloud import offer_moments
from coreg.plain.host import Host
from coreg.plain.scene import Manner
from coreg.record.maps import Glimmer
from coreg.screens.good.words import moment_facts
from tests.unit.evening.table import Table
from tests.unit.plain.telling import Script, Silence

OFFER = [
    "A few good moments of this week, read to each other?",
    "tab: read them",
    "esc: not now, and good night",
]


class Night:
    """After good night, with these keys."""

    def __init__(self, folder: Path, *keys: tuple[float, str], ends: bool = True) -> None:
        table = Table(folder / "book", threaded=True).set_up()
        self.script = Script(table, keys, ends=ends)
        self.at: list[tuple[float, str]] = []
        host = Host(
            table.runner,
            Couple("Mina", "Jo", left="b"),
            keymap({}),
            Manner(),
            self.script,
            lambda line: self.at.append((self.script.time, line)),
            Silence(),
        )
        made = (
            table.maps.glimmer("[b]the kettle[/]", by="a", sense="heard", who="you"),
            table.maps.glimmer("the soup\x1b[2J", by="b"),
            table.maps.glimmer("snow"),
        )
        found: list[Glimmer] = [one.result() for one in made]
        offer_moments(host, found, moment_facts)

    def lines(self, since: float = 0.0) -> list[str]:
        return [line for at, line in self.at if at >= since]


def test_they_are_read_in_turn_and_the_keys_said_once(tmp_path: Path) -> None:
    night = Night(tmp_path, (5, "tab"), (8, "f"), (12, "j"), (16, "f"))
    assert night.lines() == [
        *OFFER,
        "Mina reads aloud: “[b]the kettle[/]”",
        "It was: heard, with you",
        "f or j: go on",
        "esc: enough for tonight",
        "Jo reads aloud: “the soup”",
        "Either of you reads aloud: “snow”",
        say("good.aloud.end"),
    ]


@pytest.mark.parametrize("key", ["escape", "ctrl+q", "z", "/"])
def test_it_is_left_before_and_in_the_middle(tmp_path: Path, key: str) -> None:
    assert Night(tmp_path / "one", (5, key), (6, "tab")).lines() == OFFER
    night = Night(tmp_path / "two", (5, "tab"), (8, key), (9, "f"))
    assert night.lines(8) == []


def test_nobody_has_to_answer(tmp_path: Path) -> None:
    night = Night(tmp_path, (200, "tab"), ends=False)
    assert night.lines() == OFFER
    assert night.script.time == pytest.approx(120, abs=1.5)
    assert Night(tmp_path / "gone").lines() == OFFER


def test_what_is_read_is_said_again_when_it_is_asked_for(tmp_path: Path) -> None:
    night = Night(tmp_path, (5, "tab"), (8, "?"), (12, "escape"))
    assert night.lines(8) == [line for line in night.lines(5) if line not in OFFER][:4]
