"""What we said we would: kept, let go, or again in a week; each of it can be taken back."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import date
from pathlib import Path

import pytest

from coreg.evening.keeping import Keeping
from coreg.record.models import Agreement
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.promises import Promises
from coreg.store import Store
from tests.screens.past import agree
from tests.screens.stage import Run

SATURDAY = date(2026, 11, 21)


@pytest.fixture
def walk(store: Store) -> Agreement:
    """Keep the one that is looked at first."""
    return agree(store, SATURDAY, "A walk on Sunday, three o’clock", date(2026, 11, 25))


@pytest.fixture
def phones(store: Store) -> Agreement:
    """Keep the one that is looked at last."""
    return agree(store, SATURDAY, "Phones in the hall at dinner", date(2026, 12, 2))


def now(store: Store, agreement: Agreement) -> Agreement:
    """Return an agreement as it is on disk."""
    found = store.find(agreement.id)
    assert isinstance(found, Agreement)
    return found


async def test_open_ones_stand_there_soonest_first(
    house: House, run: Run, phones: Agreement, walk: Agreement
) -> None:
    async with run(Promises(house)) as shown:
        text = shown.text()
        assert text.index("◦ A walk on Sunday") < text.index("◦ Phones in the hall")
        assert "said Saturday · to look at again: Wednesday" in text
        assert "to look at again: 2 December" in text


async def test_a_day_is_written_for_a_calendar_once_and_over_nothing(
    house: House, run: Run, store: Store, walk: Agreement, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir(exist_ok=True)
    agree(store, SATURDAY, "Some day", None)
    async with run(Promises(house), size=(80, 24)) as shown:
        await shown.press("m")
        assert "Written to ~/time-for-two-2026-11-25.ics. It says only “Time for two”." in shown.text()
        written = (tmp_path / "home" / "time-for-two-2026-11-25.ics").read_bytes()
        assert b"DTSTART;VALUE=DATE:20261125" in written
        assert b"SUMMARY:Time for two" in written
        assert b"walk" not in written
        await shown.press("m")
        assert "~/time-for-two-2026-11-25.ics is there already" in shown.text()
        await shown.press("down", "m")
        assert "It has no day yet. w gives it one" in shown.text()
        await shown.press("up", "d", "m")
        assert "Kept." in shown.text()


@pytest.mark.long
async def test_day_to_look_again_is_named_when_it_is_today(house: House, store: Store, run: Run) -> None:
    agree(store, SATURDAY, "Call your mother", date(2026, 11, 23))
    async with run(Promises(house)) as shown:
        assert "today is the day to look at it again" in shown.text()


@pytest.mark.long
@pytest.mark.parametrize(("key", "state", "mark"), [("d", "kept", "✓"), ("l", "let_go", "–")])
async def test_one_is_closed_when_its_key_is_pressed_and_open_again_when_undone(
    house: House, store: Store, run: Run, walk: Agreement, phones: Agreement, key: str, state: str, mark: str
) -> None:
    async with run(Promises(house)) as shown:
        await shown.press(key)
        assert f"{mark} A walk on Sunday" in shown.text()
        closed = now(store, walk)
        assert (closed.state, closed.closed) == (state, house.now())
        assert [one.id for one in store.agreements()] == [phones.id]
        await shown.press("u")
        assert "◦ A walk on Sunday" in shown.text()
    assert (now(store, walk).state, now(store, walk).closed) == ("open", None)


async def test_one_comes_again_in_a_week_when_asked(
    house: House, store: Store, run: Run, walk: Agreement, phones: Agreement
) -> None:
    async with run(Promises(house)) as shown:
        await shown.press("down", "w")
        assert "You will see it again on Monday 30 November." in shown.text()
    assert now(store, phones).look_again == date(2026, 11, 30)
    assert now(store, walk).look_again == date(2026, 11, 25)


@pytest.mark.long
async def test_several_changes_are_undone_one_after_the_other(
    house: House, store: Store, run: Run, walk: Agreement, phones: Agreement
) -> None:
    async with run(Promises(house)) as shown:
        await shown.press("d", "w", "down", "l", "delete")
        assert "Phones" not in shown.text()
        assert store.binned()[0].id == phones.id
        await shown.press("u", "u", "u", "u")
        assert "There is nothing to undo" not in shown.text()
        await shown.press("u")
        assert "There is nothing to undo" in shown.text()
    for before in (walk, phones):
        after = now(store, before)
        assert (after.state, after.look_again, after.text) == ("open", before.look_again, before.text)
    assert store.binned() == ()


async def test_one_stays_open_when_the_disk_refuses(
    house: House, run: Run, walk: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Future[object]:
        failed: Future[object] = Future()
        failed.set_exception(Trouble("disk_full", path="book"))
        return failed

    monkeypatch.setattr(Keeping, "keep", full)
    async with run(Promises(house)) as shown:
        await shown.press("d")
        assert "◦ A walk on Sunday" in shown.text()
        assert "The disk is full." in shown.text()


async def test_kind_words_stand_there_when_nothing_is_open(house: House, run: Run) -> None:
    async with run(Promises(house), size=(60, 18)) as shown:
        assert "Nothing is open here." in shown.text()
        await shown.press("d", "l", "w", "delete", "down", "escape")
        assert not shown.is_open


async def test_text_is_literal_when_it_looks_like_markup(house: House, store: Store, run: Run) -> None:
    agree(store, SATURDAY, "[red]soup[/] {left} :smile:")
    async with run(Promises(house), theme="day") as shown:
        assert "◦ [red]soup[/] {left} :smile:" in shown.text()


async def test_home_knows_what_was_closed_when_the_room_is_left_at_once(
    house: House, run: Run, walk: Agreement, phones: Agreement
) -> None:
    async with run(Promises(house)) as shown:
        await shown.pilot.press("d", "escape")
        await shown.settle()
        assert not shown.is_open
        home = house.keeping.home()
        assert home is not None
        assert [promise.id for promise in home.promises] == [phones.id]
