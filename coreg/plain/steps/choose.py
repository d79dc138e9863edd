"""The voices of an open choice, and of who would like to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.steps.base import Voice, breaths_offer, chosen_by, either_key
from coreg.practice.steps.choose import Choosing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Moment, Scene

__all__ = ["ChooseVoice", "FirstVoice"]


class FirstVoice(Voice):
    """Whoever would like to begin presses the own key."""

    def begin(self, scene: Scene) -> Iterator[str]:
        """Ask, with the keys."""
        yield from filter(None, (scene.words("title"), scene.words("text")))
        yield from self.keys(scene)

    def between(self, scene: Scene, since: Moment) -> Iterator[str]:
        """Offer small breaths after a while."""
        play = scene.sitting.play
        if isinstance(play, Choosing):
            yield from breaths_offer(scene, since, play.since)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield both main keys."""
        yield say("plain.choice", key=either_key(scene, "main"), what=say("practice.begin"))

    def asks(self, scene: Scene) -> bool:
        """Wait for one of the two."""
        return True


class ChooseVoice(FirstVoice):
    """One person's choice in front of both; what is chosen is said, and can be changed."""

    def between(self, scene: Scene, since: Moment) -> Iterator[str]:
        """Say what has just been chosen; offer small breaths after a while."""
        play, before = scene.sitting.play, since.play
        if not isinstance(play, Choosing):
            return
        if isinstance(before, Choosing) and play.index is not None and play.index != before.index:
            yield scene.step.options[play.index].text
        yield from breaths_offer(scene, since, play.since)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield the choices and the key that goes on."""
        yield from chosen_by(scene, scene.speaker)
        seat = scene.speaker
        key = either_key(scene, "main") if seat is None else scene.key(seat, "main")
        yield say("plain.choice", key=key, what=say("practice.choose"))
