"""Before the first breath: what it is first, then what to mind, then the keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.content.patterns import pattern_from, patterns
from coreg.evening.options import Options
from coreg.evening.planning import plan
from coreg.keys import keymap
from coreg.plain.host import Host
from coreg.plain.opening import opening_lines
from coreg.plain.scene import Manner
from tests.unit.evening.table import MINA_AND_JO, Table
from tests.unit.plain.telling import Script, Silence

KEYS = "esc stops, space pauses, n passes, ? tells the keys."


def opening(folder: Path, options: Options, minutes: float | None = None, *, keys: bool = True) -> list[str]:
    table = Table(folder)
    said: list[str] = []
    host = Host(
        table.runner, MINA_AND_JO, keymap({}), Manner(keys=keys), Script(table), said.append, Silence()
    )
    host.say(*opening_lines(host, plan("breathe", minutes, options)))
    return said


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (Options(), ["Easy: in 4, out 6. 5 minutes."]),
        (Options(pattern="sigh"), ["Sigh: in 2, more 1, out 6. 3 minutes."]),
        (Options(pattern="hum"), ["Hum: in 4, hum 6. 3 minutes."]),
        (
            Options(pattern="box"),
            [
                "Box: in 4, hold 4, out 4, rest 4. 3 minutes.",
            ],
        ),
        (Options(pattern="justsit"), ["Just sit. No cues. You are told when it is over. 3 minutes."]),
        (
            Options(pattern="justsit", taps=True),
            [
                "Just sit. No cues. You are told when it is over. 3 minutes.",
                "Own key at each breath in: f and j.",
            ],
        ),
        (
            Options(pattern="paceFinder"),
            ["Five paces, one after the other. After each you both say how easy it was. 10 minutes."],
        ),
        (Options(way="lead"), ["One leads, the other follows. You swap at half. 4 minutes."]),
        (
            Options(way="crossing", free=60, taps=True),
            [
                "Easy: in 4, out 6. 3 minutes.",
                "Mina breathes in while Jo breathes out. Mina begins with in, Jo with out.",
                "The end has no cues.",
                "Own key at each breath in: f and j.",
            ],
        ),
        (
            Options(way="beside", with_="long48"),
            ["Easy: in 4, out 6. 5 minutes.", "Mina: in 4, out 6. Jo: in 4, out 8."],
        ),
    ],
)
def test_what_it_is_comes_first_and_the_keys_last(tmp_path: Path, options: Options, lines: list[str]) -> None:
    assert opening(tmp_path, options) == [*lines, KEYS]


def test_a_minute_is_one_and_few_breaths_are_counted(tmp_path: Path) -> None:
    assert opening(tmp_path, Options(pattern="short36"), 1, keys=False) == ["Short: in 3, out 6. 1 minute."]
    four = pattern_from("four", {"in": 2, "out": 3, "breaths": 4, "fewest": 2, "most": 8})
    options = Options(pattern="four", patterns={**patterns(), "four": four})
    assert opening(tmp_path / "two", options, keys=False) == ["four: in 2, out 3. 4 breaths."]


@pytest.mark.parametrize("name", ["[bold]x[/]", "{b}", "\x1b[2Jclear", "a.b.c", "two\nlines", "\u202eright"])
def test_an_own_pattern_is_called_what_somebody_wrote(tmp_path: Path, name: str) -> None:
    own = pattern_from(name, {"in": 4, "out": 4})
    line = opening(tmp_path, Options(pattern=name, patterns={**patterns(), name: own}))[0]
    assert line.isprintable()
    shown = {"\x1b[2Jclear": "clear", "two\nlines": "two lines", "\u202eright": "right"}.get(name, name)
    assert line == f"{shown}: in 4, out 4. 5 minutes."
