"""A later word: the field below the page, and what is typed there, kept before anybody leaves."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.widgets import Input

from coreg.content import say
from coreg.evening.half_written import HalfWritten
from coreg.screens.behind import Behind, NotKept
from coreg.screens.detail import Spot
from coreg.screens.searching import Searching
from coreg.widgets.field import TooLong
from coreg.widgets.later import LaterWord

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from textual.widget import Widget

    from coreg.screens.house import House

__all__ = ["Laters"]


def _about(spot: Spot) -> str:
    return f"later-{spot.id}"


class Laters(Searching, inherit_bindings=False):
    """A word under a line or a note. Until it stands there it is a draft, on disk as it is typed."""

    def __init__(self, house: House) -> None:
        """Begin with nothing written."""
        super().__init__(house)
        self.later = LaterWord()
        self._lines = HalfWritten(house.keeping)
        self._behind: Behind | None = None
        self._drafts: dict[Spot, str] = {}
        self._draft: tuple[Spot, str] | None = None
        self._keeps = False

    def under_page(self) -> Iterable[Widget]:
        """Return the field for a later word, which is there while one is written."""
        yield self.later

    def on_mount(self) -> None:
        """Be ready to be put away at any moment."""
        self._behind = Behind(self, self.house, self._keep_draft)

    def on_unmount(self) -> None:
        """Have what was typed kept."""
        if self._behind is not None:
            self._behind.end()

    # Opening and closing

    def open_later(self, spot: Spot) -> None:
        """Open the field under a line or a note, with what was typed there before."""
        self.read_page(True)
        self.page.choose(spot)
        self.tell("")
        title = Content.styled(say("look_back.later.title"), "bold")
        self.later.open(spot, title, self._drafts.get(spot, ""))
        if spot not in self._drafts:
            self.read_draft(spot)

    @work(group="draft", exclusive=True)
    async def read_draft(self, spot: Spot) -> None:
        """Put into the field what was typed another time, in front of what is typed already."""
        try:
            text = await asyncio.wrap_future(self._lines.read(_about(spot)))
        except Exception as error:
            self.tell_trouble(error)
            return
        if text and self.later.under == spot:
            self._drafts[spot] = text
            self.later.put_before(text)

    def close_later(self) -> None:
        """Close the field; what was typed is there again next time."""
        if self._behind is not None:
            self._behind.now()
        self.later.close()
        self.set_focus(None)

    # The draft

    @on(Input.Changed, "#later")
    def later_typed(self) -> None:
        """Have the draft kept."""
        spot = self.later.under
        if isinstance(spot, Spot) and self.later.text != self._drafts.get(spot, ""):
            self._drafts[spot] = self.later.text
            self._draft = (spot, self.later.text)
            if self._behind is not None:
                self._behind.typed()

    def _keep_draft(self) -> Future[None] | None:
        if self._draft is None:
            return None
        spot, text = self._draft
        return self._lines.keep(_about(spot), text, sorted({spot.record, spot.id}))

    @on(NotKept)
    def not_kept(self) -> None:
        """Say that the draft could not be written just now."""
        self.tell(say("practice.saving_failed"), "$warn")

    def put_away(self) -> None:
        """Keep a later word that is being written: either can put it into the bin, and nobody can lose it."""
        spot, text = self.later.under, self.later.text
        if isinstance(spot, Spot) and text and not self._keeps:
            if self._behind is not None:
                # Where the word cannot be kept, its draft is there.
                self._behind.now()
            self._draft = None
            self._lines.become(_about(spot), lambda store: store.later(spot.record, spot.line, text))

    def go_back(self) -> None:
        """Go back when all of it is on disk, drafts too; what could not be written is told first."""
        if self._draft is None:
            super().go_back()
        else:
            self.leave_draft()

    @work(group="leave_draft", exclusive=True)
    async def leave_draft(self) -> None:
        """Leave the draft on disk; where it cannot be written nobody leaves, and it has been told."""
        if self._behind is None or await self._behind.settled():
            self._draft = None
            super().go_back()

    # Keeping

    @on(Input.Submitted, "#later")
    def do_list_keep(self) -> None:
        """Keep the later word that is being written."""
        if self.later.under is None or self._keeps:
            return
        if self.later.text:
            self._keeps = True
            self.keep_later()
        else:
            self.close_later()

    @work(group="later")
    async def keep_later(self) -> None:
        """Put the word under its line; where that fails it stays in the field."""
        spot, text = self.later.under, self.later.text
        try:
            if not isinstance(spot, Spot):
                return
            await self.safely([self.house.keeping.later(spot.record, spot.line, text)])
        except Exception as error:
            self.tell_trouble(error)
            return
        finally:
            self._keeps = False
        self._kept(spot, text)
        try:
            await self.looking.refresh(spot.record)
        except Exception as error:
            self.tell_trouble(error)
            self.reload()
        else:
            self.open_row(again=True)

    def _kept(self, spot: Spot, text: str) -> None:
        """Let the draft go, and the field; letters that were typed since are a draft of their own."""
        self.tell(say("look_back.later.kept"))
        if self._drafts.get(spot, "") != text:
            return
        self._drafts[spot] = ""
        if self._draft == (spot, text):
            self._draft = None
        self._lines.keep(_about(spot), "")
        if self.later.under == spot:
            self.close_later()

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self.tell(say("practice.too_long", limit=event.limit), "$warn")

    def do_all_escape(self) -> None:
        """Leave the field, the page, the search, then the room."""
        if self.later.under is not None:
            self.close_later()
        else:
            super().do_all_escape()
