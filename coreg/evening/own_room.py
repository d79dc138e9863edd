"""What a room of one's own is held open by: keys that are there for a while and then forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from coreg.evening.keeping import Keeping
    from coreg.practice.play import Seat
    from coreg.store.vault.keys import Keys

__all__ = ["FORGOTTEN_AFTER", "OwnRoom"]

FORGOTTEN_AFTER = 120.0
"""Seconds without a key after which a room of one's own forgets what opened it."""


class OwnRoom:
    """One partner's room. Everything raises Trouble space_shut once the keys are forgotten."""

    def __init__(
        self,
        keeping: Keeping,
        keys: Keys,
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        zone: Callable[[datetime], str],
    ) -> None:
        """Hold the keys until two minutes have passed without a key, or until `close`."""
        self._keeping = keeping
        self._keys: Keys | None = keys
        self._clock = clock
        self._now = now
        self._zone = zone
        self._touched = clock()

    @property
    def seat(self) -> Seat:
        """Whose room it is."""
        return self.keys.who

    @property
    def keys(self) -> Keys:
        """What opens it. Raises Trouble space_shut."""
        if self._keys is None or self.left() <= 0:
            self.close()
            raise Trouble("space_shut")
        return self._keys

    def left(self) -> float:
        """Return the seconds until it shuts by itself; 0 once it is shut."""
        gone = self._clock() - self._touched
        return max(0.0, FORGOTTEN_AFTER - gone) if self._keys else 0.0

    def touch(self) -> None:
        """Note that its owner is still there."""
        if self.left() > 0:
            self._touched = self._clock()

    def close(self) -> None:
        """Forget the keys."""
        self._keys = None
