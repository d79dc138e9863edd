"""A room in which the own key asks the other to be near."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.screens.base import Room

if TYPE_CHECKING:
    from coreg.practice.play import Seat

__all__ = ["Near"]


_SHORT = 76
"""Columns under which there is room for a short word alone."""


class Near(Room, inherit_bindings=False):
    """Whoever would like it presses the own main key; nothing is asked, and nothing keeps who it was."""

    def on_screen_resume(self) -> None:
        """Take the own keys for held until they were silent a while: one that led here asks for nothing."""
        keymap, now = self.house.keymap, self.house.clock()
        for press in (*keymap.by_id["left.main"], *keymap.by_id["right.main"]):
            self.hands, _ = self.hands.press(press, now)

    def main_hint(self, seat: Seat) -> str:
        """Say what the own key does; nothing where the room itself has another use for that key."""
        key = self.house.keymap.by_id[f"{self.house.side(seat)}.main"][0]
        does = self.house.keymap.find(self.place, key) or ""
        words = "near_short" if self.app.size.width < _SHORT else "near"
        return say(f"home.{words}") if does.endswith(".main") else ""

    def main(self, seat: Seat) -> None:
        """Have the other be with the one who pressed."""
        from coreg.screens.begin import begin_company

        begin_company(self.app, self.house, seat, self.hands)
