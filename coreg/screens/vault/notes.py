"""A list of private notes, and moving one into the bin of its room or out of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.dates import day_name
from coreg.screens.listing import Undo
from coreg.screens.vault.within import Within
from coreg.widgets.blocks import Page, Text
from coreg.widgets.text import lit, stack

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from textual.widget import Widget

    from coreg.evening.space import Space
    from coreg.record.private import PrivateNote
    from coreg.screens.house import House
    from coreg.widgets.blocks import Block

__all__ = ["Notes", "beside", "row_of"]

_INDENT = 14
_WORDS = 52
"""Cells of the first words: one line, however narrow the window."""


def row_of(note: PrivateNote, today: date) -> Block:
    """Return the row of a note: its date, its first words, and whether it is what another copy had."""
    words = " ".join(note.text[: 4 * _WORDS].split())
    shown = lit(words, multiline=False) if words else Content.styled(say("private.nothing"), "$muted")
    day = Content.styled(day_name(note.local_date, today), "$muted")
    lines = [shown.truncate(_WORDS, ellipsis=True), *beside(note)]
    return Text(stack(lines), note.id, day, _INDENT)


def beside(note: PrivateNote) -> list[Content]:
    """Return the line that says of a note that it is what another copy of the book had."""
    return [Content.styled(say("look_back.detail.beside"), "$muted")] if note.beside else []


class Notes(Within, inherit_bindings=False):
    """A list of private notes: those in the bin, or those that are not."""

    binned = False

    def __init__(self, house: House, space: Space) -> None:
        """Begin before anything is read."""
        super().__init__(house, space)
        self.notes: tuple[PrivateNote, ...] = ()
        self.read = False

    def stage(self) -> Iterable[Widget]:
        """One card with a sentence and the list."""
        card = Vertical(Static(id="about"), Page(id="notes"), id="card")
        yield Vertical(card, Static(id="told"), id="stage")

    def on_mount(self) -> None:
        """Read what is there."""
        self.page.mark(True)
        self.reload()

    @property
    def page(self) -> Page:
        """The list."""
        return self.query_one(Page)

    def reload(self) -> None:
        """Read what is there again."""
        if self.space.left() > 0:
            self.read_notes()

    @work(group="read", exclusive=True)
    async def read_notes(self) -> None:
        """Read the notes."""
        try:
            found = await asyncio.wrap_future(self.space.notes())
        except Exception as error:
            self.tell_trouble(error)
            return
        self.notes, self.read = found, True
        self.show()

    @property
    def here(self) -> tuple[PrivateNote, ...]:
        """The notes that are shown."""
        return tuple(note for note in self.notes if bool(note.binned) == self.binned)

    @property
    def note(self) -> PrivateNote | None:
        """The chosen note."""
        return next((note for note in self.here if note.id == self.page.at), None)

    def show(self) -> None:
        """Draw what is there."""
        self.query_one("#about", Static).update(self.about() if self.read else Content(""))
        today = self.house.now().date()
        self.page.put([row_of(note, today) for note in self.here], again=True)
        self.show_seats()

    def about(self) -> Content:
        """Return the sentence above the list."""
        return Content("")

    def put(self, note: PrivateNote) -> None:
        """Show a note in place of what it was."""
        self.notes = tuple(note if one.id == note.id else one for one in self.notes)
        self.show()
        self.page.choose(note.id)

    def wipe(self) -> None:
        """Let go of the notes."""
        self.notes = ()
        for page in self.query(Page).results():
            page.put([])

    def move(self, note: PrivateNote, binned: str, words: str) -> None:
        """Put a note into the bin or take it out, to be undone."""
        moved = note.model_copy(update={"binned": binned})
        self.put(moved)
        undo = Undo(lambda: self.put(note), lambda: [self.space.keep(note)])
        self.change(words, [self.space.keep(moved)], undo)
