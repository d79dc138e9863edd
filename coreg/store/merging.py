"""The records of the book as others are merged into them: what they become, and where each is to stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from coreg.record.kinds import RECORDS
from coreg.record.lineage import joined
from coreg.record.merge import Row, merge, parts_beside
from coreg.record.shown import MOVES, NAMING, falling, hidden, needs, part_of
from coreg.record.trouble import Trouble
from coreg.store.deleter import LOOPS, TRIGGERS
from coreg.store.forget import Gone, emptied, gone_in, held, trace_of
from coreg.store.incoming import Arriving
from coreg.store.rows import KINDS, LASTING, OPEN_AGREEMENTS, Rows, of_year
from coreg.store.sound import bare_trace, is_trace

__all__ = ["Change", "Merging", "Outcome", "whole"]

_FALLING = (TRIGGERS, "links", LOOPS)
"""The kinds of which some go when a trigger goes."""

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
        self.gone: list[Gone] = []
        """What was here and was deleted for good in the other copy: it has to go from backups too."""

    def known(self) -> frozenset[str]:
        """Return the ids of all records that were here before."""
        return frozenset(self._tables)

    def changes(self) -> list[Change]:
        """Return all that is to be written."""
        return list(self._changes.values())

    def all_gone(self) -> dict[str, Gone]:
        """Find all that was ever deleted for good, here or there, by id; this reads every table."""
        rows = [row for table in self._rows.tables(*KINDS) for row in self._rows.all(table)]
        rows += [change.row for change in self._changes.values()]
        return gone_in(rows)

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
            self.gone += _gone(mine, row)
        twice = len({*parts_beside(row)} - {*parts_beside(mine)})
        for other in beside:
            outcome, more = self.take(Arriving(arriving.kind, other, arriving.table), file)
            twice += more + (outcome == "new")
        if row.get("gone"):
            deleted = not mine.get("gone") and row["id"] in self._tables
            return ("deleted" if deleted else "same"), twice
        return ("same" if row == mine else "changed"), twice

    def falling(self) -> list[Arriving]:
        """Return the traces of what leads to triggers that are gone, here or there, in the words of both."""
        rows = {kind: self._all(kind) for kind in _FALLING}
        fallen = falling(rows["triggers"], [*rows["links"], *rows["loops"]])
        return [
            Arriving(kind, trace_of(row, fallen[row["id"]]), kind)
            for kind, found in rows.items()
            for row in found
            if row["id"] in fallen
        ]

    def hide(self) -> None:
        """Hide in what came to be here what is hidden of the triggers it belongs to.

        That is what another copy said of one, and loops that are called by its move. Where nothing is new,
        neither the trigger's hiding nor what it belongs to, somebody has said it again since.
        """
        triggers = {row["id"]: row for row in self._all(TRIGGERS) if row.get("taken_out")}
        lately = {one.id for one in self.gone}
        for kind in (TRIGGERS, LOOPS):
            for row in self._all(kind):
                for first in (triggers[key] for key in sorted(_belongs(row)) if key in triggers):
                    if first["id"] in lately or row["id"] not in self._tables:
                        self._hide(kind, row["id"], first)

    def _hide(self, kind: str, key: str, first: Row) -> None:
        parts = {*first["taken_out"]}
        parts |= {MOVES for field in NAMING if part_of(field) in parts}
        row = self._mine(kind, key, "")
        if row and hidden(row, parts) != row:
            left = {**emptied(row, held(row) & parts), **joined(row, first)}
            self._put(kind, left, kind)
            self.gone += _gone(row, left)

    def _all(self, kind: str) -> list[Row]:
        """Read all of a kind in the home book, as it is to be."""
        there = {row["id"]: row for row in self._rows.all(kind)}
        changed = {key: one.row for key, one in self._changes.items() if one.table == kind}
        return [*(there | changed).values()]

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
        return bare_trace(row)
    return RECORDS[kind].model_validate(row).model_dump(mode="json")


def _belongs(row: Row) -> frozenset[str]:
    """Name the triggers with which something is hidden in a trigger or a loop that is there."""
    if row.get("gone"):
        return frozenset()
    return needs(row) | {row.get("beside", "")}


def _gone(before: Row, row: Row) -> Iterator[Gone]:
    """Tell what of a record of ours is deleted for good then."""
    if row.get("gone"):
        if not before.get("gone"):
            yield Gone(row["id"], row["changed"])
        return
    if lost := held(before) & {*row["taken_out"]} - {*before["taken_out"]}:
        yield Gone(row["id"], row["changed"], lost)


def _table(kind: str, row: Row) -> str:
    if kind == "agreements" and row["state"] == "open":
        return OPEN_AGREEMENTS
    if kind in LASTING:
        return kind
    return of_year(int(row["local_date"][:4]), kind)
