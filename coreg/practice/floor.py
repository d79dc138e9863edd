"""Whose turn it is, and how much of it is left. Times in seconds of active time.

A budget is spent only while its owner has the floor; handing over stops it, taking the floor back
goes on where it stopped. Budget, gifts and grace always add up to the time that passed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

__all__ = ["GIFT", "GIFTS", "GRACE", "TAKE_BACK", "Floor", "give", "hand_over", "taken_back"]

GRACE = 15.0
"""Seconds in which a sentence may end after the budget; then the bar fades. Nothing cuts in."""

TAKE_BACK = 5.0
"""Seconds in which whoever handed over may say "I was not done"."""

GIFT = 60.0
"""Seconds in one gift."""

GIFTS = 5
"""Gifts in one turn, so that a key that is leant on gives no hour."""


@dataclass(frozen=True, slots=True)
class Floor:
    """One turn: its budget, when it began, what was given, and whether it is being handed over.

    ``since`` is when the floor was last taken, ``before`` what was spent until then, ``handed`` when
    it was handed over (None: still spoken).
    """

    budget: float
    since: float
    before: float = 0.0
    gifts: int = 0
    handed: float | None = None

    def spent(self, t: float) -> float:
        """Return the seconds this turn has had until ``t``."""
        until = t if self.handed is None else min(t, self.handed)
        return self.before + max(0.0, until - self.since)

    def left(self, t: float) -> float:
        """Return what is left of the budget, never below nought."""
        return max(0.0, self.budget - self.spent(t))

    def over(self, t: float) -> float:
        """Return how far past the budget the turn is, never below nought."""
        return max(0.0, self.spent(t) - self.budget)

    def share(self, t: float) -> float:
        """Return the part of the budget that is left, 0..1."""
        return self.left(t) / self.budget if self.budget > 0 else 0.0

    def phase(self, t: float) -> Literal["speaking", "grace", "beyond", "handing"]:
        """Return what both should see: nothing here is an alarm."""
        if self.handed is not None:
            return "handing"
        over = self.spent(t) - self.budget
        if over < 0:
            return "speaking"
        return "grace" if over < GRACE else "beyond"

    def due(self, t: float) -> float | None:
        """Return the next moment after ``t`` at which the phase changes by itself."""
        if self.handed is not None:
            return self.handed + TAKE_BACK
        ends = self.since + self.budget - self.before
        return next((moment for moment in (ends, ends + GRACE) if moment > t), None)


def hand_over(floor: Floor, t: float) -> Floor:
    """End the turn at ``t``; it can be taken back for :data:`TAKE_BACK` seconds."""
    return replace(floor, handed=t)


def taken_back(floor: Floor, t: float) -> Floor:
    """Go on at ``t`` where the turn was handed over: the seconds between cost nobody anything."""
    return replace(floor, before=floor.spent(t), since=t, handed=None)


def give(floor: Floor, of_own: float) -> tuple[Floor, float, float]:
    """Add a gift to the budget.

    Args:
        floor: the turn that is given to.
        of_own: unspent seconds of the giver's own, of which the gift is taken first.

    Returns:
        The turn with the gift, the seconds given, and how many of them the giver's budget loses.
        A giver with nothing left gives all the same: then the evening is a minute longer.
    """
    if floor.gifts >= GIFTS:
        return floor, 0.0, 0.0
    longer = replace(floor, budget=floor.budget + GIFT, gifts=floor.gifts + 1)
    return longer, GIFT, min(GIFT, max(0.0, of_own))
