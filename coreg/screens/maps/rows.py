"""How a map stands in a list, and how its fields stand on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.content.dates import day_name, long_day, on_the_wall
from coreg.content.map_words import field_words, label
from coreg.insight.atlas import title_of
from coreg.practice.map_path import ALL
from coreg.screens.vault.notes import beside
from coreg.widgets.blocks import GAP, Head, Text
from coreg.widgets.text import lit, stack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date, datetime

    from coreg.record.maps import Came, Earlier, MapWords, PrivateTrigger, Trigger
    from coreg.widgets.blocks import Block

__all__ = ["came_blocks", "earlier_blocks", "field_blocks", "filled", "map_row", "name_of", "reached"]

_INDENT = 14
_WORDS = 52
"""Cells of the first words in a list: one line, however narrow the window."""
_LABELS = 22
"""Cells for what a field is called."""


def filled(words: MapWords, name: str) -> str:
    """Return what a field holds, on one line; "" where it holds nothing."""
    found = getattr(words, name)
    if found is None:
        return ""
    return ", ".join(found) if isinstance(found, tuple) else label(name, str(found))


def name_of(words: MapWords) -> str:
    """Return what a map is called: by its owner, else by the first that is said in it."""
    found = (" ".join(filled(words, name).split()) for name in ALL)
    return title_of(words) or next(filter(None, found), "")


def reached(trigger: PrivateTrigger) -> str:
    """Return the sentence that says where a map was left; "" where it was not."""
    if not trigger.at_field:
        return ""
    return say("map_path.list.left", field=field_words(trigger.at_field, "label"))


def map_row(trigger: PrivateTrigger | Trigger, today: date, notes: Iterable[Content] = ()) -> Block:
    """Return the row of a map: its date, what it is called, and what is to be said about it."""
    words = name_of(trigger.words)
    shown = lit(words, multiline=False) if words else Content.styled(say("map_path.list.nothing"), "$muted")
    day = Content.styled(day_name(trigger.local_date, today), "$muted")
    lines = [shown.truncate(_WORDS, ellipsis=True), *notes, *beside(trigger)]
    return Text(stack(lines), trigger.id, day, _INDENT)


def field_blocks(words: MapWords, shown: Collection[str] = ()) -> list[Block]:
    """Return every field with what it holds; one that the other may see says so."""
    return [_field(words, name, both=name in shown) for name in ALL]


def _field(words: MapWords, name: str, *, both: bool) -> Block:
    text = filled(words, name)
    value = lit(text) if text else Content.styled("–", "$muted")
    if both:
        value = Content("").join([value, Content.styled(f"  · {say('map_path.page.both')}", "$both")])
    return Text(value, name, Content.styled(field_words(name, "label"), "$muted"), _LABELS)


def came_blocks(came: tuple[Came, ...], today: date) -> list[Block]:
    """Return when it came up again, the last first."""
    if not came:
        return []
    lines = [say("map_path.page.came", day=day_name(one.day, today), strength=one.strength) for one in came]
    title = Content.styled(say("map_path.page.again"), "$muted")
    return [GAP, Text(Content("\n".join(reversed(lines))), None, title, _LABELS)]


def earlier_blocks(earlier: tuple[Earlier, ...], now: datetime) -> list[Block]:
    """Return earlier versions, the last first, each with the day on the wall and what was said in it."""
    blocks: list[Block] = []
    for at, one in enumerate(reversed(earlier)):
        day = on_the_wall(one.at, now).date()
        until = say("map_path.page.until", day=day_name(day, now.date()))
        blocks.append(Head(Content.styled(until, "bold"), Content.styled(long_day(day), "$muted"), at))
        names = (name for name in ALL if filled(one.words, name))
        blocks += [
            Text(
                lit(filled(one.words, name)),
                at,
                Content.styled(field_words(name, "label"), "$muted"),
                _LABELS,
            )
            for name in names
        ]
        blocks.append(GAP)
    return blocks
