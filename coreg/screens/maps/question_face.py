"""A question as it is drawn: a line with words to choose from, a list, a number from 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.practice.completing import MOST, complete, last_piece
from coreg.screens.maps.asked import Asked, Now, line_of, list_lines, scale_line, title_lines
from coreg.widgets.own_line import OwnLine
from coreg.widgets.text import COLUMN, stack

if TYPE_CHECKING:
    from textual.app import ComposeResult

__all__ = ["QuestionFace"]

_FIELD = 2
"""Rows of a field and the gap below it."""


class QuestionFace(Vertical, can_focus=True):
    """Shows what is asked, and what stands there by now."""

    DEFAULT_CSS: ClassVar[str] = """
    QuestionFace { width: 72; max-width: 100%; height: auto; }
    QuestionFace Static { width: 1fr; height: auto; }
    QuestionFace OwnLine, QuestionFace OwnLine:focus {
        display: none; height: auto; max-height: 4; min-height: 1; margin: 1 0 0 0; padding: 0 1;
        border: none; background: $panel; scrollbar-size: 1 1;
    }
    QuestionFace.-written OwnLine { display: block; }
    QuestionFace #rows { margin-top: 1; }
    """

    around: ClassVar[int] = 13
    """Rows of the window that a list has to leave to everything else."""

    def __init__(self) -> None:
        """Begin with nothing to ask."""
        super().__init__()
        self.asked = Asked(Content(""))
        self.now = Now()

    def compose(self) -> ComposeResult:
        """Hold the question, the field, and the list or the numbers."""
        yield Static(id="ask")
        yield OwnLine(id="line")
        yield Static(id="rows")

    @property
    def line(self) -> OwnLine:
        """The field."""
        return self.query_one(OwnLine)

    def ask(self, asked: Asked) -> None:
        """Ask something; the field holds what stood there before."""
        self.asked = asked
        rows = asked.kind in ("choose", "mark")
        number = asked.value if asked.kind == "scale" and not isinstance(asked.value, tuple) else None
        at = asked.value if rows and isinstance(asked.value, int) else 0 if rows else -1
        self.now = Now(at, number, set(asked.marked))
        self.set_class(asked.written, "-written")
        self.line.forget()
        if asked.written:
            self.line.text = line_of(asked.value)
            self.line.move_cursor(self.line.document.end)
            self.line.focus()
        else:
            self.focus()
        self.show()

    def forget(self) -> None:
        """Let go of all that was asked and answered."""
        self.asked, self.now = Asked(Content("")), Now()
        for line in self.query(OwnLine):
            line.forget()
        for shown in self.query("#ask, #rows").results(Static):
            shown.update(Content(""))

    # Showing

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.show()

    def show(self) -> None:
        """Draw the question."""
        width = min(self.size.width or COLUMN, COLUMN)
        self.query_one("#ask", Static).update(stack(title_lines(self.asked)))
        if self.asked.kind == "scale":
            below = [scale_line(self.asked, self.now)]
        else:
            most = self.app.size.height - self.around - (_FIELD if self.asked.written else 0)
            below = list_lines(self.asked, self.now, self.offers(), width, most)
        self.query_one("#rows", Static).update(stack(below))

    def offers(self) -> tuple[str, ...]:
        """Return the words that are offered now."""
        asked = self.asked
        if not asked.written:
            return asked.offered
        typed = last_piece(self.line.text) if asked.kind == "several" else self.line.text
        return complete(typed, asked.offered, len(asked.offered) if asked.kind == "pick" else MOST)
