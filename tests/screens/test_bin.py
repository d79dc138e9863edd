"""The bin: what was put away comes back one by one, or goes for good when somebody is sure."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import date

import pytest

from coreg.evening.keeping import Keeping
from coreg.record.models import Session
from coreg.record.trouble import Trouble
from coreg.screens.bin import BinRoom
from coreg.screens.house import House
from coreg.store import Store
from tests.screens.past import agree, evening, line, note
from tests.screens.stage import Run

SATURDAY = date(2026, 11, 21)


@pytest.fixture
def full(store: Store) -> Session:
    """Put a line, a later word, a note, a next step and last an evening into the bin."""
    kept = evening(
        store, SATURDAY, "day_talk", line(store, "You asked twice.", "a"), line(store, "Soup.", "b")
    )
    first, second = kept.entries[0].lines
    later = store.later(kept.id, second.id, "Still hot.")
    assert isinstance(later, Session)
    store.bin(kept.id, first.id)
    store.bin(kept.id, later.entries[0].lines[1].later[0].id)
    store.bin(note(store, SATURDAY, "The map [/] is lost").id)
    store.bin(agree(store, SATURDAY, "A walk").id)
    store.bin(evening(store, SATURDAY, "quiet").id)
    return kept


async def test_everything_in_the_bin_is_listed_last_thrown_away_first(
    house: House, run: Run, full: Session
) -> None:
    async with run(BinRoom(house)) as shown:
        text = shown.text()
        places = [
            text.index(words)
            for words in (
                "Evening Quiet evening",
                "Next step A walk",
                "Note The map [/] is lost",
                "Later word Still hot.",
                "Line You asked twice.",
            )
        ]
        assert places == sorted(places)
        assert "from Saturday 21 November 2026" in text


async def test_chosen_thing_is_put_back_when_enter_is_pressed(
    house: House, store: Store, run: Run, full: Session
) -> None:
    async with run(BinRoom(house)) as shown:
        await shown.press("end", "enter")
        assert "You asked twice." not in shown.text()
        assert "It is back where it was." in shown.text()
        found = store.find(full.id)
        assert isinstance(found, Session)
        assert [one.text for one in found.entries[0].lines] == ["You asked twice.", "Soup."]
        assert len(store.binned()) == 4
        await shown.press("u")
        assert "You asked twice." in shown.text()
        assert len(store.binned()) == 5


async def test_bin_is_emptied_when_the_key_is_pressed_twice(
    house: House, store: Store, run: Run, full: Session
) -> None:
    async with run(BinRoom(house)) as shown:
        await shown.press("ctrl+e")
        assert "gone for good" in shown.text()
        assert len(store.binned()) == 5
        await shown.press("ctrl+e")
        assert "The bin is empty now." in shown.text()
        assert store.binned() == ()
        await shown.press("u")
        assert "There is nothing to undo." in shown.text()
    assert [one.text for one in store.sessions()[0].entries[0].lines] == ["Soup."]


@pytest.mark.sample
@pytest.mark.parametrize("key", ["escape", "enter", "down", "u"])
async def test_bin_stays_as_it_is_when_another_key_follows(
    house: House, store: Store, run: Run, full: Session, key: str
) -> None:
    async with run(BinRoom(house)) as shown:
        await shown.press("ctrl+e", key)
        assert "gone for good" not in shown.text()
        assert "The bin stays as it is." in shown.text()
        assert len(store.binned()) == 5
        await shown.press("escape")
        assert not shown.is_open


async def test_empty_bin_says_so(house: House, run: Run) -> None:
    async with run(BinRoom(house), size=(60, 18), theme="day") as shown:
        assert "The bin is empty." in shown.text()
        await shown.press("ctrl+e", "enter", "delete", "escape")
        assert not shown.is_open


async def test_thing_stays_in_the_bin_when_the_disk_refuses(
    house: House, run: Run, full: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Future[object]:
        failed: Future[object] = Future()
        failed.set_exception(Trouble("read_only", path="book"))
        return failed

    monkeypatch.setattr(Keeping, "unbin", refuse)
    async with run(BinRoom(house)) as shown:
        await shown.press("enter")
        assert "Quiet evening" in shown.text()
        assert "can be read but not written" in shown.text()


async def test_what_could_not_be_taken_out_of_every_backup_is_said(
    house: House, store: Store, run: Run, full: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Trouble("disk_full", path="book")

    monkeypatch.setattr("coreg.store.backups.Backups.rewrite", refuse)
    async with run(BinRoom(house)) as shown:
        await shown.press("ctrl+e", "ctrl+e")
        assert "the next start" in shown.text()
        assert "You asked twice." not in shown.text()
    assert store.binned() == ()
