"""The voice of a sealed question: own keys answer, nothing is echoed, and nothing is ever read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.steps.base import Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from coreg.plain.scene import Scene

__all__ = ["SealedVoice", "answer_lines"]


def answer_lines(scene: Scene, answers: Sequence[str]) -> Iterator[str]:
    """Return the answers with the own keys of each, and how they are sealed."""
    for seat in scene.sides:
        keys = (
            say("plain.answer", key=scene.key(seat, str(number)), text=text)
            for number, text in enumerate(answers, 1)
        )
        yield say("plain.answers", name=scene.name(seat), answers=say("plain.and").join(keys))
    left, right = scene.both("main")
    yield say("plain.seal", left=left, right=right)


class SealedVoice(Voice):
    """Says the question once; whoever has pressed what, nothing more is said until both have sealed."""

    def begin(self, scene: Scene) -> Iterator[str]:
        """Ask, with the keys of both."""
        yield from filter(None, (scene.words("title"), scene.words("text")))
        yield from self.keys(scene)
        yield say("plain_talk.not_yet")

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield the answers with the own keys of each."""
        yield from answer_lines(scene, [option.text for option in scene.step.options])

    def asks(self, scene: Scene) -> bool:
        """Wait for both."""
        return True
