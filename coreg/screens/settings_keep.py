"""How long things stay: a choice, what would go by it, and a second press before anything may."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from coreg.content import explain, say
from coreg.screens.changing import change
from coreg.screens.settings_ask import AskRoom
from coreg.settings import KEEP_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.record.older import Older
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["KeepRoom", "what_goes"]

_KINDS = (("sessions", "evening"), ("notes", "note"), ("agreements", "agreement"), ("glimmers", "glimmer"))


def what_goes(older: Older) -> str:
    """Return in words how much is too old; "" when nothing is."""
    parts = []
    for kind, word in _KINDS:
        count = getattr(older, kind)
        if count:
            parts.append(say(f"settings.keep_room.{word if count == 1 else word + 's'}", count=count))
    also = say("settings.keep_room.also")
    return also.join([part for part in (", ".join(parts[:-1]), *parts[-1:]) if part])


class KeepRoom(AskRoom):
    """``left`` and ``right`` choose, ``enter`` keeps the choice, after asking if something would go."""

    place = "list"
    where = "settings.keep_room.where"

    def __init__(self, house: House, told: Callable[[str], None]) -> None:
        """Begin with what is set."""
        super().__init__(house, told)
        self.days = house.settings.keep_days
        self.goes: str | None = None
        self.sure = False

    def on_mount(self) -> None:
        """Look how much would go."""
        super().on_mount()
        self.look()

    @work(group="look", exclusive=True)
    async def look(self) -> None:
        """Count what is older than the choice."""
        self.goes, self.sure, self.said = None, False, ""
        self.show()
        try:
            self.goes = what_goes(await asyncio.wrap_future(self.house.keeping.older(self.days)))
        except Exception as error:
            self.said = explain(error)
        self.show()

    def lines(self) -> list[Content]:
        """Return the question, the choice, and what would go by it."""
        label = self.house.keymap.label
        less, more, enter = (label(f"list.{name}") for name in ("less", "more", "open"))
        choice = Content.assemble((f"{less} ", "$both"), self._choice(), (f" {more}", "$both"))
        words = self._words(enter)
        how = say("settings.keep_room.how", keys=f"{less} {more}", enter=enter)
        return [
            Content.styled(say("settings.keep_room.title"), "bold"),
            Content(""),
            choice,
            Content(""),
            Content.styled(words, "$warn") if self.sure or self.said else Content(words),
            Content(""),
            Content.styled("" if self.sure else how, "$muted"),
        ]

    def _choice(self) -> str:
        return say(f"settings.value.keep_days.{self.days}")

    def _words(self, enter: str) -> str:
        if self.said or self.goes is None:
            return self.said or say("settings.keep_room.reading")
        if self.sure:
            return say("settings.keep_room.sure", what=self.goes, enter=enter)
        if not self.days:
            return say("settings.keep_room.all")
        return say("settings.keep_room.some" if self.goes else "settings.keep_room.none", what=self.goes)

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Keep the choice, leave it as it was, or help."""
        return ((self.hint("list.open", "settings.choose"),), *super().middle())

    def do_list_less(self) -> None:
        """Choose the value before."""
        self._turn(-1)

    def do_list_more(self) -> None:
        """Choose the value after."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        self.days = KEEP_DAYS[(KEEP_DAYS.index(self.days) + by) % len(KEEP_DAYS)]
        self.look()

    def do_list_open(self) -> None:
        """Keep the choice; where something would go, ask once more first."""
        if self.goes is None:
            return
        if self.goes and not self.sure:
            self.sure = True
            self.show()
            return
        self.finish(change(self.house, {"keep_days": self.days}))

    def do_all_escape(self) -> None:
        """Go back to the choice, or leave it as it was."""
        if self.sure:
            self.sure = False
            self.show()
        else:
            self.go_back()
