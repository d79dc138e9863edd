"""Lines as they were laid out: of a change the lines that are other than before are drawn, no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content

__all__ = ["Lines"]


class Lines(Widget):
    """As high as it has lines. What does not fit into its width is cut: it folds nothing."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Lines { width: 1fr; height: 0; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Begin empty."""
        super().__init__(id=id)
        self._lines: tuple[Content, ...] = ()

    def show(self, lines: Iterable[Content]) -> None:
        """Show these lines."""
        before, self._lines = self._lines, tuple(lines)
        # Asked for until it is there: Textual 8 can lose a second wish for a layout while a first one waits.
        if not len(before) == len(self._lines) == self.size.height:
            self.styles.height = len(self._lines)
            self.refresh(layout=True)
            return
        both = enumerate(zip(before, self._lines, strict=True))
        if changed := [y for y, (old, new) in both if not old.is_same(new)]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, style = self.size.width, self.visual_style
        if y >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        return Strip.join(
            Visual.to_strips(self, self._lines[y], width, 1, style, apply_selection=False, pad=True)
        )
