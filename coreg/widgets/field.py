"""Fields to write in. A paste that does not fit inserts nothing and says so; nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widgets import Input, TextArea

from coreg.record.text import LIMIT, LINE_LIMIT, clean

if TYPE_CHECKING:
    from textual.events import Paste
    from textual.widgets.text_area import EditResult, Location

__all__ = ["LINE_LIMIT", "LineField", "NotePad", "TooLong"]

_MOST = 20 * LIMIT
"""Characters of a paste above which it is not even looked at: what fits is far less."""


class TooLong(Message):
    """Something was typed or pasted that does not fit; nothing of it was taken."""

    def __init__(self, limit: int) -> None:
        """Say how much fits."""
        super().__init__()
        self.limit = limit


class LineField(Input):
    """One line, at most :data:`LINE_LIMIT` characters."""

    DEFAULT_CSS = """
    LineField > .input--placeholder { color: $muted; }
    LineField:focus { background-tint: $foreground 0%; }
    """

    writes: ClassVar[bool] = True
    """Letters are text here, never own keys."""

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:
        """Begin empty."""
        super().__init__(
            placeholder=placeholder, id=id, max_length=LINE_LIMIT, compact=True, select_on_focus=False
        )

    def validate_value(self, value: str) -> str:
        """Keep out what a terminal would obey, wherever the text comes from."""
        return clean(value, multiline=False)

    def restricted(self) -> None:
        """Say that it does not fit; nothing of it was taken."""
        self.post_message(TooLong(self.max_length or LINE_LIMIT))

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def action_paste(self) -> None:
        """Put in what was copied here before."""
        self._take(self.app.clipboard)

    def _take(self, text: str) -> None:
        if len(text) > _MOST:
            self.restricted()
        else:
            self.replace(clean(text, multiline=False), *self.selection)


class NotePad(TextArea):
    """Several lines, at most :data:`coreg.record.text.LIMIT` characters."""

    DEFAULT_CSS = """
    NotePad .text-area--placeholder { color: $muted; }
    NotePad:focus { background-tint: $foreground 0%; }
    """

    writes: ClassVar[bool] = True
    """Letters are text here, never own keys."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        """Begin with a text."""
        super().__init__(
            clean(text),
            id=id,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            placeholder=placeholder,
        )
        self.cursor_blink = False

    def on_unmount(self) -> None:
        """Be forgotten, and the text with it: Textual's app goes on holding whatever watched its theme."""
        watchers = getattr(self.app, "__watchers", {}).get("theme", [])
        watchers[:] = [watcher for watcher in watchers if watcher[0] is not self]

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        # Whatever is typed, pasted or put back in from a copy comes through here.
        text = clean(insert) if len(insert) <= _MOST else insert
        if len(text) > LIMIT - len(self.text) + len(self.selected_text):
            self.post_message(TooLong(LIMIT))
            return None
        return super()._replace_via_keyboard(text, start, end)
