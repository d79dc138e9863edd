"""The page of a map that is for both."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content

from coreg.content import say
from coreg.screens.maps.page import MapPage
from coreg.widgets.text import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.content.map_questions import Reply
    from coreg.record.maps import Trigger
    from coreg.screens.house import House
    from coreg.screens.maps.shared_path import SharedPath
    from coreg.widgets.seats import Hint

__all__ = ["SharedMapPage"]


_OWNERS = ("list.open", "mine.again", "mine.take_back")
"""Ids of the keys that are for its owner."""


class SharedMapPage(MapPage, inherit_bindings=False):
    """Either can look. What changes it, or takes it back for good, waits for the own key of its owner."""

    trigger: Trigger
    owned = False
    """Whether its owner has said to be the one who is here."""

    def __init__(self, house: House, trigger: Trigger) -> None:
        """Open a map."""
        super().__init__(house)
        self.trigger = trigger
        self.seat = trigger.owner

    def beside_title(self) -> list[Content]:
        """Say whose it is."""
        name = named(self.seat, self.house.name(self.seat))
        return [self.words("map_path.page.whose", "$muted", name=name)]

    def more_hints(self) -> tuple[tuple[Hint, ...], tuple[Hint, ...]]:
        """Take it back."""
        return (), (self.hint("mine.take_back", "map_path.page.take_back"),)

    def change_field(self, name: str) -> None:
        """Ask for a field again; a change that was left is gone on with."""
        self.walk(name)

    @work(group="change", exclusive=True)
    async def walk(self, name: str) -> None:
        """Go to the question when it is known whether a change was left."""
        from coreg.screens.maps.shared_path import SharedPath

        try:
            draft = await asyncio.wrap_future(self.house.map_drafts.of(self.trigger))
        except Exception as error:
            self.tell_trouble(error)
            return
        path = SharedPath(self.house, self.seat, draft, self.trigger, name)
        self.app.push_screen(path, lambda _: self._came_back(path))

    def _came_back(self, path: SharedPath) -> None:
        if path.trigger is not None:
            self.trigger = path.trigger
        self.show()

    def _doing(self, key_id: str) -> Callable[[], object] | None:
        doing = super()._doing(key_id)
        asks = not (self.owned or self.back_then or self.is_sure) and key_id in _OWNERS
        if doing is None or not asks:
            return doing
        return lambda: self._ask_owner(doing)

    def _ask_owner(self, doing: Callable[[], object]) -> None:
        from coreg.screens.maps.owning import OwnerRoom

        room = OwnerRoom(self.house, self.seat)

        def came_back(_: None) -> None:
            if room.said:
                self.owned = True
                doing()

        self.app.push_screen(room, came_back)

    def do_mine_again(self) -> None:
        """Note that it came up again, where its number is shown: the one goes with the other."""
        if self.trigger.words.strength is None and not self.back_then:
            self.tell(say("map_path.page.no_number"))
        else:
            super().do_mine_again()

    def again_seen(self) -> bool:
        """Both see all of this map."""
        return True

    def reply(self, about: str, reply: Reply) -> None:
        """Note that it came up."""
        if about == "again" and isinstance(reply, int):
            self.came_up(reply)

    @work(group="change", exclusive=True)
    async def came_up(self, strength: int) -> None:
        """Note that it came up today."""
        try:
            self.trigger = await self.on_disk(self.house.maps.came_up(self.trigger, strength))
        except Exception as error:
            self.tell_trouble(error)
            return
        self.show()
        self.tell(say("map_path.page.noted"))

    @work(group="change", exclusive=True)
    async def take_back(self) -> None:
        """Take it back for good, with what hangs on it."""
        try:
            _, everywhere = await self.reached(self.house.maps.take_back(self.trigger.id))
        except Exception as error:
            self.tell_trouble(error)
            return
        words = "map_path.page.taken_back" if everywhere else "map_path.page.taken_back_later"
        self.app.notify(say(words), timeout=4, markup=False)
        self.go_back()
