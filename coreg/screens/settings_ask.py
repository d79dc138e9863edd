"""The base of the settings' small rooms: each asks for one thing, and goes back when it has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.keys import press_name
from coreg.screens.base import Room
from coreg.screens.hello_lines import fitting
from coreg.widgets.text import centred

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.events import Key
    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["AskRoom"]


class AskRoom(Room, inherit_bindings=False):
    """A page of lines in the middle. A press goes to :meth:`take` first, unless it works in every room."""

    place = "both"
    DEFAULT_CSS: ClassVar[str] = """
    AskRoom #stage { align: center middle; }
    AskRoom #page { width: 1fr; height: auto; }
    """

    def __init__(self, house: House, told: Callable[[str], None]) -> None:
        """Take what hears of the outcome: "" when something was saved, else why it was not."""
        super().__init__(house)
        self.told = told
        self.said = ""

    def stage(self) -> Iterable[Widget]:
        """One page."""
        yield Container(Static(id="page"), id="stage")

    def on_mount(self) -> None:
        """Ask."""
        self.soon(self.show)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    def lines(self) -> list[Content]:
        """Return what stands on the page."""
        return []

    def show(self) -> None:
        """Draw the page and the table's edge."""
        size = self.query_one("#stage").size
        width = self.query_one("#page").size.width or size.width
        self.query_one("#page", Static).update(centred(fitting(self.lines(), width, size.height), width))
        self.show_seats()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Leave it as it was, or help."""
        return ((self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")),)

    def on_key(self, event: Key) -> None:
        """Offer a press to this room before it is looked up."""
        press = press_name(event.key, event.character)
        if self.writing or self.house.keymap.find("rest", press) is not None:
            return
        if self.take(press, event.time):
            event.stop()
            event.prevent_default()

    def take(self, press: str, now: float) -> bool:
        """Use a press, seen at a moment of the events' clock (s); tell whether it was of use."""
        return False

    def finish(self, outcome: str) -> None:
        """Tell the outcome and go back."""
        self.told(outcome)
        self.go_back()
