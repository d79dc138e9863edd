"""One trigger, read in full: all its shown words, when it came up again, and its links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from coreg.content import say
from coreg.content.dates import day_name
from coreg.content.map_words import label
from coreg.insight.atlas import atlas
from coreg.screens.maps.atlas_rows import link_block
from coreg.screens.maps.mapped import Mapped
from coreg.screens.maps.rows import name_of
from coreg.widgets.blocks import GAP, Head, Page, Text
from coreg.widgets.text import lit, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.widget import Widget

    from coreg.insight.atlas import Spot
    from coreg.record.maps import MapWords, Trigger
    from coreg.screens.house import House
    from coreg.widgets.blocks import Block
    from coreg.widgets.seats import Hint

__all__ = ["TriggerRoom", "trigger_blocks"]

_INDENT = 24
_KINDS = {"cue_kind": "cue", "move_kind": "move"}
"""What sort of thing or move it is, and the words that may say the same already."""


def trigger_blocks(house: House, trigger: Trigger) -> Iterator[Block]:
    """Return all the shown words of a trigger, each behind what it is, and when it came up again."""
    title = lit(name_of(trigger.words), "bold", multiline=False)
    yield Head(named(trigger.owner, house.name(trigger.owner)), title)
    yield GAP
    for name, text in _said(trigger.words):
        yield Text(lit(text), None, Content.styled(say(f"atlas.field.{name}"), "$muted"), _INDENT)
    if not trigger.came:
        return
    yield GAP
    today = house.now().date()
    for number, came in enumerate(reversed(trigger.came)):
        words = say("atlas.trigger.came_on", day=day_name(came.day, today), number=came.strength)
        lead = Content.styled("" if number else say("atlas.trigger.came"), "$muted")
        yield Text(lit(words, multiline=False), None, lead, _INDENT)


def _said(words: MapWords) -> Iterator[tuple[str, str]]:
    for name in type(words).model_fields:
        value = getattr(words, name)
        if value is not None and (text := _text(words, name, value)).strip():
            yield name, text


def _text(words: MapWords, name: str, value: object) -> str:
    """Return what a field says; nothing where it is empty, or says again what another one says."""
    match name, value:
        case "strength", _:
            return say("atlas.strength", number=value)
        case "state", _:
            return say(f"atlas.state.{value}")
        case _, tuple():
            return ", ".join(value)
        case _, str() if name in _KINDS and value:
            kind = label(name, value)
            return "" if kind.casefold() == str(getattr(words, _KINDS[name])).casefold() else kind
        case _:
            return str(value)


class TriggerRoom(Mapped, inherit_bindings=False):
    """A page to read. What can be changed, its owner changes among the own maps."""

    def __init__(self, house: House, trigger: str) -> None:
        """Show the trigger with this id."""
        super().__init__(house)
        self._id = trigger
        self._read = False

    def stage(self) -> Iterable[Widget]:
        """One card."""
        yield Vertical(Vertical(Page(id="page"), id="card"), Static(id="told"), id="stage")

    @property
    def spot(self) -> Spot | None:
        """The trigger and its links as they are now; None when it is not shown any more."""
        return atlas(self.shown.triggers, self.shown.links).spot(self._id) if self.shown else None

    def show(self) -> None:
        """Draw the page."""
        spot = self.spot
        blocks: list[Block] = []
        if spot is None:
            blocks.append(Text(Content.styled(say("atlas.trigger.gone"), "$muted")))
        else:
            blocks += trigger_blocks(self.house, spot.trigger)
            links = (*spot.from_cue, *spot.to_move)
            if links:
                blocks += [GAP, Text(Content.styled(say("atlas.trigger.links"), "$muted"))]
            blocks += [link_block(self.house, one) for one in links]
        page = self.query_one(Page)
        page.put(blocks, again=self._read)
        self._read = True
        page.mark(bool(page.at))
        self.show_seats()

    def middle(self) -> tuple[tuple[Hint, ...], ...]:
        """Look at a link, make one, go back."""
        spot = self.spot
        look = (self.hint("map.open", "atlas.keys.see_link"),) if self.query_one(Page).at else ()
        cue = spot is not None and spot.trigger.words.cue.strip()
        link = (self.hint("map.link", "atlas.keys.link"),) if cue else ()
        return ((*look, *link), (self.hint("all.escape", "room.back"), self.hint("all.help", "room.help")))

    def do_map_open(self) -> None:
        """Look at the chosen link."""
        spot, at = self.spot, self.query_one(Page).at
        links = (*spot.from_cue, *spot.to_move) if spot else ()
        found = next((one for one in links if one.link.id == at), None)
        if found is not None:
            from coreg.screens.maps.linked import LinkedRoom

            self.app.push_screen(LinkedRoom(self.house, found), self._came_back)

    def do_map_link(self) -> None:
        """Say which move of the other this cue is."""
        spot = self.spot
        if spot is not None and spot.trigger.words.cue.strip() and self.shown is not None:
            from coreg.screens.maps.linking import open_linking

            open_linking(self, spot.trigger, self.shown)

    def _came_back(self, _: None) -> None:
        self.reload()
