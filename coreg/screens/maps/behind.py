"""Keeping what is typed a moment behind the typing, and at once when a screen may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.evening.drafting import BEHIND

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from coreg.screens.house import House

__all__ = ["Behind"]


class Behind:
    """One screen's draft. It is on its way to the disk within half a second of the first letter."""

    def __init__(self, screen: Screen[None], house: House, keep: Callable[[], None]) -> None:
        """Take what keeps the draft as it is."""
        self._screen = screen
        self._house = house
        self._keep = keep
        self._waits = False
        house.drafts[screen] = self.now

    def typed(self) -> None:
        """Have it kept soon."""
        if not self._waits:
            self._waits = True
            self._screen.set_timer(BEHIND, self.now)

    def now(self) -> None:
        """Have it kept at once, if there is anything that is not."""
        if self._waits:
            self._waits = False
            self._keep()

    def end(self) -> None:
        """Have it kept, and look after it no more."""
        self.now()
        self._house.drafts.pop(self._screen, None)
