"""Lines that stay. One says it, the other types it, the first nods with the own key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from coreg.practice.play import Agreed, Chose, Drafted, Kept, Move, Pressed, Reopened, StepError, Wrote
from coreg.practice.steps.base import Kind, need

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coreg.practice.play import Context, Event, Step

__all__ = ["LINES", "Agree", "Write", "Writing", "said_off"]

LINES = ("stays", "thanks", "topic", "note")
"""The kinds of line that there are."""

_MOST_DAYS = 3650
_DAYS = frozenset(map(str, range(1, _MOST_DAYS + 1)))


@dataclass(frozen=True, slots=True)
class Writing:
    """What is typed, and whether it is finished and waits for a nod or a date."""

    since: float
    draft: str = ""
    finished: bool = False


def _typed(play: Writing, event: Event) -> Writing | None:
    """Return the state after typing, finishing or reopening; None when the event is another."""
    match event:
        case Drafted(_, text) if not play.finished:
            return replace(play, draft=text)
        case Wrote(_, text) if not play.finished:
            return replace(play, draft=text, finished=True)
        case Reopened():
            return replace(play, finished=False)
        case _:
            return None


class Write(Kind[Writing]):
    """A line said by ``who`` (and nodded to), or by both (kept as it is typed)."""

    def begin(self, step: Step, context: Context, t: float) -> Writing:
        """Begin with an empty line."""
        return Writing(t)

    def on(self, step: Step, play: Writing, event: Event, context: Context) -> Move:
        """Type, finish, nod. An empty line passes the step."""
        sayer = context.speaker(step.who)
        if isinstance(event, Pressed) and play.finished and event.seat == sayer:
            return Move(None, (Kept(step.keeps, play.draft, sayer),))
        typed = _typed(play, event)
        if typed is None:
            return Move(play)
        if not typed.finished:
            return Move(typed)
        if not typed.draft.strip():
            return Move(None)
        if sayer is None:
            return Move(None, (Kept(step.keeps, typed.draft),))
        return Move(typed)

    def check(self, step: Step) -> None:
        """Need a name under which the line is kept, and one that there is."""
        need(step, keeps=True)
        if step.keeps not in LINES:
            near = get_close_matches(step.keeps, LINES, 1)
            raise StepError("step_line", step=step.id, found=step.keeps, near=near[0] if near else LINES[0])


def said_off(step: Step, led: Sequence[str]) -> str:
    """Return what was put off by the answers that have led elsewhere; empty where nothing was."""
    return next((step.words[name] for name in (f"said_{answer}" for answer in led) if name in step.words), "")


class Agree(Kind[Writing]):
    """A next step, and when to look at it again: the options' ids are days from tonight.

    Where an answer has put something off, ``words.said_`` with its id says what: only the day is asked for.
    """

    def begin(self, step: Step, context: Context, t: float) -> Writing:
        """Begin with an empty line, or with what was put off."""
        said = said_off(step, context.led)
        if not said:
            return Writing(t)
        return Writing(t, f"{said}: {context.topic}" if context.topic else said, finished=True)

    def on(self, step: Step, play: Writing, event: Event, context: Context) -> Move:
        """Type, finish, then either of the two picks the day."""
        if isinstance(event, Chose) and play.finished and event.index < len(step.options):
            return Move(None, (Agreed(play.draft, int(step.options[event.index].id)),))
        typed = _typed(play, event)
        if typed is None:
            return Move(play)
        if typed.finished and not typed.draft.strip():
            return Move(None)
        return Move(typed)

    def skip(self, step: Step, play: Writing) -> Move:
        """Keep what was finished, without a date; else pass the step."""
        return Move(None, (Agreed(play.draft, None),) if play.finished else ())

    def check(self, step: Step) -> None:
        """Need two to five options whose ids are whole numbers of days, up to ten years."""
        need(step, options=True)
        for option in step.options:
            if option.id not in _DAYS:
                raise StepError("step_days", step=step.id, found=option.id, most=_MOST_DAYS)
