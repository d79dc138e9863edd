"""Look back: going through what was kept, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.screens.detail import Spot
from coreg.screens.laters import Laters
from coreg.screens.listing import Undo

if TYPE_CHECKING:
    from coreg.widgets.seats import Hint

__all__ = ["LookBack"]


class LookBack(Laters, inherit_bindings=False):
    """A note on it, a later word under it, into the bin and back: either of the two may."""

    place = "past"

    # The table's edge

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Return what either may press now."""
        help_, back = self.hint("all.help", "room.help"), self.hint("all.escape", "room.back")
        bin_ = self.hint("list.bin", "look_back.keys.bin")
        if self.writing:
            return (self._field_hints(),)
        if not self.kept:
            return ((back, help_),)
        if self.reading:
            later = self.hint("list.later", "look_back.keys.later")
            out = self.hint("all.escape", "look_back.keys.list")
            with_it = (later, bin_) if self.page.at is not None else ()
            return ((*with_it, self._note_hint()), (out, help_))
        read = self.hint("list.open", "look_back.keys.read")
        return ((read, self._note_hint(), bin_), (back, help_))

    def _field_hints(self) -> tuple[Hint, ...]:
        if self.later.under is not None:
            return (("enter", say("look_back.keys.keep")), self.hint("all.escape", "look_back.keys.close"))
        out = self.hint("all.escape", "look_back.keys.leave")
        return (("enter", say("look_back.keys.read")), out) if self.kept else (out,)

    def _note_hint(self) -> Hint:
        return self.hint("list.note", "look_back.keys.note")

    # What can be done

    @property
    def spot(self) -> Spot | None:
        """What is chosen: a part of the page, or a note that is a row of its own."""
        if self.reading:
            return self.page.at if isinstance(self.page.at, Spot) else None
        row = self.row
        return Spot(row.what, row.id) if row and row.what in ("note", "glimmer") else None

    def do_list_note(self) -> None:
        """Write a note on the chosen session."""
        from coreg.screens.note import NoteRoom

        row = self.row
        session = row.id if row and row.what == "session" else None
        self.app.push_screen(NoteRoom(self.house, session), self._noted)

    def do_past_good(self) -> None:
        """Look at what is good."""
        from coreg.screens.good.page import GoodRoom

        self.app.push_screen(GoodRoom(self.house), self._noted)

    def do_list_show_bin(self) -> None:
        """Look into the bin."""
        from coreg.screens.bin import BinRoom

        self.app.push_screen(BinRoom(self.house), self._came_from_bin)

    def _noted(self, _: None) -> None:
        self.reload()

    def _came_from_bin(self, _: None) -> None:
        self.undoes.clear()
        self.tell("")
        self.read_all(self.looking.diary.hidden)

    # The bin

    def do_list_bin(self) -> None:
        """Put the chosen thing into the bin: a line, a later word, a note, or the whole evening."""
        spot, row = self.spot, self.row
        if spot is not None:
            self._bin(spot.what, [(spot.record, spot.line)], spot.id)
        elif row is not None and not self.reading:
            notes = self.looking.diary.notes_of(row.id)
            self._bin("session", [(row.id, None), *((note, None) for note in notes)], row.id)

    def _bin(self, what: str, things: list[tuple[str, str | None]], at: str) -> None:
        keeping, diary = self.house.keeping, self.looking.diary
        ids = {line or record for record, line in things}
        diary.hide(ids)
        self._after_bin()

        def back() -> None:
            diary.unhide(ids)
            self.show_list(at)
            self.show_page(again=True)

        async def after() -> None:
            for record in {record for record, _ in things}:
                await self.looking.refresh(record)
            back()

        undo = Undo(back, lambda: [keeping.unbin(record, line) for record, line in things], after)
        key = self.house.keymap.label("list.undo")
        asked = [keeping.bin(record, line) for record, line in things]
        self.change(say(f"look_back.bin.{what}", key=key), asked, undo)

    def _after_bin(self) -> None:
        before = self.rows.at
        self.show_list()
        if self.rows.at == before:
            self.show_page(again=True)
        else:
            self.read_page(False)

    # Later words

    def do_list_later(self) -> None:
        """Write a word under what is chosen."""
        spot = self.spot
        if spot is None and self.page.at is not None:
            self.read_page(True)
            self.tell(say("look_back.later.choose", key=self.house.keymap.label("list.later")))
        elif spot is None or not spot.takes_later:
            self.tell(say("look_back.later.not_here"))
        else:
            self.open_later(spot)
