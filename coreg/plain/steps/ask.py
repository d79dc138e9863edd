"""The voices of a question that leads somewhere, and of naming things in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.steps.base import Voice, breaths_offer, chosen_by, either_key
from coreg.practice.steps.alternate import Alternating
from coreg.practice.steps.ask import Asking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Moment, Scene

__all__ = ["AlternateVoice", "AskVoice"]


class AskVoice(Voice):
    """The keys of every answer: the main key gives the first; where both are asked, that takes both."""

    def begin(self, scene: Scene) -> Iterator[str]:
        """Ask, with the keys."""
        yield from filter(None, (scene.words("title"), scene.words("text")))
        yield from self.keys(scene)

    def between(self, scene: Scene, since: Moment) -> Iterator[str]:
        """Offer small breaths after a while."""
        play = scene.sitting.play
        if isinstance(play, Asking):
            yield from breaths_offer(scene, since, play.since)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield the answers, each with its keys."""
        first, *others = scene.step.options
        if scene.speaker is not None:
            yield from chosen_by(scene, scene.speaker)
            key = scene.key(scene.speaker, "main")
            yield say("plain.choice", key=key, what=first.text)
            return
        left, right = scene.both("main")
        yield say("plain_talk.together", left=left, right=right, what=first.text)
        for number, option in enumerate(others, 2):
            yield say("plain.choice", key=either_key(scene, str(number)), what=option.text)

    def asks(self, scene: Scene) -> bool:
        """Wait for an answer."""
        return True


class AlternateVoice(Voice):
    """Whose thing it is, each time."""

    def part(self, scene: Scene) -> object:
        """Each thing is a part."""
        play = scene.sitting.play
        return play.done if isinstance(play, Alternating) else None

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say what is named, the first time, and whose turn it is."""
        play = scene.sitting.play
        if not isinstance(play, Alternating):
            return
        if play.done == 0:
            yield from filter(None, (scene.words("title"), scene.words("text", play.seat)))
        yield from self.keys(scene)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield whose turn it is, and the key that says that one was named."""
        play = scene.sitting.play
        if isinstance(play, Alternating):
            key = scene.key(play.seat, "main")
            yield say("practice.your_thing", speaker=scene.name(play.seat), key=key)

    def asks(self, scene: Scene) -> bool:
        """Wait for whoever names the next one."""
        return True
