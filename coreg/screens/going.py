"""Going through the few rows of a room by keys, and drawing the chosen one."""

from __future__ import annotations

from abc import abstractmethod

from textual.content import Content

__all__ = ["Going", "drawn"]


def drawn(parts: Content, width: int, *, chosen: bool) -> Content:
    """Return a row in so many cells; the chosen one has a mark, and a ground as wide as the list."""
    line = Content.assemble((" › " if chosen else "   ", "$both"), parts).truncate(width, ellipsis=True)
    return line.pad_right(width - line.cell_length).stylize_before("on $panel") if chosen else line


class Going:
    """``up`` and ``down`` go to the next row, ``home`` and ``end`` to the first and the last."""

    at = 0
    """The chosen row."""

    @abstractmethod
    def count(self) -> int:
        """Return how many rows there are."""

    @abstractmethod
    def gone(self) -> None:
        """Show that another row is chosen, and let go of what was said about the one before."""

    def go_to(self, index: int) -> None:
        """Choose a row, or the nearest there is."""
        self.at = max(0, min(self.count() - 1, index))
        self.gone()

    def do_list_up(self) -> None:
        """Go to the row above."""
        self.go_to(self.at - 1)

    def do_list_down(self) -> None:
        """Go to the row below."""
        self.go_to(self.at + 1)

    def do_list_top(self) -> None:
        """Go to the first row."""
        self.go_to(0)

    def do_list_bottom(self) -> None:
        """Go to the last row."""
        self.go_to(self.count() - 1)
