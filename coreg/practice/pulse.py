"""A pulse by tapping along: ten beats, and one number. Nothing of it is kept."""

from __future__ import annotations

__all__ = ["BEATS", "LOST", "beat", "pulse"]

BEATS = 10
"""Taps that are counted."""

LOST = 2.5
"""Seconds without a tap after which counting begins anew: no resting heart waits that long (24 a minute)."""

_REPEATS = 0.25
"""Seconds within which a tap is the keyboard repeating itself: no heart at rest beats 240 times a minute."""


def beat(taps: tuple[float, ...], at: float) -> tuple[float, ...]:
    """Return the taps with one more, in seconds; after ten, and after a gap, counting begins anew."""
    if taps and at - taps[-1] < _REPEATS:
        return taps
    if len(taps) >= BEATS or (taps and at - taps[-1] > LOST):
        return (at,)
    return (*taps, at)


def pulse(taps: tuple[float, ...]) -> int | None:
    """Return the beats in a minute; None before there are ten taps."""
    if len(taps) < BEATS:
        return None
    return round(60 * (len(taps) - 1) / (taps[-1] - taps[0]))
