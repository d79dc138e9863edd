"""The pictures of talks that stand beside the day talk, and the way to each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from coreg.content.scripts import PRACTICES
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


async def _at(studio: Studio, practice: str, step: str = "", wait: float = 0.0) -> None:
    await studio.practise(practice, step)
    await studio.wait(wait)


async def _a_lot(studio: Studio) -> None:
    await studio.practise("floor_talk", "line")
    for seat in studio.sitting.order:
        await studio.choose(seat, 1)
    await studio.press("a", "b")
    await studio.wait(1)


async def _slower(studio: Studio) -> None:
    await _at(studio, "floor_talk", "speak.1", 12)
    await studio.choose(studio.sitting.order[1], 0)


async def _closing(studio: Studio) -> None:
    await _park(studio)
    await studio.keys("enter")
    await studio.wait(2)
    studio.go_to("closing")
    await studio.wait(1)


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


_GROUNDING = tuple(name for name in sorted(PRACTICES) if name.startswith("grounding"))
"""Every form of it: how it begins."""

_NAMED = {
    "grounding": "see",
    "grounding_for_you": "see",
    "grounding_moving": "look",
    "grounding_place": "light",
}
"""Those in which things are named in turn, and a step of each."""


async def _first(studio: Studio, practice: str) -> None:
    await studio.practise(practice)
    studio.go_to(studio.sitting.practice.script.steps[1].id)
    await studio.wait(3)


async def _named(studio: Studio, practice: str) -> None:
    await _at(studio, practice, _NAMED[practice], 3)
    await studio.press(studio.sitting.order[0])


TALKING: tuple[Scene, ...] = (
    Scene("talks", lambda studio: studio.keys("l")),
    Scene("talks-form", lambda studio: studio.keys("l", "down", "tab")),
    Scene("ready", partial(_at, practice="floor_talk", step="ready")),
    Scene("waiting", partial(_at, practice="floor_talk", step="wait", wait=100)),
    Scene("waiting-soon", partial(_at, practice="floor_talk", step="wait", wait=495)),
    Scene("waiting-now", partial(_at, practice="floor_talk", step="wait", wait=620)),
    Scene("another-day", _another_day),
    Scene("opening-cover", _cover),
    Scene("opening-line", lambda studio: _opening(studio, 2)),
    Scene("opening-whole", lambda studio: _opening(studio, 4)),
    Scene("opening-mine", _begun),
    Scene("opening-both", lambda studio: _begun(studio, "down")),
    Scene("gate", partial(_at, practice="floor_talk", step="line")),
    Scene("gate-a-lot", _a_lot),
    Scene("turn-mirror", partial(_at, practice="mirror_talk", step="send.1", wait=20)),
    Scene("turn-fixed", partial(_at, practice="two_voices", step="speak.1", wait=400)),
    Scene("turn-slower", _slower),
    Scene("reply", partial(_at, practice="mirror_talk", step="back.1", wait=20)),
    Scene("ask", partial(_at, practice="mirror_talk", step="heard.1")),
    Scene("ask-both", partial(_at, practice="mirror_talk", step="turn_about.1")),
    Scene("say-parked", _closing),
    Scene("park", _park),
    Scene("repair", _repair),
    *(Scene(f"{name.replace('_', '-')}-named", partial(_named, practice=name)) for name in _NAMED),
    *(Scene(name.replace("_", "-"), partial(_first, practice=name)) for name in _GROUNDING),
)
"""In the order in which a talk comes to them."""
