"""A place for a shared note, below the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.widgets.field import NotePad

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from coreg.keys import Keymap

__all__ = ["NotePanel"]


class NotePanel(Vertical):
    """Opens over the lower part of the stage; what is typed is saved as it grows."""

    DEFAULT_CSS = """
    NotePanel { display: none; dock: bottom; offset-y: -4; height: 9; padding: 0 3; background: $surface; }
    NotePanel Static { height: auto; width: 1fr; }
    NotePanel NotePad { height: 1fr; border: none; padding: 0; background: $surface; }
    NotePanel NotePad:focus { border: none; }
    """

    is_open: bool = False
    """Whether there is a note being written."""

    opens: bool = False
    """Whether it is on its way: what is typed meanwhile is for it."""

    def compose(self) -> ComposeResult:
        """Hold a title and the pad; the pad is mounted when it is first asked for."""
        yield Static(id="title")

    def open(self, text: str, title: str, keymap: Keymap) -> None:
        """Open with the text so far."""
        how = say("practice.note.how", key=keymap.label("practice.keep"))
        self.query_one("#title", Static).update(Content.assemble((title, "bold"), "   ", (how, "$muted")))
        self.display = self.is_open = self.opens = True
        self.run_worker(self._pad(text), exclusive=True)

    async def _pad(self, text: str) -> None:
        try:
            await self.query(NotePad).remove()
            pad = NotePad(text)
            await self.mount(pad)
            pad.move_cursor(pad.document.end)
            if self.is_open:
                self.screen.set_focus(pad)
        finally:
            self.opens = False

    def close(self) -> None:
        """Close; the text lives on in the sitting."""
        self.display = self.is_open = self.opens = False
