"""The morning after: something was left open. Let it rest, or go on, which takes both."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.containers import Container
from textual.content import Content
from textual.events import ScreenResume
from textual.widgets import Static

from coreg.content import explain, say
from coreg.content.dates import when_said
from coreg.keys import press_name
from coreg.practice.play import SEATS
from coreg.practice.sitting import WentOn
from coreg.record.trouble import Trouble
from coreg.screens.base import Room
from coreg.widgets.text import centred, key_hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.events import Key
    from textual.widget import Widget

    from coreg.evening.journal import LeftOpen
    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["LeftOpenRoom", "go_on_with"]

_ENTER = "enter"


def go_on_with(house: House, left: LeftOpen, *, on: bool = True) -> Room:
    """Take a sitting up where it was, and return the room for it: a note is written where notes are.

    With ``on`` both have said that it goes on; otherwise it stands there as after a stop.
    """
    from coreg.evening.records import NOTE

    runner = house.runner
    runner.take_up(left)
    for seat in SEATS if on else ():
        runner.dispatch(WentOn(runner.time(), seat))
    if left.sitting.kind == NOTE:
        from coreg.screens.note import NoteRoom

        return NoteRoom(house)
    from coreg.screens.practice import Practice

    return Practice(house)


class LeftOpenRoom(Room):
    """Stands over home. Which step it was stays unsaid until both go on; nothing shows who would like to.

    ``enter`` lets it rest, which either may: all that was written is kept. After twelve hours it has been
    laid to rest already. What cannot be read is put aside.
    """

    place = "both"
    where = "left_open.where"
    DEFAULT_CSS: ClassVar[str] = """
    LeftOpenRoom #stage { align: center middle; }
    LeftOpenRoom #page { width: 1fr; height: auto; }
    """

    def __init__(self, house: House, left: LeftOpen | None, done: Callable[[], None]) -> None:
        """Take what was left, None when it cannot be read; ``done`` is called when nothing is left open."""
        super().__init__(house)
        self.left = left
        self.at: Literal["offered", "waiting", "rested", "failed", "over"] = "waiting"
        self.both: frozenset[Seat] = frozenset()
        self._done = done
        self._why = ""

    @property
    def part(self) -> str:
        """Which words belong to what was left: ``fresh``, ``older`` or ``damaged_file``."""
        if self.left is None:
            return "damaged_file"
        return "fresh" if self.left.fresh(self.house.now()) else "older"

    def stage(self) -> Iterable[Widget]:
        """One page in the middle."""
        yield Container(Static(id="page"), id="stage")

    def on_mount(self) -> None:
        """Offer it, or lay it to rest where its time is over."""
        if self.part == "fresh":
            self.at = "offered"
            self.step_changed()
        else:
            self.lay_to_rest()
        self.soon(self.show)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    # Showing

    def show(self) -> None:
        """Draw the page and the table's edge."""
        page = self.query_one("#page", Static)
        page.update(centred(self._lines(), page.size.width or self.size.width))
        self.show_seats()

    def _lines(self) -> list[Content]:
        when = "" if self.left is None else when_said(self.left.started.date(), self.house.now().date())
        title = [Content.styled(say(f"left_open.{self.part}.title", when=when), "bold"), Content("")]
        if self.at == "failed":
            return [*title, Content(self._why)]
        if self.at in ("waiting", "over"):
            waits = "older" if self.part == "fresh" else self.part
            return [*title, Content.styled(say(f"left_open.{waits}.waiting"), "$muted")]
        text = [Content.styled(say(f"left_open.{self.part}.text"), "$muted")]
        return [*title, *(self._choices() if self.at == "offered" else []), *text]

    def _choices(self) -> list[Content]:
        label = self.house.keymap.label
        keys = (_ENTER, f"{label('left.main')} {label('right.main')}")
        words = [say(f"left_open.fresh.{name}") for name in ("rest", "both")]
        wide, long = max(map(len, keys)), max(map(len, words))
        rows = [
            key_hint(key.rjust(wide), f"  {word.ljust(long)}", style="")
            for key, word in zip(keys, words, strict=True)
        ]
        return [*rows, Content("")]

    def main_hint(self, seat: str) -> str:
        """Going on takes both."""
        if self.at == "offered":
            return say("left_open.fresh.go_on")
        return say("left_open.older.home") if self.at == "rested" else ""

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """What either may press."""
        words = {"offered": "fresh.rest", "rested": "older.home", "failed": "failed.again"}.get(self.at)
        enter = ((_ENTER, say(f"left_open.{words}")),) if words else ()
        return ((*enter, self.hint("all.help", "room.help")),)

    # What is pressed

    def on_key(self, event: Key) -> None:
        """Let it rest, go on, or try again: ``enter`` is no one's own key."""
        if press_name(event.key, event.character) != _ENTER:
            return
        event.stop()
        event.prevent_default()
        self.hands, counts = self.hands.press(_ENTER, self.moment_of(event))
        if not counts:
            return
        if self.at in ("offered", "failed"):
            self.lay_to_rest()
        elif self.at == "rested":
            self.leave()

    def main(self, seat: Seat) -> None:
        """Go on when both have pressed; nothing shows who has."""
        if self.at == "rested":
            self.leave()
        elif self.at == "offered":
            self.both |= {seat}
            if len(self.both) == len(SEATS):
                self.go_on()

    def do_all_escape(self) -> None:
        """Stay while it is still to be decided; afterwards go on."""
        if self.at == "rested":
            self.leave()

    # What happens

    def go_on(self) -> None:
        """Take the sitting up where it was; home is below."""
        if self.left is None or not self.is_active:
            return
        self.app.switch_screen(go_on_with(self.house, self.left))

    @work(exclusive=True)
    async def lay_to_rest(self) -> None:
        """Keep what there is; a fresh one that was let go needs no page about it."""
        offered = self.at == "offered"
        self.at = "waiting"
        self.show()
        try:
            await self._put_away()
        except Exception as trouble:  # whatever it is, they hear it, and what was left is still there
            self.at, self._why = "failed", say("left_open.failed.text", why=explain(trouble))
            self.show()
            return
        if offered:
            self.at = "over"
            self.leave_when_over()
            return
        self.at = "rested"
        self.step_changed()
        self.show()

    async def _put_away(self) -> None:
        keeping = self.house.keeping
        if self.left is not None:
            await asyncio.wrap_future(keeping.let_rest(self.left))
            return
        name = f"unread-{self.house.now():%Y%m%dT%H%M%S}"
        try:
            data = await asyncio.wrap_future(keeping.ask(lambda store: store.left_open()))
        except Trouble:
            data = None
        if data is not None:
            await asyncio.wrap_future(keeping.ask(lambda store: store.put_aside(name, data)))
        await asyncio.wrap_future(keeping.ask(lambda store: store.clear_live()))

    @on(ScreenResume)
    def leave_when_over(self) -> None:
        """Leave what was let go, once nothing stands over this any more."""
        if self.at == "over":
            self.leave()

    def leave(self) -> None:
        """Go home, and on to whatever was asked for at the start."""
        if self.is_active:
            self.dismiss()
            self._done()
