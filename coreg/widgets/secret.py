"""Fields for what nobody else shall see: a passphrase, a private note. Neither is offered to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from coreg.record.text import clean
from coreg.widgets.field import NotePad, TooLong

if TYPE_CHECKING:
    from textual.events import Key, Paste

__all__ = ["SECRET_LIMIT", "OwnPad", "SecretField"]

SECRET_LIMIT = 1_024
"""Characters of a passphrase."""


class SecretField(Input):
    """One line that shows a dot for every character until its owner would like to see what is typed."""

    writes: ClassVar[bool] = True
    """Letters are text here, never own keys."""

    DEFAULT_CSS = """
    SecretField { width: 56; max-width: 100%; height: 1; padding: 0 1; border: none; background: $surface; }
    SecretField:focus { background: $panel; border: none; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        """Begin empty and masked."""
        super().__init__(
            id=id,
            password=True,
            max_length=SECRET_LIMIT,
            compact=True,
            select_on_focus=False,
            highlighter=None,
        )
        self.cursor_blink = False
        self._again = False

    def on_input_submitted(self) -> None:
        """Let the next letter, or a paste, begin anew where what was tried still stands: it did not fit."""
        self._again = True

    async def _on_key(self, event: Key) -> None:
        if event.is_printable and self._again:
            self.value = ""
        self._again = False
        await super()._on_key(event)

    def validate_value(self, value: str) -> str:
        """Keep out what a terminal would obey, wherever the text comes from."""
        return clean(value, multiline=False)

    def restricted(self) -> None:
        """Say that it does not fit; nothing of it was taken."""
        self.post_message(TooLong(SECRET_LIMIT))

    def forget(self) -> None:
        """Let go of what was typed, and mask what comes next."""
        self.value = ""
        self.password = True

    def on_unmount(self) -> None:
        """Let go of what was typed; nobody is told."""
        self.set_reactive(Input.value, "")

    def action_copy(self) -> None:
        """Copy nothing."""

    def action_cut(self) -> None:
        """Copy nothing; what is selected stays."""

    def action_paste(self) -> None:
        """Put in what was copied here before."""
        self._take(self.app.clipboard)

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def _take(self, text: str) -> None:
        """Put in the first line of a text, or nothing of one that is too long."""
        first = text[: SECRET_LIMIT + 1].splitlines()[:1]
        line = clean("".join(first), multiline=False)
        if len(line) > SECRET_LIMIT:
            self.restricted()
            return
        if self._again:
            self.value, self._again = "", False
        self.replace(line, *self.selection)


class OwnPad(NotePad):
    """A note for one. What is copied in it can be put in again here, and nowhere else."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        """Begin with a text, and nothing copied."""
        super().__init__(text, placeholder=placeholder, id=id)
        self._copied = ""

    def forget(self) -> None:
        """Let go of the text, of how it came about, and of what was copied; nobody is told."""
        self._copied = ""
        self.history.clear()
        self._set_document("", None)

    def on_unmount(self) -> None:
        """Let go of everything."""
        self.forget()

    def action_copy(self) -> None:
        """Copy what is selected, for here alone."""
        self._copied = self.selected_text or self._copied

    def action_cut(self) -> None:
        """Cut what is selected, or the line."""
        if self.selected_text:
            self._copied = self.selected_text
            self._delete_via_keyboard(*self.selection)
        else:
            self._copied = self.document.get_line(self.cursor_location[0]) + self.document.newline
            self.action_delete_line()

    def action_paste(self) -> None:
        """Put in what was copied here."""
        if self._copied:
            edit = self._replace_via_keyboard(self._copied, *self.selection)
            if edit is not None:
                self.move_cursor(edit.end_location)
