"""``coreg map read``: what both have shown of what sets them off, and what helps, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.record.text import clean

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from coreg.insight.atlas import Drawn, Spot
    from coreg.practice.play import Seat
    from coreg.record.maps import MapWords, Resource
    from coreg.record.shown import Shown

__all__ = ["field_line", "helps_told", "link_told", "read_maps"]


def read_maps(asked: Namespace) -> int:
    """Print the maps that both see, and return the exit code. Nothing is written.

    Raises:
        Trouble: ``no_book``, or whatever reading the book raises.
    """
    from coreg.commands import exits, speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import now, open_book, places_of
    from coreg.commands.wording import names_of
    from coreg.record.trouble import Trouble

    with open_book(places_of(asked), words=descriptor_of(asked)) as store:
        home, shown = store.home(), store.maps()
    if home is None:
        raise Trouble("no_book", folder="")
    names = names_of(home)
    seats: tuple[Seat, Seat] = ("b", "a") if home.left == "b" else ("a", "b")
    parts = [*_maps(shown, names, seats, now().date()), *helps_told(shown, names, seats)]
    if parts:
        speech.put("\n\n".join(parts))
    else:
        speech.tell(say("map_more.nothing"))
    return exits.DONE


def _maps(shown: Shown, names: Mapping[str, str], seats: Iterable[Seat], today: date) -> Iterator[str]:
    from coreg.insight.atlas import atlas

    laid = atlas(shown.triggers, shown.links)
    for seat in seats:
        spots = laid.of(seat)
        if spots:
            yield say("map_more.sets_off", name=names[seat])
        yield from ("\n".join(_spot(spot, names, today)) for spot in spots)


def _spot(spot: Spot, names: Mapping[str, str], today: date) -> Iterator[str]:
    from coreg.commands.map_lines import named
    from coreg.content.dates import day_name
    from coreg.record.mapping import said

    trigger = spot.trigger
    yield named(trigger.words)
    for field in said(trigger.words):
        yield from _set_in(field_line(trigger.words, field))
    for came in trigger.came:
        on = say("atlas.trigger.came_on", day=day_name(came.day, today), number=came.strength)
        yield f"  {say('map_more.labelled', label=say('atlas.trigger.came'), text=on)}"
    for drawn in (*spot.from_cue, *spot.to_move):
        seen = (
            say("atlas.both_see") if drawn.link.nodded else say("atlas.one_sees", name=names[drawn.cue.owner])
        )
        yield f"  {say('map_more.linked', link=link_told(drawn, names), seen=seen)}"


def link_told(drawn: Drawn, names: Mapping[str, str]) -> str:
    """Return a link in words: whose cue is whose move."""
    from coreg.commands.map_lines import named

    cue, move = drawn.cue, drawn.move
    text = clean(cue.words.cue, multiline=False).strip() or named(cue.words)
    does = clean(move.words.move, multiline=False).strip() or named(move.words)
    return say("atlas.is_that", one=names[cue.owner], cue=text, other=names[move.owner], move=does)


def field_line(words: MapWords, field: str) -> str:
    """Return a field of a map with its label; it may have several lines."""
    from coreg.content.map_words import label

    value = getattr(words, field)
    if field == "strength":
        text = say("atlas.strength", number=value)
    elif field in ("cue_kind", "move_kind", "state"):
        text = label(field, value)
    else:
        text = ", ".join(value) if isinstance(value, tuple) else value
    return clean(say("map_more.labelled", label=say(f"atlas.field.{field}"), text=text))


def helps_told(shown: Shown, names: Mapping[str, str], seats: Iterable[Seat]) -> Iterator[str]:
    """Yield what helps each of the two, then what helps both; nothing for whom nothing stands there."""
    from coreg.insight.atlas import helps, resources_of

    for seat in seats:
        lines = [
            row
            for one in helps(shown.triggers, seat)
            for row in _set_in(say("map_more.labelled", label=_from(one.kind, seat, names), text=one.text))
        ]
        lines += [f"  {_resource(one)}" for one in resources_of(shown.resources, seat)]
        if lines:
            yield "\n".join([say("map_more.helps", name=names[seat]), *lines])
    both = [f"  {_resource(one)}" for one in resources_of(shown.resources, None)]
    if both:
        yield "\n".join([say("map_more.helps_both"), *both])


def _from(kind: str, seat: Seat, names: Mapping[str, str]) -> str:
    """Return the label of what helps somebody: whom it comes from, by name, where it comes from one."""
    from coreg.practice.play import other

    whose = {"helps_me": seat, "helps_you": other(seat)}.get(kind)
    return say(f"atlas.helps.{kind}") if whose is None else say("atlas.helps.from", name=names[whose])


def _resource(one: Resource) -> str:
    from coreg.screens.good.words import helping_facts

    title, facts = clean(one.title, multiline=False), clean(helping_facts(one), multiline=False)
    return say("map_more.resource", title=title, facts=facts) if facts else title


def _set_in(text: str) -> Iterator[str]:
    top, *rest = clean(text).split("\n")
    yield f"  {top}"
    yield from (f"    {row}" for row in rest)
