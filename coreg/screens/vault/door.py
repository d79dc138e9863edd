"""The door of a room of one's own: a passphrase is asked for before anything is read or written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coreg.screens.vault.entering import EnteringRoom
from coreg.screens.vault.leading import Leading, through, waiting
from coreg.screens.vault.page import PageRoom
from coreg.screens.vault.ways import make_room, renewed
from coreg.widgets.text import centred, lit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from coreg.evening.space import Space
    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.screens.vault.leading import Way
    from coreg.widgets.seats import Hint

__all__ = ["PrivateDoor", "entered"]


def entered(house: House, seat: Seat | None = None) -> Way[Space | None]:
    """Open the room of a seat, or of whoever presses, or make one; None when that was left."""
    there = yield from waiting(house.locking.has_space())
    if not there:
        page = yield from through(PageRoom(house, "private.none"))
        return (yield from make_room(house, seat)) if page.answer else None
    room = yield from through(EnteringRoom(house, seat, may_make=True))
    if room.none:
        return (yield from make_room(house, room.seat))
    if room.answer is None or room.seat is None or room.kind == "pass":
        return room.answer.space if room.answer else None
    known = yield from renewed(house, room.seat, room.answer)
    return known.space if known else None


class PrivateDoor(Leading, inherit_bindings=False):
    """Stands between home and the room; nothing is shown on it but what stands in the way."""

    where = "private.where"
    DEFAULT_CSS: ClassVar[str] = """
    PrivateDoor #stage { align: center middle; }
    PrivateDoor #page { width: 1fr; height: auto; }
    """

    def __init__(self, house: House) -> None:
        """Stand before it."""
        super().__init__(house)
        self._space: Space | None = None
        self._why = ""

    def stage(self) -> Iterable[Widget]:
        """One page in the middle."""
        yield Container(Static(id="page"), id="stage")

    def on_mount(self) -> None:
        """Ask whose room, and for the words."""
        self.lead(self._enter())

    def _enter(self) -> Way[str]:
        self._space = yield from entered(self.house)
        return ""

    def waits(self) -> None:
        """Say what is being done, or what stands in the way."""
        page = self.query_one("#page", Static)
        words = lit(self._why) if self._why else Content.styled(self.busy, "$both")
        page.update(centred([words], page.size.width or self.size.width))
        self.show_seats()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Back."""
        return () if self.busy else ((self.hint("all.escape", "room.back"),),)

    def ended(self, words: str, *, well: bool) -> None:
        """Go in, go back, or say what stands in the way."""
        space, self._space = self._space, None
        if not well:
            self._why = words
            self.waits()
        elif space is None:
            self.go_back()
        else:
            from coreg.screens.vault.private import PrivateList

            self.app.switch_screen(PrivateList(self.house, space))
