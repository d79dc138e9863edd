"""One question at a time, answered by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.widgets import TextArea

from coreg.practice.completing import pieces, taken
from coreg.screens.maps.asked import marked, pressed_on_scale
from coreg.screens.maps.question_face import QuestionFace
from coreg.widgets.own_line import OwnLine

if TYPE_CHECKING:
    from textual.events import Key

    from coreg.content.map_questions import Reply

__all__ = ["Question"]

_MOVES = {"up": -1, "down": 1}


class Question(QuestionFace):
    """Shows what is asked, and says what was answered."""

    class Said(Message):
        """Something was said to what is asked now."""

        def __init__(self, question: Question) -> None:
            """Carry what stands there; None, "" or () where there is nothing."""
            super().__init__()
            self.reply: Reply = question.reply
            self._question, self._asked = question, question.asked

        @property
        def late(self) -> bool:
            """Whether something else is asked by now, to which this is no answer."""
            return self._asked is not self._question.asked

    class Answered(Said):
        """It is answered, or was passed."""

    class Changed(Said):
        """What stands in the field has changed."""

    class Back(Message):
        """The question before is meant."""

    class Used(Message):
        """Somebody is there."""

    @property
    def reply(self) -> Reply:
        """What it would be answered with now."""
        match self.asked.kind:
            case "scale":
                return self.now.number
            case "choose":
                return self.now.at
            case "mark":
                return tuple(sorted(self.now.marked))
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
        last = len(self.offers()) - 1
        lowest = -1 if self.asked.written else 0
        self.now.at = max(lowest, min(last, self.now.at + steps))
        self.show()

    def _enter(self) -> None:
        """Take the chosen word; with none chosen, this is the answer."""
        if self.asked.written and self.now.at >= 0:
            self._take()
            if self.asked.kind == "several":
                return
        if self.asked.kind == "pick" and self.line.text.strip():
            self._take()
        self.post_message(self.Answered(self))

    def _take(self) -> None:
        """Put the chosen word into the field, or the first."""
        words = self.offers()
        if not self.asked.written or not words:
            return
        word = words[max(0, self.now.at)]
        self.now.at = -1
        self.line.text = taken(self.line.text, word, several=self.asked.kind == "several")
        self.line.move_cursor(self.line.document.end)

    def _mark(self, key: str) -> bool:
        if not marked(self.now, key, len(self.asked.offered)):
            return False
        self.show()
        return True

    def _rate(self, key: str) -> bool:
        if self.asked.kind != "scale":
            return False
        rated = pressed_on_scale(self.now.number, key, far=self.asked.far)
        if rated == "":
            return False
        self.now.number = rated
        self.show()
        self.post_message(self.Changed(self))
        return True

    @on(TextArea.Changed)
    def typed(self, event: TextArea.Changed) -> None:
        """Offer other words for what stands there now."""
        if self.asked.written:
            self.now.at = -1
            self.show()
            self.post_message(self.Changed(self))
