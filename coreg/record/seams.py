"""What the lower rooms are handed instead of reaching for it: dates, a clock, randomness."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeAlias

Now: TypeAlias = Callable[[], datetime]
"""The present moment, aware, in the zone of the two people."""

Clock: TypeAlias = Callable[[], float]
"""Monotonic seconds from an arbitrary start; never goes back."""

Random: TypeAlias = Callable[[int], bytes]
"""That many random bytes."""
