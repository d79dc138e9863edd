"""What every kind of step can do. A kind holds no state of its own; all of it is handed in."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Generic, TypeVar

from coreg.practice.play import Move, Skipped, StepError

if TYPE_CHECKING:
    from coreg.practice.play import Context, Event, Keep, Step

__all__ = ["MOST_OPTIONS", "Kind", "ended", "ends", "need"]

S = TypeVar("S")

MOST_OPTIONS = 5
"""Own keys for choosing on each half of the keyboard."""


class Kind(ABC, Generic[S]):
    """A kind of step whose running state is an ``S``. Times are seconds of active time."""

    @abstractmethod
    def begin(self, step: Step, context: Context, t: float) -> S:
        """Return the state in which the step begins at ``t``."""

    @abstractmethod
    def on(self, step: Step, play: S, event: Event, context: Context) -> Move:
        """Return what the step makes of one event; an event that means nothing here changes nothing."""

    def apply(self, step: Step, play: S, event: Event, context: Context) -> Move:
        """Pass the step over where it may be, else hand the event to :meth:`on`."""
        if isinstance(event, Skipped):
            return self.skip(step, play)
        return self.on(step, play, event, context)

    def skip(self, step: Step, play: S) -> Move:
        """Pass the step over: nothing is kept."""
        return Move(None) if self.skippable(step, play) else Move(play)

    def skippable(self, step: Step, play: S) -> bool:
        """Tell whether ``n`` may pass this step: not while somebody is speaking."""
        return True

    def due(self, step: Step, play: S, after: float) -> float | None:
        """Return the next moment after ``after`` at which something happens by itself."""
        return None

    def left(self, step: Step, play: S, t: float) -> tuple[Keep, ...]:
        """Return what is kept of a step in the middle of which the sitting ends at ``t``."""
        return ()

    def journal(self, step: Step, play: S, context: Context, t: float) -> S:
        """Return the state as it may be written down at ``t``: without what is sealed."""
        return play

    def check(self, step: Step) -> None:
        """Hold a step of a script against what this kind needs.

        Raises:
            StepError: with the step, the field, and what would be right.
        """


def ends(began: float, seconds: float, after: float) -> float | None:
    """Return the end of a time that began at ``began``, if there is one after ``after``."""
    moment = began + seconds
    return moment if seconds > 0 and moment > after else None


def ended(began: float, seconds: float, at: float) -> bool:
    """Tell whether a time that began at ``began``, if it ends by itself at all, is over."""
    return seconds > 0 and at >= began + seconds


def need(step: Step, *, options: bool = False, keeps: bool = False, who: tuple[str, ...] = ()) -> None:
    """Refuse a step that lacks options or a name for what it keeps, or is for somebody it cannot be for.

    Raises:
        StepError: ``step_options``, ``step_keeps`` or ``step_who``.
    """
    if options and not 1 < len(step.options) <= MOST_OPTIONS:
        raise StepError("step_options", step=step.id, most=MOST_OPTIONS)
    if keeps and not step.keeps:
        raise StepError("step_keeps", step=step.id)
    if who and step.who not in who:
        raise StepError("step_who", step=step.id, found=step.who, want=", ".join(who))
