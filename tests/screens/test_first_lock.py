"""After the first three breaths the lock is offered once; one key goes on without it."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from coreg.app import CoregApp
from coreg.places import Places
from coreg.practice.hands import Hands
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.vault.offer import OfferRoom
from coreg.store import Store
from coreg.store.vault.keys import LEAST
from tests.screens.stage import FakeTime
from tests.screens.vault.words import WORDS, code_on
from tests.screens.whole import Whole, app


@pytest.fixture
def store(places: Places, time: FakeTime) -> Iterator[Store]:
    """Open a folder in which there is no book yet."""
    opened = Store.open(places.data, device="test", now=time.now, random=Random(7).randbytes, cost=LEAST)
    yield opened
    opened.close()


async def first_home(house: House, shown: Whole) -> None:
    """Have the book made and the breaths over."""
    house.keeping.setup("Mina", "Jo").result()
    assert isinstance(shown.app, CoregApp)
    shown.app.said_hello()
    await shown.settle()


@pytest.mark.sample
@pytest.mark.parametrize("key", ["enter", "escape", "f", "j"])
async def test_after_the_first_breaths_one_key_goes_home_without_a_lock(house: House, key: str) -> None:
    async with app(house) as shown:
        await first_home(house, shown)
        assert "Your book lies open on this computer." in shown.text()
        assert "Settings has it any time." in shown.text()
        assert isinstance(shown.app.screen, OfferRoom)
        shown.app.screen.hands = Hands()
        await shown.press(key)
        assert shown.on(Home)
        assert not house.keeping.sealed


@pytest.mark.long
async def test_or_it_is_locked_right_there(house: House) -> None:
    async with app(house, size=(80, 24)) as shown:
        await first_home(house, shown)
        await shown.press("tab", "enter")
        for key, words in (("f", WORDS["a"]), ("j", WORDS["b"])):
            await shown.press(key)
            await shown.give(words)
            await shown.give(words)
            code = code_on(shown)
            await shown.press("enter")
            await shown.give(code)
        assert "Your book is locked." in shown.text()
        await shown.press("enter")
        assert shown.on(Home)
        assert house.keeping.sealed
