"""What all moving pictures share: they are told what to show, and write only what changed."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from textual.geometry import Region
from textual.widget import Widget

from coreg.theme import ASCII, INK
from coreg.widgets.paint import InkPaint, Paint

if TYPE_CHECKING:
    from textual.color import Color
    from textual.strip import Strip

    from coreg.widgets.cells import Canvas

__all__ = ["Drawing", "Picture"]

Moment = TypeVar("Moment")
MomentIn_contra = TypeVar("MomentIn_contra", contravariant=True)
Paints = TypeVar("Paints")


class Drawing(Protocol[MomentIn_contra]):
    """A picture drawn for one size in one set of colours."""

    canvas: Canvas

    def move(self, moment: MomentIn_contra, /) -> None:
        """Bring the canvas to a moment."""


class Picture(Widget, Generic[Moment, Paints]):
    """A picture without a clock, which is told each moment.

    It draws over its whole size, so it takes neither border nor padding. Its colours follow the theme; it is
    drawn in ink alone where the app has the class ``theme.INK``, and in ASCII with ``theme.ASCII``.
    """

    ALLOW_SELECT = False

    def __init__(
        self, moment: Moment, *, plain: bool = False, id: str | None = None, classes: str | None = None
    ) -> None:
        """Begin at a moment; ``plain`` draws in ASCII whatever the app says."""
        super().__init__(id=id, classes=classes)
        self._plain = plain
        self._moment = moment
        self._drawing: Drawing[Moment] | None = None
        self._paints: Paints | None = None
        self._restyled = True

    @abstractmethod
    def mixed(self) -> Paints:
        """Return the paints of this moment's style."""

    @abstractmethod
    def drawn(self, paints: Paints, moment: Moment) -> Drawing[Moment]:
        """Return the drawing for the size there is."""

    def show_moment(self, moment: Moment) -> None:
        """Show a moment; only rows that change are drawn again."""
        self._moment = moment
        drawing = self._drawing
        if drawing is None or not self._fits(drawing):
            self.refresh()
            return
        drawing.move(moment)
        if rows := drawing.canvas.changed:
            self.refresh(Region(0, rows.start, drawing.canvas.width, len(rows)))

    def paint(self, colour: Color, faint: Color) -> Paint:
        """Return a paint of a colour for the terminal there is."""
        ink = self.app.native_ansi_color or self.app.has_class(INK)
        return (InkPaint if ink else Paint)(
            background=self.background_colors[1],
            colour=colour,
            faint=faint,
            filters=tuple(self.get_line_filters()),
            plain=self._plain or self.app.has_class(ASCII),
        )

    def notify_style_update(self) -> None:
        """Look at the colours again before the next drawing."""
        super().notify_style_update()
        self._restyled = True

    def render_line(self, y: int) -> Strip:
        """Return row ``y``."""
        return self._current().canvas.row(y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of a region, past Textual's cache of styles: the canvas is the cache."""
        canvas = self._current().canvas
        rows: list[Strip] = [canvas.row(y) for y in crop.line_range]
        if crop.column_span == (0, canvas.width):
            return rows
        return [row.crop(*crop.column_span) for row in rows]

    def _fits(self, drawing: Drawing[Moment]) -> bool:
        canvas = drawing.canvas
        return not self._restyled and (canvas.width, canvas.height) == self.size

    def _current(self) -> Drawing[Moment]:
        drawing = self._drawing
        if drawing is None or not self._fits(drawing):
            self._restyled = False
            paints = self.mixed()
            if drawing is None or self._paints != paints or not self._fits(drawing):
                self._paints = paints
                drawing = self._drawing = self.drawn(paints, self._moment)
        return drawing
