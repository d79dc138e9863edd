"""What helps somebody to settle, and what of it fits a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coreg.practice.play import Seat

__all__ = ["MOST", "Help", "fitting", "when_of"]

MOST = 2
"""Things that are named at once."""

_WHEN = {
    "near": "up",
    "both_over": "up",
    "someone_over": "up",
    "someone_up": "up",
    "someone_low": "shut",
    "both_settled": "settled",
}


@dataclass(frozen=True, slots=True)
class Help:
    """What it is, how it goes ("alone", "together"), what it is good for ("up", "shut", "settled"), whose.

    Without a way it goes either way; without an owner it is both's.
    """

    title: str
    ways: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    owner: Seat | None = None


def fitting(helps: Iterable[Help], when: str, way: str, seat: Seat | None = None) -> tuple[str, ...]:
    """Return the titles of up to :data:`MOST` things that fit, in their order.

    Args:
        helps: what there is.
        when: what it should be good for; what is not said to be good for anything fits nothing.
        way: how it should go.
        seat: whose it should be, or both's; None takes anybody's.
    """
    found = (
        one.title
        for one in helps
        if when in one.when
        and (not one.ways or way in one.ways)
        and (seat is None or one.owner in (seat, None))
    )
    return tuple(title for title, _ in zip(found, range(MOST), strict=False))


def when_of(reason: str) -> str:
    """Return what should help where a suggestion has this reason; "" where nothing has to."""
    return _WHEN.get(reason, "")
