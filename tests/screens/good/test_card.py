"""The card of each: chosen by keys, written in own words, kept whatever happens, and found again."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from coreg.evening.company import card_of
from coreg.evening.couple import Card
from coreg.screens.good.card import CardRoom
from coreg.screens.house import House
from coreg.screens.settings import SettingsRoom
from tests.screens.stage import Run
from tests.store.full_disk import FullDisk


def in_book(house: House) -> tuple[Card, Card]:
    """Return both cards as the book has them."""
    couple = house.keeping.couple().result(5)
    assert couple is not None
    return card_of(couple.a), card_of(couple.b)


@pytest.mark.long
async def test_a_card_is_chosen_written_and_kept_by_going_back(house: House, run: Run) -> None:
    async with run(CardRoom(house, "b"), size=(60, 18)) as shown:
        assert "What helps Jo when it is a lot" in shown.text()
        await shown.press("down", "enter", "up", "enter", "right", "enter", "down", "enter", "enter")
        await shown.press("tab")
        await shown.write("the blanket\n")
        await shown.write("x" * 61)
        assert "60" in shown.text()
        await shown.press("escape", "escape")
        assert not shown.is_open
    assert in_book(house) == (Card(), Card(("hand", "near"), ("advice",), ("the blanket", "x" * 60)))
    assert house.couple.cards == in_book(house)


@pytest.mark.long
async def test_the_lines_are_gone_through_by_the_arrows(house: House, run: Run) -> None:
    async with run(CardRoom(house, "a")) as shown:
        await shown.press(*["down"] * 6)
        await shown.write("one")
        await shown.press("down")
        await shown.write("two")
        await shown.press("down", "down", "left", "ctrl+s")
        assert "Kept." in shown.text()
        await shown.press("down", "enter", "f9")
        await shown.settle()
    assert in_book(house)[0].own == ("one", "two")


async def test_what_cannot_be_written_stays_on_the_screen(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with run(CardRoom(house, "a")) as shown:
        await shown.press("enter")
        disk.fill()
        await shown.press("escape")
        assert shown.is_open
        disk.make_room()
        await shown.press("escape")
        assert not shown.is_open
    assert in_book(house)[0].helps == ("hand",)


async def test_what_is_written_after_it_was_put_away_is_kept_the_next_time(house: House, run: Run) -> None:
    async with run(CardRoom(house, "a")) as shown:
        await shown.press(*["down"] * 6)
        for text in ("a", " walk"):
            await shown.write(text)
            house.save_now()
            house.keeping.flush()
        assert in_book(house)[0].own == ("a walk",)


async def test_what_is_typed_while_the_disk_writes_is_kept_before_anybody_leaves(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing: Future[None] = Future()
    writing.set_running_or_notify_cancel()
    async with run(CardRoom(house, "a")) as shown:
        await shown.press(*["down"] * 6)
        await shown.write("tea")
        with monkeypatch.context() as slow:
            slow.setattr(type(house.keeping), "change_couple", lambda *_: writing)
            await shown.pilot.press("ctrl+s", "!")
        writing.set_result(None)
        await shown.settle()
        await shown.press("escape", "escape")
        assert not shown.is_open
    assert in_book(house)[0].own == ("tea!",)


@pytest.mark.long
async def test_settings_lead_to_both_cards(house: House, run: Run) -> None:
    async with run(SettingsRoom(house)) as shown:
        names = [row.id for row in SettingsRoom(house).rows]
        await shown.press(*["down"] * names.index("card_right"))
        assert "What helps Jo" in shown.text()
        await shown.press("enter")
        assert isinstance(shown.app.screen, CardRoom)
        assert shown.app.screen.seat == "b"
