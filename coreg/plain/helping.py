"""The keys, in lines: what `?` tells while time stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Scene

__all__ = ["help_lines", "short_help"]

_SHARED = ("all.escape", "practice.pause", "practice.skip", "all.leave", "all.hide")


def help_lines(scene: Scene) -> Iterator[str]:
    """Yield one line for each key that does something here."""
    for seat in scene.sides:
        facts = {"name": scene.name(seat), "main": scene.key(seat, "main"), "stop": scene.key(seat, "stop")}
        yield say("plain.help.own", **facts)
    for key_id in _SHARED:
        what = say(f"plain.help.{key_id.partition('.')[2]}")
        yield say("plain.choice", key=scene.keymap.label(key_id), what=what)


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
