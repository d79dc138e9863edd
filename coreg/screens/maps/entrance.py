"""Before a map: whose it is, and for whose eyes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.content import explain, say
from coreg.practice.map_path import Begun, MapPath
from coreg.practice.mapping import apply
from coreg.screens.maps.asked import Asked
from coreg.screens.maps.question import Question
from coreg.screens.vault.door import entered
from coreg.screens.vault.leading import Leading
from coreg.widgets.text import centred, lit, named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.evening.space import Space
    from coreg.practice.play import Seat
    from coreg.record.maps import PrivateTrigger
    from coreg.screens.house import House
    from coreg.screens.vault.leading import Way
    from coreg.widgets.seats import Hint

__all__ = ["EntranceRoom"]


class EntranceRoom(Leading, inherit_bindings=False):
    """The own key says whose map it is; then it is for one alone, or for both from the start."""

    place = "both"
    where = "map_path.where"
    DEFAULT_CSS: ClassVar[str] = """
    EntranceRoom #stage { align: center middle; }
    EntranceRoom #page { width: 1fr; height: auto; }
    EntranceRoom Question { display: none; }
    EntranceRoom.-where Question { display: block; }
    EntranceRoom.-where #page { display: none; }
    """

    def __init__(self, house: House) -> None:
        """Begin with nobody."""
        super().__init__(house)
        self.path = MapPath()
        self.seat: Seat | None = None
        self._left: PrivateTrigger | None = None
        self._space: Space | None = None
        self._told = ""

    def stage(self) -> Iterable[Widget]:
        """One page in the middle, and the question for whom it is."""
        yield Container(Static(id="page"), Question(), id="stage")

    def on_mount(self) -> None:
        """Say what this is."""
        self.soon(self.waits)

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.waits)

    # Showing

    def waits(self) -> None:
        """Draw the page, or the question."""
        asks = self.seat is not None and not self.busy and not self._told
        self.set_class(asks, "-where")
        page = self.query_one("#page", Static)
        page.update(centred(self._lines(), page.size.width or self.size.width - 6))
        if asks and self.seat is not None:
            self.query_one(Question).ask(self._where(self.seat))
        elif self.query_one(Question).has_focus:
            self.set_focus(None)
        self.show_seats()

    def _lines(self) -> list[Content]:
        if self.busy:
            return [Content.styled(self.busy, "$both")]
        if self._told:
            return [lit(self._told)]
        return [
            Content.styled(say("map_path.intro.title"), "bold"),
            Content(""),
            Content.styled(say("map_path.intro.text"), "$muted"),
            Content(""),
            Content(say("map_path.intro.whose")),
        ]

    def _where(self, seat: Seat) -> Asked:
        ways = self._ways
        title = self.words("map_path.place.title", "bold", name=named(seat, self.house.name(seat)))
        rows = tuple(say(f"map_path.place.{way}") for way in ways)
        return Asked(title, offered=rows, about=tuple(say(f"map_path.place.{way}_text") for way in ways))

    @property
    def _ways(self) -> tuple[str, ...]:
        return ("drafted", "own") if self._left is not None else ("own", "shared")

    # The table's edge

    def main_hint(self, seat: Seat) -> str:
        """Whoever's it is begins."""
        return say("map_path.mine") if self.seat is None and not self.busy else ""

    def lit_seat(self) -> str | None:
        """Light the one whose map it is."""
        return self.seat

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Choose, or go back."""
        back, help_ = self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")
        if self.seat is None or self.busy:
            return ((back, help_),)
        return ((("↑ ↓ enter", say("map_path.choose")),), (back, help_))

    # What is pressed

    def main(self, seat: Seat) -> None:
        """It is this one's map."""
        if self.seat is None and not self.busy:
            self.seat, self._left = seat, None
            self.path = apply(self.path, Begun())
            self.look_for_draft(seat)

    @work(group="look", exclusive=True)
    async def look_for_draft(self, seat: Seat) -> None:
        """See whether one for both was left."""
        try:
            left = await asyncio.wrap_future(self.house.map_drafts.left(seat))
        except Exception as error:
            self._told = explain(error)
        else:
            # Whoever went back meanwhile leaves nothing of theirs to the other.
            self._left = left if self.seat == seat else None
        self.waits()

    @on(Question.Answered)
    def answered(self, event: Question.Answered) -> None:
        """Go behind the own door, or begin one for both."""
        if self.busy or self.seat is None:
            return
        way = self._ways[event.reply if isinstance(event.reply, int) else 0]
        if way == "own":
            self.lead(self._enter(self.seat))
        else:
            self._begin_shared(self.seat)

    def _begin_shared(self, seat: Seat) -> None:
        from coreg.screens.maps.shared_path import SharedPath

        self.app.switch_screen(SharedPath(self.house, seat, self._left))

    def _enter(self, seat: Seat) -> Way[str]:
        self._space = yield from entered(self.house, seat)
        return ""

    def ended(self, words: str, *, well: bool) -> None:
        """Begin in the room of one's own; say what stands in the way; or ask again."""
        space, self._space = self._space, None
        if space is not None:
            from coreg.screens.maps.own_path import OwnPath

            self.app.switch_screen(OwnPath(self.house, space, owns=True))
            return
        self._told = "" if well else words
        self.waits()

    def do_all_escape(self) -> None:
        """Ask whose it is again, or go back."""
        if self.busy:
            return
        if self._told:
            self._told = ""
            self.waits()
        elif self.seat is not None:
            self.seat, self._left, self.path = None, None, MapPath()
            self.waits()
        else:
            self.go_back()
