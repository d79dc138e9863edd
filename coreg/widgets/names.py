"""Two names, each written where its person sits."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.record.text import clean
from coreg.widgets.field import LineField
from coreg.widgets.text import SEAT_STYLE

if TYPE_CHECKING:
    from textual.app import ComposeResult

__all__ = ["LONGEST", "NameFields", "wrong_names"]

LONGEST = 40
"""Characters and cells that a name takes at most."""


def wrong_names(left: str, right: str) -> tuple[str, str]:
    """Return which side needs another name and the words key of why; ("", "") when both hold."""
    for side, name in (("left", left), ("right", right)):
        if not any(character.isalnum() for character in name):
            return side, "welcome.name.missing"
        if max(len(name), Content(name).cell_length) > LONGEST:
            return side, "welcome.name.long"
    if left.casefold() == right.casefold():
        return "right", "welcome.name.same"
    return "", ""


class NameFields(Horizontal):
    """A field on the left and one on the right; ``tab`` and ``enter`` lead from one to the other."""

    DEFAULT_CSS: ClassVar[str] = """
    NameFields { width: 72; max-width: 100%; height: 3; }
    NameFields Vertical { width: 1fr; height: 3; }
    NameFields #on-right { margin-left: 4; }
    NameFields Static { height: 1; margin-bottom: 1; }
    NameFields LineField { width: 1fr; height: 1; padding: 0 1; border: none; background: $surface; }
    NameFields LineField:focus { background: $panel; }
    """

    def __init__(self, left_seat: str = "a", right_seat: str = "b") -> None:
        """Begin empty; the seats say in whose colour each side is written."""
        super().__init__()
        self._seats = {"left": left_seat, "right": right_seat}

    def compose(self) -> ComposeResult:
        """Hold a word and a field for each side."""
        for side, seat in self._seats.items():
            with Vertical(id=f"on-{side}"):
                yield Static(Content.styled(say(f"welcome.name.{side}"), SEAT_STYLE[seat]))
                yield LineField(id=side)

    def field(self, side: str) -> LineField:
        """Return the field of one side."""
        return self.query_one(f"#{side}", LineField)

    def write(self, left: str, right: str) -> None:
        """Put names into the fields."""
        for side, name in (("left", left), ("right", right)):
            field = self.field(side)
            field.value = name
            field.cursor_position = len(name)

    def names(self) -> tuple[str, str]:
        """Return both names as they would be kept: one line, clean, without blanks around them."""
        left, right = (clean(self.field(side).value, multiline=False).strip() for side in ("left", "right"))
        return left, right

    def turn(self) -> None:
        """Go to the other field."""
        self.field("right" if self.field("left").has_focus else "left").focus()
