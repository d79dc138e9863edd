"""Settings hold at once and are saved; what cannot be saved changes nothing; a line is shown to nobody."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest

from coreg.practice.hands import Hands
from coreg.screens.keyed import Keyed
from coreg.screens.settings import SettingsRoom
from coreg.screens.settings_keys import KeysRoom
from coreg.screens.settings_line import USUAL, line_typed
from coreg.screens.settings_names import NamesRoom
from coreg.settings import load
from tests.screens.stage import FakeTime, Run, Shown

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from coreg.screens.house import House

BEFORE = '# how we like it\nmotion = "reduced" # calmer\n'


@dataclass
class Open:
    """The settings, open."""

    shown: Shown
    screen: SettingsRoom

    async def at(self, row: str, *keys: str) -> None:
        """Go to a row, and press keys there."""
        names = [one.id for one in self.screen.rows]
        self.screen.at = names.index(row)
        self.screen.show()
        await self.press(*keys)

    async def press(self, *keys: str) -> None:
        """Press keys calmly: none is a repeat."""
        for key in keys:
            screen = self.shown.app.screen
            if isinstance(screen, Keyed):
                screen.hands = Hands()
            await self.shown.pilot.press(key)
        await self.shown.settle()

    @property
    def saved(self) -> str:
        """What stands on the right of the top line."""
        return self.shown.lines()[1].rstrip()[-5:].strip()


@asynccontextmanager
async def opened(house: House, run: Run, size: tuple[int, int] = (112, 32)) -> AsyncIterator[Open]:
    """Open the settings."""
    screen = SettingsRoom(house)
    async with run(screen, size=size) as shown:
        yield Open(shown, screen)


def written(file: Path, text: str) -> None:
    """Write a config.toml."""
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")


def read(file: Path) -> str:
    """Read it."""
    return file.read_text("utf-8")


@pytest.mark.sample
@pytest.mark.parametrize(
    ("row", "keys", "value"),
    [
        ("motion", ("right",), "reduced"),
        ("motion", ("left",), "none"),
        ("signs", ("right",), "all"),
        ("sound", ("enter",), "bell"),
        ("volume", ("right",), 70),
        ("sound_offset", ("left", "left"), -50),
        ("quiet_from", ("right", "right", "right"), "22:00"),
        ("form", ("enter",), "full"),
        ("countdown", ("right", "right"), 7),
        ("countdown", ("-",) * 6, 0),
        ("one_hand", ("right",), True),
        ("region", ("right", "right"), "uk"),
    ],
)
async def test_a_change_holds_at_once_and_is_saved(
    house: House, run: Run, row: str, keys: tuple[str, ...], value: object
) -> None:
    async with opened(house, run) as room:
        await room.at(row, *keys)
        assert getattr(house.settings, row) == value
        assert getattr(load(house.places.settings_file, {}), row) == value
        assert room.saved == "saved"


async def test_comments_stay_when_something_is_changed(house: House, run: Run) -> None:
    written(house.places.settings_file, BEFORE)
    async with opened(house, run) as room:
        await room.at("sound", "left")
    assert read(house.places.settings_file) == BEFORE + 'sound = "off"\n'


@pytest.mark.long
async def test_the_theme_switches_live_and_auto_is_what_the_app_found(house: House, run: Run) -> None:
    async with opened(house, run) as room:
        seen = []
        for _ in range(3):
            await room.at("theme", "left")
            seen.append((house.settings.theme, room.shown.app.theme))
        assert seen == [("day", "coreg-day"), ("night", "coreg-night"), ("auto", "coreg-night")]


async def test_what_cannot_be_saved_is_told_and_changes_nothing(house: House, run: Run) -> None:
    written(house.places.settings_file, "motion = \n")
    async with opened(house, run) as room:
        await room.at("theme", "left")
        await room.at("motion", "right")
        assert (house.settings.theme, house.settings.motion) == ("auto", "full")
        assert room.shown.app.theme == "coreg-night"
        assert "does not hold at line 1" in room.shown.text()
        assert room.saved != "saved"
        await room.press("down")
        assert "does not hold" not in room.shown.text()


@pytest.mark.long
async def test_names_are_changed_in_the_book_and_at_the_table(house: House, run: Run) -> None:
    async with opened(house, run) as room:
        await room.at("names", "enter", "e", "tab", "backspace", "backspace", "K", "i", "t")
        await room.press("enter")
        known = house.keeping.home()
        assert known is not None
        assert (known.a, known.b) == ("Minae", "Kit")
        assert (house.couple.a, house.couple.b) == ("Minae", "Kit")
        assert room.shown.is_open
        assert "Minae and Kit" in room.shown.text()


async def test_names_that_a_slow_disk_keeps_after_the_room_was_left_are_known_all_the_same(
    house: House, run: Run
) -> None:
    disk = Event()
    async with run(NamesRoom(house, lambda _: None)) as shown:
        await shown.write("e")
        house.keeping.ask(lambda _: disk.wait(5))
        await shown.pilot.press("enter", "escape", "escape")
        assert not shown.is_open
        disk.set()
        await shown.settle()
        assert house.couple.a == "Minae"


@pytest.mark.long
async def test_names_that_do_not_hold_stay_as_they_were(house: House, run: Run) -> None:
    async with opened(house, run) as room:
        await room.at("names", "enter", "tab", "backspace", "backspace", "enter")
        assert not room.shown.is_open
        assert "at least one letter" in room.shown.text()
        await room.press("escape")
        assert room.shown.is_open
        assert house.couple.b == "Jo"


async def test_after_swapping_places_each_keeps_the_own_name(house: House, run: Run) -> None:
    house.swap()
    async with opened(house, run) as room:
        await room.at("names", "enter", "e", "enter")
        assert (house.couple.a, house.couple.b) == ("Mina", "Joe")


@pytest.mark.long
async def test_own_keys_are_pressed_anew(house: House, run: Run) -> None:
    async with opened(house, run) as room:
        await room.at("keys", "enter", "d", "n")
        assert "“n” already means: pass this step over" in room.shown.text()
        await room.press("a", "k", ";")
        assert room.shown.is_open
        wanted = {"left.main": "d", "left.stop": "a", "right.main": "k", "right.stop": ";"}
        assert dict(load(house.places.settings_file, {}).keys) == wanted
        assert house.keymap.label("right.stop") == ";"
        await room.at("keys", "enter", "f", "z", "j", "/")
        assert dict(load(house.places.settings_file, {}).keys) == {}
        assert house.keymap.label("right.stop") == "/"


@pytest.mark.long
async def test_leaving_own_keys_halfway_changes_nothing(house: House, run: Run, time: FakeTime) -> None:
    async with opened(house, run) as room:
        await room.at("keys", "enter", "d", "a", "escape", "escape")
        assert not room.shown.is_open
        time.advance(10)
        asking = room.shown.app.screen
        assert isinstance(asking, KeysRoom)
        asking.offer_another()
        await room.press("escape")
        assert room.shown.is_open
        assert dict(house.settings.keys) == {}
        assert not house.places.settings_file.exists()


async def test_an_own_line_is_typed_behind_a_cover_and_never_shown(house: House, run: Run) -> None:
    async with opened(house, run) as room:
        before = room.shown.lines()
        await room.at("line_right", "enter")
        assert "This is for Jo alone. Mina, please look away." in room.shown.text()
        await room.press("f")
        assert "please look away" in room.shown.text()
        await room.press("j")
        asked = room.shown.lines()
        await room.press("4")
        assert room.shown.lines() == asked
        await room.press("enter")
        assert room.shown.is_open
        assert house.couple.own_lines == (7, 4)
        couple = house.keeping.couple().result()
        assert couple is not None
        assert (couple.a.line, couple.b.line) == (7, 4)
        await room.at("theme")
        assert room.shown.lines()[2:] == before[2:]


async def test_a_line_that_is_no_number_is_asked_again(house: House, run: Run) -> None:
    async with opened(house, run) as room:
        await room.at("line_left", "enter", "f", "1", "1", "x", "enter")
        assert "no number from 0 to 10" in room.shown.text()
        await room.press("1", "5", "backspace", "0", "enter")
        assert house.couple.own_lines == (10, 7)


@pytest.mark.parametrize(
    ("typed", "line"), [("", USUAL), ("0", 0), ("10", 10), ("07", 7), ("11", None), ("²", None)]
)
def test_which_numbers_are_lines(typed: str, line: int | None) -> None:
    assert line_typed(typed) == line


@pytest.mark.long
async def test_the_key_that_hides_is_chosen_and_taken_away_again(house: House, run: Run) -> None:
    async with opened(house, run) as room:
        await room.at("hide_key", "enter", "c")
        assert "“c” already means:" in room.shown.text()
        await room.press("k")
        assert load(house.places.settings_file, {}).hide_key == "k"
        await room.press("k", "k", "k")
        assert not room.shown.is_open
        await room.press("escape")
        await room.at("hide_key", "enter", "backspace")
        assert house.settings.hide_key == ""


@pytest.mark.long
async def test_all_rows_are_in_reach_in_the_smallest_window(house: House, run: Run) -> None:
    async with opened(house, run, (60, 18)) as room:
        assert "Theme" in room.shown.text()
        await room.press("end")
        assert "› Delete everything" in room.shown.text()
        await room.press("home", "up")
        assert "› Theme" in room.shown.text()
        await room.press("escape")
        assert not room.shown.is_open


@pytest.mark.long
async def test_a_mark_tells_that_there_are_more_rows_than_are_in_sight(run: Run, house: House) -> None:
    async with opened(house, run, (80, 24)) as room:
        assert "▏" in room.shown.row("Theme")
        assert "▏" not in room.shown.row("Names")
        await room.press("end")
        assert "▏" in room.shown.row("Delete everything")
    async with opened(house, run, (112, 40)) as room:
        assert "▏" not in room.shown.text()
