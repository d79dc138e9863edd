"""Which key presses count: terminals send presses only, and a held key repeats.

A step key is ignored while its last event, counted or not, is under 1.1 s old; after a change of
step the main keys rest 0.7 s; choosing needs 150 ms. Stop and hide never come through here.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CHOOSING", "HELD", "REST", "Hands"]

HELD = 1.1
"""Seconds between two events of one key that are one long press."""

REST = 0.7
"""Seconds for which main keys rest after a step changed."""

CHOOSING = 0.15
"""Seconds between two taps, or two choices, that are meant."""


@dataclass(frozen=True, slots=True)
class Hands:
    """When each key was last seen, and when the step last changed (seconds of any one clock)."""

    seen: Mapping[str, float] = field(default_factory=dict)
    changed: float = -inf

    def press(self, key: str, now: float, *, gap: float = HELD, rests: bool = True) -> tuple[Hands, bool]:
        """Note a press and tell whether it counts.

        Args:
            key: any name of the key.
            now: when it was pressed.
            gap: how long the key must have been silent: :data:`HELD` or :data:`CHOOSING`.
            rests: whether it is ignored just after a change of step.
        """
        last = self.seen.get(key, -inf)
        counts = now - last >= gap and not (rests and now - self.changed < REST)
        return replace(self, seen={**self.seen, key: now}), counts

    def step_changed(self, now: float) -> Hands:
        """Note that the step changed."""
        return replace(self, changed=now)
