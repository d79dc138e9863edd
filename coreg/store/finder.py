"""Reading records: everything that hands some out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, TypeVar

from coreg.record.models import SCHEMA, Agreement, Couple, Note, Record, Session
from coreg.record.trouble import Trouble
from coreg.store.front import COUPLE
from coreg.store.listing import between, there
from coreg.store.parts import parts, visible
from coreg.store.rows import KINDS, OPEN_AGREEMENTS, Row, Rows, is_there, newest, of_year

R = TypeVar("R", bound=Record)

_MODELS: dict[str, type[Session | Note | Agreement]] = {
    "sessions": Session,
    "notes": Note,
    "agreements": Agreement,
}
_SHORTEST = 4
_LONGEST = 36


@dataclass(frozen=True, slots=True)
class Binned:
    """One thing in the bin.

    `what` is "session", "note", "agreement", "line" or "later"; `line` is None for the first three; `text` is
    what it says, or the kind of a session; `local_date` is YYYY-MM-DD; `since` is the stamp of the throw.
    """

    what: str
    id: str
    line: str | None
    text: str
    local_date: str
    since: str


class Finder:
    """Reads records, and opens no more books than it needs."""

    def __init__(self, rows: Rows) -> None:
        """Read from `rows`."""
        self._rows = rows

    def couple(self) -> Couple | None:
        """Read the two."""
        for row in self._rows.all(COUPLE):
            return self._load(Couple, row)
        return None

    def sessions(self, since: date | None, until: date | None, limit: int | None) -> tuple[Session, ...]:
        """Read the sessions of these dates, newest first, at most `limit` of them."""
        return self._by_date(Session, "sessions", since, until, limit)

    def notes(self, since: date | None, until: date | None, limit: int | None) -> tuple[Note, ...]:
        """Read the notes of these dates, newest first, at most `limit` of them."""
        return self._by_date(Note, "notes", since, until, limit)

    def _by_date(
        self, model: type[R], kind: str, since: date | None, until: date | None, limit: int | None
    ) -> tuple[R, ...]:
        found = between(self._rows, kind, since, until)
        return tuple(model.model_validate(row) for row in islice(found, limit))

    def agreements(self, state: str | None) -> tuple[Agreement, ...]:
        """Read agreements in this state, or all: open ones soonest first, then the others, newest first."""
        tables = [OPEN_AGREEMENTS] if state == "open" else self._rows.tables("agreements")
        found = [self._load(Agreement, row) for table in tables for row in there(self._rows, table)]
        open_ = sorted((one for one in found if one.state == "open"), key=_soonest)
        closed = sorted((one for one in found if one.state != "open"), key=_last_closed, reverse=True)
        return tuple(one for one in (*open_, *closed) if state in {None, one.state})

    def find(self, start: str) -> Session | Note | Agreement:
        """Read the one record whose id begins so. Raises Trouble: not_found, ambiguous."""
        start = start.strip().lower()
        found = self._starting(start) if len(start) >= _SHORTEST else iter(())
        first = next(found, None)
        if first is None:
            raise Trouble("not_found", id=start)
        if len(start) < _LONGEST and next(found, None):
            raise Trouble("ambiguous", id=start)
        table, row = first
        return self._load(_MODELS[table.rpartition("/")[2]], row)

    def days(self, year: int, month: int) -> frozenset[int]:
        """Name the days of the month on which something was kept."""
        start = f"{year:04}-{month:02}-"
        tables = [OPEN_AGREEMENTS, *(of_year(year, kind) for kind in KINDS)]
        dates = [row["local_date"] for table in tables for row in there(self._rows, table)]
        return frozenset(int(found.removeprefix(start)) for found in dates if found.startswith(start))

    def binned(self) -> tuple[Binned, ...]:
        """Look into the bin, last thrown away first."""
        found: list[Binned] = []
        for table in self._rows.tables(*KINDS):
            for row in self._rows.all(table):
                found += [] if row.get("gone") else _in_bin(table.rpartition("/")[2], row)
        return tuple(sorted(found, key=lambda one: one.since, reverse=True))

    def everything(self) -> dict[str, Any]:
        """Hand out all there is, ready for JSON; oldest first, without what is in the bin."""
        couple = next(iter(self._rows.all(COUPLE)), None)
        kinds = {kind: [visible(row) for row in self._all(kind)] for kind in KINDS}
        return {"schema": SCHEMA, "couple": couple, **kinds}

    def _all(self, kind: str) -> list[Row]:
        found = [row for table in self._rows.tables(kind) for row in there(self._rows, table)]
        return sorted(found, key=newest)

    def _starting(self, start: str) -> Iterator[tuple[str, Row]]:
        for table in self._rows.tables(*KINDS):
            for key in self._rows.shelf.ids(table):
                if key.lower().startswith(start):
                    yield from ((table, row) for row in self._there_only(table, key))

    def _there_only(self, table: str, key: str) -> list[Row]:
        row = self._rows.get(table, key)
        return [row] if row and is_there(row) else []

    def _load(self, model: type[R], row: Row) -> R:
        return model.model_validate(visible(row))


def _soonest(agreement: Agreement) -> tuple[date, datetime, str]:
    return agreement.look_again or date.max, agreement.made, agreement.id


def _last_closed(agreement: Agreement) -> tuple[datetime, str]:
    return agreement.closed or agreement.made, agreement.id


def _in_bin(kind: str, row: Row) -> Iterator[Binned]:
    date_, key = row["local_date"], row["id"]
    if row["binned"]:
        yield Binned(kind.removesuffix("s"), key, None, row.get("text") or row["kind"], date_, row["binned"])
        return
    for found in parts(row):
        if found["binned"]:
            what = "line" if "later" in found else "later"
            yield Binned(what, key, found["id"], found["text"], date_, found["binned"])
