"""What we said we would: open agreements, to be kept, let go, or looked at again in a week."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.dates import day_name, long_day
from coreg.screens.card_list import CardList
from coreg.screens.listing import Undo
from coreg.widgets.blocks import GAP, Text
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future
    from datetime import date

    from coreg.record.models import Agreement
    from coreg.screens.house import House
    from coreg.widgets.blocks import Block
    from coreg.widgets.seats import Hint

__all__ = ["Promises"]

_WEEK = timedelta(days=7)


class Promises(CardList["tuple[Agreement, ...]"], inherit_bindings=False):
    """A list of what is open. What is closed stays in sight until the room is left."""

    where = "promises.where"
    DEFAULT_CSS: ClassVar[str] = """
    Promises #about { width: 1fr; height: auto; margin-bottom: 1; color: $muted; }
    """

    def __init__(self, house: House) -> None:
        """Begin before anything is read."""
        super().__init__(house)
        self.agreements: dict[str, Agreement] = {}

    def all_of_it(self) -> Future[tuple[Agreement, ...]]:
        """Ask what is open, soonest first."""
        return self.house.keeping.agreements("open")

    def took(self, found: tuple[Agreement, ...]) -> None:
        """Take what is open."""
        self.agreements = {one.id: one for one in found}

    # Showing

    def show(self) -> None:
        """Draw everything that is open, and what was closed just now."""
        words = say("promises.title") if self.agreements else say("promises.empty")
        self.query_one("#about", Static).update(Content(words if self.read else ""))
        blocks = [block for one in self.agreements.values() for block in (*self._blocks(one), GAP)]
        self.page.put(blocks[:-1], again=True)
        self.show_seats()

    def _blocks(self, one: Agreement) -> Iterator[Block]:
        is_open = one.state == "open"
        mark = Content.styled("◦" if is_open else "✓" if one.state == "kept" else "–", "$both")
        yield Text(lit(one.text, "" if is_open else "$muted", multiline=False), one.id, mark, 2)
        yield Text(Content.styled(" · ".join(self._facts(one)), "$muted"), one.id, indent=2)

    def _facts(self, one: Agreement) -> Iterator[str]:
        today = self.house.now().date()
        if one.state != "open":
            yield say(f"promises.{one.state}")
            return
        yield say("promises.said", day=day_name(one.local_date, today))
        if one.look_again is None:
            return
        if one.look_again == today:
            yield say("promises.today")
        else:
            yield say("promises.again", day=day_name(one.look_again, today))

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Done, let go, again in a week."""
        rest = (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help"))
        if not self.agreements:
            return (rest,)
        ways = (("list.done", "done"), ("list.let_go", "let_go"), ("list.later", "week"))
        hints = tuple(self.hint(key, f"promises.keys.{words}") for key, words in ways)
        also = (self.hint("list.bin", "promises.keys.bin"), self.hint("list.calendar", "calendar.key"))
        return (hints, (*also, *rest))

    # Keys

    @property
    def chosen(self) -> Agreement | None:
        """The chosen agreement."""
        return self.agreements.get(str(self.page.at))

    def do_list_done(self) -> None:
        """It was done."""
        self._close("kept")

    def do_list_let_go(self) -> None:
        """It is let go, which is no failure."""
        self._close("let_go")

    def _close(self, state: str) -> None:
        one = self.chosen
        if one is not None and one.state != state:
            closed = self.house.now().astimezone(UTC)
            self._change(one, f"promises.told.{state}", {"state": state, "closed": closed})

    def do_list_later(self) -> None:
        """Look at it again in a week; what was closed just now is open again then."""
        one = self.chosen
        if one is not None:
            day = self.house.now().date() + _WEEK
            wanted = {"state": "open", "closed": None, "look_again": day}
            self._change(one, "promises.told.week", wanted, day=long_day(day))

    def _change(self, one: Agreement, words: str, wanted: dict[str, Any], **facts: str) -> None:
        changed = one.model_copy(update=wanted)
        keeping = self.house.keeping
        self._put(changed)

        def back() -> None:
            self._put(one)

        told = say(words, key=self.house.keymap.label("list.undo"), **facts)
        self.change(told, [keeping.keep(changed)], Undo(back, lambda: [keeping.keep(one)]))

    def _put(self, one: Agreement) -> None:
        self.agreements[one.id] = one
        self.show()

    def do_list_calendar(self) -> None:
        """Write the day of the chosen one into a file for a calendar."""
        one = self.chosen
        if one is None or one.state != "open":
            return
        if one.look_again is None:
            self.tell(say("calendar.no_day", key=self.house.keymap.label("list.later")))
        else:
            self.write_day(one.id, one.look_again)

    @work(group="calendar", exclusive=True)
    async def write_day(self, uid: str, day: date) -> None:
        """Write it off this thread, and say where it is."""
        from coreg.screens.to_calendar import write_date

        self.tell(await asyncio.to_thread(write_date, self.house, uid, day))

    def do_list_bin(self) -> None:
        """Put the chosen one into the bin."""
        one = self.chosen
        if one is None:
            return
        before, keeping = dict(self.agreements), self.house.keeping
        del self.agreements[one.id]
        self.show()

        def back() -> None:
            self.agreements = before
            self.show()

        told = say("promises.told.binned", key=self.house.keymap.label("list.undo"))
        self.change(told, [keeping.bin(one.id)], Undo(back, lambda: [keeping.unbin(one.id)]))
