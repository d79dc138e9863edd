"""For every way of breathing with holds, the one without that is most like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coreg.practice.breath import Pattern

__all__ = ["neighbour"]


def neighbour(pattern: Pattern, offered: Iterable[Pattern]) -> Pattern | None:
    """Return the pattern without holds whose ways in and out are nearest in length; the first of several.

    None when all that is offered has holds.
    """
    free = [one for one in offered if not one.holds]
    return min(free, key=lambda one: _apart(one, pattern), default=None)


def _apart(one: Pattern, other: Pattern) -> float:
    """Return by how many seconds two patterns differ."""
    return abs(one.inhale - other.inhale) + abs(one.exhale - other.exhale)
