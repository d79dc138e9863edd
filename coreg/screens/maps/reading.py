"""A page to read, among what the two look at together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.screens.maps.mapped import Mapped
from coreg.widgets.blocks import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.widgets.blocks import Block
    from coreg.widgets.seats import Hint

__all__ = ["ReadingRoom"]


class ReadingRoom(Mapped, inherit_bindings=False):
    """One card with blocks of text. Nothing of it is read from the books again."""

    where = "loops.where"

    def __init__(self, house: House, blocks: Sequence[Block] = ()) -> None:
        """Take the blocks."""
        super().__init__(house)
        self._blocks = blocks

    def stage(self) -> Iterable[Widget]:
        """One card."""
        yield Vertical(Vertical(Page(id="page"), id="card"), Static(Content(""), id="told"), id="stage")

    @property
    def page(self) -> Page:
        """The page."""
        return self.query_one(Page)

    def reload(self) -> None:
        """Show what was handed in."""
        self.page.put(self._blocks, again=True)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Go back."""
        return ((self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")),)
