"""The voice of how it is inside, one after the other: a number is typed, unechoed, and never read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.steps.base import Voice
from coreg.practice.steps.form import Forming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Scene

__all__ = ["FormVoice", "typed_number"]

_MOST = 10
_LONGEST = 2


def typed_number(text: str) -> int | None:
    """Return the number that was typed, 0 to 10; None where it is none of these."""
    if not text.isascii() or not text.isdigit() or len(text) > _LONGEST:
        return None
    return int(text) if int(text) <= _MOST else None


class FormVoice(Voice):
    """A cover for each of the two, and one question behind it."""

    def part(self, scene: Scene) -> object:
        """Each cover and each question are parts."""
        play = scene.sitting.play
        return (play.turn, play.lifted) if isinstance(play, Forming) else None

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say whose part it is, or ask."""
        play = scene.sitting.play
        if not isinstance(play, Forming):
            return
        seat = play.seat(scene.sitting.context)
        if play.lifted:
            yield scene.words("title", seat)
            yield say("plain.number")
            return
        yield from filter(None, (scene.words("cover", seat), scene.words("cover_text", seat)))
        yield say("plain.lift", key=scene.key(seat, "main"))

    def asks(self, scene: Scene) -> bool:
        """Wait for whoever's part it is."""
        return True
