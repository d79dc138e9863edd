"""Deleting for good: one thing, what is in the bin, or what is older than a date."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from coreg.record.lineage import edited_from
from coreg.record.older import Older
from coreg.record.shown import MOVES, NAMING, falling, needs, part_of, versions_of
from coreg.record.trouble import Trouble
from coreg.store.forget import ASIDE, BESIDE, Gone, emptied, left_aside, trace_of
from coreg.store.front import rebuild
from coreg.store.parts import part, parts
from coreg.store.rows import KINDS, PRIVATE_NOTES, YEARLY, Row, Rows
from coreg.store.stamps import Stamps

TRIGGERS = "triggers"
"""The table of what others need, and which can be taken back."""

LOOPS = "loops"
"""The table of what is called by the moves of triggers."""

NEEDING = ("links", LOOPS)
"""The tables of what needs triggers."""


class Deleter:
    """Deletes for good. Of a record a trace without content stays; every method is one transaction."""

    def __init__(self, rows: Rows, stamps: Stamps) -> None:
        """Delete from `rows`, in the name of `stamps`."""
        self._rows = rows
        self._stamps = stamps

    def empty_bin(self) -> int:
        """Delete what is in the bin; return how many records changed."""
        count = 0
        with self._rows.shelf.transaction():
            for table in list(self._rows.tables(*KINDS)):
                count += self._let_go(table, _thrown_away(self._rows.all(table)))
            self._stand_alone()
            count += self.let_fall()
            self._settle(count)
        return count

    def delete(self, key: str, line: str | None) -> None:
        """Delete a record, a line or a later word, in the bin or not. Raises Trouble not_found."""
        table, row = self._find(key)
        found = None if line is None else part(row, line)
        if line is not None and found is None:
            raise Trouble("not_found", id=line)
        with self._rows.shelf.transaction():
            self._let_go(table, [(row, None if found is None else _with_later(found))])
            if table == TRIGGERS:
                self._stand_alone()
                self.let_fall()
            self._settle(1)

    def hide(self, key: str, fields: Collection[str]) -> None:
        """Take fields out of a trigger and of what another copy said of it. Raises Trouble not_found.

        Loops that are known by its move are not called by it any more.
        """
        lost = frozenset(map(part_of, fields))
        with self._rows.shelf.transaction():
            versions = self._versions(key)
            self._let_go(TRIGGERS, [(row, lost) for row in versions])
            if NAMING & {*fields}:
                ids = {row["id"] for row in versions}
                through = [row for row in self._rows.all(LOOPS) if row.get(MOVES) and needs(row) & ids]
                self._let_go(LOOPS, [(row, frozenset([MOVES])) for row in through])

    def withdraw(self, key: str) -> None:
        """Delete a trigger, what another copy said of it, and all that needs it. Raises Trouble not_found."""
        with self._rows.shelf.transaction():
            self._let_go(TRIGGERS, [(self._versions(key)[0], None)])
            self.let_fall()

    def let_fall(self) -> int:
        """Delete what goes with the triggers that are gone; return how many records that were."""
        rows = {table: self._rows.all(table) for table in (TRIGGERS, *NEEDING)}
        fallen = falling(rows[TRIGGERS], [row for table in NEEDING for row in rows[table]])
        return sum(
            self._let_go(table, [(row, None) for row in found if row["id"] in fallen])
            for table, found in rows.items()
        )

    def _stand_alone(self) -> None:
        """Have what stood beside a trigger that was thrown away stand for itself: it was not thrown away."""
        triggers = self._rows.all(TRIGGERS)
        gone = {row["id"] for row in triggers if row.get("gone")}
        for row in triggers:
            if row.get("beside") in gone:
                stamp = self._stamps.next(row["changed"])
                new = {**edited_from(row), "beside": "", "changed": stamp, "device": self._stamps.device}
                self._rows.put(TRIGGERS, {**row, **new})

    def _versions(self, key: str) -> list[Row]:
        """Find a trigger, and what other copies of the book said of it."""
        there = {row["id"]: row for row in self._rows.all(TRIGGERS) if not row.get("gone")}
        if key not in there:
            raise Trouble("not_found", id=key)
        return [there[one] for one in versions_of(key, there.values())]

    def older(self, before: date) -> Older:
        """Count what is older than a date, whether it is in the bin or not; open agreements never are."""
        counts = dict.fromkeys(YEARLY, 0)
        for table in self._old_tables(before):
            counts[table.rpartition("/")[2]] += len(self._old(table, before))
        return Older(**counts)

    def delete_older(self, before: date) -> int:
        """Delete what is older than a date; return how many records that were."""
        count = 0
        with self._rows.shelf.transaction():
            for table in list(self._old_tables(before)):
                count += self._let_go(table, [(row, None) for row in self._old(table, before)])
            self._settle(count)
        return count

    def _old_tables(self, before: date) -> Iterator[str]:
        for table in self._rows.tables(*YEARLY):
            if "/" in table and int(table.partition("/")[0]) <= before.year:
                yield table

    def _old(self, table: str, before: date) -> list[Row]:
        rows = self._rows.all(table)
        return [row for row in rows if not row.get("gone") and row["local_date"] < str(before)]

    def _find(self, key: str) -> tuple[str, Row]:
        for table in (*self._rows.tables(*KINDS), PRIVATE_NOTES):
            row = self._rows.get(table, key)
            if row and not row.get("gone"):
                return table, row
        raise Trouble("not_found", id=key)

    def _let_go(self, table: str, found: Iterable[tuple[Row, frozenset[str] | None]]) -> int:
        """Let go of records, or of some parts of them; return of how many."""
        left: list[Row] = []
        gone: list[Gone] = []
        for row, lost in found:
            private = table == PRIVATE_NOTES
            stamp = self._stamps.token() if private else self._stamps.next(row["changed"])
            gone.append(Gone(row["id"], stamp, lost))
            new = trace_of(row, stamp) if lost is None else {**emptied(row, lost), **edited_from(row)}
            device = "" if private else self._stamps.device
            left.append({**new, "was": row["changed"], "changed": stamp, "device": device})
        if left:
            gone += [Gone(BESIDE, left[0]["changed"])] if table == PRIVATE_NOTES else []
            self._rows.put_all(table, left)
            self._rows.shelf.forget([one.row() for one in gone])
            self._drop_aside({one.id: one for one in gone})
        return len(left)

    def _drop_aside(self, gone: Mapping[str, Gone]) -> None:
        """Let go of what was put aside if it holds what was kept since, and is gone now."""
        for row in self._rows.all(ASIDE):
            left = left_aside(row, gone)
            if left is None:
                self._rows.drop(ASIDE, row["id"])
            elif left is not row:
                self._rows.put(ASIDE, left)

    def _settle(self, count: int) -> None:
        """Have no headline quote what has gone."""
        if count:
            rebuild(self._rows)


def _thrown_away(rows: Iterable[Row]) -> Iterator[tuple[Row, frozenset[str] | None]]:
    """Say of each record in the bin that all of it goes, and of each other which parts."""
    for row in rows:
        if row.get("gone"):
            continue
        lost = frozenset().union(*(_with_later(found) for found in parts(row) if found["binned"]))
        if row["binned"] or lost:
            yield row, None if row["binned"] else lost


def _with_later(found: Row) -> frozenset[str]:
    return frozenset([found["id"], *(word["id"] for word in found.get("later", ()))])
