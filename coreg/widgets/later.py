"""A place to write a later word in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.widgets.field import LineField

if TYPE_CHECKING:
    from collections.abc import Hashable

    from textual.app import ComposeResult

__all__ = ["LaterWord"]


class LaterWord(Vertical):
    """A title and a line below the page; ``under`` is the key of what it will stand under."""

    DEFAULT_CSS = """
    LaterWord { display: none; height: 4; margin-top: 1; }
    LaterWord.-open { display: block; }
    LaterWord Static { height: 1; width: 1fr; }
    LaterWord LineField, LaterWord LineField:focus {
        height: 1; width: 1fr; border: none; margin-top: 1; padding: 0 1; background: $panel;
    }
    """

    def __init__(self) -> None:
        """Begin closed."""
        super().__init__()
        self.under: Hashable | None = None

    def compose(self) -> ComposeResult:
        """Hold a title and a line."""
        yield Static()
        yield LineField(id="later")

    @property
    def text(self) -> str:
        """What is typed, without blanks around it."""
        return self.query_one(LineField).value.strip()

    def open(self, under: Hashable, title: Content, text: str = "") -> None:
        """Open under something, with what was typed there before."""
        self.under = under
        self.query_one(Static).update(title)
        self.put(text)
        self.add_class("-open")
        self.query_one(LineField).focus()

    def put(self, text: str) -> None:
        """Have a text stand in the line, ready to be written on."""
        field = self.query_one(LineField)
        field.value = text
        field.cursor_position = len(field.value)

    def put_before(self, text: str) -> None:
        """Have a text stand in front of what is typed already."""
        self.put(text + self.query_one(LineField).value)

    def close(self) -> None:
        """Close: nothing is written here any more."""
        self.under = None
        self.remove_class("-open")
