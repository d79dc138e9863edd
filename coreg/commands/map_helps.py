"""``coreg map helps --plain``: what helps each of the two, and something more that does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.commands.map_lines import line, pick
from coreg.content import say
from coreg.plain.filling import typed_number

if TYPE_CHECKING:
    from coreg.commands.console import Console
    from coreg.record.maps import Resource
    from coreg.screens.house import House

__all__ = ["tell_helps"]

_WAYS = ("alone", "together")
_WHEN = ("up", "shut", "settled")
_MOST_MINUTES = 1440


def tell_helps(house: House, console: Console) -> None:
    """Tell what helps, and keep something new once all of it was asked."""
    from coreg.commands.map_read import helps_told

    shown = house.maps.all().result()
    names = {"a": house.name("a"), "b": house.name("b")}
    told = list(helps_told(shown, names, (house.left, house.right)))
    console.say("\n\n".join(told) if told else say("atlas.helps.none"))
    if title := line(console, say("map_more.new_help")):
        house.maps.keep_resource(_asked(house, console, title)).result()
        console.say(say("map_more.help_kept"))


def _asked(house: House, console: Console, title: str) -> Resource:
    owners = (house.left, house.right)
    at = pick(console, say("map_more.help_whose"), [*map(house.name, owners), say("good.both")])
    owner = None if at is None or at >= len(owners) else owners[at]
    more = {
        "ways": _several(console, "ways", _WAYS),
        "when": _several(console, "when", _WHEN),
        "minutes": _minutes(console),
        "place": line(console, say("map_more.help_place")),
    }
    return house.maps.blank_resource(title, owner).model_copy(update=more)


def _several(console: Console, name: str, kept: tuple[str, ...]) -> tuple[str, ...]:
    console.say("\n".join(f"  {at}  {say(f'good.{name}.{one}')}" for at, one in enumerate(kept, 1)))
    while typed := line(console, say(f"map_more.help_{name}")):
        numbers = [typed_number(one, 1, len(kept)) for one in typed.replace(",", " ").split()]
        if None not in numbers:
            return tuple(one for at, one in enumerate(kept, 1) if at in numbers)
        console.say(say("map_more.wrong_fields", count=len(kept)))
    return ()


def _minutes(console: Console) -> int | None:
    while typed := line(console, say("map_more.help_minutes")):
        number = typed_number(typed, 1, _MOST_MINUTES)
        if number is not None:
            return number
        console.say(say("map_more.wrong_minutes", most=_MOST_MINUTES))
    return None
