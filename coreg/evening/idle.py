"""How long nobody has touched a key: by the clock and by the wall, for a machine that sleeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

__all__ = ["Idle"]


class Idle:
    """Counts from the last touch. A clock that stood still while the machine slept is not believed alone."""

    def __init__(self, clock: Callable[[], float], now: Callable[[], datetime]) -> None:
        """Begin to count."""
        self._clock = clock
        self._now = now
        self.touch()

    def touch(self) -> None:
        """Somebody is there."""
        self._since = self._clock()
        self._wall = self._now().timestamp()

    def gone(self) -> float:
        """Return the seconds since, by whichever says more; a wall clock that was set back says nothing."""
        return max(self._clock() - self._since, self._now().timestamp() - self._wall)
