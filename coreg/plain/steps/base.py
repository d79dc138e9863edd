"""What every voice can do: say what a step is, what happens in it by itself, and what is on just now.

A voice holds no state: all of it is handed in, so that the same moments always make the same lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coreg.plain.scene import Moment, Scene

__all__ = ["OFTEN", "Voice", "go_on_words"]

OFTEN = 1.0
"""Seconds after which a voice is asked again at the latest."""


class Voice:
    """The voice of one kind of step; it says nothing unless a kind has something to say."""

    def part(self, scene: Scene) -> object:
        """Return which part of the step is on: a new part begins as a new step does."""
        return None

    def begin(self, scene: Scene) -> Iterable[str]:
        """Return what is said when the step, or a part of it, begins."""
        return ()

    def between(self, scene: Scene, since: Moment) -> Iterable[str]:
        """Return what became due after a moment, up to now: one line at most in a breath."""
        return ()

    def again(self, scene: Scene) -> Iterable[str]:
        """Return what is said when the step goes on after a pause or a stop."""
        return self.begin(scene)

    def wait(self, scene: Scene) -> float:
        """Return the seconds until something may become due by itself, at most :data:`OFTEN`."""
        return OFTEN

    def asks(self, scene: Scene) -> bool:
        """Tell whether nothing goes on here until somebody presses a key."""
        return False


def go_on_words(scene: Scene) -> str:
    """Return how both go on."""
    left, right = scene.both("main")
    return say("plain.both", left=left, right=right)
