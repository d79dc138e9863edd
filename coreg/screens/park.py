"""The parked list: an idea, a solution, another topic, written down so that it can wait. Time stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coreg.content import say
from coreg.practice.sitting import Parked
from coreg.screens.base import Room
from coreg.widgets.field import LineField, TooLong
from coreg.widgets.text import lit, stack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["Park"]

_MOST = 5
"""Parked lines that are shown, the latest."""


class Park(Room):
    """One line, for both; whoever types it. What is written is kept however the room is left."""

    place = "rest"
    where = "talk.park.where"
    rests = False
    DEFAULT_CSS: ClassVar[str] = """
    Park #stage { align: center middle; }
    Park #park { width: 72; max-width: 100%; height: auto; }
    Park Static { height: auto; width: 1fr; }
    Park LineField { margin: 1 0; padding: 0 1; background: $panel; width: 1fr; height: 1; border: none; }
    """

    def __init__(self, house: House, back: Callable[[], None]) -> None:
        """Take what lets time go on again."""
        super().__init__(house)
        self._back = back

    def stage(self) -> Iterable[Widget]:
        """Hold the question, a field, and what is parked already."""
        rows = [self.words("talk.park.title", "bold"), Content.styled(say("talk.park.text"), "$muted")]
        state = self.house.runner.state
        parked = state.kept("parked")[-_MOST:] if state else ()
        listed = stack(lit(f"◦ {keep.text}", "$muted", multiline=False) for keep in parked)
        yield Container(Vertical(Static(stack(rows)), LineField(), Static(listed), id="park"), id="stage")

    def on_mount(self) -> None:
        """Be ready to type; what is written is kept whenever everything has to be."""
        super().on_mount()
        self.house.drafts[self] = self.keep
        self.query_one(LineField).focus()

    def on_unmount(self) -> None:
        """Keep nothing any more."""
        super().on_unmount()
        self.house.drafts.pop(self, None)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Park it, or go back."""
        return ((("enter", say("talk.park.keep")), self.hint("all.escape", "room.back")),)

    @on(LineField.Submitted)
    def parked(self, event: Input.Submitted) -> None:
        """Park the line, and go back."""
        event.stop()
        self.do_all_escape()

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self.notify(say("practice.too_long", limit=event.limit), markup=False)

    def keep(self) -> None:
        """Park what is written, once."""
        field = self.query_one(LineField)
        text = field.value.strip()
        field.value = ""
        if text and self.house.runner.state is not None:
            self.house.runner.dispatch(Parked(self.house.runner.time(), text))

    def do_all_escape(self) -> None:
        """Park what is written, and go back to the talk: time goes on."""
        if self.is_active:
            self.keep()
            self.dismiss()
            self._back()
