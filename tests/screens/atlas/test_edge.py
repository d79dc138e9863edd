"""What stands at the table's edge in the smallest window: the way back is never what gives way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.everywhere import ROOMS
from tests.screens.hostile import written
from tests.screens.sittings import Two
from tests.screens.worlds import new_world


@pytest.mark.parametrize("name", ["both maps, a link", "a loop of a scene"])
async def test_in_the_smallest_window_the_way_back_stands_at_the_edge(tmp_path: Path, name: str) -> None:
    room = ROOMS[name]
    with new_world(tmp_path) as world:
        written(world.store, "Thursday", world.time)
        async with world.run(room.make(world.house, "Thursday"), size=(60, 18)) as shown:
            await room.then(Two(shown, world.time), "Thursday")
            assert "esc back" in shown.text()
