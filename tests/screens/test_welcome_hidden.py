"""Hidden during the first three breaths: they end unseen, and nobody is home before somebody is back."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from coreg.places import Places
from coreg.screens.hide import Hide
from coreg.screens.house import House
from coreg.screens.welcome import Welcome
from coreg.store import Store
from tests.screens.first_start import KEYS, first
from tests.screens.stage import FakeTime, Run


@pytest.fixture
def store(places: Places, time: FakeTime) -> Iterator[Store]:
    """Open a folder in which there is no book yet."""
    opened = Store.open(places.data, device="test", now=time.now, random=Random(7).randbytes)
    yield opened
    opened.close()


async def test_hidden_while_they_end_the_breaths_lead_home_afterwards(
    house: House, run: Run, time: FakeTime
) -> None:
    async with first(house, run, time) as start:
        await start.press("Mina", "enter", "Jo", "enter", *KEYS)
        await start.together()
        await start.together()
        assert start.stage == "breaths"
        await start.shown.press("f9")
        await start.breathe()
        assert isinstance(start.shown.app.screen, Hide)
        assert start.homes == []
        await start.shown.press("f9")
        assert start.homes == ["over"]
        assert not isinstance(start.shown.app.screen, Welcome)
