"""Reading records: everything that hands some out."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, TypeVar

from coreg.record.kinds import KEPT, Kept
from coreg.record.maps import Glimmer, Link, Loop, Resource, Trigger
from coreg.record.models import SCHEMA, Agreement, Couple, Note, Record, Session
from coreg.record.shown import Shown, leads_on
from coreg.record.trouble import Trouble
from coreg.store.front import COUPLE
from coreg.store.listing import between, there
from coreg.store.parts import parts, visible
from coreg.store.rows import KINDS, LASTING, OPEN_AGREEMENTS, YEARLY, Row, Rows, is_there, newest, of_year

R = TypeVar("R", bound=Record)

_SAYING = ("text", "name", "title", "kind")
_SHORTEST = 4
_LONGEST = 36


@dataclass(frozen=True, slots=True)
class Binned:
    """One thing in the bin.

    `what` is "line", "later", or the kind of a record: "session", "note", "glimmer" ...; `line` is None for
    records; `text` is what it says first, or the kind of a session; `local_date` is YYYY-MM-DD; `since` is
    the stamp of the throw.
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

    def glimmers(self, since: date | None, until: date | None, limit: int | None) -> tuple[Glimmer, ...]:
        """Read the glimmers of these dates, newest first, at most `limit` of them."""
        return self._by_date(Glimmer, "glimmers", since, until, limit)

    def trigger(self, key: str) -> Trigger | None:
        """Read a trigger, in the bin or not; None for one that is gone."""
        row = self._rows.get("triggers", key)
        return None if row is None or row.get("gone") else Trigger.model_validate(row)

    def triggers(self, keys: Collection[str]) -> dict[str, Trigger]:
        """Read these triggers, by id, in the bin or not, without those that are gone: all at once."""
        wanted = {*keys}
        rows = (row for row in self._rows.all("triggers") if row["id"] in wanted and not row.get("gone"))
        return {row["id"]: Trigger.model_validate(row) for row in rows}

    def maps(self) -> Shown:
        """Read what both may see of their maps; no link that leads nowhere, no loop with a gap."""
        return Shown(
            triggers=self._lasting(Trigger, "triggers"),
            links=self._lasting(Link, "links"),
            loops=self._lasting(Loop, "loops"),
            resources=self._lasting(Resource, "resources"),
        )

    def _lasting(self, model: type[R], kind: str) -> tuple[R, ...]:
        return tuple(model.model_validate(row) for row in self._standing(kind))

    def _standing(self, kind: str) -> list[Row]:
        """Read what is in a table of the home book, newest first, without what leads into the bin."""
        triggers = {row["id"] for row in there(self._rows, "triggers")}
        return [row for row in there(self._rows, kind) if leads_on(row, triggers)]

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

    def find(self, start: str) -> Kept:
        """Read the one record whose id begins so. Raises Trouble: not_found, ambiguous."""
        start = start.strip().lower()
        found = self._starting(start) if len(start) >= _SHORTEST else iter(())
        first = next(found, None)
        if first is None:
            raise Trouble("not_found", id=start)
        if len(start) < _LONGEST and next(found, None):
            raise Trouble("ambiguous", id=start)
        table, row = first
        return self._load(KEPT[table.rpartition("/")[2]], row)

    def days(self, year: int, month: int) -> frozenset[int]:
        """Name the days of the month on which something was kept."""
        start = f"{year:04}-{month:02}-"
        tables = [OPEN_AGREEMENTS, *(of_year(year, kind) for kind in YEARLY)]
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
        if kind in LASTING:
            return self._standing(kind)[::-1]
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


def _text_of(row: Row) -> str:
    """Say what a record is, in the first words of it there are."""
    said = [*(row.get(name, "") for name in _SAYING), *row.get("words", {}).values()]
    return next((text for text in said if text and isinstance(text, str)), "")


def _in_bin(kind: str, row: Row) -> Iterator[Binned]:
    date_, key = row["local_date"], row["id"]
    if row["binned"]:
        yield Binned(kind.removesuffix("s"), key, None, _text_of(row), date_, row["binned"])
        return
    for found in parts(row):
        if found["binned"]:
            what = "line" if "later" in found else "later"
            yield Binned(what, key, found["id"], found["text"], date_, found["binned"])
