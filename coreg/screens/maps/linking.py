"""Saying that this cue of mine is that move of yours: chosen from a list, said with the own key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.insight.atlas import linkable, title_of
from coreg.practice.play import other
from coreg.record.text import clean
from coreg.screens.maps.mapped import Mapped
from coreg.screens.maps.saying import SayRoom
from coreg.widgets.blocks import GAP, Page, Text
from coreg.widgets.rows import Rows
from coreg.widgets.text import fill, lit, named, stack

if TYPE_CHECKING:
    from collections.abc import Iterable
    from concurrent.futures import Future

    from textual.widget import Widget

    from coreg.evening.maps import Shown
    from coreg.practice.play import Seat
    from coreg.record.maps import Link, Trigger
    from coreg.screens.house import House
    from coreg.widgets.seats import Hint

__all__ = ["LinkRoom", "MakeLinkRoom", "open_linking"]


def open_linking(room: Mapped, cue: Trigger, shown: Shown) -> None:
    """Ask which move it is; where the other has shown none that is free, say so."""
    moves = linkable(shown.triggers, cue, shown.links)
    if not moves:
        room.tell(say("atlas.link.none", other=room.house.name(other(cue.owner))))
        return

    def came_back(_: None) -> None:
        room.reload()

    room.app.push_screen(LinkRoom(room.house, cue, moves), came_back)


def _in_colour(house: House, key: str, seat: Seat, name: str) -> Content:
    return fill(say(key), {name: named(seat, house.name(seat))})


class LinkRoom(Mapped, inherit_bindings=False):
    """The other's moves, one of them chosen."""

    def __init__(self, house: House, cue: Trigger, moves: tuple[Trigger, ...]) -> None:
        """Take whose cue it is, and the moves it can be."""
        super().__init__(house)
        self.cue = cue
        self.moves = moves

    def stage(self) -> Iterable[Widget]:
        """One card with the cue, the question, and the moves."""
        card = Vertical(Static(self._about(), id="about"), Page(id="moves"), id="card")
        yield Vertical(card, Static(id="told"), id="stage")

    def _about(self) -> Content:
        house, owner = self.house, self.cue.owner
        return stack(
            [
                _in_colour(house, "atlas.link.whose", owner, "owner"),
                lit(self.cue.words.cue, "bold"),
                Content(""),
                _in_colour(house, "atlas.link.choose", other(owner), "other"),
            ]
        )

    def show(self) -> None:
        """Draw the moves that are still shown."""
        here = {one.id for one in self.shown.triggers} if self.shown else set()
        page = self.query_one(Page)
        page.mark(True)
        rows = [block for one in self.moves if one.id in here for block in (_row(one), GAP)]
        page.put(rows[:-1], again=True)
        self.show_seats()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Choose one, go back."""
        choose = self.hint("map.open", "atlas.keys.choose")
        return ((choose,), (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")))

    @on(Rows.Opened)
    def do_map_open(self) -> None:
        """Ask for the own key of whose cue it is."""
        at = self.query_one(Page).at
        move = next((one for one in self.moves if one.id == at), None)
        if move is not None:
            room = MakeLinkRoom(self.house, self.cue, move)
            self.app.push_screen(room, lambda _: self._made(room))

    def _made(self, room: MakeLinkRoom) -> None:
        if room.said:
            words = say("atlas.link.made", other=self.house.name(other(self.cue.owner)))
            self.app.notify(clean(words), timeout=4, markup=False)
            self.go_back()


def _row(move: Trigger) -> Text:
    title = title_of(move.words)
    beside = [] if title == move.words.move else [lit(title, "$muted", multiline=False)]
    return Text(stack([lit(move.words.move, multiline=False), *beside]), move.id)


class MakeLinkRoom(SayRoom, inherit_bindings=False):
    """The link in words; the own key of whose cue it is makes it."""

    def __init__(self, house: House, cue: Trigger, move: Trigger) -> None:
        """Take both ends."""
        super().__init__(house)
        self.cue = cue
        self.move_of = move

    def needed(self) -> frozenset[Seat]:
        """Only the one whose cue it is can say so."""
        return frozenset({self.cue.owner})

    def words_of(self, seat: Seat) -> str:
        """It is so."""
        return say("atlas.link.say")

    def lines(self) -> list[Content]:
        """Return both ends, and whose key it takes."""
        house, mine, yours = self.house, self.cue.owner, self.move_of.owner
        return [
            Content.styled(say("atlas.link.title"), "bold"),
            Content(""),
            _in_colour(house, "atlas.link.cue", mine, "name"),
            lit(self.cue.words.cue, "bold"),
            Content(""),
            _in_colour(house, "atlas.link.move", yours, "name"),
            lit(self.move_of.words.move, "bold", multiline=False),
            Content(""),
            lit(say("atlas.link.sure", owner=house.name(mine)), "$muted", multiline=False),
        ]

    def ask(self) -> Future[Link]:
        """Make the link."""
        made: Future[Any] = self.house.maps.link(self.cue.id, self.move_of.id)
        return made
