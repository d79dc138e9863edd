"""Writing a private note: kept as it grows, a moment behind the typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.widgets import TextArea

from coreg.content import explain, say
from coreg.evening.drafting import Draft
from coreg.record.text import LIMIT, fits
from coreg.screens.vault.within import Within
from coreg.widgets.field import TooLong
from coreg.widgets.secret import OwnPad

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.evening.space import Space
    from coreg.record.private import PrivateNote
    from coreg.screens.house import House

__all__ = ["Writing"]

_NEAR = 1_000
"""Characters left from which on it is said how many more fit."""


class Writing(Within, inherit_bindings=False):
    """A room with one field (``OwnPad``), and the draft that is in it."""

    def __init__(self, house: House, space: Space, note: PrivateNote) -> None:
        """Open a note."""
        super().__init__(house, space)
        self.draft = Draft(space, note, house.clock)

    def on_mount(self) -> None:
        """Have it kept by whatever ends the program."""
        self.house.drafts[self] = self.keep_now

    def on_unmount(self) -> None:
        """Leave nothing to be kept."""
        self.house.drafts.pop(self, None)

    @property
    def pad(self) -> OwnPad:
        """The field."""
        return self.query_one(OwnPad)

    @on(TextArea.Changed)
    def typed(self, event: TextArea.Changed) -> None:
        """Keep the note as it grows; what does not fit is taken back at once."""
        text = event.text_area.text
        if text == self.draft.text or not self.space.left():
            return
        if not fits(text):
            self._take_back(event.text_area)
            return
        self.draft.typed(text)
        left = LIMIT - len(text)
        self.tell(say("note.left", count=left) if left < _NEAR else say("private.typing"), "$muted")

    def _take_back(self, pad: TextArea) -> None:
        pad.undo()
        if pad.text != self.draft.text:
            pad.text = self.draft.text
            pad.move_cursor(pad.document.end)
        self.post_message(TooLong(LIMIT))

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self.tell(say("note.too_long", limit=f"{event.limit:,}"), "$warn")

    def tick(self) -> None:
        """Keep what is due."""
        if self.draft.due:
            self.keep_now()
        super().tick()

    def keep_now(self) -> None:
        """Have what is not kept yet kept; it says so when it is."""
        if self.space.left() <= 0:
            return
        asked = self.draft.keep()
        if asked is not None:
            self._unwritten.add(asked)
            self.say_kept(asked)

    @work(group="kept")
    async def say_kept(self, asked: Future[PrivateNote]) -> None:
        """Say that it is on disk, or what stands in the way."""
        try:
            await self.on_disk(asked)
        except Exception as error:
            self.tell(f"{explain(error)} {say('note.still_here')}", "$warn")
        else:
            if not self.draft.dirty:
                self.tell(say("private.kept"), "$muted")

    def wipe(self) -> None:
        """Let go of the note."""
        self.house.drafts.pop(self, None)
        for pad in self.query(OwnPad):
            pad.forget()
        self.draft.forget()

    def do_list_keep(self) -> None:
        """Keep it at once."""
        self.keep_now()
        if not self.draft.dirty:
            self.tell(say("private.kept"), "$muted")
