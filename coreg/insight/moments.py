"""Which good moments of a week are read aloud: a few of each, and nobody's in between. Never how many."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from coreg.record.headline import Headline
    from coreg.record.maps import Glimmer

__all__ = ["EACH", "WEEK", "first_evening", "to_read"]

EACH = 3
"""Moments of each that are read (practices.md 4.2)."""

WEEK = timedelta(days=7)
"""The days that are looked back upon, today among them."""


def to_read(glimmers: Iterable[Glimmer], today: date) -> tuple[Glimmer, ...]:
    """Return the moments to read aloud, in turn: the newest three of each, and of nobody, of one week.

    Each one's stand in the order in which they were written. A moment of a day that is still to come was
    written by a clock that was wrong, and counts as one of today.
    """
    week = [one for one in glimmers if one.local_date > today - WEEK]
    week.sort(key=lambda one: (one.local_date, one.written, one.id))
    columns = ([one for one in week if one.by == by][-EACH:] for by in ("a", "b", None))
    return tuple(one for one in chain.from_iterable(zip_longest(*columns)) if one is not None)


def first_evening(
    headlines: Iterable[Headline], evenings: Collection[str], session: str, today: date
) -> bool:
    """Tell whether no other evening is known of this week, which begins on Monday.

    So reading aloud is offered once a week, and nothing has to be kept for it.

    Args:
        headlines: of the latest sessions.
        evenings: the kinds of sessions that are evenings.
        session: the one that has just ended, which is not another.
        today: the day on which it is asked; what is dated later was written by a clock that was wrong.
    """
    monday = today - timedelta(days=today.weekday())
    return not any(
        one.kind in evenings
        and one.session != session
        and monday <= date.fromisoformat(one.local_date) <= today
        for one in headlines
    )
