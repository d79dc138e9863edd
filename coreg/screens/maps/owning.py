"""Whose map it is says so, before anything of it is changed on the page that both can read."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.screens.maps.saying import SayRoom
from coreg.widgets.text import named

if TYPE_CHECKING:
    from coreg.practice.play import Seat
    from coreg.screens.house import House

__all__ = ["OwnerRoom"]


class OwnerRoom(SayRoom, inherit_bindings=False):
    """Asks for the own key of one of the two. It is a courtesy, and no lock: nothing here is sealed."""

    where = "map_path.where_map"

    def __init__(self, house: House, owner: Seat) -> None:
        """Take whose own key it takes."""
        super().__init__(house)
        self.owner = owner

    def needed(self) -> frozenset[Seat]:
        """The one whose map it is."""
        return frozenset({self.owner})

    def words_of(self, seat: Seat) -> str:
        """It is theirs."""
        return say("map_path.mine")

    def lines(self) -> list[Content]:
        """Return whose map it is, and what that means here."""
        name = named(self.owner, self.house.name(self.owner))
        return [
            self.words("map_path.owner.title", "bold", name=name),
            Content(""),
            self.words("map_path.owner.text", "$muted", name=name),
        ]

    def ask(self) -> Future[None]:
        """Ask nothing of the books: the key alone says it."""
        said: Future[None] = Future()
        said.set_result(None)
        return said
