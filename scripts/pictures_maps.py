"""Pictures of what the two look at together: the map, links, what helps, the loop, one scene."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from scripts.pictures_scene import Scene

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from scripts.pictures_studio import Studio

__all__ = ["MAPS"]


async def _maps(studio: Studio, *keys: str, links: bool = True, maps: bool = True) -> None:
    """Go to the map of the invented couple, which may have no links, or no maps at all."""
    house = studio.house
    shown = await asyncio.wrap_future(house.maps.all())
    for link in () if links and maps else shown.links:
        await asyncio.wrap_future(house.maps.unlink(link.id))
    for trigger in () if maps else shown.triggers:
        await asyncio.wrap_future(house.maps.take_back(trigger.id))
    await studio.keys("m", *keys)


def _on_maps(*keys: str, links: bool = True, maps: bool = True) -> Callable[[Studio], Awaitable[None]]:
    return lambda studio: _maps(studio, *keys, links=links, maps=maps)


_SETTLED = ("m", "c", "type:Thursday evenings, when the bills are on the table", "enter")
_MINAS = (
    "type:Jo leaves the room",
    "type:I don’t matter",
    "type:annoyed",
    "type:lonely",
    "type:I explain again",
)
_JOS = ("type:being corrected", "type:never good enough", "type:calm", "type:afraid", "type:I leave the room")


def _lines(*typed: str) -> tuple[str, ...]:
    return tuple(key for line in typed for key in (*[line] * bool(line), "enter"))


def _scene(*keys: str) -> Callable[[Studio], Awaitable[None]]:
    """Begin a scene, both of them settled, with Mina first."""

    async def act(studio: Studio) -> None:
        await studio.keys(*_SETTLED)
        for key in ("q", "y", "f", "j", "f"):
            studio.clock.time += 2
            await studio.keys(key)
        await studio.keys(*keys)

    return act


_BOTH = (*_lines(*_MINAS), *["backspace"] * 15, *_lines(*_JOS), "enter")
_WAYS = _lines(
    "type:The Thursday storm", "type:I’m on your side. Slower.", "", "type:a hand flat on the table", ""
)

MAPS: tuple[Scene, ...] = (
    Scene("atlas", _on_maps()),
    Scene("atlas-empty", _on_maps(maps=False)),
    Scene("atlas-find", _on_maps("ctrl+f", "type:lea")),
    Scene("atlas-link", _on_maps("l", links=False)),
    Scene("atlas-link-say", _on_maps("l", "enter", links=False)),
    Scene("atlas-link-page", _on_maps("tab", "tab", "enter")),
    Scene("atlas-link-nod", _on_maps("tab", "tab", "end", "enter")),
    Scene("atlas-trigger", _on_maps("enter")),
    Scene("atlas-helps", _on_maps("h")),
    Scene("atlas-sign", _on_maps("h", "a", "type:Two fingers up, and we sit down", "enter")),
    Scene("loop", _on_maps("o")),
    Scene("loop-ways", _on_maps("o", "w")),
    Scene("loop-agree", _on_maps("o", "a", "type:I’m on your side. Slower.")),
    Scene("loop-agree-both", _on_maps("o", "a", "type:I’m on your side. Slower.", "enter")),
    Scene("loop-name", _on_maps("o", "e")),
    Scene("loop-none", _on_maps("o", links=False)),
    Scene("scene", lambda studio: studio.keys("m", "c")),
    Scene("scenes", lambda studio: studio.keys(*_SETTLED, "escape", "c")),
    Scene("scene-gate", lambda studio: studio.keys(*_SETTLED)),
    Scene("scene-first", _scene()),
    Scene("scene-column", _scene(*_lines(*_MINAS[:3]), "type:lonely")),
    Scene("scene-drawn", _scene(*_BOTH)),
    Scene("scene-agree", _scene(*_BOTH, "enter", *_WAYS)),
)
"""The map first, then the loop, then a scene."""
