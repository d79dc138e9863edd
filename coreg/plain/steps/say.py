"""The voice of words: said once, and gone on from by both, or by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.steps.base import Voice, go_on_words
from coreg.plain.steps.turn import length_said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Scene

__all__ = ["SayVoice"]

_LONG = 25.0
"""Seconds of a step that ends by itself from which on it is said how long it is."""

_PARKED = 5
"""Parked lines that are said, the latest."""


class SayVoice(Voice):
    """A sentence or two."""

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say the words, what was parked where they are for taking it up again, and how both go on."""
        yield from filter(None, (scene.words("title"), scene.words("text")))
        if scene.step.params.get("parked"):
            parked = scene.sitting.kept("parked")[-_PARKED:]
            yield from (say("plain_talk.park.one", text=keep.text) for keep in parked)
        if scene.step.seconds >= _LONG and scene.manner.words != "bare":
            yield say("plain_talk.lasts", length=length_said(scene.step.seconds))
        yield from self.keys(scene)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield how both go on."""
        if scene.manner.keys:
            yield go_on_words(scene)

    def asks(self, scene: Scene) -> bool:
        """Wait for both where the words do not end by themselves."""
        return scene.step.seconds <= 0
