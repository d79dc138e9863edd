"""The caution before a breath is held: read by both, and then not again for ninety days."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from coreg.content import say
from coreg.evening.options import Options
from coreg.evening.planning import plan
from coreg.keys import keymap
from coreg.plain.host import Host
from coreg.plain.minding import mind
from coreg.plain.scene import Manner
from tests.unit.evening.table import MINA_AND_JO, Table
from tests.unit.plain.telling import Script, Silence

READ = ((1.0, "j"), (3.0, "f"))


class Before:
    """What is said before a breath, and whether it begins."""

    def __init__(self, table: Table, keys: tuple[tuple[float, str], ...], *, sealed: bool = True) -> None:
        self.table = table
        self.lines: list[str] = []
        script = Script(table, keys, ends=True, sealed=sealed)
        manner = Manner(keys=sealed)
        self.host = Host(table.runner, MINA_AND_JO, keymap({}), manner, script, self.lines.append, Silence())

    def mind(self, options: Options, days: int = 0) -> bool:
        today = self.table.time.now().date() + timedelta(days=days)
        return mind(self.host, self.table.keeping, today, plan("breathe", None, options))


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path / "book", threaded=True).set_up()


HELD = Options(pattern="box")


def test_it_is_said_until_both_have_read_it_and_then_not_for_ninety_days(table: Table) -> None:
    first = Before(table, READ)
    assert first.mind(HELD)
    assert first.lines == [
        say("breathe.caution"),
        "Without holds: Easy. Say: coreg breathe easy46 --plain",
        "Read it together, Mina and Jo. When you both have, each presses the own key.",
        "f and j, both of you: I have read it",
        "esc: end here.",
    ]
    table.settle()
    later = Before(table, ())
    assert later.mind(HELD, days=89)
    assert later.lines == []
    again = Before(table, ())
    assert not again.mind(HELD, days=90)
    assert again.lines[0] == say("breathe.caution")


@pytest.mark.parametrize("keys", [((1.0, "j"), (3.0, "j"), (5.0, "escape")), ()])
def test_one_alone_has_not_read_it_for_both(table: Table, keys: tuple[tuple[float, str], ...]) -> None:
    assert not Before(table, keys).mind(HELD)
    table.settle()
    assert not Before(table, ()).mind(HELD)


@pytest.mark.parametrize("options", [Options(), Options(pattern="box", way="lead")])
def test_where_no_clock_holds_a_breath_there_is_nothing_to_say(table: Table, options: Options) -> None:
    before = Before(table, ())
    assert before.mind(options)
    assert before.lines == []


def test_side_by_side_it_is_enough_that_one_of_them_holds(table: Table) -> None:
    before = Before(table, READ)
    assert before.mind(Options(way="beside", pattern="long48", with_="box"))
    assert before.lines[0] == say("breathe.caution")


def test_without_keys_or_without_a_book_it_is_said_each_time(tmp_path: Path) -> None:
    table = Table(tmp_path / "none")
    for _ in range(2):
        before = Before(table, READ)
        assert before.mind(HELD)
        assert before.lines[0] == say("breathe.caution")
    guided = Before(table, (), sealed=False)
    assert guided.mind(HELD)
    assert len(guided.lines) == 2
