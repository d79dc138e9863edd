"""The stage of finding a pace: a breath, a sealed question after each pace, and what was easiest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import lines, say
from coreg.practice.course import course_at
from coreg.practice.steps.find_pace import PACES, Finding, course_in
from coreg.widgets.steps.breathe import BreathStage

if TYPE_CHECKING:
    from coreg.widgets.steps.view import View

__all__ = ["FindStage", "found_words"]


def found_words(pace: float | None) -> str:
    """Return the sentence about the easiest pace in breaths a minute (None: too few answers)."""
    return say("breathe.find.unfound") if pace is None else say("breathe.find.found", pace=f"{pace:g}")


class FindStage(BreathStage):
    """The breath of the pace that is on; while it is asked about, nothing depends on an answer."""

    def show(self, view: View) -> None:
        """Draw the pace, the question, or what was found."""
        play = view.sitting.play
        if not isinstance(play, Finding):
            return
        if play.told or play.rating is not None:
            self.say("", "", found_words(play.found) if play.told else self._question(view))
            self.fill(view, 0.0)
            return
        course = course_in(view.step, play.pace)
        hint = say("breathe.find.pace", number=play.pace + 1, all=len(PACES))
        self.timed(
            view,
            play.at(view.t),
            lambda at: self.breath(view, course_at(course, min(at, course.length - 1e-9)), hint=hint),
        )

    @staticmethod
    def _question(view: View) -> str:
        ease = "   ".join(
            f"{view.key('left', str(number))} {view.key('right', str(number))} {text}"
            for number, text in enumerate(lines("breathe.find.ease"), 1)
        )
        return f"{say('breathe.find.ask')}\n{ease}"
