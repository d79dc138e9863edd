"""The voices of what both have answered, which is never read out, and of the one suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.steps.base import Voice, breaths_offer, go_on_words
from coreg.practice.steps.reveal import Revealing, Suggesting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Moment, Scene

__all__ = ["RevealVoice", "SuggestVoice"]


class RevealVoice(Voice):
    """What was sealed is told by the two themselves, not by a loudspeaker; or it stays unsaid."""

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say that both have answered, or that it stays unsaid; the words are the same whatever was said."""
        play = scene.sitting.play
        if not isinstance(play, Revealing) or play.pair is None:
            yield say("practice.unsaid")
            yield say("practice.unsaid_text")
        else:
            yield say("plain_talk.revealed")
            yield from filter(None, (scene.words("text"),))
        yield from self.keys(scene)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield how both go on."""
        yield go_on_words(scene)

    def asks(self, scene: Scene) -> bool:
        """Wait for both where it does not end by itself."""
        return scene.step.seconds <= 0


class SuggestVoice(Voice):
    """One suggestion, its reason, and how to take it or leave it."""

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say the suggestion as a question, or that it goes on as planned."""
        play = scene.sitting.play
        if not isinstance(play, Suggesting):
            return
        planned = bool(scene.sitting.context.ahead)
        yield from filter(None, (scene.words("title"),))
        yield say(f"suggest.{play.suggestion.reason if self._open(play) or planned else 'alone'}")
        if self._open(play):
            yield say(f"suggest.offer.{play.suggestion.practice or 'without_talk'}")
        yield from self.keys(scene)

    def between(self, scene: Scene, since: Moment) -> Iterator[str]:
        """Offer small breaths after a while."""
        play = scene.sitting.play
        if isinstance(play, Suggesting) and self._open(play):
            yield from breaths_offer(scene, since, play.since)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield how both take it, and how it is left."""
        play = scene.sitting.play
        if not isinstance(play, Suggesting) or not self._open(play):
            yield go_on_words(scene)
            return
        left, right = scene.both("main")
        yield say("plain_talk.together", left=left, right=right, what=say("practice.take"))
        other = say("suggest.as_it_was" if scene.sitting.context.ahead else "suggest.not_now")
        yield say("plain.choice", key=scene.keymap.label("practice.skip"), what=other)

    def asks(self, scene: Scene) -> bool:
        """Wait for both where there is a question."""
        play = scene.sitting.play
        return isinstance(play, Suggesting) and (self._open(play) or scene.step.seconds <= 0)

    @staticmethod
    def _open(play: Suggesting) -> bool:
        return bool(play.suggestion.practice or play.suggestion.without)
