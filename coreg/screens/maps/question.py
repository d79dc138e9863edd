"""One question at a time: a line with words to choose from, a list, a number from 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from coreg.practice.completing import MOST, complete, last_piece, pieces, taken
from coreg.screens.maps.asked import (
    Asked,
    Now,
    line_of,
    list_lines,
    marked,
    pressed_on_scale,
    scale_line,
    title_lines,
)
from coreg.widgets.own_line import OwnLine
from coreg.widgets.text import COLUMN, stack

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Key

    from coreg.content.map_questions import Reply

__all__ = ["Question"]

_MOVES = {"up": -1, "down": 1}


class Question(Vertical, can_focus=True):
    """Shows what is asked, and says what was answered."""

    DEFAULT_CSS: ClassVar[str] = """
    Question { width: 72; max-width: 100%; height: auto; }
    Question Static { width: 1fr; height: auto; }
    Question OwnLine, Question OwnLine:focus {
        display: none; height: auto; max-height: 4; min-height: 1; margin: 1 0 0 0; padding: 0 1;
        border: none; background: $panel; scrollbar-size: 1 1;
    }
    Question.-written OwnLine { display: block; }
    Question #rows { margin-top: 1; }
    """

    class Answered(Message):
        """It is answered, or was passed."""

        def __init__(self, reply: Reply) -> None:
            """Carry the answer; None, "" or () where it was passed."""
            super().__init__()
            self.reply = reply

    class Changed(Message):
        """What stands in the field has changed."""

        def __init__(self, reply: Reply) -> None:
            """Carry what stands there."""
            super().__init__()
            self.reply = reply

    class Back(Message):
        """The question before is meant."""

    class Used(Message):
        """Somebody is there."""

    def __init__(self) -> None:
        """Begin with nothing to ask."""
        super().__init__()
        self.asked = Asked(Content(""))
        self._now = Now()

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
        self._now = Now(at, number, set(asked.marked))
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
        self.asked, self._now = Asked(Content("")), Now()
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
        scale = self.asked.kind == "scale"
        words = () if scale else self.words()
        below = (
            [scale_line(self.asked, self._now)] if scale else list_lines(self.asked, self._now, words, width)
        )
        self.query_one("#rows", Static).update(stack(below))

    def words(self) -> tuple[str, ...]:
        """Return the words that are offered now."""
        asked = self.asked
        if not asked.written:
            return asked.offered
        typed = last_piece(self.line.text) if asked.kind == "several" else self.line.text
        return complete(typed, asked.offered, len(asked.offered) if asked.kind == "pick" else MOST)

    # Answering

    @property
    def reply(self) -> Reply:
        """What it would be answered with now."""
        match self.asked.kind:
            case "scale":
                return self._now.number
            case "choose":
                return self._now.at
            case "mark":
                return tuple(sorted(self._now.marked))
            case "several":
                return pieces(self.line.text)
            case _:
                return self.line.text.strip()

    @on(OwnLine.Pressed)
    def pressed_in_line(self, event: OwnLine.Pressed) -> None:
        """Answer, go back, or choose one of the words."""
        event.stop()
        self._press(event.key)

    def on_key(self, event: Key) -> None:
        """Answer, go back, move through the list or the numbers."""
        if not self.asked.written and self._press(event.key):
            event.stop()
            event.prevent_default()

    def _press(self, key: str) -> bool:
        self.post_message(self.Used())
        if key == "shift+tab":
            self.post_message(self.Back())
        elif key in _MOVES:
            self._move(_MOVES[key])
        elif key == "enter":
            self._enter()
        elif key == "tab":
            self._take()
        else:
            return self._mark(key) if self.asked.kind == "mark" else self._rate(key)
        return True

    def _move(self, steps: int) -> None:
        if self.asked.kind == "scale":
            self._rate("right" if steps < 0 else "left")
            return
        last = len(self.words()) - 1
        lowest = -1 if self.asked.written else 0
        self._now.at = max(lowest, min(last, self._now.at + steps))
        self.show()

    def _enter(self) -> None:
        """Take the chosen word; with none chosen, this is the answer."""
        if self.asked.written and self._now.at >= 0:
            self._take()
            if self.asked.kind == "several":
                return
        if self.asked.kind == "pick" and self.line.text.strip():
            self._take()
        self.post_message(self.Answered(self.reply))

    def _take(self) -> None:
        """Put the chosen word into the field, or the first."""
        words = self.words()
        if not self.asked.written or not words:
            return
        word = words[max(0, self._now.at)]
        self._now.at = -1
        self.line.text = taken(self.line.text, word, several=self.asked.kind == "several")
        self.line.move_cursor(self.line.document.end)

    def _mark(self, key: str) -> bool:
        if not marked(self._now, key, len(self.asked.offered)):
            return False
        self.show()
        return True

    def _rate(self, key: str) -> bool:
        if self.asked.kind != "scale":
            return False
        rated = pressed_on_scale(self._now.number, key, far=self.asked.far)
        if rated == "":
            return False
        self._now.number = rated
        self.show()
        self.post_message(self.Changed(self.reply))
        return True

    @on(TextArea.Changed)
    def typed(self, event: TextArea.Changed) -> None:
        """Offer other words for what stands there now."""
        if self.asked.written:
            self._now.at = -1
            self.show()
            self.post_message(self.Changed(self.reply))
