"""The shared base of every screen: hide, help, the table's edge, the smallest window."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.events import Resize
from textual.widgets import Static

from coreg.content import say
from coreg.screens.keyed import Keyed
from coreg.widgets.seats import SeatFace, Seats, SeatsFace
from coreg.widgets.text import fill, lit, named
from coreg.widgets.top import Top

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import ComposeResult
    from textual.content import Content
    from textual.widget import Widget

    from coreg.practice.play import Seat
    from coreg.widgets.seats import Hint

__all__ = ["SMALLEST", "Room"]

SMALLEST = (60, 18)
"""Columns and rows under which a panel asks for a larger window."""

_CALM = ("home", "list", "past", "good", "map", "pause")
"""Places in which nothing runs."""

_NARROW = 100
_SHORT = 28
_TIGHT = 22
_TALL = 46


class Room(Keyed, inherit_bindings=False):
    """A screen at the table. Subclasses say where they are, what stands on the stage, what keys do."""

    DEFAULT_CSS = """
    Room { background: $background; color: $foreground; layout: vertical; overflow: hidden; }
    Room > #stage { height: 1fr; padding: 0 3; }
    Room.-narrow > #stage, Room.-narrow > Seats { padding: 0 1; }
    Room.-narrow > Top { padding: 1 1; }
    Room.-short > Seats { height: 3; }
    Room.-tight > Top { height: 2; padding: 1 3 0 3; }
    Room.-tight.-narrow > Top { padding: 1 1 0 1; }
    Room > #small {
        display: none; width: 1fr; height: 1fr; content-align: center middle; text-align: center;
    }
    Room.-small > * { display: none; }
    Room.-small > #small { display: block; }
    Room ToastRack { dock: top; align: center top; }
    Room Toast { width: auto; max-width: 100%; margin-top: 0; padding: 0 2; }
    """

    where: ClassVar[str] = ""
    """Words key of the place on the top line."""

    def compose(self) -> ComposeResult:
        """Lay out the top line, the stage, the table's edge and the panel of a small window."""
        self.fit()
        yield Top()
        yield from self.stage()
        yield Seats()
        yield Static(lit(say("room.small")), id="small")

    def stage(self) -> Iterable[Widget]:
        """Return what stands in the middle; the outermost widget has the id ``stage``."""
        return ()

    def on_mount(self) -> None:
        """Show the place and the seats."""
        if self.where:
            self.query_one(Top).where = say(self.where)
        self.show_seats()

    @on(Resize)
    def fit(self) -> None:
        """Follow the window: margins, what gives way to what, or the panel that asks for a larger one."""
        width, height = self.app.size
        self.set_class(width < _NARROW, "-narrow")
        self.set_class(height < _SHORT, "-short")
        self.set_class(height < _TIGHT, "-tight")
        self.set_class(height >= _TALL, "-tall")
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "-small")

    def soon(self, act: Callable[[], object]) -> None:
        """Do something once the room has its new size; not any more when somebody has left by then."""
        self.call_after_refresh(self._if_still_here, act)

    def _if_still_here(self, act: Callable[[], object]) -> None:
        # Textual runs this in whatever screen is in front by then, which would end with an error of ours.
        if self in self.app.screen_stack:
            act()

    def on_descendant_focus(self) -> None:
        """Show the keys that work in a field, or outside it."""
        self.show_seats()

    def on_descendant_blur(self) -> None:
        """Show the keys that work in a field, or outside it."""
        self.show_seats()

    # What a room shows at the table's edge

    def main_hint(self, seat: Seat) -> str:
        """Return what the main key of a seat does here; empty when it does nothing."""
        return ""

    def stop_hint(self) -> str:
        """Return what the own stop keys do here; empty when nothing runs."""
        return ""

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Return the keys that belong to both, by row."""
        return ((self.hint("all.help", "room.help"),),)

    def lit_seat(self) -> str | None:
        """Return whose turn it is; None lights both alike."""
        return None

    def hint(self, key_id: str, words: str) -> Hint:
        """Return a key with what it does; while somebody types, one that works inside a field."""
        return self.house.keymap.label(key_id, writing=self.writing) or key_id, say(words)

    def show_seats(self) -> None:
        """Draw the table's edge as it is now."""
        face = SeatsFace(self._seat("left"), self._seat("right"), self.middle(), self.lit_seat())
        self.query_one(Seats).face = face

    def _seat(self, side: str) -> SeatFace:
        keymap = self.house.keymap
        seat = self.house.seat(side)
        main, stop = self.main_hint(seat), self.stop_hint()
        return SeatFace(
            seat,
            self.house.name(seat),
            (keymap.label(f"{side}.main"), main) if main else ("", ""),
            (keymap.label(f"{side}.stop"), stop) if stop else ("", ""),
        )

    def words(self, key: str, style: str = "", **names: Content) -> Content:
        """Return words with both names in their colours."""
        return self.literal(say(key), style, **names)

    def literal(self, words: str, style: str = "", **names: Content) -> Content:
        """Fill words of a pack with both names in their colours, and with more content by name."""
        house = self.house
        people = {seat: named(seat, house.name(seat)) for seat in ("a", "b")}
        sides = {"left": people[house.left], "right": people[house.right]}
        return fill(words, {**people, **sides, **names}, style)

    # What works everywhere

    def open(self, name: str) -> None:
        """Open one of the rooms that every room can open."""
        self.app.push_screen(self.house.room(name, self.house))

    def do_all_hide(self) -> None:
        """Show a neutral screen at once, in silence; everything is saved, and locked books are locked.

        A room of one's own below this closes first: closing later, it would take the neutral screen along.
        """
        self.house.voice.stop()
        below = (one for one in self.app.screen_stack if isinstance(one, Keyed) and one.private)
        if (own := next(below, None)) is not None:
            own.do_all_hide()
        elif self.house.keeping.sealed and not self.house.keeping.locked:
            self._hide_and_lock()
        else:
            self.open("hide")
            self.house.save_now()

    def _hide_and_lock(self) -> None:
        """Hide, and forget the key; while something runs it is kept, for so is what they do."""
        from coreg.screens.vault.locking_up import at_rest, lock_up

        if at_rest(self.app):
            lock_up(self.app, self.house, hidden=True)
        else:
            self.open("hide")
            self.house.save_now()

    def do_all_help(self) -> None:
        """Open the one help page."""
        self.open("help")

    @property
    def calm(self) -> bool:
        """Whether a good moment may be written down over this room: nothing runs here."""
        return self.place in _CALM

    def do_all_moment(self) -> None:
        """Have a good moment written down; not before there is a book to keep it in."""
        keeping = self.house.keeping
        if self.calm and not self.writing and not keeping.locked and keeping.home() is not None:
            self.open("moment")

    def do_all_escape(self) -> None:
        """Leave the field, or go back."""
        if self.writing:
            self.set_focus(None)
        else:
            self.go_back()

    def go_back(self) -> None:
        """Go back to where we came from; the first screen stays."""
        if self.is_active and len(self.app.screen_stack) > 1:
            self.dismiss()

    def do_all_leave(self) -> None:
        """Leave the program; a running evening is kept for later."""
        self.house.save_now()
        self.app.exit(0)
