"""What all pictures of a breath share: they are told how full it is, and write only what changed."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.geometry import Region
from textual.widget import Widget

from coreg.widgets.exact import write_exactly
from coreg.widgets.paint import InkPaint, Paint

if TYPE_CHECKING:
    from textual.strip import Strip

    from coreg.widgets.cells import Canvas

__all__ = ["BreathPicture", "Drawing"]


class Drawing(Protocol):
    """A breath drawn for one size in one set of colours."""

    canvas: Canvas
    paint: Paint

    def move(self, fill: float) -> None:
        """Bring the canvas to a fill of 0 to 1."""


class BreathPicture(Widget):
    """A picture of a breath. It has no clock: :meth:`show` says how full the breath is.

    Its colours are its own ``color`` over its background, and follow the theme. It draws over its
    whole size, so it takes neither border nor padding.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"breath-picture--faint"}
    DEFAULT_CSS = """
    BreathPicture { color: $both; background: $background; }
    BreathPicture > .breath-picture--faint { color: $faint; }
    """

    def __init__(self, *, plain: bool = False, id: str | None = None, classes: str | None = None) -> None:
        """Begin with an empty breath; ``plain`` draws without block and braille characters."""
        super().__init__(id=id, classes=classes)
        self._plain = plain
        self._fill = 0.0
        self._drawing: Drawing | None = None
        self._restyled = True

    @abstractmethod
    def make(self, width: int, height: int, paint: Paint, fill: float) -> Drawing:
        """Return the drawing for this size in cells."""

    def show(self, fill: float) -> None:
        """Show a breath that is ``fill`` full, 0 to 1; only rows that change are drawn again."""
        self._fill = fill
        drawing = self._drawing
        if drawing is None or not self._fits(drawing):
            self.refresh()
            return
        drawing.move(fill)
        if rows := drawing.canvas.changed:
            self.refresh(Region(0, rows.start, drawing.canvas.width, len(rows)))

    def on_mount(self) -> None:
        """Ask the screen to write no more than what changes."""
        write_exactly(self.screen)

    def notify_style_update(self) -> None:
        """Look at the colours again before the next drawing."""
        super().notify_style_update()
        self._restyled = True

    def render_line(self, y: int) -> Strip:
        """Return row ``y``."""
        return self._current().canvas.row(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region, past Textual's cache of styles: the canvas is the cache."""
        rows = [self.render_line(y) for y in crop.line_range]
        if crop.column_span == (0, self.size.width):
            return rows
        return [row.crop(*crop.column_span) for row in rows]

    def _fits(self, drawing: Drawing) -> bool:
        canvas = drawing.canvas
        return not self._restyled and (canvas.width, canvas.height) == self.size

    def _current(self) -> Drawing:
        drawing = self._drawing
        if drawing is None or not self._fits(drawing):
            self._restyled = False
            paint = self._mixed()
            if drawing is None or drawing.paint != paint or not self._fits(drawing):
                drawing = self._drawing = self.make(*self.size, paint, self._fill)
        return drawing

    def _mixed(self) -> Paint:
        return (InkPaint if self.app.native_ansi_color else Paint)(
            background=self.background_colors[1],
            colour=self.styles.color,
            faint=self.get_component_styles("breath-picture--faint").color,
            filters=tuple(self.get_line_filters()),
            plain=self._plain,
        )
