"""A map that grows while it is written: kept a moment behind the typing, and by whatever ends the program."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual import on, work
from textual.containers import Vertical
from textual.widgets import Static

from coreg.content import explain, say
from coreg.screens.listing import Listing
from coreg.screens.maps.question import Question
from coreg.widgets.field import TooLong

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from textual.widget import Widget

    from coreg.evening.map_drafting import MapDraft
    from coreg.practice.play import Seat

__all__ = ["Growing"]

_TICK = 0.5


class Growing(Listing, inherit_bindings=False):
    """A room with a question, and the draft of a map."""

    DEFAULT_CSS: ClassVar[str] = """
    Growing #stage { align: center top; }
    Growing #card {
        width: 80; max-width: 100%; height: 1fr; padding: 1 3; background: $surface; align: center top;
    }
    Growing.-narrow #card { padding: 1 2; }
    Growing.-tight #card { padding: 0 2; }
    Growing #told { width: 80; max-width: 100%; margin-top: 1; }
    """
    draft: MapDraft
    """What is written, and what of it is on disk."""
    left_words = ""
    """Words key of what is said when it is left: how to come back to it. Empty where that is in sight."""

    def stage(self) -> Iterable[Widget]:
        """One card with the question, and a line for what has just happened."""
        yield Vertical(Vertical(Question(), id="card"), Static(id="told"), id="stage")

    def on_mount(self) -> None:
        """Have what is written kept."""
        self.house.drafts[self] = self.keep_now
        self.set_interval(_TICK, self.tick_draft)

    def on_unmount(self) -> None:
        """Leave nothing to be kept."""
        self.house.drafts.pop(self, None)

    def put_away(self) -> None:
        """Have it gone on with afterwards."""
        self.keep_now()
        super().put_away()

    def on_click(self) -> None:
        """Go on in the question, wherever somebody clicked."""
        self.question.line.focus() if self.question.asked.written else self.question.focus()

    @property
    def question(self) -> Question:
        """The question."""
        return self.query_one(Question)

    def leave(self) -> None:
        """Have it kept and go back; say how to come back to it, if anything of it was written."""
        self.keep_now()
        if self.left_words and self.draft.begun:
            self.app.notify(say(self.left_words), timeout=6, markup=False)
        self.go_back()

    # Keeping

    def tick_draft(self) -> None:
        """Keep what is due."""
        if self.draft.due:
            self.keep_now()

    def keep_now(self) -> None:
        """Have what is not kept yet kept; what stands in the way is said."""
        asked = self.draft.keep()
        if asked is not None:
            self._unwritten.add(asked)
            self.see_kept(asked)

    @work(group="kept")
    async def see_kept(self, asked: Future[Any]) -> None:
        """Wait until it is on disk; where that fails, it is still here and tried again."""
        try:
            await self.safely([asked])
        except Exception as error:
            self.tell(f"{explain(error)} {say('note.still_here')}", "$warn")

    async def settled(self) -> bool:
        """Wait until all that was asked for is on disk; tell whether it is."""
        waiting = [asyncio.wrap_future(one) for one in self._unwritten]
        found = await asyncio.gather(*waiting, return_exceptions=True)
        return not any(isinstance(one, BaseException) for one in found)

    async def kept_good(self, text: str, seat: Seat, kept: Literal["", "glimmer", "resource"]) -> bool:
        """Keep a good thing of somebody for both; where that fails, say why. Tell whether it is kept."""
        maps = self.house.maps
        try:
            if kept == "glimmer":
                await self.on_disk(maps.glimmer(text, by=seat))
            else:
                await self.on_disk(maps.keep_resource(maps.blank_resource(text, seat)))
        except Exception as error:
            self.tell_trouble(error)
            return False
        return True

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self.tell(say("map_path.too_long", limit=f"{event.limit:,}"), "$warn")
