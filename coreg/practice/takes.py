"""What a sitting makes of the things a step hands back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coreg.practice.play import Gave, Opening, Ordered, Paired, Suggested, other

if TYPE_CHECKING:
    from coreg.practice.play import Keep, Seat
    from coreg.practice.sitting import Sitting

__all__ = ["AFTER", "BEFORE", "STATE", "take", "turn_begun"]

STATE = "state"
"""The kind of pair that says how both are; it shapes what is suggested."""

BEFORE, AFTER = "before", "after"
"""The kinds of pairs that say how both were before and after one practice."""


def take(sitting: Sitting, keep: Keep) -> Sitting:
    """Return the sitting with one thing taken in: who begins and how, a gift, a suggestion, what is kept."""
    match keep:
        case Ordered(first):
            return replace(sitting, order=(first, other(first)))
        case Opening():
            return replace(sitting, opening=keep)
        case Gave():
            return _given(sitting, keep)
        case Suggested():
            return _planned(sitting, keep)
        case Paired(kind, pair) if kind == STATE:
            sitting = replace(sitting, pair=pair)
        case _:
            pass
    result = sitting.results[-1]
    kept = replace(result, keeps=(*result.keeps, keep))
    return replace(sitting, results=(*sitting.results[:-1], kept))


def turn_begun(sitting: Sitting, seat: Seat, *, settles: bool) -> Sitting:
    """Return the sitting with the floor this seat's; how the other had begun is past with it.

    With ``settles`` what the seat gave away is settled: the turn that begins is shorter by it. Saying back
    what was heard is no turn of one's own, and settles nothing.
    """
    a, b = sitting.extra
    opening = sitting.opening if sitting.opening and sitting.opening.seat == seat else None
    extra = sitting.extra if not settles else (0.0, b) if seat == "a" else (a, 0.0)
    return replace(sitting, extra=extra, opening=opening)


def _given(sitting: Sitting, gave: Gave) -> Sitting:
    # A turn that is on has grown already; only what it cost the giver's own turn is left to note.
    a, b = sitting.extra
    extra = (a, b - gave.cost) if gave.to == "a" else (a - gave.cost, b)
    return replace(sitting, extra=extra)


def _planned(sitting: Sitting, wanted: Suggested) -> Sitting:
    here = sitting.at + 1
    rest = tuple(plan for plan in sitting.plan[here:] if plan.script.id not in wanted.without)
    new = tuple(plan for plan in sitting.spare if plan.script.id == wanted.practice)[:1]
    return replace(sitting, plan=(*sitting.plan[:here], *new, *rest))
