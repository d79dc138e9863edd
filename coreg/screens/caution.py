"""The caution before a breath is held: both read it, and a way without holds is offered beside it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.pattern_words import pattern_about, pattern_name
from coreg.content.patterns import patterns
from coreg.evening.cautions import caution_due, caution_read
from coreg.practice.neighbour import neighbour
from coreg.practice.play import SEATS
from coreg.record.trouble import Trouble
from coreg.screens.base import Room
from coreg.screens.hello_lines import fitting, in_a_block
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import App
    from textual.widget import Widget

    from coreg.practice.breath import Pattern
    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["CautionRoom", "with_caution"]


def with_caution(app: App[int], house: House, pattern: Pattern, then: Callable[[Pattern], None]) -> None:
    """Go on with a pattern at once, or after both have read the caution that belongs before it.

    ``then`` takes the pattern, or the one without holds that was chosen instead. It is not called when they
    go back.
    """
    if pattern.holds:
        app.push_screen(CautionRoom(house, pattern, then))
    else:
        then(pattern)


class CautionRoom(Room):
    """One page. Both own keys go on; nothing shows who has pressed."""

    place = "practice"
    where = "caution.where"
    DEFAULT_CSS: ClassVar[str] = """
    CautionRoom #stage { align: center middle; }
    CautionRoom #page { width: 1fr; height: auto; }
    """

    def __init__(self, house: House, pattern: Pattern, then: Callable[[Pattern], None]) -> None:
        """Begin before it is known whether it was read lately."""
        super().__init__(house)
        self.pattern = pattern
        self.instead = neighbour(pattern, patterns())
        self.then = then
        self.due: bool | None = None
        self.both: frozenset[Seat] = frozenset()

    def stage(self) -> Iterable[Widget]:
        """One page in the middle."""
        yield Container(Static(id="page"), id="stage")

    def on_mount(self) -> None:
        """Look whether both have read it lately; where nothing is kept, it is shown each time."""
        super().on_mount()
        keeping = self.house.keeping
        if keeping.locked or keeping.home() is None:
            self.found(due=True)
        else:
            self.look()

    @work(exclusive=True)
    async def look(self) -> None:
        """Ask the book; where it cannot be read, the caution is shown."""
        today = self.house.now().date()
        try:
            couple = await asyncio.wrap_future(self.house.keeping.couple())
        except Trouble:
            couple = None
        people = (couple.a, couple.b) if couple else ()
        self.found(due=not people or any(caution_due(one, self.pattern, today) for one in people))

    def found(self, *, due: bool) -> None:
        """Show it, or go on without."""
        self.due = due
        if due:
            self.step_changed()
            self.soon(self.show)
        else:
            self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Go on when it was read lately, as soon as nothing stands in front."""
        if self.due is False and self.is_active:
            self.go_on(self.pattern)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw the page and the table's edge."""
        if self.due:
            page = self.query_one("#page", Static)
            size = self.query_one("#stage").size
            width = page.size.width or size.width
            page.update(in_a_block(fitting(self._lines(), width, size.height), width))
            self.show_seats()

    def _lines(self) -> list[Content]:
        called = lit(pattern_name(self.pattern.id), "bold", multiline=False)
        about = Content.styled(pattern_about(self.pattern), "$muted")
        rows = [
            Content("   ").join([called, about]),
            Content(""),
            Content.styled(say("breathe.caution"), "$warn"),
            Content(""),
            self.words("caution.both"),
        ]
        if self.instead is None:
            return rows
        return [*rows, Content(""), *self._instead(self.instead)]

    def _instead(self, other: Pattern) -> Iterable[Content]:
        yield Content.styled(say("caution.or"), "$muted")
        yield Content.assemble(
            (self.house.keymap.label("practice.breaths"), "$both"),
            "  ",
            (pattern_name(other.id), "bold"),
            "   ",
            (pattern_about(other), "$muted"),
        )

    def main_hint(self, seat: str) -> str:
        """Both have read it."""
        return say("caution.read") if self.due else ""

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Go back, or help."""
        return ((self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")),)

    # Keys

    def main(self, seat: Seat) -> None:
        """Go on when both have pressed."""
        if not self.due:
            return
        self.both |= {seat}
        if len(self.both) == len(SEATS):
            self._note()
            self.go_on(self.pattern)

    def do_practice_breaths(self) -> None:
        """Take the way without holds instead."""
        if self.due and self.instead is not None:
            self.go_on(self.instead)

    def stop_practice(self) -> None:
        """Go back."""
        self.go_back()

    def go_on(self, pattern: Pattern) -> None:
        """Leave, and go on with a pattern."""
        if self.is_active:
            self.due = None
            self.dismiss()
            self.then(pattern)

    def _note(self) -> None:
        """Have it noted; where that fails, it is shown again the next time."""
        keeping = self.house.keeping
        if not keeping.locked and keeping.home() is not None:
            today = self.house.now().date()
            keeping.change_couple(lambda couple: caution_read(couple, today))
