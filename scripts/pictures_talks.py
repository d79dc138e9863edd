"""The pictures of talks that stand beside the day talk, and the way to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.pictures_scene import Scene

if TYPE_CHECKING:
    from scripts.pictures_studio import Studio

__all__ = ["TALKING"]


async def _park(studio: Studio) -> None:
    await studio.practise("floor_talk", "speak.1")
    await studio.keys(",", "type:ask Ruth about Sunday", "enter")
    await studio.wait(2)
    await studio.keys(",", "type:the car")


async def _repair(studio: Studio) -> None:
    await studio.practise("floor_talk", "speak.1")
    await studio.keys("l", "down")


_OPENING = (
    "the cups in the sink, still",
    "tired, and a bit alone",
    "that I am not the only one who sees them",
)
_ASKED = "wash them with me after dinner?"


async def _waiting(studio: Studio) -> None:
    await studio.practise("floor_talk", "wait")
    await studio.wait(100)


async def _another_day(studio: Studio) -> None:
    await studio.practise("floor_talk", "topic")
    await studio.write("the thing with the landlord")
    studio.go_to("ready")
    await studio.choose(studio.sitting.order[1], 2)


async def _cover(studio: Studio) -> None:
    await studio.practise("floor_talk", "opening")


async def _opening(studio: Studio, lines: int) -> None:
    await _cover(studio)
    await studio.press(studio.sitting.order[0])
    for line in (*_OPENING, _ASKED)[:lines]:
        await studio.keys(f"type:{line}", "enter")


async def _begun(studio: Studio, *keys: str) -> None:
    await _opening(studio, 4)
    await studio.keys(*keys, "enter")
    studio.go_to("speak.1")
    await studio.wait(2)


TALKING: tuple[Scene, ...] = (
    Scene("waiting", _waiting),
    Scene("another-day", _another_day),
    Scene("opening-cover", _cover),
    Scene("opening-line", lambda studio: _opening(studio, 2)),
    Scene("opening-whole", lambda studio: _opening(studio, 4)),
    Scene("opening-mine", _begun),
    Scene("opening-both", lambda studio: _begun(studio, "down")),
    Scene("park", _park),
    Scene("repair", _repair),
)
"""In the order in which a talk comes to them."""
