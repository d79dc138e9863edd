"""A list of what is private, and moving one thing of it into the bin of its room or out of it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.dates import day_name
from coreg.screens.card_list import CardList
from coreg.screens.listing import Undo
from coreg.screens.vault.within import Within
from coreg.widgets.blocks import Page, Text
from coreg.widgets.text import lit, stack

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import date

    from coreg.evening.space import Space
    from coreg.record.maps import PrivateTrigger, Trigger
    from coreg.record.private import PrivateNote
    from coreg.screens.house import House
    from coreg.widgets.blocks import Block

__all__ = ["Notes", "Own", "PrivateNotes", "beside", "row_of"]

Own = TypeVar("Own", "PrivateNote", "PrivateTrigger")
"""What is private and stands in a list."""

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


def beside(note: PrivateNote | PrivateTrigger | Trigger) -> list[Content]:
    """Return the line that says of something that it is what another copy of the book had."""
    return [Content.styled(say("look_back.detail.beside"), "$muted")] if note.beside else []


class Notes(CardList[tuple[Own, ...]], Within, Generic[Own], inherit_bindings=False):
    """A list of what is private: what is in the bin, or what is not."""

    binned = False
    words_of_room: ClassVar[str] = "private"
    """The words that are said here."""

    def __init__(self, house: House, space: Space) -> None:
        """Begin before anything is read."""
        super().__init__(house, space)
        self.notes: tuple[Own, ...] = ()

    def reload(self) -> None:
        """Read what is there again, while the room is open."""
        if self.space.left() > 0:
            super().reload()

    @abstractmethod
    def all_of_it(self) -> Future[tuple[Own, ...]]:
        """Read all there is, newest first."""

    def took(self, found: tuple[Own, ...]) -> None:
        """Take what there is."""
        self.notes = found

    @abstractmethod
    def row(self, note: Own, today: date) -> Block:
        """Return the row of one."""

    @abstractmethod
    def kept(self, note: Own) -> Future[Own]:
        """Keep one as it is."""

    @property
    def here(self) -> tuple[Own, ...]:
        """What is shown."""
        return tuple(note for note in self.notes if bool(note.binned) == self.binned)

    @property
    def note(self) -> Own | None:
        """What is chosen."""
        return next((note for note in self.here if note.id == self.page.at), None)

    def show(self) -> None:
        """Draw what is there."""
        self.query_one("#about", Static).update(self.about() if self.read else Content(""))
        today = self.house.now().date()
        self.page.put([self.row(note, today) for note in self.here], again=True)
        self.show_seats()

    def about(self) -> Content:
        """Return the sentence above the list."""
        return Content("")

    def put(self, note: Own) -> None:
        """Show one in place of what it was."""
        self.notes = tuple(note if one.id == note.id else one for one in self.notes)
        self.show()
        self.page.choose(note.id)

    def wipe(self) -> None:
        """Let go of it all."""
        self.notes = ()
        for page in self.query(Page).results():
            page.put([])

    def move(self, note: Own, binned: str, words: str) -> None:
        """Put one into the bin or take it out, to be undone."""
        moved = note.model_copy(update={"binned": binned})
        self.put(moved)
        undo = Undo(lambda: self.put(note), lambda: [self.kept(note)])
        self.change(words, [self.kept(moved)], undo)


class PrivateNotes(Notes["PrivateNote"], inherit_bindings=False):
    """A list of private notes."""

    def all_of_it(self) -> Future[tuple[PrivateNote, ...]]:
        """Read the notes."""
        return self.space.notes()

    def row(self, note: PrivateNote, today: date) -> Block:
        """Return the row of a note."""
        return row_of(note, today)

    def kept(self, note: PrivateNote) -> Future[PrivateNote]:
        """Keep a note."""
        return self.space.keep(note)
