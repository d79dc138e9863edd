"""Private notes and the lock: what is, what can be done, and never who has a room of their own."""

from __future__ import annotations

import asyncio
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import lines, say
from coreg.record.trouble import Trouble
from coreg.screens.going import Going, drawn
from coreg.screens.settings_rows import in_sight
from coreg.screens.vault.leading import Leading
from coreg.screens.vault.ways import change_words, lock, make_room, new_code, new_keys, unlock
from coreg.widgets.text import lit, stack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from coreg.screens.house import House
    from coreg.screens.vault.leading import Way
    from coreg.widgets.seats import Hint

__all__ = ["VaultRoom"]

_NONE = ("make_room", "lock")
_OPEN = (*_NONE, "change", "new_code")
_LOCKED = ("change", "new_code", "new_keys", "unlock", "anew")
_ROWS: Mapping[str, tuple[str, ...]] = MappingProxyType({"none": _NONE, "open": _OPEN, "locked": _LOCKED})
_BESIDE = 8
"""Rows of the stage that are not the list."""


def _made(house: House) -> Way[str]:
    space = yield from make_room(house)
    if space is None:
        return ""
    space.close()
    return "vault.make_room.done"


class VaultRoom(Going, Leading, inherit_bindings=False):
    """``up`` and ``down`` choose, ``enter`` does it."""

    place = "list"
    where = "vault.settings.where"
    DEFAULT_CSS: ClassVar[str] = """
    VaultRoom #stage { align: center middle; }
    VaultRoom #card { width: 72; max-width: 100%; height: auto; }
    VaultRoom #about, VaultRoom #rows, VaultRoom #told { width: 1fr; height: auto; }
    VaultRoom #rows { margin: 1 0; }
    VaultRoom #told { height: 2; }
    """

    def __init__(self, house: House) -> None:
        """Show what is."""
        super().__init__(house)
        self._there = False
        self._told = Content("")

    @property
    def rows(self) -> tuple[str, ...]:
        """What can be done now."""
        return _ROWS[self.state]

    @property
    def state(self) -> str:
        """What is: ``locked``, ``open`` with a room of somebody's, or ``none`` of them."""
        if self.house.keeping.sealed:
            return "locked"
        return "open" if self._there else "none"

    def stage(self) -> Iterable[Widget]:
        """What is, what can be done, and how the last thing ended."""
        card = Vertical(Static(id="about"), Static(id="rows"), Static(id="told"), id="card")
        yield Container(card, id="stage")

    def on_mount(self) -> None:
        """Show it."""
        super().on_mount()
        self.soon(self.show)
        self.look()

    @work(group="look", exclusive=True)
    async def look(self) -> None:
        """See whether there is any room; a book that cannot be read now has all that might be done."""
        try:
            self._there = await asyncio.wrap_future(self.house.locking.has_space())
        except Trouble:
            self._there = True
        self.show()

    def on_resize(self) -> None:
        """Fold the lines anew."""
        self.soon(self.show)

    # Showing

    def show(self) -> None:
        """Draw what is, and the rows."""
        self.at = min(self.at, len(self.rows) - 1)
        width = self.query_one("#card").size.width or self.size.width
        about = [Content.styled(say(f"vault.settings.{self.state}"), "bold")]
        if not self.has_class("-tight"):
            about += [Content(line).stylize("$muted") for line in lines(f"vault.settings.{self.state}_lines")]
        self.query_one("#about", Static).update(stack(about))
        room = self.query_one("#stage").size.height - _BESIDE
        seen = in_sight(len(self.rows), self.at, room)
        self.query_one("#rows", Static).update(stack(self._draw(index, width) for index in seen))
        self.query_one("#told", Static).update(self._shown())
        self.show_seats()

    def _shown(self) -> Content:
        """Return what is being done, what was done, or what the chosen row is about."""
        if self.busy:
            return Content.styled(self.busy, "$both")
        return self._told or self._about_row()

    def _about_row(self) -> Content:
        return Content.styled(say(f"vault.settings.about.{self.rows[self.at]}"), "$muted")

    def _draw(self, index: int, width: int) -> Content:
        chosen = index == self.at
        label = Content.styled(say(f"vault.settings.row.{self.rows[index]}"), "bold" if chosen else "")
        return drawn(label, width, chosen=chosen)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Do it, back, help."""
        if self.busy:
            return ()
        back = self.hint("all.escape", "room.back")
        return ((self.hint("list.open", "vault.settings.do"),), (back, self.hint("all.help", "room.help")))

    # What is pressed

    def count(self) -> int:
        """Return how many things can be done."""
        return len(self.rows)

    def go_to(self, index: int) -> None:
        """Choose a row, unless the books are at work."""
        if not self.busy:
            super().go_to(index)

    def gone(self) -> None:
        """Say what the chosen row is about."""
        self._told = Content("")
        self.show()

    def do_list_open(self) -> None:
        """Do what the chosen row says."""
        if self.busy:
            return
        self._told = Content("")
        match self.rows[self.at]:
            case "make_room" | "anew":
                self.lead(_made(self.house))
            case "lock":
                self.lead(lock(self.house))
            case "change":
                self.lead(change_words(self.house))
            case "new_code":
                self.lead(new_code(self.house))
            case "new_keys":
                self.lead(new_keys(self.house))
            case _:
                self.lead(unlock(self.house))

    # What happens

    def waits(self) -> None:
        """Say what is being done."""
        self.show()

    def ended(self, words: str, *, well: bool) -> None:
        """Say how it ended."""
        self._told = lit(words or say("vault.settings.left"), "" if well else "$warn")
        self.show()
        self.look()
