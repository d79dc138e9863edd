"""The pictures of one person's map: the path, the list behind the own door, the page of one map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.screens.maps.opening import open_own, open_path
from scripts.pictures_scene import Scene

if TYPE_CHECKING:
    from scripts.pictures_studio import Studio

__all__ = ["MAPPING"]

_WORDS = "copper lantern willow"
_OWN = ("f", "enter", "f", f"type:{_WORDS}", "enter")
_CUE = "type:You look at your phone while I talk"
_FIVE = (
    *(_CUE, "enter", "type:tight chest, hot face", "enter", "type:I do not matter", "enter"),
    *("type:explain it again", "enter", "type:to be heard", "enter"),
)
_CLOSE = ("enter", "type:the cat asleep on the chair", "enter")
_MAPPED = (*_OWN, "4", "enter", *_FIVE)
_LIST = ("enter", "f", f"type:{_WORDS}", "enter")


async def _path(studio: Studio, *keys: str) -> None:
    open_path(studio.app, studio.house)
    await studio.settle()
    await studio.keys(*keys)


async def _mine(studio: Studio, *keys: str) -> None:
    """Have a map behind the own door, one line of which both can see, and go there."""
    await _path(studio, *_MAPPED, *_CLOSE, "enter", "2", "enter", "down", "enter", "space", "enter")
    await _path(studio, *_OWN, "4", "enter", "type:A door falls shut", "enter", "escape")
    open_own(studio.app, studio.house)
    await studio.settle()
    await studio.keys(*_LIST, *keys)


async def _door(studio: Studio, *keys: str) -> None:
    open_own(studio.app, studio.house)
    await studio.settle()
    await studio.keys(*keys)


async def _shared(studio: Studio, *keys: str) -> None:
    await _mine(studio, "escape")
    await _door(studio, "down", "enter", *keys)


MAPPING: tuple[Scene, ...] = (
    Scene("map-intro", _path),
    Scene("map-for-whom", lambda studio: _path(studio, "f")),
    Scene("map-before", lambda studio: _path(studio, *_OWN, "4"), lock="room"),
    Scene("map-cue", lambda studio: _path(studio, *_OWN, "4", "enter", _CUE), lock="room"),
    Scene(
        "map-body",
        lambda studio: _path(studio, *_OWN, "4", "enter", _CUE, "enter", "type:tight chest, sho", "down"),
        lock="room",
    ),
    Scene("map-gate", lambda studio: _path(studio, *_OWN, "8", "enter"), lock="room"),
    Scene(
        "map-look", lambda studio: _path(studio, *_OWN, "8", "enter", "down", "enter", "enter"), lock="room"
    ),
    Scene("map-more", lambda studio: _path(studio, *_MAPPED, "down", "down"), lock="room"),
    Scene("map-pick", lambda studio: _path(studio, *_MAPPED, "down", "down", "enter", "down"), lock="room"),
    Scene("map-close", lambda studio: _path(studio, *_MAPPED, *_CLOSE[:2]), lock="room"),
    Scene("map-keep", lambda studio: _path(studio, *_MAPPED, *_CLOSE), lock="room"),
    Scene("map-show", lambda studio: _path(studio, *_MAPPED, *_CLOSE, "enter", "2", "enter"), lock="room"),
    Scene(
        "map-show-some",
        lambda studio: _path(studio, *_MAPPED, *_CLOSE, "enter", "2", "enter", "down", "enter", "space"),
        lock="room",
    ),
    Scene("maps-door", _door, lock="room"),
    Scene("maps-own", _mine, lock="room"),
    Scene("maps-own-bin", lambda studio: _mine(studio, "delete", "ctrl+b"), lock="room"),
    Scene("map-page", lambda studio: _mine(studio, "down", "enter"), lock="room"),
    Scene("map-again", lambda studio: _mine(studio, "down", "enter", "a", "6"), lock="room"),
    Scene("map-shows", lambda studio: _mine(studio, "down", "enter", "s", "down"), lock="room"),
    Scene("map-take-back", lambda studio: _mine(studio, "down", "enter", "t"), lock="room"),
    Scene("maps-shared", _shared, lock="room"),
    Scene("map-shared-page", lambda studio: _shared(studio, "enter"), lock="room"),
    Scene("map-shared-cue", lambda studio: _path(studio, "f", "down", "enter", "4", "enter", _CUE)),
)
"""The table, in the order of the way."""
