"""Showing one line of a private note: which, how it will look to both, and a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.dates import long_day
from coreg.screens.vault.within import Within
from coreg.widgets.blocks import Page, Text
from coreg.widgets.rows import Rows
from coreg.widgets.text import lit, named, stack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.evening.space import Space
    from coreg.record.private import PrivateNote
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["ReleaseRoom", "lines_of"]


def lines_of(note: PrivateNote) -> tuple[str, ...]:
    """Return the lines of a note that say something."""
    return tuple(line.strip() for line in note.text.split("\n") if line.strip())


class ReleaseRoom(Within, inherit_bindings=False):
    """``up`` and ``down`` choose a line, ``enter`` asks, ``enter`` again shows it to both."""

    where = "private.release_where"
    DEFAULT_CSS: ClassVar[str] = """
    ReleaseRoom #about { height: 2; }
    ReleaseRoom Page { height: 1fr; }
    ReleaseRoom #preview { height: auto; max-height: 50%; margin-top: 1; padding: 1 2; background: $panel; }
    ReleaseRoom.-tight #preview { padding: 0 2; }
    """

    def __init__(self, house: House, space: Space, note: PrivateNote) -> None:
        """Take the note as it is on disk; ``note`` is what became of it."""
        super().__init__(house, space)
        self.note = note
        self.released = False
        self._lines = lines_of(note)
        self._sure = False

    def stage(self) -> Iterable[Widget]:
        """A sentence, the lines, and how the chosen one will look."""
        card = Vertical(Static(id="about"), Page(id="lines"), Static(id="preview"), id="card")
        yield Vertical(card, Static(id="told"), id="stage")

    def on_mount(self) -> None:
        """Show the lines."""
        page = self.query_one(Page)
        page.mark(True)
        page.put([Text(lit(line, multiline=False), at) for at, line in enumerate(self._lines)])
        self.show()

    @property
    def line(self) -> str:
        """The chosen line."""
        at = self.query_one(Page).at
        return self._lines[at] if isinstance(at, int) and at < len(self._lines) else ""

    @on(Rows.Moved)
    def show(self) -> None:
        """Show how the chosen line will look to both."""
        if not self._lines:
            return
        about = say("private.sure_release") if self._sure else say("private.choose_line")
        self.query_one("#about", Static).update(Content.styled(about, "bold"))
        seat = self.space.seat
        day = Content.styled(long_day(self.house.now().date()), "$muted")
        said = lit(f"“{self.line}”", multiline=False)
        rows = [day, said, named(seat, self.house.name(seat))]
        self.query_one("#preview", Static).update(stack(rows))
        self.show_seats()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Show it, or back."""
        words = "private.release_now" if self._sure else "private.release_this"
        return ((self.hint("list.open", words), self.hint("all.escape", "room.back")),)

    def do_list_open(self) -> None:
        """Ask; asked, show it to both."""
        if self._sure:
            self.release(self.line)
        elif self.line:
            self._sure = True
            self.show()

    @work(group="release", exclusive=True)
    async def release(self, line: str) -> None:
        """Make it a shared note."""
        try:
            self.note = await self.on_disk(self.space.release(self.note, line))
        except Exception as error:
            self._sure = False
            self.tell_trouble(error)
            self.show()
            return
        self.released = True
        self.go_back()

    def wipe(self) -> None:
        """Let go of the lines."""
        self._lines = ()
        for page in self.query(Page):
            page.put([])
        for drawn in self.query("#preview").results(Static):
            drawn.update(Content(""))

    def do_all_escape(self) -> None:
        """Choose another line, or go back."""
        if self._sure:
            self._sure = False
            self.show()
        else:
            super().do_all_escape()
