"""Which words stand at a step of a scene; the same on the screen and line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import has, say
from coreg.practice.play import other

if TYPE_CHECKING:
    from coreg.practice.scene import Scene

__all__ = ["asks_of", "example_of", "title_of"]


def asks_of(scene: Scene) -> str:
    """Return under which words the step stands: those of a column are the same for both."""
    stage = scene.stage
    return stage[2:] if stage[:2] in ("a.", "b.") else stage


def title_of(scene: Scene) -> str:
    """Return the question, with ``{speaker}``, ``{listener}`` and ``{move}`` still in it.

    Whoever comes second is asked from what the first one does, as far as that was said.
    """
    stage, seat = asks_of(scene), scene.seat
    move = "" if seat is None else scene.said(other(seat), "do").strip()
    if move and seat != scene.first and has(f"scene.{stage}.title_other"):
        return say(f"scene.{stage}.title_other")
    return say("scene.notice.title" if stage == "again" and not move else f"scene.{stage}.title")


def example_of(scene: Scene) -> str:
    """Return what could be written there; empty where nothing is written."""
    key = f"scene.{asks_of(scene)}.field"
    return say(key) if has(key) else ""
