"""The drawing of a loop on a screen: what is in sight, what is looked at, and how to get round it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from textual import on
from textual.widget import Widget

from coreg.insight.loop_picture import Picture
from coreg.screens.base import Room
from coreg.screens.house import House
from coreg.widgets.loop_map import LoopMap
from tests.screens.stage import Run, Shown
from tests.unit.insight.mapped import picture


class LoopRoom(Room, inherit_bindings=False):
    """A room with nothing but a loop."""

    def __init__(self, house: House, shown: Picture | None) -> None:
        """Begin with a loop."""
        super().__init__(house)
        self.map = LoopMap(id="stage")
        self.loop = shown
        self.heard: list[str] = []

    def stage(self) -> Iterable[Widget]:
        """Hold the drawing."""
        yield self.map

    def on_mount(self) -> None:
        """Show the loop."""
        super().on_mount()
        self.map.show(self.loop)

    @on(LoopMap.Moved)
    def moved(self, event: LoopMap.Moved) -> None:
        """Remember what was looked at."""
        assert event.control is self.map
        self.heard.append(event.control.places[0].kind)

    @on(LoopMap.Opened)
    def opened(self) -> None:
        """Remember that it was opened."""
        self.heard.append("opened")


def heavy(shown: Shown) -> str:
    """Return the first row of what is looked at."""
    return (
        next(line for line in shown.text().splitlines() if "┏" in line)
        .split("┏")[1]
        .split("┓")[0]
        .strip(" ━┷")
    )


async def test_one_walks_round_the_loop_and_what_is_looked_at_is_heavy(house: House, run: Run) -> None:
    room = LoopRoom(house, picture())
    async with run(room, size=(112, 32)) as shown:
        await shown.settle()
        assert (heavy(shown), room.map.places[0].kind) == ("notices", "notices")
        assert shown.text().count("╭") == 7
        room.map.walk(-1)
        await shown.settle()
        assert (heavy(shown), room.map.places[0].owner) == ("does", "b")
        room.map.walk(2)
        await shown.settle()
        room.map.begin()
        room.map.begin()
        await shown.settle()
        assert room.heard == ["does", "thinks", "notices"]
        # What is looked at stays when something in the loop changes, as far as it is there.
        room.map.walk(-1)
        room.map.change(picture({"notices": "x", "does": "and now this"}))
        await shown.settle()
        assert room.map.places[0].text == "and now this"
        assert "and now this" in shown.text()
        room.map.show(None)
        room.map.walk(1)
        room.map.begin()
        room.map.page(1)
        await shown.settle()
        assert room.map.places == ()
        assert "and now this" not in shown.text()


@pytest.mark.parametrize("moves", [2, 6])
async def test_in_the_smallest_usual_terminal_every_place_comes_into_sight(
    house: House, run: Run, moves: int
) -> None:
    room = LoopRoom(house, numbered(moves))
    async with run(room, size=(80, 24)) as shown:
        await shown.settle()
        for place in room.loop.places if room.loop else ():
            while place not in room.map.places:
                room.map.walk(1)
                await shown.settle()
            assert f" {place.text.split(' and')[0]} " in shown.text()
        assert "▏" in shown.text()
        room.map.page(-9)
        await shown.settle()
        assert "number 0 " in shown.text()
        room.map.page(9)
        await shown.settle()
        assert "number 0 " not in shown.text()


async def test_a_card_that_is_taller_than_the_window_is_read_to_its_end_first(house: House, run: Run) -> None:
    room = LoopRoom(house, numbered(4))
    async with run(room, size=(60, 18)) as shown:
        await shown.settle()
        assert "number 3 " not in shown.text()
        room.map.walk(1)
        await shown.settle()
        assert (room.map.places[0].text[:8], "number 3 " in shown.text()) == ("number 0", True)
        room.map.walk(-1)
        await shown.settle()
        assert (room.map.places[0].text[:8], "number 0 " in shown.text()) == ("number 0", True)
        for _ in range(2):
            room.map.walk(1)
        await shown.settle()
        assert room.map.places[0].text[:8] == "number 4"


def numbered(moves: int) -> Picture:
    """Return a loop of long texts, each of which begins with its number."""
    numbers: Iterator[int] = iter(range(99))
    return Picture(
        tuple(
            replace(
                turn,
                places=tuple(
                    replace(one, text=f"number {next(numbers)} {'and more ' * 9}") for one in turn.places
                ),
            )
            for turn in picture(moves=moves).turns
        )
    )


async def test_a_click_looks_at_a_box_and_another_opens_it(house: House, run: Run) -> None:
    room = LoopRoom(house, picture())
    async with run(room, size=(112, 32)) as shown:
        await shown.settle()
        rows = shown.lines()
        y = next(number for number, row in enumerate(rows) if "not again" in row)
        x = rows[y].index("not again")
        await shown.pilot.click(offset=(x, y))
        await shown.pilot.click(offset=(x, y))
        await shown.pilot.click(offset=(x, y - 4))
        await shown.settle()
        # Whoever hears that another box is looked at hears of one that is opened too.
        assert sorted(room.heard) == ["opened", "thinks", "thinks"]
        assert heavy(shown) == "thinks"
