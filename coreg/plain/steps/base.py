"""What every voice can do: say what a step is, what happens in it by itself, and what is on just now.

A voice holds no state: all of it is handed in, so that the same moments always make the same lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.fields import Field
from coreg.practice.beside import BREATHS_AFTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coreg.plain.scene import Moment, Scene
    from coreg.practice.play import Seat
    from coreg.practice.sitting import Sitting

__all__ = ["OFTEN", "Voice", "breaths_offer", "chosen_by", "either_key", "go_on_words"]

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

    def keys(self, scene: Scene) -> Iterable[str]:
        """Return what the own keys do here, for whoever asks."""
        return ()

    def typing(self, sitting: Sitting) -> object:
        """Return what is typed into now, another value where another field begins; None: nothing."""
        return None

    def field(self, sitting: Sitting) -> Field:
        """Return a new field for what is typed into now."""
        return Field()

    def asks(self, scene: Scene) -> bool:
        """Tell whether nothing goes on here until somebody presses a key."""
        return False


def go_on_words(scene: Scene) -> str:
    """Return how both go on."""
    left, right = scene.both("main")
    return say("plain.both", left=left, right=right)


def either_key(scene: Scene, name: str) -> str:
    """Return how the same own key of the one or the other is written."""
    left, right = scene.both(name)
    return say("plain_talk.either", left=left, right=right)


def chosen_by(scene: Scene, seat: Seat | None) -> Iterator[str]:
    """Yield the options with the own keys of whoever may choose (None: either of the two)."""
    options = enumerate(scene.step.options, 1)
    if seat is None:
        yield from (say("plain.choice", key=either_key(scene, str(n)), what=one.text) for n, one in options)
        return
    answers = (say("plain.answer", key=scene.key(seat, str(n)), text=one.text) for n, one in options)
    yield say("plain.answers", name=scene.name(seat), answers=say("plain.and").join(answers))


def breaths_offer(scene: Scene, since: Moment, began: float) -> Iterator[str]:
    """Yield the offer of small breaths, once it has been waited since ``began`` for a while."""
    if since.t < began + BREATHS_AFTER <= scene.t:
        yield say("practice.breaths_offer", key=scene.keymap.label("practice.breaths"))
