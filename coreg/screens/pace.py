"""When to look at the clock again: thirty times a second for a breath, else only when something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen
    from textual.timer import Timer

__all__ = ["Pace"]

_SOONEST = 0.005


class Pace:
    """One timer at a time. What is shown is a function of the clock; this only says when to look."""

    def __init__(self, screen: Screen[None], look: Callable[[], None]) -> None:
        """Look with a callback of one screen."""
        self._screen = screen
        self._look = look
        self._timer: Timer | None = None
        self._frames = 0.0

    def next(self, rate: float, wait: float, due_in: float | None) -> None:
        """Look again after ``rate`` seconds over and over (under a second), or once when it changes.

        Args:
            rate: seconds between frames; 1.0 and more is no animation.
            wait: seconds until the stage shows something else.
            due_in: seconds until something happens by itself, or None.
        """
        if rate < 1.0:
            if self._frames != rate:
                self.stop()
                self._frames = rate
                self._timer = self._screen.set_interval(rate, self._look)
            return
        self.stop()
        soonest = min(rate, wait, 1.0 if due_in is None else due_in)
        self._timer = self._screen.set_timer(max(_SOONEST, soonest), self._look)

    def stop(self) -> None:
        """Look no more."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = None
        self._frames = 0.0
