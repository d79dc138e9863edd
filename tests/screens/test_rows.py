"""The calm list: it draws what is in sight and no more, and always knows what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from textual.content import Content
from textual.widget import Widget

from coreg.screens.base import Room
from coreg.screens.house import House
from coreg.widgets.rows import Row, Rows
from tests.screens.stage import Run

MANY = 5_000


class ListRoom(Room, inherit_bindings=False):
    """A room with nothing but a list."""

    def __init__(self, house: House) -> None:
        """Begin with an empty list."""
        super().__init__(house)
        self.drawn: list[str] = []
        self.list = Rows[str](self.draw)

    def draw(self, value: str, _width: int) -> Content:
        """Draw a row, and remember that it was."""
        self.drawn.append(value)
        return Content(value)

    def stage(self) -> Iterable[Widget]:
        """Hold the list."""
        self.list.id = "stage"
        yield self.list


def numbered(count: int) -> list[Row[str]]:
    """Return so many rows, each its own thing."""
    return [(number, f"row {number}") for number in range(count)]


async def test_only_rows_in_sight_are_drawn_when_there_are_thousands(house: House, run: Run) -> None:
    room = ListRoom(house)
    async with run(room, size=(80, 24)) as shown:
        room.list.show(numbered(MANY))
        await shown.settle()
        room.drawn.clear()
        room.list.bottom()
        await shown.settle()
        assert 0 < len(room.drawn) < 100
        assert f"row {MANY - 1}" in shown.text()
        assert room.list.at == MANY - 1


async def test_only_what_was_left_and_what_was_gone_to_is_drawn_when_nothing_scrolls(
    house: House, run: Run
) -> None:
    room = ListRoom(house)
    async with run(room, size=(80, 24)) as shown:
        room.list.show([(number // 2, f"row {number}") for number in range(MANY)])
        await shown.settle()
        room.drawn.clear()
        room.list.move(1)
        await shown.settle()
        assert room.drawn == ["row 0", "row 1", "row 2", "row 3"]
        room.drawn.clear()
        room.list.chosen_changed()
        await shown.settle()
        assert room.drawn == ["row 2", "row 3"]


@pytest.mark.sample
@pytest.mark.parametrize(
    ("go", "at"),
    [
        (lambda rows: rows.move(1), 1),
        (lambda rows: rows.move(-1), 0),
        (lambda rows: rows.page(-1), 0),
        (lambda rows: (rows.bottom(), rows.move(1)), 99),
        (lambda rows: (rows.bottom(), rows.page(1)), 99),
        (lambda rows: (rows.bottom(), rows.top()), 0),
        (lambda rows: (rows.page(1), rows.page(-1)), 0),
        (lambda rows: [rows.page(1) for _ in range(40)], 99),
    ],
)
async def test_chosen_row_is_in_sight_wherever_one_goes(
    house: House, run: Run, go: Callable[[Rows[str]], object], at: int
) -> None:
    room = ListRoom(house)
    async with run(room, size=(80, 24)) as shown:
        room.list.show(numbered(100))
        await shown.settle()
        go(room.list)
        await shown.settle()
        assert room.list.at == at
        assert shown.background_of(f"row {at}") not in ("", shown.background_of("coreg"))


async def test_headings_are_never_chosen_by_a_click(house: House, run: Run) -> None:
    room = ListRoom(house)
    async with run(room) as shown:
        room.list.show([(None, "heading"), (1, "one"), (None, ""), (None, "heading"), (2, "two")])
        room.list.move(1)
        chosen = []
        for line in (0, 1, 3):
            await shown.pilot.click(room.list, offset=(2, line))
            await shown.settle()
            chosen.append(room.list.at)
        assert chosen == [2, 1, 1]
