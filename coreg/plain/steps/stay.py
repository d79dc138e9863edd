"""The voice of being near: what helps, for the other to read, and a slow breath to follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.score import score
from coreg.plain.steps.base import OFTEN, Voice, either_key
from coreg.plain.steps.breathe import course_lines, course_wait
from coreg.practice.course import Course, Leg
from coreg.practice.play import SEATS
from coreg.practice.steps.stay import SLOW, STILL_EVERY, Staying

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.plain.scene import Moment, Scene

__all__ = ["StayVoice"]


class StayVoice(Voice):
    """Nothing here wants an answer; once a minute it is asked whether it is still good."""

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say what helps the one who would like it, and how it ends."""
        seat = scene.sitting.context.speaker(scene.step.who)
        card = () if seat is None else scene.cards[SEATS.index(seat)]
        yield from filter(
            None, (scene.words("title"), *(card or (scene.words("usual"),)), scene.words("text"))
        )
        yield from self.keys(scene)

    def between(self, scene: Scene, since: Moment) -> Iterator[str]:
        """Say the part of the breath that has begun, or that it is asked."""
        play = scene.sitting.play
        if not isinstance(play, Staying):
            return
        before, at = since.t - play.since, scene.t - play.since
        if at // STILL_EVERY > max(0.0, before) // STILL_EVERY:
            yield say("practice.still_good")
        else:
            yield from course_lines(scene, _course(scene), before, at)

    def wait(self, scene: Scene) -> float:
        """Return the seconds until the next line."""
        play = scene.sitting.play
        if not isinstance(play, Staying):
            return OFTEN
        course = _course(scene)
        return course_wait(score("unison", (course, course), None, scene.manner.cues), scene.t - play.since)

    def keys(self, scene: Scene) -> Iterator[str]:
        """Yield how either ends it."""
        if scene.manner.keys:
            yield say("plain.choice", key=either_key(scene, "main"), what=say("practice.enough"))


def _course(scene: Scene) -> Course:
    """Return so many slow breaths as the step has room for."""
    return Course((Leg(SLOW, max(1, round(scene.step.seconds / SLOW.cycle))),))
