"""The records of the book as others are merged into them: what they become, and where each is to stand."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from coreg.record.merge import Row, merge, parts_beside
from coreg.record.trouble import Trouble
from coreg.store.incoming import Arriving
from coreg.store.rows import KINDS, OPEN_AGREEMENTS, Rows, of_year
from coreg.store.sound import RECORDS, is_trace, trace_of

__all__ = ["Change", "Merging", "Outcome", "whole"]

Outcome: TypeAlias = Literal["new", "changed", "same", "deleted"]


@dataclass(frozen=True, slots=True)
class Change:
    """A record as it is to be, the table it is to stand in, and the one it stands in now ("" for none)."""

    row: Row
    table: str
    came_from: str


class Merging:
    """Merges record by record and writes nothing; each table is read once, and only if it is needed."""

    def __init__(self, rows: Rows) -> None:
        """Find out which records there are."""
        self._rows = rows
        self._tables = {key: table for table in rows.tables(*KINDS) for key in rows.shelf.ids(table)}
        self._read: dict[str, dict[str, Row]] = {}
        self._changes: dict[str, Change] = {}

    def changes(self) -> list[Change]:
        """Return all that is to be written."""
        return list(self._changes.values())

    def take(self, arriving: Arriving, file: str) -> tuple[Outcome, int]:
        """Merge one; return what becomes of ours, and of how many texts there are two versions then.

        Raises Trouble import_twice (file, place) for an id that is something else here.
        """
        mine = self._mine(arriving.kind, arriving.row["id"], file)
        if mine == arriving.row:
            return "same", 0
        if mine is None:
            self._put(arriving.kind, arriving.row, arriving.table)
            return ("same" if is_trace(arriving.row) else "new"), 0
        row, beside = merge(mine, arriving.row)
        if row != mine:
            self._put(arriving.kind, row, arriving.table)
        twice = len({*parts_beside(row)} - {*parts_beside(mine)})
        for other in beside:
            outcome, more = self.take(Arriving(arriving.kind, other, arriving.table), file)
            twice += more + (outcome == "new")
        if row.get("gone"):
            return ("same" if mine.get("gone") else "deleted"), twice
        return ("same" if row == mine else "changed"), twice

    def _mine(self, kind: str, key: str, file: str) -> Row | None:
        if key in self._changes:
            return self._changes[key].row
        table = self._tables.get(key)
        if table is None:
            return None
        if table.rpartition("/")[2] != kind:
            raise Trouble("import_twice", file=file, place=kind)
        if table not in self._read:
            self._read[table] = {row["id"]: row for row in self._rows.all(table)}
        return whole(kind, self._read[table][key])

    def _put(self, kind: str, row: Row, table: str) -> None:
        now = self._tables.get(row["id"], "")
        self._changes[row["id"]] = Change(row, (now or table) if row.get("gone") else _table(kind, row), now)


def whole(kind: str, row: Row) -> Row:
    """Return a record of ours with every field that this version knows."""
    if is_trace(row):
        return trace_of(row)
    return RECORDS[kind].model_validate(row).model_dump(mode="json")


def _table(kind: str, row: Row) -> str:
    if kind == "agreements" and row["state"] == "open":
        return OPEN_AGREEMENTS
    return of_year(int(row["local_date"][:4]), kind)
