"""The drawing of a loop, through which one can walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from coreg.insight.loop_forms import NARROWEST, lay_out
from coreg.widgets.loop_drawing import ROLES, drawn

if TYPE_CHECKING:
    from textual import events

    from coreg.insight.loop_layout import Layout
    from coreg.insight.loop_picture import Picture, Place
    from coreg.widgets.loop_drawing import Piece

__all__ = ["LoopMap"]

_WHEEL = 3
_BAR = 2
"""Cells on the right, where it is taller than the room: a gap, and the mark of how far down this is."""


class LoopMap(Widget):
    """Draws a loop for the room there is. It takes no focus: the room hands it what was pressed.

    What is looked at is a box, whose frame is heavy: one place of a loop of two moves, a whole move of a
    longer one. Where not all of it fits, to walk brings what is looked at into sight.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"loop-map--{role}" for role in (*ROLES, "bar")}
    DEFAULT_CSS = """
    LoopMap { width: 1fr; height: 1fr; }
    LoopMap > .loop-map--border { color: $muted; }
    LoopMap > .loop-map--rule, LoopMap > .loop-map--bar { color: $faint; }
    LoopMap > .loop-map--at, LoopMap > .loop-map--text { color: $foreground; }
    LoopMap > .loop-map--way { color: $both; }
    LoopMap > .loop-map--title-a, LoopMap > .loop-map--edge-a { color: $seat-a; }
    LoopMap > .loop-map--title-b, LoopMap > .loop-map--edge-b { color: $seat-b; }
    LoopMap > .loop-map--does-a { color: $seat-a; text-style: bold; }
    LoopMap > .loop-map--does-b { color: $seat-b; text-style: bold; }
    """

    class Moved(Message):
        """Another box is looked at."""

        def __init__(self, loop_map: LoopMap) -> None:
            """Say where."""
            super().__init__()
            self.loop_map = loop_map

        @property
        def control(self) -> LoopMap:
            """The drawing in which it was."""
            return self.loop_map

    class Opened(Moved):
        """The box that is looked at was clicked once more."""

    def __init__(self, *, id: str | None = None) -> None:
        """Begin empty."""
        super().__init__(id=id)
        self._picture: Picture | None = None
        self._layout: Layout | None = None
        self._rows: list[list[Piece]] = []
        self._at = 0
        self._top = 0

    # What is shown

    @property
    def places(self) -> tuple[Place, ...]:
        """What is looked at: one place, or all of a move; nothing where no loop is shown."""
        return self._layout.boxes[self._at].places if self._layout is not None else ()

    def show(self, picture: Picture | None) -> None:
        """Show a loop from its beginning, or none."""
        self._picture, self._at, self._top = picture, 0, 0
        self._lay_out()

    def change(self, picture: Picture) -> None:
        """Show the same loop after something in it changed; what is looked at stays, if it is still there."""
        self._picture = picture
        self._lay_out()

    # Moving

    def walk(self, steps: int) -> None:
        """Look at the box so many steps further along the loop, which has no end.

        One that goes on out of sight is read to its end first.
        """
        if self._layout is None:
            return
        box, height = self._layout.boxes[self._at], self.size.height
        below, above = box.bottom - self._top - height, self._top - box.top
        if box.height > height and (below > 0 if steps > 0 else above > 0):
            self.scroll_on(min(below, height - 1) if steps > 0 else -min(above, height - 1))
        else:
            self._look_at((self._at + steps) % len(self._layout.boxes))

    def begin(self) -> None:
        """Look at the first box."""
        self._look_at(0)

    def scroll_on(self, lines: int) -> None:
        """Show what stands so many lines further down, whatever is looked at."""
        self._show_from(self._top + lines)

    def page(self, pages: int) -> None:
        """Show what stands a window further down."""
        self.scroll_on(pages * max(1, self.size.height - 1))

    # Drawing

    def on_resize(self) -> None:
        """Lay it out for the room there is now."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """Draw one row of what is in sight, in the middle of the room there is."""
        ground = self.visual_style.rich_style
        width = self.size.width
        segments: list[Segment] = []
        left, number = self._place(y)
        if self._layout is not None and 0 <= number < self._layout.height:
            x = 0
            for piece in self._rows[number]:
                role = "text" if piece.role == "blank" else piece.role
                style = self.get_component_rich_style(f"loop-map--{role}")
                segments += [Segment(" " * (left + piece.x - x), ground), Segment(piece.text, style)]
                x = left + piece.x + cell_len(piece.text)
        strip = Strip(segments).adjust_cell_length(width, ground)
        if y not in self._bar():
            return strip
        mark = Segment("▏", self.get_component_rich_style("loop-map--bar"))
        return Strip.join([strip.crop(0, width - 1), Strip([mark])])

    def _place(self, y: int) -> tuple[int, int]:
        """Return the column at which the drawing begins, and which of its rows stands on a line."""
        if self._layout is None:
            return 0, -1
        width, height = self.size
        above = max(0, height - self._layout.height) // 2
        return max(0, width - self._layout.width) // 2, y + self._top - above

    def _bar(self) -> range:
        """Return the lines on which a mark of how far down this is stands; none if all is in sight."""
        height = self.size.height
        if self._layout is None or self._layout.height <= height:
            return range(0)
        long = max(1, height * height // self._layout.height)
        start = (height - long) * self._top // (self._layout.height - height)
        return range(start, start + long)

    def _lay_out(self) -> None:
        width, height = self.size
        if self._picture is None or not width:
            self._layout = None
        else:
            self._layout = lay_out(self._picture, max(NARROWEST, width), height, cell_len)
            if self._layout.height > height:
                self._layout = lay_out(self._picture, max(NARROWEST, width - _BAR), height, cell_len)
        self._draw()

    def _draw(self) -> None:
        layout = self._layout
        if layout is not None:
            self._at = min(self._at, len(layout.boxes) - 1)
            self._rows = drawn(layout, cell_len, self._at)
            box = layout.boxes[self._at]
            self._show_from(min(max(self._top, box.bottom - self.size.height), box.top))
        self.refresh()

    def _look_at(self, box: int) -> None:
        if self._layout is not None and box != self._at:
            self._at = box
            self._draw()
            self.post_message(self.Moved(self))

    def _show_from(self, top: int) -> None:
        if self._layout is not None:
            self._top = max(0, min(top, self._layout.height - self.size.height))
            self.refresh()

    # The mouse

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look further down."""
        event.stop()
        self.scroll_on(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look further up."""
        event.stop()
        self.scroll_on(-_WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Look at the box that was clicked; clicked again, open it."""
        left, row = self._place(event.y)
        boxes = self._layout.boxes if self._layout is not None else ()
        for number, box in enumerate(boxes):
            if box.left <= event.x - left < box.right and box.top <= row < box.bottom:
                if number == self._at:
                    self.post_message(self.Opened(self))
                self._look_at(number)
