"""A room that is left in the moment in which it was to be drawn: nothing of it is drawn any more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from coreg.screens.base import Room
from coreg.screens.breaths import Breaths
from coreg.screens.house import House
from coreg.screens.vault.offer import OfferRoom
from coreg.screens.vault.settings import VaultRoom
from tests.screens.stage import Run


async def test_what_a_room_has_still_to_draw_is_let_go_when_it_is_left(run: Run, house: House) -> None:
    """Textual would do it with none of the room's parts there any more, and end the program over it."""
    async with run(Room(house)) as shown:
        room, drawn = Breaths(house), list[str]()
        shown.app.push_screen(room)
        await shown.settle()
        room.soon(lambda: drawn.append("while it is there"))
        await shown.settle()
        room.soon(lambda: drawn.append("when it is gone"))
        room.dismiss()
        await shown.settle()
        assert shown.is_open
        assert drawn == ["while it is there"]


@pytest.mark.parametrize(
    ("make", "draws"),
    [(VaultRoom, "show"), (lambda house: OfferRoom(house, lambda: None), "waits")],
    ids=["lock", "offer"],
)
async def test_a_room_that_is_left_as_the_window_changes_is_not_drawn_any_more(
    run: Run, house: House, make: Callable[[House], VaultRoom | OfferRoom], draws: str
) -> None:
    async with run(Room(house)) as shown:
        room, drawn = make(house), list[str]()
        shown.app.push_screen(room)
        await shown.settle()
        setattr(room, draws, lambda: drawn.append(draws))
        room.on_resize()
        room.dismiss()
        await shown.settle()
        assert shown.is_open
        assert not drawn
