"""A minute of small breaths: by itself while a pause is on, and before going on after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.practice.play import SEATS
from coreg.screens.base import Room
from coreg.screens.first_breaths import FirstBreaths, one_minute
from coreg.widgets.text import centred
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.evening.journal import LeftOpen
    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["MinuteRoom", "ReturnRoom"]


class MinuteRoom(Room, inherit_bindings=False):
    """One minute of breathing, which nobody keeps. Either stops it with any stop key."""

    place = "both"
    rests = False
    where = "timeout.breath.where_small"
    DEFAULT_CSS: ClassVar[str] = """
    MinuteRoom #page { width: 1fr; height: auto; display: none; }
    MinuteRoom.-words #stage { align: center middle; }
    MinuteRoom.-words #page { display: block; }
    MinuteRoom.-words BreathStage { display: none; }
    """

    def __init__(self, house: House) -> None:
        """Be ready to breathe."""
        super().__init__(house)
        self.breathing = True
        self._breaths = FirstBreaths(self, house, self.over, one_minute(house))

    def stage(self) -> Iterable[Widget]:
        """Hold the breath, and a page for what comes after it."""
        yield Container(self._breaths.stage, Static(id="page"), id="stage")

    def on_mount(self) -> None:
        """Begin."""
        super().on_mount()
        self.soon(self._breaths.begin)

    def on_unmount(self) -> None:
        """Look at no clock any more."""
        self._breaths.stop()
        super().on_unmount()

    def stop_hint(self) -> str:
        """Either can stop, always."""
        return say("room.stop") if self.breathing else ""

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Stop, help."""
        return ((self.hint("all.escape", "room.stop"), self.hint("all.help", "room.help")),)

    def stop_practice(self) -> None:
        """End the breaths."""
        if self.breathing:
            self._breaths.stop()
            self.over()

    def do_all_escape(self) -> None:
        """End the breaths, from nobody's side."""
        self.stop_practice()

    def over(self) -> None:
        """Go back to the pause."""
        self.breathing = False
        self.go_back()


class ReturnRoom(MinuteRoom, inherit_bindings=False):
    """Both are ready: a minute of breath, then a first sentence, then the step that was left."""

    where = "timeout.breath.where"

    def __init__(self, house: House, left: LeftOpen | None) -> None:
        """Take the sitting that waited, if one did; it is the living one on disk already."""
        super().__init__(house)
        self._left = left
        self._both: frozenset[Seat] = frozenset()

    def over(self) -> None:
        """Show the sentence to begin with."""
        self.breathing = False
        self.add_class("-words")
        self.query_one(Top).where = say("timeout.where")
        self.step_changed()
        self.soon(self.show)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    def show(self) -> None:
        """Draw the page; the program does not know who it is that begins."""
        then = "then_talk" if self._left is None else "then"
        rows = [
            Content.styled(say("timeout.words.title"), "bold"),
            Content(""),
            Content(say("timeout.words.text")),
            Content(""),
            Content.styled(say(f"timeout.words.{then}"), "$muted"),
        ]
        self.query_one("#page", Static).update(centred(rows, self.query_one("#stage").size.width))
        self.show_seats()

    def main_hint(self, seat: str) -> str:
        """Going on takes both."""
        return "" if self.breathing else say("timeout.words.go_on")

    def stop_hint(self) -> str:
        """Either can stop, always."""
        return say("room.stop")

    def stop_practice(self) -> None:
        """End the breaths; after them what was left stands there as after any stop, or it leads home."""
        if self.breathing:
            super().stop_practice()
        elif self.is_active:
            self.leave(go_on=False)

    def main(self, seat: Seat) -> None:
        """Go on when both have pressed; nothing shows who has."""
        if self.breathing:
            return
        self._both |= {seat}
        if len(self._both) == len(SEATS) and self.is_active:
            self.leave(go_on=True)

    def leave(self, *, go_on: bool) -> None:
        """Take the sitting up at its step, on or stopped; without one, begin a short talk, or go home."""
        if self._left is not None:
            from coreg.screens.left_open import go_on_with

            self.app.switch_screen(go_on_with(self.house, self._left, on=go_on))
            return
        house, app = self.house, self.app
        self.dismiss()
        if go_on:
            from coreg.evening.planning import return_plan
            from coreg.screens.begin import begin

            begin(app, house, "floor_talk", (return_plan(house.options()),))
