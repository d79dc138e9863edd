"""How long things stay: said before it holds, and asked once more where something would go."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import date

import pytest

from coreg.evening.keeping import Keeping
from coreg.record.older import Older
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.settings import SettingsRoom
from coreg.screens.settings_keep import KeepRoom, what_goes
from coreg.settings import load
from coreg.store import Store
from tests.screens.past import agree, evening, line, note
from tests.screens.stage import Run

OLD = date(2026, 8, 1)
NEW = date(2026, 11, 20)


@pytest.fixture
def past(store: Store) -> Store:
    """Keep two evenings and a note of August, and an evening of this week."""
    for _ in range(2):
        evening(store, OLD, "quiet", line(store, "Old words.", "a"))
    note(store, OLD, "An old note.")
    agree(store, OLD, "A walk, one day")
    evening(store, NEW, "quiet", line(store, "New words.", "b"))
    return store


def told(outcome: str) -> None:
    assert outcome == ""


@pytest.mark.parametrize(
    ("older", "words"),
    [
        (Older(), ""),
        (Older(1), "1 evening"),
        (Older(0, 2), "2 notes"),
        (Older(3, 0, 1), "3 evenings and 1 finished next step"),
        (Older(3, 1, 2), "3 evenings, 1 note and 2 finished next steps"),
    ],
)
def test_what_goes_is_said_in_words(older: Older, words: str) -> None:
    assert what_goes(older) == words


async def test_where_nothing_is_old_enough_the_choice_holds_at_once(
    house: House, run: Run, past: Store
) -> None:
    async with run(KeepRoom(house, told)) as shown:
        assert "Nothing goes by itself." in shown.text()
        await shown.press("left")
        assert "a year" in shown.text()
        assert "Nothing is as old as that yet." in shown.text()
        await shown.press("enter")
        assert not shown.is_open
    assert house.settings.keep_days == load(house.places.settings_file, {}).keep_days == 365
    assert len(past.sessions()) == 3


@pytest.mark.long
async def test_where_something_would_go_it_is_said_and_asked_once_more(
    house: House, run: Run, past: Store
) -> None:
    async with run(KeepRoom(house, told)) as shown:
        await shown.press("right", "right")
        assert "90 days" in shown.text()
        assert "2 evenings and 1 note" in " ".join(shown.text().split())
        await shown.press("enter")
        assert "once more" in shown.text()
        assert house.settings.keep_days == 0
        await shown.press("escape")
        assert "once more" not in shown.text()
        await shown.press("enter", "left", "right")
        assert "once more" not in shown.text()
        await shown.press("enter", "enter")
        assert not shown.is_open
    assert load(house.places.settings_file, {}).keep_days == 90
    assert len(past.sessions()) == 3


async def test_leaving_changes_nothing(house: House, run: Run, past: Store) -> None:
    async with run(KeepRoom(house, told), size=(60, 18)) as shown:
        await shown.press("right")
        assert "30 days" in shown.text()
        await shown.press("enter")
        assert "will be gone for good" in shown.text()
        await shown.press("escape", "escape")
        assert not shown.is_open
    assert not house.places.settings_file.exists()


async def test_a_book_that_cannot_be_read_is_said_and_nothing_is_kept(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Future[Older]:
        failed: Future[Older] = Future()
        failed.set_exception(Trouble("damaged", file="2026.json"))
        return failed

    monkeypatch.setattr(Keeping, "older", refuse)
    async with run(KeepRoom(house, told)) as shown:
        assert "2026.json is damaged" in shown.text()
        await shown.press("right", "enter")
        assert shown.is_open
    assert house.settings.keep_days == 0


async def test_it_is_a_row_of_the_settings(house: House, run: Run) -> None:
    screen = SettingsRoom(house)
    async with run(screen) as shown:
        screen.at = [row.id for row in screen.rows].index("keep_days")
        screen.show()
        assert "all, until you delete it" in shown.row("What is kept")
        await shown.press("enter", "left", "enter")
        assert "a year" in shown.row("What is kept")
