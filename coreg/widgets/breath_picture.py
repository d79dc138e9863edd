"""What all pictures of one breath share: they are told how full it is."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, TypeAlias

from coreg.widgets.paint import Paint
from coreg.widgets.picture import Drawing, Picture

__all__ = ["BreathDrawing", "BreathPicture"]

BreathDrawing: TypeAlias = Drawing[float]
"""A breath drawn for one size: its moments are fills of 0 to 1."""


class BreathPicture(Picture[float, Paint]):
    """A picture of a breath. It has no clock: :meth:`show` says how full the breath is.

    Its colours are its own ``color`` over its background.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"breath-picture--faint"}
    DEFAULT_CSS = """
    BreathPicture { color: $both; background: $background; }
    BreathPicture > .breath-picture--faint { color: $faint; }
    """

    def __init__(self, *, plain: bool = False, id: str | None = None, classes: str | None = None) -> None:
        """Begin with an empty breath; ``plain`` draws without block and braille characters."""
        super().__init__(0.0, plain=plain, id=id, classes=classes)

    @abstractmethod
    def make(self, width: int, height: int, paint: Paint, fill: float) -> BreathDrawing:
        """Return the drawing for this size in cells."""

    def show(self, fill: float) -> None:
        """Show a breath that is ``fill`` full, 0 to 1; only rows that change are drawn again."""
        self.show_moment(fill)

    def mixed(self) -> Paint:
        """Return the paint of its own colour."""
        return self.paint(self.styles.color, self.get_component_styles("breath-picture--faint").color)

    def drawn(self, paints: Paint, moment: float) -> BreathDrawing:
        """Return the drawing for the size there is."""
        return self.make(*self.size, paints, moment)
