"""When the caution before holding the breath is shown again, and noting that both have read it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from coreg.practice.breath import Pattern
    from coreg.record.models import Couple, Partner

__all__ = ["AGAIN", "caution_due", "caution_read"]

AGAIN = timedelta(days=90)
"""After so long a caution is shown again (practices.md 2.1)."""

_HOLDS = "holds"


def caution_due(partner: Partner, pattern: Pattern, today: date) -> bool:
    """Tell whether somebody is to read the caution before this pattern.

    A day that is still to come was noted by a clock that was wrong, and counts as none.
    """
    read = partner.cautions.get(_HOLDS)
    return pattern.holds and (read is None or not read <= today < read + AGAIN)


def caution_read(couple: Couple, today: date) -> Couple:
    """Return the couple, both of whom have read the caution today."""
    people = {
        "a": _having_read(couple.a, today),
        "b": _having_read(couple.b, today),
    }
    return couple.model_copy(update=people)


def _having_read(partner: Partner, today: date) -> Partner:
    return partner.model_copy(update={"cautions": {**partner.cautions, _HOLDS: today}})
