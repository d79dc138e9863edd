"""The keys that move in a list can be pressed in every room, whether it has one or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.everywhere import ROOMS
from tests.screens.hostile import written
from tests.screens.sittings import Two
from tests.screens.worlds import new_world

MOVING = ("pagedown", "end", "down", "pageup", "home", "up")
WITHOUT = ("a loop of a scene", "a map is asked for")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in WITHOUT else pytest.mark.long) for name in ROOMS]
)
async def test_keys_that_move_lead_nowhere_else(tmp_path: Path, name: str) -> None:
    room = ROOMS[name]
    with new_world(tmp_path / "world") as world:
        written(world.store, "a text", world.time)
        async with world.run(room.make(world.house, "a text")) as shown:
            await room.then(Two(shown, world.time), "a text")
            before = shown.app.screen
            for key in MOVING:
                await shown.press(key)
            assert shown.app.screen is before


def test_the_rooms_without_a_list_are_there() -> None:
    assert set(WITHOUT) <= ROOMS.keys()
