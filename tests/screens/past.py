"""A small past to look back on, made through the store's own interface."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from coreg.record.models import Agreement, Entry, Later, Line, Mark, Note, Pair, Session
from coreg.store import Store
from tests.screens.stage import Shown

__all__ = [
    "OCTOBER",
    "SATURDAY",
    "WEDNESDAY",
    "agree",
    "evening",
    "line",
    "lines_of",
    "moment",
    "note",
    "pair",
    "rows",
]

SATURDAY = date(2026, 11, 21)
"""Two days before the clock of the tests stands."""

WEDNESDAY = date(2026, 11, 18)
OCTOBER = date(2026, 10, 30)

_DAYS = ("Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun ")


def moment(day: date, hour: int = 20, minute: int = 10) -> datetime:
    """Return a moment of a day."""
    return datetime.combine(day, time(hour, minute), tzinfo=UTC)


def line(
    store: Store, text: str, by: str | None = None, kind: str = "stays", day: date | None = None
) -> Line:
    """Make a line, said by ``"a"``, ``"b"`` or nobody."""
    return Line.model_validate(
        {
            "id": store.new_id(),
            "kind": kind,
            "text": text,
            "by": by,
            "at": moment(date(2026, 11, 21)),
        }
    )


def evening(
    store: Store,
    day: date,
    kind: str = "day_talk",
    *lines: Line,
    minutes: int = 24,
    check_in: Pair | None = None,
    check_out: Pair | None = None,
    variant: str = "",
) -> Session:
    """Keep a session of one practice on a day at 20:10."""
    entry = Entry(
        id=store.new_id(), n=0, practice=kind, variant=variant, done_s=minutes * 60, lines=tuple(lines)
    )
    return store.keep(
        Session(
            kind=kind,
            started=moment(day),
            ended=moment(day) + timedelta(minutes=minutes),
            zone="UTC",
            local_date=day,
            done_s=minutes * 60,
            check_in=check_in,
            check_out=check_out,
            entries=(entry,),
        )
    )


def pair(a: Mark, b: Mark) -> Pair:
    """Put two marks side by side."""
    return Pair(a=a, b=b)


def note(store: Store, day: date, text: str, session: str | None = None, entry: str | None = None) -> Note:
    """Keep a note on a day at 18:30."""
    return store.keep(
        Note(text=text, written=moment(day, 18, 30), zone="UTC", local_date=day, session=session, entry=entry)
    )


def agree(
    store: Store, day: date, text: str, look_again: date | None = None, session: str | None = None
) -> Agreement:
    """Keep an open agreement."""
    return store.keep(
        Agreement(text=text, made=moment(day), local_date=day, look_again=look_again, session=session)
    )


def rows(shown: Shown) -> list[str]:
    """Return the rows of a list of days, from top to bottom."""
    parts = (line[:52].replace("▏", " ").strip() for line in shown.lines())
    return [" ".join(part.split()) for part in parts if part.startswith(_DAYS)]


def lines_of(store: Store, session: Session) -> dict[str, tuple[Later, ...]]:
    """Return the lines of a session as they are on disk, with their later words."""
    found = store.find(session.id)
    assert isinstance(found, Session)
    return {one.text: one.later for entry in found.entries for one in entry.lines}
