"""A calm list: rows by their keys, one of them chosen, drawn a line at a time however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeAlias, TypeVar

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from coreg.theme import INK
from coreg.widgets.sight import Sight

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from textual import events
    from textual.content import Content

__all__ = ["Draw", "Row", "Rows"]

T = TypeVar("T")

Row: TypeAlias = "tuple[Hashable | None, T]"
"""One line: the key of what it belongs to (None cannot be chosen), and what is drawn there.

Neighbouring lines of one key are one thing that takes several lines.
"""

Draw: TypeAlias = "Callable[[T, int], Content]"
"""Makes one line of a value and a width in cells."""

_WHEEL = 3
_EDGE = 2
"""Cells on the right: a gap, and the mark of how far down this is."""


class Rows(Widget, Generic[T]):
    """Shows what fits. It takes no focus: the room hands it what was pressed."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--at", "rows--bar"}
    DEFAULT_CSS = """
    Rows { width: 1fr; height: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    Rows > .rows--at { background: $panel; color: $foreground; }
    Rows > .rows--bar { color: $faint; }
    """

    class Moved(Message):
        """Another thing was chosen."""

        def __init__(self, rows: Rows[Any]) -> None:
            """Say where."""
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> Rows[Any]:
            """The list in which it was."""
            return self.rows

    class Opened(Moved):
        """The chosen thing was clicked once more."""

    def __init__(self, draw: Draw[T], *, id: str | None = None, marked: bool = True) -> None:
        """Begin empty; ``marked`` shows which thing is chosen."""
        super().__init__(id=id)
        self._draw = draw
        self._rows: Sequence[Row[T]] = ()
        self._sight = Sight()
        self._marked = marked

    # What is shown

    @property
    def at(self) -> Hashable | None:
        """The key of what is chosen; None when there is nothing."""
        return self._sight.at

    def mark(self, marked: bool) -> None:
        """Show which thing is chosen, or no longer."""
        if marked != self._marked:
            self._marked = marked
            self.refresh()

    def show(self, rows: Sequence[Row[T]], at: Hashable | None = None) -> None:
        """Show these rows with ``at`` chosen, else what was chosen before, else what stands in its place."""
        self._rows = rows
        self._sight.show([key for key, _ in rows], at)
        self.refresh()

    def show_from_top(self, rows: Sequence[Row[T]]) -> None:
        """Show other rows from their beginning, the first thing chosen."""
        self._sight.at, self._sight.top = None, 0
        self.show(rows)
        self._sight.top = 0

    # Moving

    def choose(self, key: Hashable) -> None:
        """Choose a thing and bring it into sight; one that is not here changes nothing."""
        self._go(lambda sight: sight.choose(key))

    def move(self, steps: int) -> None:
        """Choose another thing so many further down; one that goes on out of sight is scrolled first."""
        self._go(lambda sight: sight.move(steps))

    def page(self, pages: int) -> None:
        """Go a window further down, and choose what is in sight there."""
        self._go(lambda sight: sight.page(pages))

    def top(self) -> None:
        """Go to the first thing."""
        self._go(Sight.first)

    def bottom(self) -> None:
        """Go to the last thing."""
        self._go(Sight.last)

    def _go(self, going: Callable[[Sight], None]) -> None:
        at, top = self._sight.at, self._sight.top
        going(self._sight)
        if self._sight.top != top:
            self.refresh()
        elif self._sight.at != at:
            self._redraw(at, self._sight.at)
        if self._sight.at != at:
            self.post_message(self.Moved(self))

    # Drawing

    def chosen_changed(self) -> None:
        """Draw the chosen thing again, which alone is to be drawn otherwise than before."""
        self._redraw(self.at)

    def _redraw(self, *keys: Hashable | None) -> None:
        """Draw the lines of these keys again; nothing where none of them is in sight."""
        lines = self._sight.lines(keys)
        if lines:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in lines))

    def on_resize(self) -> None:
        """Keep the chosen thing in sight, and say anew how far down this is."""
        self._sight.height = self.size.height
        self._sight.look()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in sight."""
        width = self.size.width
        number = self._sight.top + y
        if number >= len(self._rows) or width <= _EDGE:
            return Strip.blank(width, self.visual_style.rich_style)
        key, value = self._rows[number]
        chosen = self._marked and key is not None and key == self._sight.at
        style = self.get_visual_style("rows--at") if chosen else self.visual_style
        if chosen and self.app.has_class(INK):
            # Where there are few colours, or none, the ground of what is chosen is that of all the rest.
            style += Style(reverse=True)
        line = self._draw(value, width - _EDGE)
        strips = Visual.to_strips(self, line, width - _EDGE, 1, style, apply_selection=False, pad=True)
        bar = Segment("▏" if y in self._sight.bar() else " ", self.get_visual_style("rows--bar").rich_style)
        return Strip.join([*strips, Strip([Segment(" ", style.rich_style), bar])])

    # The mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look further down."""
        event.stop()
        self._go(lambda sight: sight.scroll(_WHEEL))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look further up."""
        event.stop()
        self._go(lambda sight: sight.scroll(-_WHEEL))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; clicked again, open it."""
        number = self._sight.top + event.y
        key = self._rows[number][0] if number < len(self._rows) else None
        if key is None:
            return
        if key == self.at:
            self.post_message(self.Opened(self))
        else:
            self.choose(key)
