"""``coreg map show --plain``: one of them opens the own room, and chooses what the other sees of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.commands.map_lines import OwnDoor, everywhere, first, line, named, pick_one, whose
from coreg.commands.map_read import field_line
from coreg.content import say
from coreg.plain.filling import typed_number

if TYPE_CHECKING:
    from coreg.commands.console import Console
    from coreg.record.maps import PrivateTrigger
    from coreg.screens.house import House

__all__ = ["show_own"]


def show_own(house: House, console: Console) -> None:
    """Ask whose room it is, which map, and which lines of it both may see.

    Raises:
        Trouble: ``does_not_fit``, or whatever keeping it raises; then what is shown stays as it was.
    """
    if not house.locking.has_space().result():
        console.say(say("map_plain.no_room"))
        return
    console.say(say("map_more.stands"))
    seat = whose(house, console, say("map_more.whose_room"))
    if seat is None:
        return
    door = OwnDoor(house, console, seat)
    maps = door.maps()
    if not maps:
        console.say(say("map_more.none_own"))
        return
    chosen = pick_one(console, say("map_more.which_map"), maps, lambda one: named(one.words))
    if chosen is not None:
        _choose(door, console, chosen)


def _choose(door: OwnDoor, console: Console, chosen: PrivateTrigger) -> None:
    from coreg.record.mapping import said

    fields = said(chosen.words)
    if not fields:
        console.say(say("map_path.page.nothing"))
        return
    rows = []
    for at, field in enumerate(fields, 1):
        key = "map_more.field_shown" if field in chosen.shown else "map_more.field_own"
        rows.append(say(key, number=at, text=field_line(chosen.words, field)))
    console.say("\n".join(rows))
    picked = _fields(console, fields)
    if picked is None:
        return
    if picked:
        gone = everywhere(door.within(lambda space: space.show(chosen, picked)))
        console.say(say("map_path.page.shown" if gone else "map_path.page.shown_later"))
    elif not chosen.shared:
        console.say(say("map_path.page.nothing_shown"))
    elif first(console, say("map_more.sure_back")):
        gone = everywhere(door.within(lambda space: space.take_back(chosen)))
        console.say(say("map_path.page.taken_back" if gone else "map_path.page.taken_back_later"))


def _fields(console: Console, fields: tuple[str, ...]) -> tuple[str, ...] | None:
    """Ask which of the fields: some, all or none; None where only Enter was pressed."""
    while typed := line(console, say("map_more.which_fields")).casefold():
        if typed == say("map_more.all"):
            return fields
        if typed == say("map_more.none"):
            return ()
        numbers = [typed_number(one, 1, len(fields)) for one in typed.replace(",", " ").split()]
        found = [number for number in numbers if number is not None]
        if found and len(found) == len(numbers):
            return tuple(fields[number - 1] for number in sorted({*found}))
        console.say(say("map_more.wrong_fields", count=len(fields)))
    return None
