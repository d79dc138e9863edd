"""The rooms that every room can open, by name: each is loaded when somebody first goes in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from coreg.screens.house import House

__all__ = ["room"]


def room(name: str, house: House) -> Screen[None]:
    """Make the room of this name.

    They are ``"hide"``, ``"help"``, ``"private"``, ``"pause"``, ``"moment"``, ``"opening"`` and ``"hidden"``.
    The last two stand before locked books, one of them behind a calendar.

    Raises:
        KeyError: there is no such room.
    """
    if name == "hide":
        from coreg.screens.hide import Hide

        return Hide(house)
    if name == "hidden":
        from coreg.screens.hide import Hide

        return Hide(house, house.come_back)
    if name == "opening":
        from coreg.screens.vault.opening import OpeningRoom

        return OpeningRoom(house, house.come_back)
    if name == "private":
        from coreg.screens.vault.door import PrivateDoor

        return PrivateDoor(house)
    if name == "pause":
        from coreg.screens.timeout.pause import PauseRoom

        return PauseRoom(house, house.pausing.newest)
    if name == "moment":
        from coreg.screens.good.moment import MomentRoom

        return MomentRoom(house)
    if name == "help":
        from coreg.screens.help import Help

        return Help(house)
    raise KeyError(name)
