"""The one line on top: where we are on the left, what is left of it on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.app import RenderResult

__all__ = ["Top"]

_GAP = 2
"""Cells between the place and what is left of it."""


class Top(Widget):
    """Repaints only when one of its two texts changed."""

    DEFAULT_CSS = """
    Top { dock: top; height: 3; padding: 1 3; }
    """

    where: reactive[str] = reactive("", layout=False)
    left: reactive[Content] = reactive(Content(""), layout=False)

    @property
    def beside_place(self) -> int:
        """Cells that there are beside the place."""
        return max(0, self.content_size.width - cell_len(self.where) - _GAP)

    def render(self) -> RenderResult:
        """Draw the program's name, the place, and what is left."""
        width = self.content_size.width
        place = Content.assemble(("coreg", "bold"), "  ", (self.where, "$muted"))
        right = self.left.truncate(max(0, width - 8), ellipsis=True)
        if self.where and place.cell_length + _GAP + right.cell_length > width:
            # Where one is says more than what the program is called.
            place = Content.styled(self.where, "$muted")
        place = place.truncate(max(0, width - right.cell_length - 1), ellipsis=True)
        return Content("").join(
            [place, Content(" " * (width - place.cell_length - right.cell_length)), right]
        )
