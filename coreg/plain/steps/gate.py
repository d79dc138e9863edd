"""The voice before a talk goes on: sealed alike for both, and then perhaps an offer to settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.steps.base import breaths_offer
from coreg.plain.steps.sealed import SealedVoice
from coreg.practice.steps.gate import Gating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Moment, Scene

__all__ = ["GateVoice"]


class GateVoice(SealedVoice):
    """It says that it is a lot, and never for whom."""

    def part(self, scene: Scene) -> object:
        """The question and the offer are two parts."""
        return self._offers(scene)

    def begin(self, scene: Scene) -> Iterator[str]:
        """Ask, or offer."""
        if not self._offers(scene):
            yield from super().begin(scene)
            return
        yield say("practice.gate.title")
        yield from self.keys(scene)
        yield say("practice.gate.another_day", key=scene.keymap.label("all.escape"))

    def between(self, scene: Scene, since: Moment) -> Iterator[str]:
        """Offer small breaths after a while, where they are not offered already."""
        play = scene.sitting.play
        if isinstance(play, Gating) and play.offered is None:
            yield from breaths_offer(scene, since, play.since)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield the keys of the question, or of what is offered."""
        if not self._offers(scene):
            yield from super().keys(scene)
            return
        left, right = scene.both("main")
        breaths = scene.keymap.label("practice.breaths")
        yield say("plain.choice", key=breaths, what=say("plain_talk.gate.breaths"))
        yield say("plain_talk.together", left=left, right=right, what=say("plain_talk.gate.go_on"))

    @staticmethod
    def _offers(scene: Scene) -> bool:
        play = scene.sitting.play
        return isinstance(play, Gating) and play.offered is not None
