"""What every stage can do: be shown a view. Most stages are a few lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.practice.beside import BREATHS_AFTER
from coreg.widgets.text import centred

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.widgets.steps.view import View

__all__ = ["Stage", "TextStage", "breaths_offer"]


class Stage(Container):
    """The middle of the screen for one kind of step."""

    rate: float = 1.0
    """Seconds between two looks; the clock decides what they show."""

    drawn: View | None = None
    """What a stage of text shows, which is folded anew where its width changes."""

    DEFAULT_CSS = """
    Stage { width: 1fr; height: 1fr; align: center middle; }
    """

    def show(self, view: View) -> None:
        """Show the sitting as it is."""

    def on_resize(self) -> None:
        """Fold the same text anew: before a stage is first seen there is no width to fold it to."""
        if self.drawn is not None:
            self.show(self.drawn)

    def wait(self, view: View) -> float:
        """Return the seconds until this stage shows something else by itself."""
        return 1.0

    def begin(self, view: View) -> None:
        """Show a step that has just begun."""
        self.show(view)


def breaths_offer(view: View, since: float) -> list[Content]:
    """Return the offer of small breaths, once somebody has waited a while; it says nothing of who."""
    if view.t - since < BREATHS_AFTER:
        return [Content(""), Content("")]
    words = say("practice.breaths_offer", key=view.keymap.label("practice.breaths"))
    return [Content(""), Content.styled(words, "$both")]


class TextStage(Stage):
    """A stage that is text alone: ``lines`` says what, a repaint happens only when it changed."""

    DEFAULT_CSS = """
    TextStage > Static { width: 1fr; height: auto; }
    """

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._text = Static(Content(""))
        self._shown: tuple[Content, ...] = ()
        self._width = 0

    def compose(self) -> Sequence[Static]:
        """Hold one text."""
        return [self._text]

    def lines(self, view: View) -> Sequence[Content]:
        """Return the lines, top to bottom."""
        return (view.words("title", "bold"), Content(""), view.words("text"))

    def show(self, view: View) -> None:
        """Draw the lines if they changed."""
        self.drawn = view
        width = self.size.width or 80
        lines = tuple(self.lines(view))
        if lines == self._shown and width == self._width:
            return
        same_height = len(lines) == len(self._shown) and width == self._width
        self._shown, self._width = lines, width
        self._text.update(centred(lines, width), layout=not same_height)
