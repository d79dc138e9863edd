"""A page on which an own key says something: only own keys tell who. Nothing shows who has pressed."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.containers import Container
from textual.widgets import Static

from coreg.content import explain, say
from coreg.screens.base import Room
from coreg.screens.behind import NotKept
from coreg.screens.hello_lines import fitting
from coreg.widgets.field import TooLong
from coreg.widgets.text import centred, lit
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from textual.content import Content
    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["SayRoom"]


class SayRoom(Room, inherit_bindings=False):
    """A few lines, and whose own key it takes. What is said is on disk before the page goes."""

    place = "said"
    where = "atlas.where"
    DEFAULT_CSS: ClassVar[str] = """
    SayRoom #stage { align: center middle; }
    SayRoom #page { width: 1fr; height: auto; }
    """

    def __init__(self, house: House) -> None:
        """Begin with nobody having pressed."""
        super().__init__(house)
        self.pressed: frozenset[Seat] = frozenset()
        self.said = False
        self.busy = False

    def stage(self) -> Iterable[Widget]:
        """One page in the middle."""
        yield Container(Static(id="page"), id="stage")

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.soon(self.show)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    # What a page says

    def needed(self) -> frozenset[Seat]:
        """Return whose own keys it takes; nobody's where there is nothing to say."""
        return frozenset()

    def lines(self) -> list[Content]:
        """Return the page."""
        return []

    def words_of(self, seat: Seat) -> str:
        """Return what the own key of somebody says here."""
        return say("atlas.keys.see_too")

    @abstractmethod
    def ask(self) -> Future[Any]:
        """Return what is asked of the books once all have pressed."""

    # What happens

    def show(self) -> None:
        """Draw the page and the table's edge."""
        for page in self.query("#page").results(Static):
            size = self.query_one("#stage").size
            width = page.size.width or size.width
            page.update(centred(fitting(self.lines(), width, size.height), width))
        self.show_seats()

    def tell(self, words: str, style: str = "$muted") -> None:
        """Say what has just happened, on the top line."""
        self.query_one(Top).left = lit(words, style, multiline=False)

    def main_hint(self, seat: Seat) -> str:
        """Say what the own key does, to those whose word it is."""
        return self.words_of(seat) if seat in self.needed() and not self.said else ""

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Go back, help."""
        return ((self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")),)

    def main(self, seat: Seat) -> None:
        """Take the word of one of those whose word it is."""
        needed = self.needed()
        if seat not in needed or self.busy or self.said:
            return
        self.pressed |= {seat}
        if self.pressed >= needed:
            self.keep(self.ask())

    def keep(self, asked: Future[Any]) -> None:
        """Have it on disk, then go back; what cannot be written is told, and can be said again."""
        self.busy = True
        self.kept(asked)

    @work(group="keep")
    async def kept(self, asked: Future[Any]) -> None:
        """Wait for the disk."""
        try:
            await asyncio.wrap_future(asked)
        except Exception as error:
            self.busy, self.pressed = False, frozenset()
            self.tell(explain(error), "$warn")
            return
        self.busy, self.said = False, True
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Go back when it is said, and nothing stands over this any more."""
        if self.said and self.is_active:
            self.go_back()

    @on(NotKept)
    def not_kept(self) -> None:
        """Say that the draft could not be written just now."""
        self.tell(say("practice.saving_failed"), "$warn")

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self.tell(say("practice.too_long", limit=event.limit), "$warn")
