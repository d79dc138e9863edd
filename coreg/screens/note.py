"""A shared note outside a practice: a sitting of one step, which survives whatever a sitting survives."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Static, TextArea

from coreg.content import explain, say
from coreg.content.dates import day_name
from coreg.content.scripts import script
from coreg.evening.records import NOTE
from coreg.practice.sitting import Noted, Plan
from coreg.record.text import LIMIT, fits
from coreg.screens.base import Room
from coreg.screens.diary import title_of
from coreg.widgets.field import NotePad, TooLong
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["NoteRoom"]

_NEAR = 1_000
"""Characters left from which on it is said how many more fit."""


class NoteRoom(Room, inherit_bindings=False):
    """One note, saved as it is typed. Going back keeps it too: nothing that was typed is ever lost."""

    place = "list"
    where = "note.where"
    DEFAULT_CSS: ClassVar[str] = """
    NoteRoom #stage { align: center top; }
    NoteRoom #card {
        width: 78; max-width: 100%; height: 1fr; padding: 1 3; margin-bottom: 1; background: $surface;
    }
    NoteRoom #card Static { width: 1fr; height: auto; }
    NoteRoom NotePad, NoteRoom NotePad:focus {
        height: 1fr; margin: 1 0; padding: 0; border: none; background: $surface; scrollbar-size: 1 1;
    }
    NoteRoom.-kept NotePad { color: $muted; }
    """

    def __init__(self, house: House, session: str | None = None, entry: str | None = None) -> None:
        """Write a note by itself, or under a session and a practice in it (ids).

        A note that was left open, and that the runner has on already, is gone on with.
        """
        super().__init__(house)
        self._under: tuple[tuple[str, str], ...] = (("session", session or ""), ("entry", entry or ""))
        self._kept = False
        self._keeping = False
        self._told = Content("")
        self._good = ""

    def _begin_or_go_on(self) -> str:
        sitting = self.house.runner.state
        if sitting is None or sitting.kind != NOTE or sitting.phase == "over":
            self._begin()
            return ""
        self._under = tuple((name, str(value)) for name, value in sitting.plan[0].params)
        return sitting.note

    def _begin(self) -> None:
        plan = Plan(script(NOTE), params=self._under)
        self.house.runner.start(NOTE, (plan,), self.house.couple, ())

    def stage(self) -> Iterable[Widget]:
        """One card with a title, the pad, and a word about where the text is."""
        self._good = self._begin_or_go_on()
        title = Static(Content.styled(say("note.title"), "bold"), id="title")
        pad = NotePad(self._good, placeholder=say("note.field"))
        card = Vertical(title, pad, Static(id="told"), id="card")
        yield Vertical(card, id="stage")

    def on_mount(self) -> None:
        """Be ready to type at the end of what is there."""
        super().on_mount()
        self.pad.move_cursor(self.pad.document.end)
        self.pad.focus()
        self._tell(say("note.saved"))
        if dict(self._under).get("session"):
            self.name_session()

    @property
    def pad(self) -> NotePad:
        """The field."""
        return self.query_one(NotePad)

    @work(group="name")
    async def name_session(self) -> None:
        """Say which evening the note belongs to."""
        from coreg.record.models import Session

        session = dict(self._under)["session"]
        try:
            found = await asyncio.wrap_future(self.house.keeping.find(session))
        except Exception as error:
            self._tell(explain(error))
            return
        if isinstance(found, Session):
            day = day_name(found.local_date, self.house.now().date())
            self._title(say("note.under", name=title_of(found), day=day))

    def _title(self, title: str) -> None:
        self.query_one("#title", Static).update(lit(title, "bold", multiline=False))

    def put_away(self) -> None:
        """Have the note gone on with afterwards."""
        self.house.noting = not self._kept and self.house.runner.state is not None

    # Typing

    @on(TextArea.Changed)
    def noted(self, event: TextArea.Changed) -> None:
        """Have the note written down as it grows; what does not fit is taken back at once."""
        text = event.text_area.text
        if self._kept or text == self._good or self.house.runner.state is None:
            return
        if not fits(text):
            self._take_back(event.text_area)
            return
        self._good = text
        self.house.runner.dispatch(Noted(self.house.runner.time(), text))
        left = LIMIT - len(text)
        self._tell(say("note.left", count=left) if left < _NEAR else say("note.saved"))

    def _take_back(self, pad: TextArea) -> None:
        pad.undo()
        if pad.text != self._good:
            pad.text = self._good
            pad.move_cursor(pad.document.end)
        self.post_message(TooLong(LIMIT))

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self._tell(say("note.too_long", limit=f"{event.limit:,}"), "$warn")

    def _tell(self, words: str, style: str = "$muted") -> None:
        self._show(lit(words, style))

    def _show(self, told: Content) -> None:
        if told != self._told:
            self._told = told
            self.query_one("#told", Static).update(told)

    # Keeping

    def do_list_keep(self) -> None:
        """Keep it, and say so when it is on disk."""
        if not self.pad.text.strip():
            self._tell(say("note.blank"))
        elif not self._kept:
            self.keep_it(leave=False)

    @work(group="keep")
    async def keep_it(self, *, leave: bool) -> None:
        """Close the sitting: the note goes into the book. Where that fails, the text goes on living."""
        if self._keeping or self.house.runner.state is None:
            return
        self._keeping = self.pad.read_only = True
        text = self.pad.text
        try:
            await asyncio.wrap_future(self.house.runner.close())
        except Exception as error:
            self.house.runner.take_back()
            self.pad.read_only = False
            self._tell(f"{explain(error)} {say('note.still_here')}", "$warn")
        else:
            self._is_kept(leave=leave, blank=not text.strip())
        finally:
            self._keeping = False

    def _is_kept(self, *, leave: bool, blank: bool) -> None:
        self._kept = True
        if leave:
            if not blank:
                self.app.notify(say("note.kept"), timeout=3, markup=False)
            super().go_back()
            return
        self.set_focus(None)
        self.pad.read_only = True
        self.add_class("-kept")
        self._show(Content.assemble((say("note.kept"), "bold"), " ", (say("note.kept_text"), "$muted")))
        self.show_seats()

    # The table's edge

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Keep, leave, write on."""
        back, keep = self.hint("all.escape", "room.back"), self.hint("list.keep", "note.keep")
        if self._kept:
            return ((back,),)
        if self.writing:
            return ((keep, self.hint("all.escape", "note.leave")),)
        return ((self.hint("list.open", "note.write"), keep), (back, self.hint("all.help", "room.help")))

    def do_list_open(self) -> None:
        """Write on; of a kept note there is nothing more to do here."""
        if self._kept:
            super().go_back()
            return
        self.pad.focus()

    @on(DescendantFocus)
    @on(DescendantBlur)
    def field_changed(self) -> None:
        """Show what the keys do now."""
        self.show_seats()

    def go_back(self) -> None:
        """Go back when the note is on disk."""
        if self._kept:
            super().go_back()
        else:
            self.keep_it(leave=True)
