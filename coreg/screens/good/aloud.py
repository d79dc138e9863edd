"""Good moments of a week, read aloud: one at a time, by whose they are, and nothing is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.insight.moments import to_read
from coreg.screens.base import Room
from coreg.screens.good.words import moment_facts
from coreg.screens.hello_lines import fitting
from coreg.widgets.text import centred, lit, named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.record.maps import Glimmer
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["AloudRoom"]


class AloudRoom(Room, inherit_bindings=False):
    """Either own key goes on; after the last one it says so, and goes back."""

    place = "both"
    where = "good.aloud.where"
    DEFAULT_CSS: ClassVar[str] = """
    AloudRoom #stage { align: center middle; }
    AloudRoom #page { width: 1fr; height: auto; }
    """

    def __init__(self, house: House, moments: Iterable[Glimmer]) -> None:
        """Choose a few of each from these."""
        super().__init__(house)
        self.moments = to_read(moments, house.now().date())
        self.at = 0

    def stage(self) -> Iterable[Widget]:
        """One page in the middle."""
        yield Container(Static(id="page"), id="stage")

    def on_mount(self) -> None:
        """Show the first."""
        super().on_mount()
        self.soon(self.show)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw one moment, or the end."""
        page, size = self.query_one("#page", Static), self.query_one("#stage").size
        width = page.size.width or size.width
        page.update(centred(fitting(self._lines(), width, size.height), width))
        self.show_seats()

    @property
    def over(self) -> bool:
        """Whether all have been read."""
        return self.at >= len(self.moments)

    def _lines(self) -> list[Content]:
        if not self.moments:
            rest = Content.styled(say("good.aloud.none_text"), "$muted")
            return [Content.styled(say("good.aloud.none"), "bold"), Content(""), rest]
        if self.over:
            return [Content.styled(say("good.aloud.end"), "bold")]
        one = self.moments[self.at]
        facts = moment_facts(one)
        rows = [self._whose(one), Content(""), lit(f"“{one.text}”", "italic", multiline=False)]
        return [*rows, Content(""), lit(facts, "$muted", multiline=False)] if facts else rows

    def _whose(self, one: Glimmer) -> Content:
        if one.by is None:
            return Content.styled(say("good.aloud.title_both"), "$muted")
        name = named(one.by, self.house.name(one.by))
        return self.words("good.aloud.title", "$muted", name=name)

    def main_hint(self, seat: Seat) -> str:
        """Go on, or back."""
        return say("good.aloud.home" if self.over else "good.aloud.next")

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Back, and help."""
        return ((self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")),)

    def main(self, seat: Seat) -> None:
        """Show the next one; after the end go back."""
        if self.over:
            self.go_back()
        else:
            self.at += 1
            self.step_changed()
            self.show()
