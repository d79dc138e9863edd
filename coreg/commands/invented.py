"""Invents the history of a couple that does not exist, through the store's own interface.

The same seed, length and last day give the same history. It is for the demo, for pictures and for
measurements. The history is made of plain values; the models check them on their way into the store.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from coreg.commands.invented_maps import draw_maps
from coreg.commands.invention import Invention

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coreg.store import Store

__all__ = ["invent"]

_DEVICE = "1e7e57ab1e00"


def invent(folder: Path, *, years: int, seed: int, today: datetime) -> None:
    """Fill a folder that has no book yet with years of evenings, the last on the day before ``today``.

    ``today`` is aware; its zone is where the couple lives. What is written is on disk when this returns.

    Raises:
        Trouble: ``book_exists``, or whatever stands in the way of writing.
    """
    from coreg.store import Store

    past = Invention(seed, today)
    last = today.date() - timedelta(days=1)
    first = _years_before(last, years)
    past.go_to(first, time(19, 0))
    with Store.open(folder, device=_DEVICE, now=past.now, random=past.chance.randbytes) as store:
        store.setup(past.words["a"], past.words["b"])
        for month in _months(first, last):
            _keep(store, past, month)
        draw_maps(store, past)


def _keep(store: Store, past: Invention, days: list[date]) -> None:
    """Keep what happened on some days, all of it together."""
    from coreg.record.models import Agreement, Note, Session

    models: dict[str, type[Session | Note | Agreement]] = {
        "session": Session,
        "note": Note,
        "agreement": Agreement,
    }
    with store.transaction():
        for day in days:
            for kind, plain in past.evening(day):
                store.keep(models[kind].model_validate(plain))


def _years_before(day: date, years: int) -> date:
    """Return the day after the same day some years earlier, so that the history has whole years."""
    try:
        return day.replace(year=day.year - years) + timedelta(days=1)
    except ValueError:  # 29 February
        return date(day.year - years, 3, 1)


def _months(first: date, last: date) -> Iterator[list[date]]:
    """Yield the days from the first to the last, a month at a time."""
    days: list[date] = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if days and day.month != days[0].month:
            yield days
            days = []
        days.append(day)
    if days:
        yield days
