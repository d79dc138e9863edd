"""A page on which one line is written: a draft until it is said, kept as it is typed, there again later."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container
from textual.widgets import Input, Static

from coreg.content import explain
from coreg.evening.half_written import HalfWritten
from coreg.record.text import clean
from coreg.screens.behind import Behind
from coreg.screens.maps.saying import SayRoom
from coreg.widgets.field import LineField

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from textual.widget import Widget

    from coreg.screens.house import House

__all__ = ["DraftRoom"]


class DraftRoom(SayRoom, inherit_bindings=False):
    """A page and a line below it. What was typed is on disk before anybody leaves."""

    DEFAULT_CSS: ClassVar[str] = """
    DraftRoom LineField, DraftRoom LineField:focus {
        width: 72; max-width: 100%; height: 1; margin-top: 1; padding: 0 1; border: none; background: $panel;
    }
    DraftRoom #line-row { width: 1fr; height: 2; align: center top; }
    """

    about: ClassVar[str] = ""
    """For what the line is kept while it is a draft."""

    def __init__(self, house: House) -> None:
        """Begin with an empty line."""
        super().__init__(house)
        self._lines = HalfWritten(house.keeping)
        self._behind: Behind | None = None
        self._draft = self.begun = ""

    def stage(self) -> Iterable[Widget]:
        """The page, and the line below it."""
        row = Container(LineField(placeholder=self.example(), id="line"), id="line-row")
        yield Container(Static(id="page"), row, id="stage")

    def on_mount(self) -> None:
        """Be ready to write on."""
        super().on_mount()
        self._behind = Behind(self, self.house, self._keep_draft)
        self.field.focus()
        self.read_draft()

    def on_unmount(self) -> None:
        """Have what was typed kept."""
        if self._behind is not None:
            self._behind.end()
        super().on_unmount()

    @work(group="draft", exclusive=True)
    async def read_draft(self) -> None:
        """Put into the line what was typed before, in front of what is typed already."""
        try:
            text = await asyncio.wrap_future(self._lines.read(self.draft_of()))
        except Exception as error:
            self.tell(explain(error), "$warn")
            return
        if text:
            self.field.value = text + self.field.value.removeprefix(self.begun)
            self.field.cursor_position = len(self.field.value)

    def _keep_draft(self) -> Future[None]:
        text = "" if self.said or self._draft == self.begun else self._draft
        return self._lines.keep(self.draft_of(), text, self.words_from())

    # What the line is

    def draft_of(self) -> str:
        """Return for what the line is kept while it is a draft."""
        return self.about

    def words_from(self) -> tuple[str, ...]:
        """Return the ids of records whose words the line may have: taken back, they take it along."""
        return ()

    def example(self) -> str:
        """Return what such a line could be."""
        return ""

    def told(self) -> str:
        """Return what is said once it is said."""
        return ""

    @property
    def field(self) -> LineField:
        """The line."""
        return self.query_one(LineField)

    @property
    def text(self) -> str:
        """What is written, without blanks around it."""
        return clean(self.field.value, multiline=False).strip()

    # How it is kept

    @on(Input.Changed, "#line")
    def typed(self) -> None:
        """Have the draft kept."""
        self._draft = self.text
        if self._behind is not None:
            self._behind.typed()

    def do_all_escape(self) -> None:
        """Go back: what was written is there again next time."""
        self.go_back()

    def go_back(self) -> None:
        """Go back; what was written is a draft, and let go of once it is said."""
        if self.said or self.text != self._draft:
            self.typed()
        self.hold_keys()
        self.leave()

    @work(group="leave", exclusive=True)
    async def leave(self) -> None:
        """Leave the draft on disk; what could not be written stays here, and it has been told."""
        kept = self._behind is None or await self._behind.settled() or self.said
        if kept and self.is_active:
            if self.said:
                self.app.notify(self.told(), timeout=4, markup=False)
            super().go_back()
        else:
            self.field.focus()
        self.let_keys_go()
