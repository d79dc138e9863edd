"""What every stage can do: be shown a view. Most stages are a few lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.content import Content

from coreg.content import say
from coreg.practice.beside import BREATHS_AFTER
from coreg.widgets.lines import Lines
from coreg.widgets.text import centred_rows

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
    """A stage that is text alone: ``lines`` says what, and only what changed of it is drawn."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._text = Lines()

    def compose(self) -> Sequence[Lines]:
        """Hold one text."""
        return [self._text]

    def lines(self, view: View) -> Sequence[Content]:
        """Return the lines, top to bottom."""
        return (view.words("title", "bold"), Content(""), view.words("text"))

    def show(self, view: View) -> None:
        """Draw the lines that changed."""
        self.drawn = view
        self._text.show(centred_rows(self.lines(view), self.size.width or 80))
