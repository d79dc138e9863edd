"""The ways to the path of a new map, and to the maps of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

    from coreg.screens.house import House

__all__ = ["open_own", "open_path"]


def open_path(app: App[Any], house: House) -> None:
    """Begin a new map, or go on with one that was left: whose it is, and for whom, is asked first."""
    from coreg.screens.maps.entrance import EntranceRoom

    app.push_screen(EntranceRoom(house))


def open_own(app: App[Any], house: House) -> None:
    """Show the maps of one of the two: those for both, and, behind their passphrase, those for one."""
    from coreg.screens.maps.own_door import OwnDoor

    app.push_screen(OwnDoor(house))
