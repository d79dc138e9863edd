"""A pause that is cut off as it begins or ends, or cannot be written: the talk is never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coreg.record.trouble import Trouble
from tests.store.full_disk import FullDisk
from tests.unit.evening.pauses import (
    HALF_AN_HOUR,
    WORDS,
    paused,
    pausing_of,
    restarted,
    sessions,
    talk,
)
from tests.unit.evening.table import Table


def test_cut_off_while_it_began_the_talk_waits_for_the_return(table: Table) -> None:
    pausing = pausing_of(table)
    talk(table)
    left = table.runner.put_aside()
    pause = table.kept(pausing.ask_for(HALF_AN_HOUR, left))
    live = dict(table.keeping.aside())[pause.session]
    table.store.snapshot(live)
    again = restarted(table)
    found = again.keeping.left_open()
    assert found is not None
    pausing = pausing_of(again)
    assert not pausing.mends(replace(found, id="another"))
    assert pausing.mends(found)
    assert again.keeping.left_open() is None
    assert pausing.first == pause
    again.store.drop_aside(pause.session)
    assert not pausing.mends(found)
    again.writer.close()


def test_cut_off_while_it_ended_the_talk_is_the_living_one(table: Table) -> None:
    pausing = pausing_of(table)
    pause = paused(table, pausing)
    rows = table.keeping.aside()
    table.time.go_on(HALF_AN_HOUR)
    table.kept(pausing.come_back(pause))
    for row, data in rows:
        table.store.put_aside(row, data)
    again = restarted(table)
    found = again.keeping.left_open()
    assert found is not None
    pausing = pausing_of(again)
    assert not pausing.mends(found)
    assert pausing.first is None
    assert again.keeping.left_open() is not None
    again.writer.close()


def test_a_talk_that_cannot_be_read_stays_where_it_is(table: Table) -> None:
    pausing = pausing_of(table)
    pause = paused(table, pausing)
    found = dict(table.keeping.aside())
    table.store.put_aside(pause.session, b"not a sitting")
    left = table.killed()
    again = pausing_of(left)
    assert left.kept(again.come_back(pause)) is None
    assert [row for row, _ in left.keeping.aside()] == [pause.session]
    assert found[pause.session] != b"not a sitting"


def test_on_a_full_disk_nothing_begins_and_the_talk_goes_on(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    pausing = pausing_of(table)
    talk(table)
    disk = FullDisk(monkeypatch)
    disk.fill()
    asked_for = pausing.ask_for(HALF_AN_HOUR, table.runner.put_aside())
    with pytest.raises(Trouble):
        table.kept(asked_for)
    assert pausing.first is None
    disk.make_room()
    table.runner.take_back()
    assert table.phase == "running"
    table.settle()
    assert table.keeping.aside() == ()
    left = table.keeping.left_open()
    assert left is not None
    assert left.sitting.results[-1].note == WORDS


def test_a_pause_has_begun_also_where_an_older_evening_still_cannot_be_kept(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    pausing = pausing_of(table)
    disk = FullDisk(monkeypatch)
    talk(table)
    older = table.runner.session
    disk.refuse(f"{table.time.now():%Y}")
    with pytest.raises(Trouble):
        table.end()
    talk(table)
    pause = table.kept(pausing.ask_for(HALF_AN_HOUR, table.runner.put_aside()))
    assert pausing.first == pause
    assert pause.session in dict(table.keeping.aside())
    waits = table.keeping.left_open()
    assert waits is not None
    assert waits.id == older
    disk.make_room()
    talk(table)
    table.end()
    assert older in [one.id for one in sessions(table)]


def test_nothing_can_be_put_aside_where_nothing_is_on(table: Table) -> None:
    with pytest.raises(RuntimeError):
        table.runner.put_aside()
