"""How a map changes: what it said before is kept, and what is shown of it is chosen field by field."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from coreg.record.maps import SHOWABLE, Came, Earlier, MapWords

__all__ = ["came_together", "earlier_with", "only", "said"]

_NOTHING: tuple[object, ...] = (None, "", ())


def said(words: MapWords) -> tuple[str, ...]:
    """Name the fields in which something stands."""
    return tuple(name for name in SHOWABLE if getattr(words, name) not in _NOTHING)


def only(words: MapWords, fields: Collection[str]) -> MapWords:
    """Return these fields of a trigger and no others."""
    return MapWords(**{name: getattr(words, name) for name in SHOWABLE if name in fields})


def earlier_with(
    earlier: tuple[Earlier, ...], before: MapWords, after: MapWords, at: datetime
) -> tuple[Earlier, ...]:
    """Return the earlier versions, with what stood there `before` if any of it does not stand there `after`.

    What was only added to needs no earlier version, nor what the last of them says already.
    """
    lost = any(getattr(before, name) != getattr(after, name) for name in said(before))
    if not lost or (earlier and earlier[-1].words == before):
        return earlier
    return (*earlier, Earlier(at=at, words=before))


def came_together(one: tuple[Came, ...], other: tuple[Came, ...]) -> tuple[Came, ...]:
    """Unite two accounts of when something came up; what both have counts once."""
    both = Counter(one) | Counter(other)
    return tuple(sorted(both.elements(), key=lambda came: (came.day, came.strength)))
