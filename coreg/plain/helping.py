"""The keys, in lines: what `?` tells while time stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.steps import VOICES
from coreg.practice.beside import WAITS, mends, parks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Scene

__all__ = ["help_lines", "own_keys", "short_help"]

_GOING = ("all.escape", "practice.pause", "practice.skip")
"""Keys of a step, which mean nothing after a stop."""

_SHARED = ("practice.note", "all.leave", "all.hide")


def help_lines(scene: Scene) -> Iterator[str]:
    """Yield one line for each key that does something here, those of the step first."""
    going = scene.sitting.phase in ("running", "paused")
    if going:
        yield from VOICES[scene.step.kind].keys(scene)
    yield from own_keys(scene)
    beside = (
        ("practice.line", mends(scene.sitting)),
        ("practice.park", parks(scene.sitting)),
        ("practice.breaths", scene.step.kind in WAITS),
    )
    keys = (*_GOING, *_SHARED, *(key_id for key_id, here in beside if here)) if going else _SHARED
    for key_id in keys:
        what = say(f"plain.help.{key_id.partition('.')[2]}")
        yield say("plain.choice", key=scene.keymap.label(key_id), what=what)


def own_keys(scene: Scene) -> Iterator[str]:
    """Yield the own key and the own stop of each."""
    for seat in scene.sides:
        facts = {"name": scene.name(seat), "main": scene.key(seat, "main"), "stop": scene.key(seat, "stop")}
        yield say("plain.help.own", **facts)


def short_help(scene: Scene) -> str:
    """Return the keys that matter most, in one line."""
    label = scene.keymap.label
    return say(
        "plain.keys",
        stop=label("all.escape"),
        pause=label("practice.pause"),
        skip=label("practice.skip"),
        help=label("all.help"),
    )
