"""Whatever is pressed in whatever room, the terminal shows what a screen that is drawn anew would."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.emulated import Emulated
from tests.screens.everywhere import ROOMS
from tests.screens.hostile import written
from tests.screens.sittings import Two
from tests.screens.stage import at_rest
from tests.screens.worlds import new_world

KEYS = (
    *("down", "up", "right", "left", "pagedown", "home", "end", "tab", "enter", "escape", "backspace"),
    *("f", "j", "m", "space", "?", "f9", "ctrl+f", "日"),
)
SIZES = ((112, 32), (80, 24), (60, 18), (130, 45), (50, 12))
BEFORE, PRESSES = 4, 14


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name,
            marks=() if name in ("settings", "a note in a practice") else pytest.mark.long,
        )
        for name in ROOMS
    ],
)
async def test_terminal_shows_what_a_screen_drawn_anew_would_after_any_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    chance, room = Random(name), ROOMS[name]
    with new_world(tmp_path / "world") as world:
        written(world.store, "日本語 and a word", world.time)
        async with world.run(room.make(world.house, "a text 語"), size=SIZES[0]) as shown:
            terminal = Emulated(*SIZES[0])
            monkeypatch.setattr(shown.app, "_display", lambda _screen, shows: terminal.take(shows))
            shown.app.screen.refresh()
            await room.then(Two(shown, world.time), "a text 語")
            for number in range(PRESSES):
                if number and number % BEFORE == 0:
                    size = chance.choice(SIZES)
                    terminal.resize(*size)
                    await shown.pilot.resize_terminal(*size)
                else:
                    world.time.advance(chance.choice((0.04, 0.3, 1.5)))
                    await shown.press(chance.choice(KEYS))
                await at_rest()
                if not shown.app.is_running:
                    break
                assert terminal.wrong(shown.app.screen._compositor) == []
