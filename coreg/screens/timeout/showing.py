"""What a pause shows: which page, when it is looked at again, and what either may press."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import work
from textual.containers import Container
from textual.widgets import Static

from coreg.content import explain, say
from coreg.evening.pausing import next_day
from coreg.practice.timeout import USUAL, Sealed, gone, leaves_room, longer_by, next_face_in
from coreg.screens.base import Room
from coreg.screens.hello_lines import fitting
from coreg.screens.timeout.bell import ring_for_return
from coreg.screens.timeout.lines import ask_lines, meanwhile_lines, now_lines, plan_lines, sealed_lines
from coreg.widgets.text import centred, lit
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content
    from textual.timer import Timer
    from textual.widget import Widget

    from coreg.evening.journal import LeftOpen
    from coreg.evening.pause import Pause
    from coreg.practice.play import Seat
    from coreg.record.models import PauseAgreement
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["YOUNG", "At", "PauseShowing"]

At = Literal["ask", "pause", "sealed", "plan"]

YOUNG = 90.0
"""Seconds for which the line to be said aloud is shown."""

_LOOKS = 1.0
"""Seconds between two looks at the clock while the last two minutes are counted."""

_MINUTE = 60.0
_AFTER = 0.05
"""Seconds after something changed at which it is looked for."""


class PauseShowing(Room, inherit_bindings=False):
    """One pause, or the page that asks for one. The promise lives in the books; this only draws it."""

    place = "pause"
    where = "timeout.where"
    DEFAULT_CSS: ClassVar[str] = """
    PauseShowing #stage { align: center middle; }
    PauseShowing #page { width: 1fr; height: auto; }
    """

    def __init__(self, house: House, pause: Pause | None = None, left: LeftOpen | None = None) -> None:
        """Show a pause, or ask for one; ``left`` is the sitting of before that is to wait for its return."""
        super().__init__(house)
        self.pause = pause
        self.left = left
        self.at: At = "ask" if pause is None else "pause"
        self.agreed: PauseAgreement | None = None
        self.seconds: float | None = None
        self.when = next_day(house.now(), house.now())
        self.declined = False
        self.busy = False
        self.here: frozenset[Seat] = frozenset()
        self.answers = Sealed()
        self._timer: Timer | None = None

    def stage(self) -> Iterable[Widget]:
        """One page in the middle."""
        yield Container(Static(id="page"), id="stage")

    def on_mount(self) -> None:
        """Show what there is, and what was agreed as soon as it is read."""
        super().on_mount()
        self.read_agreement()
        self.soon(self.look)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    def on_screen_resume(self) -> None:
        """Show what has changed while another room was open."""
        self.read_agreement()
        self.soon(self.look)

    @work(group="agreed", exclusive=True)
    async def read_agreement(self) -> None:
        """Ask the book; without an answer everything is as usual."""
        try:
            self.agreed = await asyncio.wrap_future(self.house.pausing.agreement())
        except Exception as error:
            self.notify(explain(error), severity="warning", markup=False)
        self.known()

    def known(self) -> None:
        """Show what was agreed."""
        self.show()

    # Showing

    @property
    def face(self) -> str:
        """What the pause is to show now; "" where there is none yet."""
        return self.house.pausing.face(self.pause) if self.pause else ""

    @property
    def planning(self) -> bool:
        """Whether another time is being picked."""
        return self.at == "plan" or (self.at == "pause" and self.face == "open")

    @property
    def leaves_room(self) -> bool:
        """Whether another pause may be asked for here: this one has another day, or no time."""
        pause = self.pause
        if pause is None or self.at != "pause":
            return False
        return leaves_room(pause.timeout, self.house.pausing.reading())

    @property
    def length(self) -> float:
        """The seconds of the pause that is asked for: those chosen, else those agreed."""
        if self.seconds is not None:
            return self.seconds
        return USUAL if self.agreed is None else self.agreed.minutes * _MINUTE

    def look(self) -> None:
        """Show what is, and look again when something changes."""
        ring_for_return(self.app, self.house)
        self.show()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(self._wait(), self.look)

    def _wait(self) -> float:
        """Return the seconds until the page is another: one near the return, else up to the whole minute."""
        minute = _MINUTE - self.house.now().second
        if self.pause is None:
            return minute + _AFTER
        change = next_face_in(self.pause.timeout, self.house.pausing.reading())
        least = _LOOKS if self.face == "soon" else minute
        return (least if change is None else min(least, change)) + _AFTER

    def show(self) -> None:
        """Draw the page and the table's edge."""
        for page in self.query("#page").results(Static):
            size = self.query_one("#stage").size
            width = page.size.width or size.width
            page.update(centred(fitting(self._lines(width), width, size.height), width))
        self.show_seats()

    def _lines(self, width: int) -> list[Content]:
        house = self.house
        if self.pause is None:
            until = house.now() + timedelta(seconds=self.length)
            return ask_lines(house, self.length, self.agreed, until)
        reading = house.pausing.reading()
        if self.at == "sealed":
            return sealed_lines(house, width, longer=longer_by(self.pause.timeout, reading) > 0)
        if self.planning:
            return plan_lines(house, self.when, asked=self.declined)
        if self.face in ("now", "after"):
            return now_lines(house, self.face)
        timeout = self.pause.timeout
        young = gone(timeout.begun, reading) < YOUNG and not timeout.times and not timeout.again
        return meanwhile_lines(house, self.pause, self.agreed, reading, young=young)

    def tell(self, words: str) -> None:
        """Say what has just happened, on the top line."""
        self.query_one(Top).left = lit(words, "$muted", multiline=False)

    # The table's edge

    def main_hint(self, seat: str) -> str:
        """Coming back takes both, as soon as they like."""
        return say("timeout.both_here") if self.pause is not None and self.at == "pause" else ""

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """What either may press."""
        back, helps = self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")
        home = self.hint("all.escape", "timeout.home")
        agreement = self.hint("pause.agreement", "timeout.agreement")
        if self.pause is None:
            return (self._turning("ask.take", "ask.less"), (agreement, home, helps))
        if self.at == "sealed":
            return ((back, helps),)
        anew = self.hint("pause.anew", "timeout.anew")
        if self.planning:
            # What is open already need not be left open.
            first = anew if self.leaves_room else self.hint("pause.open", "timeout.plan.open")
            rest = self.hint("pause.rest", "timeout.plan.rest")
            return (self._turning("plan.take", "plan.change"), (first, rest, back, helps))
        plan = (self.hint("pause.take", "timeout.after.plan"),) if self.face == "after" else ()
        calendar = self.hint("pause.calendar", "timeout.calendar")
        also = (anew,) if self.leaves_room else (agreement, self.hint("pause.pulse", "timeout.pulse"))
        return ((*plan, self.hint("pause.breathe", "timeout.breathe")), (*also, calendar, home, helps))

    def _turning(self, take: str, turn: str) -> tuple[Hint, ...]:
        label = self.house.keymap.label
        keys = f"{label('pause.less')} {label('pause.more')}"
        return (self.hint("pause.take", f"timeout.{take}"), (keys, say(f"timeout.{turn}")))
