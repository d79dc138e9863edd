"""What helps each of the two, in their own words: one card for each, and what settles both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.insight.atlas import HELPS, helps, resources_of
from coreg.practice.play import other
from coreg.screens.maps.mapped import Mapped
from coreg.widgets.blocks import GAP, Page, Text, Two
from coreg.widgets.text import fill, lit, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from coreg.evening.maps import Shown
    from coreg.practice.play import Seat
    from coreg.record.maps import Resource
    from coreg.screens.house import House
    from coreg.widgets.blocks import Block
    from coreg.widgets.seats import Hint

__all__ = ["HelpsRoom", "helps_blocks"]


def helps_blocks(house: House, shown: Shown) -> list[Block]:
    """Return both cards side by side, each where its person sits, and what settles both below them."""
    cards = {seat: tuple(_card(house, shown, seat)) for seat in (house.left, house.right)}
    together = resources_of(shown.resources, None)
    if not together and not any(len(card) > 1 for card in cards.values()):
        return [Text(Content.styled(say("atlas.helps.none"), "$muted"))]
    blocks: list[Block] = [Two(cards[house.left], cards[house.right])]
    if together:
        blocks += [GAP, Text(Content.styled(say("atlas.helps.both"), "$both")), *map(_resource, together)]
    return blocks


def _card(house: House, shown: Shown, seat: Seat) -> Iterator[Text]:
    """Yield somebody's card: what helps from each of the two, what does not, the first sign, what settles."""
    yield Text(named(seat, house.name(seat)))
    found = helps(shown.triggers, seat)
    for kind in HELPS:
        mine = [one.text for one in found if one.kind == kind]
        if mine:
            yield GAP
            yield Text(_title(house, kind, seat))
            yield from (Text(lit(text, multiline=False), lead=Content("◦"), indent=2) for text in mine)
    own = resources_of(shown.resources, seat)
    if own:
        yield GAP
        name = named(seat, house.name(seat), bold=False)
        yield Text(fill(say("atlas.helps.settle"), {"name": name}, "$muted"))
        yield from map(_resource, own)


def _title(house: House, kind: str, seat: Seat) -> Content:
    whose = {"helps_me": seat, "helps_you": other(seat)}.get(kind)
    if whose is None:
        return Content.styled(say(f"atlas.helps.{kind}"), "$muted")
    return fill(say("atlas.helps.from"), {"name": named(whose, house.name(whose), bold=False)}, "$muted")


def _resource(one: Resource) -> Text:
    facts = [one.place] if one.place.strip() else []
    if one.minutes is not None:
        facts.append(say("atlas.helps.minutes", count=one.minutes))
    beside = [lit(f"· {fact}", "$muted", multiline=False) for fact in facts]
    return Text(Content("  ").join([lit(one.title, multiline=False), *beside]), lead=Content("◦"), indent=2)


class HelpsRoom(Mapped, inherit_bindings=False):
    """One card. Early signs and the agreed signal go from here into the agreement book."""

    where = "atlas.helps.where"

    def stage(self) -> Iterable[Widget]:
        """One card with a title."""
        about = Static(Content.styled(say("atlas.helps.title"), "$muted"), id="about")
        yield Vertical(Vertical(about, Page(id="page"), id="card"), Static(id="told"), id="stage")

    def show(self) -> None:
        """Draw both cards."""
        if self.shown is not None:
            self.query_one(Page).put(helps_blocks(self.house, self.shown), again=True)
        self.show_seats()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Agree on something, go back."""
        agree, back = self.hint("map.agree", "atlas.keys.agree"), self.hint("all.escape", "room.back")
        return ((agree,), (back, self.hint("all.help", "room.help")))

    def do_map_agree(self) -> None:
        """Agree on a small sign, and what you do then."""
        from coreg.screens.maps.agreeing import SignRoom

        self.app.push_screen(SignRoom(self.house))
