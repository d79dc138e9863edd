"""The bell of a return."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

    from coreg.screens.house import House

__all__ = ["ring_for_return"]


def ring_for_return(app: App[int], house: House) -> None:
    """Ring, once each, two minutes before a return and at it; a hidden screen stays silent.

    The window is named by nothing but the clock: whoever reads it learns the time.
    """
    if not house.pausing.announced():
        return
    # Loaded only when there is something to ring for: home needs none of it.
    from coreg.screens.hearing import wish
    from coreg.screens.hide import Hide

    house.show_title(f"{house.now():%H:%M}")
    if not isinstance(app.screen, Hide) and wish(house).way != "off":
        app.bell()
