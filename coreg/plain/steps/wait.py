"""The voice of waiting in a talk: how long, two minutes before its end, and that it is time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.steps.base import OFTEN, Voice, go_on_words
from coreg.plain.steps.turn import length_said
from coreg.practice.steps.wait import SOON, Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Moment, Scene

__all__ = ["WaitVoice"]


class WaitVoice(Voice):
    """It is never said that it is late."""

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say what is waited for, and how both go on."""
        yield from filter(None, (scene.words("title"), scene.words("text")))
        yield from self.keys(scene)

    def between(self, scene: Scene, since: Moment) -> Iterator[str]:
        """Yield what is announced two minutes before the end, and at it."""
        play = scene.sitting.play
        if not isinstance(play, Waiting):
            return
        end = play.since + play.seconds
        if since.t < end <= scene.t:
            yield say("talk.wait.now")
        elif since.t < end - SOON <= scene.t:
            yield say("plain_talk.turn.left", left=length_said(end - scene.t))

    def again(self, scene: Scene) -> Iterator[str]:
        """Say what is left, or that it is time."""
        play = scene.sitting.play
        if isinstance(play, Waiting) and (left := play.left(scene.t)):
            yield say("plain_talk.turn.left", left=length_said(left))
        else:
            yield say("talk.wait.now")
        yield from self.keys(scene)

    def wait(self, scene: Scene) -> float:
        """Return the seconds until something is announced."""
        play = scene.sitting.play
        end = play.since + play.seconds if isinstance(play, Waiting) else scene.t
        return min([OFTEN, *(at - scene.t for at in (end - SOON, end) if at > scene.t)])

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield how both go on."""
        if scene.manner.keys:
            yield go_on_words(scene)

    def asks(self, scene: Scene) -> bool:
        """Wait for both, however long."""
        return True
