"""Hiding what is said: with the key for it, or with one of one's own that is pressed three times quickly."""

from __future__ import annotations

__all__ = ["BACK", "HIDE", "LEAVE", "Quick"]

HIDE = "all.hide"
"""The id of the key that hides."""

BACK = "practice.pause"
"""The id of the key that comes back."""

LEAVE = "all.leave"
"""The id of the key that leaves, without coming back first."""

_QUICK = 1.0
"""Seconds in which a key of one's own is pressed three times."""
_PRESSES = 3


class Quick:
    """Notes how quickly a key follows itself."""

    def __init__(self) -> None:
        """Begin with nothing pressed."""
        self._at: tuple[float, ...] = ()

    def hides(self, press: str, key: str, now: float) -> bool:
        """Note a press at ``now`` (s); tell whether it is the third quick one of ``key`` ("": none)."""
        if not key or press != key:
            self._at = ()
            return False
        recent = (moment for moment in self._at if now - moment < _QUICK)
        self._at = (*recent, now)
        hides = len(self._at) >= _PRESSES
        self._at = () if hides else self._at
        return hides
