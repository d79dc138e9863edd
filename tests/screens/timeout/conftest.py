"""A pause in the middle of a talk, and a way to show it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from coreg.evening.pause import Pause
from coreg.record.models import PauseAgreement
from coreg.screens.house import House
from coreg.screens.timeout.pause import PauseRoom
from tests.screens.sittings import practise
from tests.screens.stage import FakeTime, Run
from tests.screens.timeout.paused import MINUTE, Open, Paused


@pytest.fixture
def opened(house: House, run: Run, time: FakeTime) -> Open:
    """Show a pause: ``async with opened(pause) as paused``; without one, the page that asks."""

    @asynccontextmanager
    async def opened(
        pause: Pause | None = None, size: tuple[int, int] = (80, 24), theme: str = "night"
    ) -> AsyncIterator[Paused]:
        async with run(PauseRoom(house, pause), size=size, theme=theme) as shown:
            yield Paused(shown, time)

    return opened


@pytest.fixture
def pause(house: House) -> Pause:
    """Begin half an hour of pause in the middle of a talk."""
    practise(house, "day_talk", "day_talk")
    return house.pausing.ask_for(30 * MINUTE, house.runner.put_aside()).result(5)


@pytest.fixture
def agreed(house: House) -> PauseAgreement:
    """Let the two have agreed about pauses."""
    made = PauseAgreement(word="harbour", minutes=45, a="shower", b="the dog", looked=house.now().date())
    house.pausing.agree(made).result(5)
    return made
