"""Pictures of what the two look at together: the map, links, what helps, the loop, one scene."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from coreg.record.maps import Came, MapWords
from scripts.pictures_scene import Scene

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from coreg.practice.play import Seat
    from coreg.record.maps import Trigger
    from scripts.pictures_studio import Studio

__all__ = ["MAPS"]

_MINA: tuple[Mapping[str, Any], ...] = (
    {
        "cue": "Jo leaves the room",
        "body": ("tight chest", "hot face"),
        "story": "I don’t matter",
        "move": "explain again",
        "move_kind": "explain_again",
        "feeling": "angry",
        "softer": "lonely",
        "need": "to know when we go on",
        "strength": 6,
        "helps_me": "sit down, feet on the floor",
        "helps_you": "Say when you will be back",
        "early_sign": "my voice gets quick",
    },
    {
        "cue": "no answer to a question",
        "story": "I am too much",
        "move": "write again and again",
        "strength": 4,
    },
    {"cue": "the phone at dinner", "story": "anything is nearer than I am", "strength": 3},
)
_JO: tuple[Mapping[str, Any], ...] = (
    {
        "cue": "being corrected",
        "body": ("shoulders up",),
        "story": "never good enough",
        "move": "leave the room",
        "softer": "afraid",
        "strength": 7,
        "helps_me": "once round the block",
        "helps_you": "One thing at a time",
        "please_dont": "follow me into the kitchen",
        "early_sign": "I answer in single words",
    },
    {"cue": "a quick voice", "story": "it begins again", "move": "go quiet", "strength": 5},
)
_DAY = date(2026, 11, 19)


async def _put(studio: Studio, seat: Seat, words: Mapping[str, Any], *, came: int = 0) -> Trigger:
    maps = studio.house.maps
    made = maps.blank(seat).model_copy(
        update={
            "words": MapWords(**words),
            "came": tuple(
                Came(day=_DAY - timedelta(days=7 * back), strength=8 - back) for back in reversed(range(came))
            ),
            "local_date": _DAY - timedelta(weeks=12),
        }
    )
    return await asyncio.wrap_future(maps.keep(made))


async def _maps(studio: Studio, *keys: str, links: bool = True) -> None:
    """Put both maps into the book, with the links between them, and go to the map."""
    maps = studio.house.maps
    leaves = await _put(studio, "a", _MINA[0], came=3)
    answer = await _put(studio, "a", _MINA[1])
    await _put(studio, "a", _MINA[2])
    corrected = await _put(studio, "b", _JO[0], came=1)
    voice = await _put(studio, "b", _JO[1])
    ends = (
        (leaves, corrected, True),
        (corrected, leaves, False),
        (answer, voice, True),
        (voice, answer, True),
    )
    for cue, move, both in ends if links else ():
        link = await asyncio.wrap_future(maps.link(cue.id, move.id))
        if both:
            await asyncio.wrap_future(maps.nod(link))
    bench = maps.blank_resource("the bench by the canal").model_copy(update={"minutes": 20})
    await asyncio.wrap_future(maps.keep_resource(bench))
    await studio.keys("m", *keys)


def _on_maps(*keys: str, links: bool = True) -> Callable[[Studio], Awaitable[None]]:
    return lambda studio: _maps(studio, *keys, links=links)


_NAMED = ("o", "e", "type:The Thursday storm", "enter")
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
    Scene("atlas-empty", lambda studio: studio.keys("m")),
    Scene("atlas-find", _on_maps("ctrl+f", "type:lea")),
    Scene("atlas-link", _on_maps("l", links=False)),
    Scene("atlas-link-say", _on_maps("l", "enter", links=False)),
    Scene("atlas-link-nod", _on_maps("tab", "tab", "down", "enter")),
    Scene("atlas-trigger", _on_maps("enter")),
    Scene("atlas-helps", _on_maps("h")),
    Scene("atlas-sign", _on_maps("h", "a", "type:Two fingers up, and we sit down", "enter")),
    Scene("loop", _on_maps(*_NAMED)),
    Scene("loop-ways", _on_maps(*_NAMED, "w")),
    Scene("loop-agree", _on_maps(*_NAMED, "a", "type:I’m on your side. Slower.")),
    Scene("loop-agree-both", _on_maps(*_NAMED, "a", "type:I’m on your side. Slower.", "enter")),
    Scene("loop-none", _on_maps("o", links=False)),
    Scene("scene", lambda studio: studio.keys("m", "c")),
    Scene("scene-gate", lambda studio: studio.keys(*_SETTLED)),
    Scene("scene-first", _scene()),
    Scene("scene-column", _scene(*_lines(*_MINAS[:3]), "type:lonely")),
    Scene("scene-drawn", _scene(*_BOTH)),
    Scene("scene-agree", _scene(*_BOTH, "enter", *_WAYS)),
)
"""The map first, then the loop, then a scene."""
