"""A link between two maps: the other may see it so, too, with the own key; either may take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content

from coreg.content import say
from coreg.screens.maps.atlas_rows import link_words, seen_words
from coreg.screens.maps.saying import SayRoom
from coreg.widgets.text import fill, lit, named

if TYPE_CHECKING:
    from concurrent.futures import Future

    from coreg.insight.atlas import Drawn
    from coreg.practice.play import Seat
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["LinkedRoom"]


class LinkedRoom(SayRoom, inherit_bindings=False):
    """Dotted until the one whose move it is has nodded. Nobody has to, and nothing asks again."""

    def __init__(self, house: House, drawn: Drawn) -> None:
        """Take the link with both its ends."""
        super().__init__(house)
        self.drawn = drawn
        self.after = "atlas.link.nodded"

    def needed(self) -> frozenset[Seat]:
        """The one whose move it is, until that one has nodded."""
        return frozenset() if self.drawn.link.nodded else frozenset({self.drawn.move.owner})

    def lines(self) -> list[Content]:
        """Return the link in words, who sees it so, and the question."""
        seat = self.drawn.move.owner
        rows = [
            Content.styled(say("atlas.link.title"), "bold"),
            Content(""),
            link_words(self.house, self.drawn),
            Content(""),
            lit(seen_words(self.house, self.drawn), "$muted", multiline=False),
        ]
        if not self.drawn.link.nodded:
            name = named(seat, self.house.name(seat))
            rows += [Content(""), fill(say("atlas.link.question"), {"name": name})]
        return rows

    def ask(self) -> Future[Any]:
        """See it so, too."""
        self.after = "atlas.link.nodded"
        return self.house.maps.nod(self.drawn.link)

    def do_said_let_go(self) -> None:
        """Take the link away: either may."""
        if not self.busy and not self.said:
            self.after = "atlas.link.unlinked"
            self.keep(self.house.maps.unlink(self.drawn.link.id))

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Take it away, go back."""
        unlink, back = self.hint("said.let_go", "atlas.keys.unlink"), self.hint("all.escape", "room.back")
        return ((unlink,), (back, self.hint("all.help", "room.help")))

    def go_back(self) -> None:
        """Say what has become of it, if anything has."""
        if self.said:
            self.app.notify(say(self.after), timeout=3, markup=False)
        super().go_back()
