"""``coreg map link --plain`` and ``coreg map again --plain``: what the two say of maps that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from coreg.commands.map_lines import OwnDoor, first, line, named, pick_one, whose
from coreg.commands.map_read import link_told
from coreg.content import say
from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.commands.console import Console
    from coreg.insight.atlas import Drawn
    from coreg.practice.play import Seat
    from coreg.record.maps import PrivateTrigger, Trigger
    from coreg.screens.house import House

__all__ = ["came_again", "link_maps"]

One = TypeVar("One", "Trigger", "PrivateTrigger")

_HIGHEST = 10


def link_maps(house: House, console: Console) -> None:
    """Have a link drawn, those that wait nodded at, and one taken away; each of it can be passed."""
    _draw(house, console)
    for drawn in _links(house):
        if not drawn.link.nodded:
            told, name = link_told(drawn, _names(house)), house.name(drawn.move.owner)
            console.say(f"{told}. {say('atlas.one_sees', name=house.name(drawn.cue.owner))}.")
            if first(console, say("map_more.nod", name=name)):
                house.maps.nod(drawn.link).result()
                console.say(say("atlas.link.nodded"))
    if links := _links(house):
        names = _names(house)
        gone = pick_one(console, say("map_more.unlink"), links, lambda one: link_told(one, names))
        if gone is not None:
            house.maps.unlink(gone.link.id).result()
            console.say(say("atlas.link.unlinked"))


def _draw(house: House, console: Console) -> None:
    from coreg.insight.atlas import linkable
    from coreg.practice.play import other

    seat = whose(house, console, say("map_more.whose_cue"))
    if seat is None:
        return
    shown = house.maps.all().result()
    cues = [one for one in shown.triggers if one.owner == seat and one.words.cue.strip()]
    if not cues:
        console.say(say("map_more.no_cue", name=house.name(seat)))
        return
    cue = pick_one(console, say("map_more.which_cue"), cues, lambda one: one.words.cue)
    if cue is None:
        return
    moves = linkable(shown.triggers, cue, shown.links)
    if not moves:
        console.say(say("atlas.link.none", other=house.name(other(seat))))
        return
    question = say("map_more.which_move", name=house.name(other(seat)))
    move = pick_one(console, question, moves, lambda one: one.words.move)
    if move is not None:
        _keep_link(house, console, cue, move)


def _keep_link(house: House, console: Console, cue: Trigger, move: Trigger) -> None:
    names = _names(house)
    cue_said = clean(cue.words.cue, multiline=False).strip()
    move_said = clean(move.words.move, multiline=False).strip()
    facts = {"one": names[cue.owner], "cue": cue_said, "other": names[move.owner], "move": move_said}
    console.say(f"{say('atlas.is_that', **facts)}.")
    if first(console, say("map_more.sure", name=names[cue.owner])):
        house.maps.link(cue.id, move.id).result()
        console.say(say("map_more.linked_now"))


def _links(house: House) -> tuple[Drawn, ...]:
    from coreg.insight.atlas import atlas

    shown = house.maps.all().result()
    return atlas(shown.triggers, shown.links).links


def _names(house: House) -> dict[str, str]:
    return {"a": house.name("a"), "b": house.name("b")}


def came_again(house: House, console: Console) -> None:
    """Have it noted that something came up again today: what both see, or what is in the own room."""
    seat = whose(house, console, say("map_more.whose_again"))
    if seat is None:
        return
    if house.locking.has_space().result() and not first(console, say("map_more.where")):
        _own_again(house, console, seat)
        return
    shown = house.maps.all().result().triggers
    mine = [one for one in shown if one.owner == seat and one.words.strength is not None]
    chosen = _which(console, mine, say("map_more.none_numbered", name=house.name(seat)))
    if chosen is None:
        return
    console.say(say("map_path.page.again_seen"))
    if (strength := _strength(console)) is not None:
        house.maps.came_up(chosen, strength).result()
        console.say(say("map_path.page.noted"))


def _own_again(house: House, console: Console, seat: Seat) -> None:
    door = OwnDoor(house, console, seat)
    chosen = _which(console, door.maps(), say("map_more.none_own"))
    if chosen is not None and (strength := _strength(console)) is not None:
        door.within(lambda space: space.trigger_came_up(chosen, strength)).result()
        console.say(say("map_path.page.noted"))


def _which(console: Console, maps: Sequence[One], none: str) -> One | None:
    if not maps:
        console.say(none)
        return None
    return pick_one(console, say("map_more.which_map"), maps, lambda one: named(one.words))


def _strength(console: Console) -> int | None:
    from coreg.plain.filling import typed_number

    while typed := line(console, say("map_more.strength")):
        number = typed_number(typed, 0, _HIGHEST)
        if number is not None:
            return number
        console.say(say("map_plain.wrong_scale"))
    return None
