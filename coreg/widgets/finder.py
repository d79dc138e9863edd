"""The field to search in: arrows move the list below it while it keeps the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from coreg.widgets.field import LineField

if TYPE_CHECKING:
    from textual.events import Key

__all__ = ["Finder"]

_STEPS = {"up": (-1, False), "down": (1, False), "pageup": (-1, True), "pagedown": (1, True)}


class Finder(LineField):
    """One line; what is typed is searched for at once."""

    DEFAULT_CSS = """
    Finder, Finder:focus {
        display: none; height: 1; width: 1fr; border: none; padding: 0 1; background: $panel;
    }
    Finder.-open { display: block; }
    """

    class Moved(Message):
        """An arrow or page key was pressed: so many steps, or pages, further down."""

        def __init__(self, steps: int, *, pages: bool) -> None:
            """Say how far."""
            super().__init__()
            self.steps = steps
            self.pages = pages

    @property
    def is_open(self) -> bool:
        """Whether a search is on."""
        return self.has_class("-open")

    def open(self) -> None:
        """Show the field, ready to type in."""
        self.add_class("-open")
        self.focus()

    def close(self) -> None:
        """Forget the search."""
        self.remove_class("-open")
        self.value = ""

    def on_key(self, event: Key) -> None:
        """Hand the keys that move through the list on to it."""
        if event.key in _STEPS:
            event.stop()
            event.prevent_default()
            steps, pages = _STEPS[event.key]
            self.post_message(self.Moved(steps, pages=pages))
