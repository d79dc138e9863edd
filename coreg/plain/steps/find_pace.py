"""The voice of finding a pace: a breath, a question after each pace, and at the end what was easiest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import lines, say
from coreg.plain.score import score
from coreg.plain.steps.base import OFTEN, Voice, go_on_words
from coreg.plain.steps.breathe import countdown_line, course_lines, course_wait
from coreg.plain.steps.sealed import answer_lines
from coreg.practice.steps.find_pace import PACES, Finding, course_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coreg.plain.scene import Moment, Scene

__all__ = ["FindVoice", "found_line"]


def found_line(pace: float | None) -> str:
    """Return the sentence about the easiest pace in breaths a minute (None: too few answers)."""
    return say("breathe.find.unfound") if pace is None else say("breathe.find.found", pace=f"{pace:g}")


class FindVoice(Voice):
    """One pace after the other; while one is asked about, nothing that is said depends on an answer."""

    def part(self, scene: Scene) -> object:
        """A pace and the question about it are two parts."""
        play = scene.sitting.play
        return (play.pace, play.rating is None) if isinstance(play, Finding) else None

    def begin(self, scene: Scene) -> Iterator[str]:
        """Say which pace it is, or ask about it, or say what was found."""
        play = scene.sitting.play
        if not isinstance(play, Finding):
            return
        if play.told:
            yield found_line(play.found)
            if scene.manner.keys:
                yield go_on_words(scene)
        elif play.rating is not None:
            yield say("breathe.find.ask")
            yield from answer_lines(scene, lines("breathe.find.ease"))
        else:
            yield say("plain.pace", number=play.pace + 1, all=len(PACES))
            if play.at(scene.t) < 0:
                yield countdown_line(-play.at(scene.t))

    def between(self, scene: Scene, since: Moment) -> Iterable[str]:
        """Say the part of the breath that has begun."""
        play = scene.sitting.play
        if not isinstance(play, Finding) or play.told or play.rating is not None:
            return ()
        return course_lines(scene, course_in(scene.step, play.pace), play.at(since.t), play.at(scene.t))

    def wait(self, scene: Scene) -> float:
        """Return the seconds until the next line."""
        play = scene.sitting.play
        if not isinstance(play, Finding) or play.told or play.rating is not None:
            return OFTEN
        course = course_in(scene.step, play.pace)
        found = score("unison", (course, course), None, scene.manner.cues)
        return course_wait(found, play.at(scene.t))

    def asks(self, scene: Scene) -> bool:
        """Wait where both are asked."""
        play = scene.sitting.play
        return isinstance(play, Finding) and play.rating is not None
