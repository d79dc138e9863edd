"""One private note: written and read, kept as it grows, and what was shown of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.dates import long_day
from coreg.screens.vault.notes import beside
from coreg.screens.vault.writing import Writing
from coreg.widgets.blocks import Page, Text
from coreg.widgets.secret import OwnPad
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.evening.space import Space
    from coreg.record.private import PrivateNote
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["PrivatePad"]


class PrivatePad(Writing, inherit_bindings=False):
    """The note above; below it the lines of it that both can read, if there are any."""

    DEFAULT_CSS: ClassVar[str] = """
    PrivatePad #title { height: auto; }
    PrivatePad NotePad, PrivatePad NotePad:focus {
        height: 1fr; margin: 1 0 0 0; padding: 0; border: none; background: $surface; scrollbar-size: 1 1;
    }
    PrivatePad #shown { height: auto; max-height: 40%; display: none; margin-top: 1; }
    PrivatePad.-shown #shown { display: block; }
    PrivatePad #shown Static { height: auto; }
    PrivatePad #shown Page { height: 3; }
    PrivatePad.-sure #asked { color: $warn; }
    """

    def __init__(self, house: House, space: Space, note: PrivateNote, *, writing: bool) -> None:
        """Open a note; ``writing`` begins in the field."""
        super().__init__(house, space, note)
        self._writing = writing
        self._sure = False

    def stage(self) -> Iterable[Widget]:
        """The day, the note, the lines that were shown."""
        note = self.draft.note
        day = Content.styled(long_day(note.local_date), "bold")
        title = Static(Content("   ").join([day, *beside(note)]), id="title")
        shown = Vertical(Static(id="asked"), Page(id="lines"), id="shown")
        card = Vertical(title, OwnPad(note.text, placeholder=say("private.field")), shown, id="card")
        yield Vertical(card, Static(id="told"), id="stage")

    def on_mount(self) -> None:
        """Be ready to read, or to type at the end."""
        self.page.mark(True)
        self.pad.move_cursor(self.pad.document.end)
        if self._writing:
            self.pad.focus()
        self.show()

    @property
    def page(self) -> Page:
        """The lines that were shown."""
        return self.query_one(Page)

    def show(self) -> None:
        """Draw the lines that were shown."""
        shown = self.draft.note.released
        self.set_class(bool(shown), "-shown")
        self.set_class(self._sure, "-sure")
        label = self.house.keymap.label
        asked = say("private.sure_back", key=label("list.bin"), escape=label("all.escape"))
        self.query_one("#asked", Static).update(Content(asked if self._sure else say("private.shown")))
        self.page.put([Text(lit(f"“{one.text}”", multiline=False), one.note) for one in shown], again=True)
        self.show_seats()

    def wipe(self) -> None:
        """Let go of the note, and of what was shown."""
        super().wipe()
        for page in self.query(Page):
            page.put([])

    # What was shown

    def do_list_release(self) -> None:
        """Choose a line that both shall read."""
        if self.draft.text.strip():
            self.keep_now()
            self.choose_line()
        else:
            self.tell(say("note.blank"))

    @work(group="release", exclusive=True)
    async def choose_line(self) -> None:
        """Go to the lines when the note is on disk."""
        from coreg.screens.vault.releasing import ReleaseRoom

        if not await self._settled():
            return
        room = ReleaseRoom(self.house, self.space, self.draft.note)
        self.app.push_screen(room, lambda _: self._released(room.note, told=room.released))

    async def _settled(self) -> bool:
        waiting = [asyncio.wrap_future(one) for one in self._unwritten]
        found = await asyncio.gather(*waiting, return_exceptions=True)
        return not any(isinstance(one, BaseException) for one in found) and self.space.left() > 0

    def _released(self, note: PrivateNote, *, told: bool) -> None:
        self.draft.take(note)
        if told:
            self.tell(say("private.released"))
        self.show()

    def do_list_bin(self) -> None:
        """Take the chosen line back, when asked twice."""
        shown = next((one for one in self.draft.note.released if one.note == self.page.at), None)
        if shown is None:
            self.tell(say("private.nothing_shown"))
        elif self._sure:
            self._be_sure(False)
            self.take_back(shown.note)
        else:
            self._be_sure(True)

    @work(group="release", exclusive=True)
    async def take_back(self, shown: str) -> None:
        """Take a line back, for good."""
        self.keep_now()
        if not await self._settled():
            return
        try:
            note, everywhere = await self.reached(self.space.withdraw(self.draft.note, shown))
        except Exception as error:
            self.tell_trouble(error)
            return
        self._released(note, told=False)
        self.tell(say("private.taken_back" if everywhere else "errors.not_everywhere"))

    def _be_sure(self, sure: bool) -> None:
        self._sure = sure
        self.tell("")
        self.show()

    # The table's edge

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Write, show a line, go back."""
        back = self.hint("all.escape", "private.list")
        if self.writing:
            return ((self.hint("list.keep", "note.keep"), self.hint("all.escape", "note.leave")),)
        if self._sure:
            return ((self.hint("list.bin", "private.take_back"), self.hint("all.escape", "room.back")),)
        take = (self.hint("list.bin", "private.take_back"),) if self.draft.note.released else ()
        release = self.hint("list.release", "private.release")
        return (
            (self.hint("list.open", "note.write"), release, *take),
            (back, self.hint("all.help", "room.help")),
        )

    def do_list_open(self) -> None:
        """Write on."""
        self._be_sure(False)
        self.pad.focus()

    def do_all_escape(self) -> None:
        """Leave the field, or go back to the list when the note is on disk."""
        if self._sure:
            self._be_sure(False)
        else:
            self.keep_now()
            super().do_all_escape()
