"""A line for one: it folds where it is long, and hands some keys on to the question it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from coreg.record.text import clean, fits
from coreg.widgets.secret import OwnPad

if TYPE_CHECKING:
    from textual.events import Key
    from textual.widgets.text_area import EditResult, Location

__all__ = ["OwnLine"]

_HANDED_ON = frozenset({"enter", "tab", "shift+tab", "up", "down"})


class OwnLine(OwnPad):
    """A line that folds where it is long. What is copied in it stays in it."""

    class Pressed(Message):
        """A key that belongs to the question around it."""

        def __init__(self, key: str) -> None:
            """Say which."""
            super().__init__()
            self.key = key

    async def _on_key(self, event: Key) -> None:
        if event.key in _HANDED_ON:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pressed(event.key))
            return
        await super()._on_key(event)

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        line = clean(insert, multiline=False) if fits(insert) else insert
        return super()._replace_via_keyboard(line, start, end)
