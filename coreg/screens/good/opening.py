"""The way to what is good, from wherever somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

    from coreg.screens.house import House

__all__ = ["open_good"]


def open_good(app: App[int], house: House) -> None:
    """Show what helps, and the good moments."""
    from coreg.screens.good.page import GoodRoom

    app.push_screen(GoodRoom(house))
