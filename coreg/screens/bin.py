"""The bin: what was put away, to be put back one by one, or emptied for good by either."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from textual import work
from textual.content import Content
from textual.widgets import Static

from coreg.content import has, say
from coreg.screens.card_list import CardList
from coreg.screens.diary import name_of
from coreg.screens.listing import Undo
from coreg.widgets.blocks import Text
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Future

    from coreg.screens.house import House
    from coreg.widgets.blocks import Block
    from coreg.widgets.seats import Hint

__all__ = ["BinRoom"]

_INDENT = 14
_LONGEST = 240


class InBin(Protocol):
    """One thing in the bin, as the books tell of it."""

    @property
    def what(self) -> str:
        """A session, a note, an agreement, a line or a later word."""

    @property
    def id(self) -> str:
        """The record it is or belongs to."""

    @property
    def line(self) -> str | None:
        """The line or later word, if it is one."""

    @property
    def text(self) -> str:
        """What it says, or the kind of a session."""

    @property
    def local_date(self) -> str:
        """The day it is from, as YYYY-MM-DD."""


def _key(thing: InBin) -> str:
    return thing.line or thing.id


class BinRoom(CardList["tuple[object, ...]"], inherit_bindings=False):
    """A list of what is in the bin, last thrown away first."""

    where = "bin.where"
    DEFAULT_CSS: ClassVar[str] = """
    BinRoom #about { width: 1fr; height: auto; margin-bottom: 1; color: $muted; }
    BinRoom.-sure #about { color: $warn; }
    """

    def __init__(self, house: House) -> None:
        """Begin before anything is read."""
        super().__init__(house)
        self.things: tuple[InBin, ...] = ()

    def all_of_it(self) -> Future[tuple[object, ...]]:
        """Ask what is in the bin."""
        return self.house.keeping.binned()

    def took(self, found: tuple[object, ...]) -> None:
        """Take what is in the bin."""
        self.things = cast("tuple[InBin, ...]", found)

    # Showing

    @property
    def sure(self) -> bool:
        """Whether the next press empties the bin."""
        return self.has_class("-sure")

    def show(self) -> None:
        """Draw what is there."""
        about = self.query_one("#about", Static)
        label = self.house.keymap.label
        if self.sure:
            words = say("bin.sure", key=label("list.empty"), escape=label("all.escape"))
        else:
            words = say("bin.about") if self.things else say("bin.empty")
        about.update(Content(words if self.read else ""))
        self.page.put([block for thing in self.things for block in self._blocks(thing)], again=True)
        self.show_seats()

    @staticmethod
    def _blocks(thing: InBin) -> Iterable[Block]:
        what = say(f"bin.what.{thing.what}") if has(f"bin.what.{thing.what}") else thing.what
        text = name_of(thing.text) if thing.what == "session" else thing.text
        day = say("bin.from", day=_day(thing.local_date))
        key = _key(thing)
        yield Text(
            lit(text, multiline=False).truncate(_LONGEST, ellipsis=True),
            key,
            Content.styled(what, "$muted"),
            _INDENT,
        )
        yield Text(Content.styled(day, "$muted"), key, indent=_INDENT)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Put back, empty, leave."""
        leave = (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help"))
        if not self.things:
            return (leave,)
        empty = self.hint("list.empty", "bin.keys.empty")
        return ((self.hint("list.open", "bin.keys.restore"), empty), leave)

    # Keys

    def do_list_open(self) -> None:
        """Put the chosen thing back."""
        thing = next((one for one in self.things if _key(one) == self.page.at), None)
        if thing is None:
            return
        before, keeping = self.things, self.house.keeping
        self.things = tuple(one for one in before if one is not thing)
        self.show()

        def back() -> None:
            self.things = before
            self.show()

        undo = Undo(back, lambda: [keeping.bin(thing.id, thing.line)])
        self.change(say("bin.back"), [keeping.unbin(thing.id, thing.line)], undo)

    def do_list_empty(self) -> None:
        """Ask once; pressed again, empty the bin for good."""
        if not self.things:
            return
        if self.sure:
            self._be_sure(False)
            self.empty()
        else:
            self._be_sure(True)

    @work(group="empty", exclusive=True)
    async def empty(self) -> None:
        """Let go of everything in the bin."""
        try:
            await self.safely([self.house.keeping.empty_bin()])
        except Exception as error:
            # What was deleted is gone from here even if it could not be taken out of every backup yet.
            self.reload()
            self.tell_trouble(error)
            return
        self.things, self.undoes = (), []
        self.show()
        self.tell(say("bin.emptied"))

    def _be_sure(self, sure: bool) -> None:
        self.set_class(sure, "-sure")
        self.tell("")
        self.show()

    def _doing(self, key_id: str) -> Callable[[], object] | None:
        doing = super()._doing(key_id)
        if self.sure and doing is not None and key_id.startswith("list.") and key_id != "list.empty":
            return self._stay
        return doing

    def _stay(self) -> None:
        self._be_sure(False)
        self.tell(say("bin.left"))

    def do_all_escape(self) -> None:
        """Leave the bin as it is, or go back."""
        if self.sure:
            self._stay()
        else:
            super().do_all_escape()


def _day(text: str) -> str:
    from coreg.content.dates import long_day

    day = date.fromisoformat(text)
    return f"{long_day(day)} {day.year}"
