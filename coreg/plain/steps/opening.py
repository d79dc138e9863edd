"""The voice of a soft beginning: line by line nothing is covered, so it is thought of, and not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.steps.base import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Scene

__all__ = ["OpeningVoice"]


class OpeningVoice(Voice):
    """What may be thought of before one begins."""

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say what a beginning is made of, and how it goes on."""
        yield from filter(None, (scene.words("cover"),))
        if scene.manner.words != "bare":
            yield say("plain_talk.opening.parts")
        yield from self.keys(scene)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield what goes on."""
        if scene.manner.keys:
            key = scene.keymap.label("practice.skip")
            yield say("plain.choice", key=key, what=say("plain_talk.opening.go_on"))

    def asks(self, scene: Scene) -> bool:
        """Wait until somebody goes on."""
        return True
