"""The right end of the top line: what it is about, and what is left of it. Pure."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.content.pattern_words import pattern_about
from coreg.practice.playing import SMALL_BREATHS
from coreg.practice.steps.breathe import Breathing, pattern_of, whole_breaths
from coreg.practice.steps.find_pace import PACES, Finding
from coreg.practice.steps.turn import Turning
from coreg.widgets.steps.view import clock_text
from coreg.widgets.text import lit

if TYPE_CHECKING:
    from coreg.practice.play import Step
    from coreg.practice.sitting import Sitting
    from coreg.widgets.steps.view import View

__all__ = ["seconds_left", "what_is_left"]

_TOPIC = 40
_APART = "     "


def what_is_left(sitting: Sitting, view: View, room: int = 100) -> Content:
    """Return the pattern or the topic, and the time; "Paused" while time stands still.

    Args:
        sitting: as it is now.
        view: what the stage is shown.
        room: cells there are; a topic that is too long for them gives way to the time.
    """
    if sitting.phase == "paused":
        return Content.styled(say("practice.paused"), "bold $both")
    if sitting.phase == "breaths":
        return _clock(SMALL_BREATHS - (view.now - sitting.breaths_from))
    if sitting.phase == "stopped" or not sitting.results:
        return Content("")
    if isinstance(sitting.play, Breathing):
        left = whole_breaths(view.step) - max(0.0, sitting.play.at(view.t))
        about = pattern_about(pattern_of(view.step))
        return Content(_APART).join([Content.styled(about, "$muted"), _clock(left)])
    minutes = _minutes(sitting, view)
    taken = sum(one.cell_length + len(_APART) for one in minutes)
    return Content(_APART).join([*_topic(sitting, room - taken), *minutes])


def _clock(seconds: float) -> Content:
    return Content.styled(say("practice.left", clock=clock_text(seconds)), "$muted")


def _topic(sitting: Sitting, room: int) -> list[Content]:
    topics = sitting.kept("topic")
    if not topics:
        return []
    text = lit(topics[-1].text, "$muted", multiline=False)
    return [text.truncate(max(1, min(_TOPIC, room)), ellipsis=True)]


def _minutes(sitting: Sitting, view: View) -> list[Content]:
    minutes = ceil(seconds_left(sitting, view.t) / 60)
    return [Content.styled(say("practice.minutes_left", minutes=minutes), "$muted")] if minutes else []


def seconds_left(sitting: Sitting, t: float) -> float:
    """Return what the step on has left at ``t`` and the usual length of those that come after it."""
    play, step = sitting.play, sitting.now_step
    if isinstance(play, Turning):
        here = play.floor.left(t)
    elif isinstance(play, Finding):
        here = _paces_left(play, step, t)
    else:
        here = max(0.0, step.seconds - (t - getattr(play, "since", t)))
    return here + sum(later.seconds for later in sitting.practice.script.steps[sitting.step + 1 :])


def _paces_left(play: Finding, step: Step, t: float) -> float:
    """Return what is left of the paces: of the one that is on, and all of those after it."""
    each = step.seconds / len(PACES)
    after = max(0, len(PACES) - play.pace - 1) * each
    on = not play.told and play.rating is None
    return after + (max(0.0, each - max(0.0, play.at(t))) if on else 0.0)
