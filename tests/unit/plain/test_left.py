"""What was left open is offered to both, and never written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.content.scripts import script
from coreg.evening.options import Options
from coreg.evening.planning import plan
from coreg.evening.records import NOTE
from coreg.keys import keymap
from coreg.plain.host import Host
from coreg.plain.left import settle
from coreg.plain.scene import Manner
from coreg.plain.telling import sit
from coreg.practice.sitting import Noted, Plan
from coreg.record.trouble import Trouble
from tests.unit.evening.table import MINA_AND_JO, Table
from tests.unit.plain.telling import Script, Silence


class Desk:
    """The next run of the program, with somebody at the keys; everything is written at once."""

    def __init__(self, table: Table, *keys: str, sealed: bool = True, ends: bool = False) -> None:
        self.table = table
        self.lines: list[str] = []
        script = Script(
            table, tuple((1.0 + at, key) for at, key in enumerate(keys)), sealed=sealed, ends=ends
        )
        manner = Manner(keys=sealed)
        self.host = Host(table.runner, MINA_AND_JO, keymap({}), manner, script, self.lines.append, Silence())

    def settle(self) -> str:
        return settle(self.host, self.table.keeping, self.table.time.now())


@pytest.fixture
def table(tmp_path: Path) -> Table:
    table = Table(tmp_path / "book", threaded=True).set_up()
    table.begin("breathe", plan("breathe", 2, Options()))
    table.wait(20)
    return table


def again(table: Table) -> Table:
    """Return the next run, after this one was killed."""
    table.settle()
    table.store.close()
    return Table(table.folder, table.time, threaded=True)


def test_both_own_keys_go_on_where_it_was(table: Table) -> None:
    desk = Desk(again(table), "j", "j", "f")
    assert desk.settle() == "goes_on"
    assert desk.lines[1:] == [
        "f and j: go on, both of you.",
        "Enter: let it rest. What you wrote is kept.",
        "esc: leave it open, and end here.",
    ]
    assert desk.table.phase == "running"
    assert sit(desk.host, taken_up=True) == "over"
    assert desk.lines[4:7] == ["Going on.", "Out 5", "In 4"]


def test_enter_lets_it_rest_and_what_was_breathed_is_kept(table: Table) -> None:
    desk = Desk(again(table), "enter")
    assert desk.settle() == "nothing"
    assert desk.table.keeping.left_open() is None
    assert desk.table.sessions()[0].entries[0].ended_early


def test_esc_leaves_it_as_it_is(table: Table) -> None:
    desk = Desk(again(table), "escape")
    assert desk.settle() == "leave"
    assert desk.table.keeping.left_open() is not None


def test_where_nobody_can_be_asked_it_is_refused(table: Table) -> None:
    with pytest.raises(Trouble, match="left_open"):
        Desk(again(table), sealed=False).settle()


def test_after_half_a_day_it_is_laid_to_rest(table: Table) -> None:
    desk = Desk(again(table))
    desk.table.time.go_on(13 * 3600)
    assert desk.settle() == "nothing"
    assert desk.table.keeping.left_open() is None
    assert "laid to rest" in desk.lines[1]


def test_an_evening_goes_on_where_it_was(tmp_path: Path) -> None:
    table = Table(tmp_path / "evening", threaded=True).set_up()
    table.begin()
    table.wait(5)
    desk = Desk(again(table), "f", "j")
    assert desk.settle() == "goes_on"
    assert desk.table.phase == "running"


def test_a_note_that_was_left_is_for_the_screen(tmp_path: Path) -> None:
    table = Table(tmp_path / "note", threaded=True).set_up()
    table.begin(NOTE, Plan(script(NOTE)))
    table.happens(Noted, "the porch")
    desk = Desk(again(table), "f", "j", "escape")
    assert desk.settle() == "leave"
    assert "Start coreg for that" in desk.lines[1]
    assert desk.table.keeping.left_open() is not None


def test_without_a_book_nothing_is_open(tmp_path: Path) -> None:
    assert Desk(Table(tmp_path / "none")).settle() == "nothing"
