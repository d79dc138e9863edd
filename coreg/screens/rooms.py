"""The rooms that every room can open, by name: each is loaded when somebody first goes in."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.screen import Screen

    from coreg.screens.house import House

__all__ = ["room"]


def room(name: str, house: House) -> Screen[None]:
    """Make the room of this name.

    They are ``"hide"``, ``"help"``, ``"private"``, ``"pause"``, ``"maps"``, ``"scene"``, ``"moment"``,
    ``"opening"`` and ``"hidden"``. The last two stand before locked books, one of them behind a calendar.

    Raises:
        KeyError: there is no such room.
    """
    return _ROOMS[name](house)


def _hide(house: House) -> Screen[None]:
    from coreg.screens.hide import Hide

    return Hide(house)


def _hidden(house: House) -> Screen[None]:
    from coreg.screens.hide import Hide

    return Hide(house, house.come_back)


def _opening(house: House) -> Screen[None]:
    from coreg.screens.vault.opening import OpeningRoom

    return OpeningRoom(house, house.come_back)


def _private(house: House) -> Screen[None]:
    from coreg.screens.vault.door import PrivateDoor

    return PrivateDoor(house)


def _pause(house: House) -> Screen[None]:
    from coreg.screens.timeout.pause import PauseRoom

    return PauseRoom(house, house.pausing.newest)


def _maps(house: House) -> Screen[None]:
    from coreg.screens.maps.atlas import AtlasRoom

    return AtlasRoom(house)


def _scene(house: House) -> Screen[None]:
    from coreg.screens.maps.scenes import ScenesRoom

    return ScenesRoom(house)


def _moment(house: House) -> Screen[None]:
    from coreg.screens.good.moment import MomentRoom

    return MomentRoom(house)


def _help(house: House) -> Screen[None]:
    from coreg.screens.help import Help

    return Help(house)


_ROOMS: Mapping[str, Callable[[House], Screen[None]]] = MappingProxyType(
    {
        "hide": _hide,
        "hidden": _hidden,
        "opening": _opening,
        "private": _private,
        "pause": _pause,
        "maps": _maps,
        "scene": _scene,
        "moment": _moment,
        "help": _help,
    }
)
