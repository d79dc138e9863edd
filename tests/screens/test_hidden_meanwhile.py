"""What comes of itself waits behind a hidden screen until somebody is back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coreg.evening.pause import Pause
from coreg.screens.base import Room
from coreg.screens.hide import Hide
from coreg.screens.house import House
from coreg.screens.left_open import LeftOpenRoom
from coreg.screens.maps.scene import SceneRoom
from coreg.screens.maps.scenes import ScenesRoom
from coreg.screens.timeout.back import ReturnRoom
from coreg.screens.timeout.pause import PauseRoom
from tests.screens.stage import FakeTime, Run, Shown
from tests.screens.test_left_open import found, left_behind


async def hidden(shown: Shown) -> None:
    """See that nothing has come in front of the month."""
    await shown.settle()
    assert isinstance(shown.app.screen, Hide)


@pytest.mark.parametrize(
    ("becomes", "leads"),
    [(PauseRoom.come_back, ReturnRoom), (PauseRoom.let_rest, Room)],
    ids=["over", "rests"],
)
async def test_what_became_of_a_pause(
    house: House, run: Run, becomes: Callable[[PauseRoom, Pause], object], leads: type[Room]
) -> None:
    pause = house.pausing.ask_for(1800.0).result()
    room = PauseRoom(house, pause)
    async with run(room) as shown:
        await shown.press("f9")
        becomes(room, pause)
        await hidden(shown)
        await shown.press("f9")
        assert type(shown.app.screen) is leads


async def test_what_was_left_open_was_let_go(house: House, run: Run, time: FakeTime) -> None:
    async with found(house, run, left_behind(house, time, 3)) as offer:
        await offer.shown.press("f9")
        offer.screen.lay_to_rest()
        await hidden(offer.shown)
        assert offer.done == []
        await offer.shown.press("f9")
        assert offer.done == [True]
        assert not isinstance(offer.shown.app.screen, LeftOpenRoom)


async def test_nothing_was_begun_so_another_scene_begins(house: House, run: Run) -> None:
    room = ScenesRoom(house)
    async with run(room) as shown:
        assert isinstance(shown.app.screen, SceneRoom)
        await shown.press("escape")
    later = ScenesRoom(house)
    async with run(Hide(house)) as shown:
        await shown.app.push_screen(later)
        await shown.app.push_screen(Hide(house))
        await hidden(shown)
        await shown.press("f9")
        assert isinstance(shown.app.screen, SceneRoom)
