"""For every way of breathing with holds, the one without that is offered beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.practice.breath import Pattern

__all__ = ["neighbour"]


def neighbour(pattern: Pattern, offered: Mapping[str, Pattern]) -> Pattern | None:
    """Return the neighbour that a pattern names, else the plain one whose in and out are nearest in length.

    None when nothing plain without holds is offered.
    """
    if pattern.neighbour in offered:
        return offered[pattern.neighbour]
    plain = [one for one in offered.values() if _is_plain(one)]
    return min(plain, key=lambda one: _apart(one, pattern), default=None)


def _is_plain(one: Pattern) -> bool:
    return one.kind == "paced" and not (one.holds or one.top_up or one.hummed or one.ramp)


def _apart(one: Pattern, other: Pattern) -> float:
    """Return by how many seconds two patterns differ."""
    return abs(one.inhale - other.inhale) + abs(one.exhale - other.exhale)
