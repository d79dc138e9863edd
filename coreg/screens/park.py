"""The parked list: an idea, a solution, another topic, written down so that it can wait. Time stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coreg.content import say
from coreg.practice.sitting import Parked, Parking
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
    """One line, for both; whoever types it. What is typed stands in the sitting, letter by letter."""

    place = "rest"
    where = "talk.park.where"
    rests = False
    DEFAULT_CSS: ClassVar[str] = """
    Park #stage { align: center middle; }
    Park #park { width: 72; max-width: 100%; height: auto; }
    Park Static { height: auto; width: 1fr; }
    Park LineField { margin: 1 0; padding: 0 1; background: $panel; width: 1fr; height: 1; border: none; }
    """

    def __init__(self, house: House, back: Callable[[], None], stop: Callable[[], None]) -> None:
        """Take what lets time go on again, and what stops."""
        super().__init__(house)
        self._back = back
        self._stop = stop

    def stage(self) -> Iterable[Widget]:
        """Hold the question, a field, and what is parked already."""
        rows = [self.words("talk.park.title", "bold"), Content.styled(say("talk.park.text"), "$muted")]
        state = self.house.runner.state
        parked = state.kept("parked")[-_MOST:] if state else ()
        listed = stack(lit(f"◦ {keep.text}", "$muted", multiline=False) for keep in parked)
        yield Container(Vertical(Static(stack(rows)), LineField(), Static(listed), id="park"), id="stage")

    def on_mount(self) -> None:
        """Be ready to type on, where a line was left unfinished."""
        super().on_mount()
        field, state = self.query_one(LineField), self.house.runner.state
        field.value = state.parking if state else ""
        field.cursor_position = len(field.value)
        field.focus()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Park it, or stop."""
        return ((("enter", say("talk.park.keep")), self.hint("all.escape", "room.stop")),)

    @on(LineField.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Have the line on its way to the disk as it grows."""
        state = self.house.runner.state
        if self.is_active and state is not None and event.value != state.parking:
            self.house.runner.dispatch(Parking(self.house.runner.time(), event.value))

    @on(LineField.Submitted)
    def parked(self, event: Input.Submitted) -> None:
        """Park the line, if there is one, and go back to the talk: time goes on."""
        event.stop()
        if self.is_active and self.house.runner.state is not None:
            self.house.runner.dispatch(Parked(self.house.runner.time(), event.value))
            self.dismiss()
            self._back()

    @on(TooLong)
    def too_long(self, event: TooLong) -> None:
        """Say that it does not fit; nothing is lost."""
        self.notify(say("practice.too_long", limit=event.limit), markup=False)

    def do_all_escape(self) -> None:
        """Stop at once, from the field too: what is typed stands here again when the talk goes on."""
        if self.is_active:
            self.dismiss()
            self._stop()
