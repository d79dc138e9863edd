"""The stage of finding a pace: a breath, a sealed question after each pace, and what was easiest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import lines, say
from coreg.practice.course import course_at
from coreg.practice.steps.find_pace import PACES, Finding, course_in
from coreg.widgets.steps.breathe import BreathStage
from coreg.widgets.steps.sealed import own_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.widgets.steps.view import View

__all__ = ["FindStage"]

_WIDEST, _NARROWEST, _MARGIN = 72, 48, 8


class FindStage(BreathStage):
    """The breath of the pace that is on; while it is asked about, nothing depends on an answer."""

    def show(self, view: View) -> None:
        """Draw the pace, the question, or what was found."""
        play = view.sitting.play
        if not isinstance(play, Finding):
            return
        if play.told:
            self.say("told", lambda: _told(play.found))
            self.draw(view, "", 0.0, 0.0)
        elif play.rating is not None:
            self.say("question", lambda: self._question(view))
            self.draw(view, "", 0.0, 0.0)
        else:
            self._pace(view, play)

    def _pace(self, view: View, play: Finding) -> None:
        course = course_in(view.step, play.pace)
        hint = say("breathe.find.pace", number=play.pace + 1, all=len(PACES))

        def show(at: float) -> None:
            self.one(view, course_at(course, min(at, course.length - 1e-9)), hint=hint)

        self.timed(view, "one", play.at(view.t), show)

    def _question(self, view: View) -> Sequence[Content]:
        width = max(_NARROWEST, min(_WIDEST, (self.size.width or 80) - _MARGIN))
        rows = [Content.styled(say("breathe.find.ask"), "bold"), Content("")]
        for number, text in enumerate(lines("breathe.find.ease"), 1):
            keys = [view.key(side, str(number)) for side in ("left", "right")]
            rows.append(own_keys(text, keys, (view.left, view.right), width))
        return [*rows, Content(""), Content.styled(say("breathe.find.how"), "$muted")]


def _told(pace: float | None) -> Sequence[Content]:
    title = Content.styled(say("breathe.find.title"), "bold")
    if pace is None:
        return title, Content(""), Content(say("breathe.find.unfound"))
    proven = Content.styled(say("breathe.find.proven"), "$muted")
    return title, Content(""), Content(say("breathe.find.found", pace=f"{pace:g}")), Content(""), proven
