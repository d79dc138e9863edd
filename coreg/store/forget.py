"""Deleting for good: what is let go of in the books goes from everything that was ever copied from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import orjson

from coreg.record.ids import MAP
from coreg.record.shown import field_names, hidden, is_field, quoting
from coreg.record.trouble import Trouble
from coreg.store.book import HOME, Book
from coreg.store.live import unwrap, wrap
from coreg.store.parts import parts
from coreg.store.rows import KINDS, SEALED, Row
from coreg.store.views import Doc, id_of

FORGETTING = "forgetting"
"""The table of the home book that says what has to go from copies, until it has gone from all of them."""

ASIDE = "open"
"""The table of the home book with the sittings that were put aside."""

BESIDE = "beside a private note"
"""Stands for an id: what lies beside private notes goes from copies with any of them, as nobody can tell what
it is."""

_WHOLE, _OWN = 36, 12
"""Characters of an id, and those at its end in which what belongs to a session differs from it."""

_ODD = (LookupError, TypeError, ValueError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Gone:
    """What was deleted for good under one id: the whole record, or some of its lines, later words or fields.

    `changed` is the stamp of the deletion.
    """

    id: str
    changed: str
    parts: frozenset[str] | None = None

    def row(self) -> Row:
        """Write it as a document."""
        return {"id": self.id, "changed": self.changed, "parts": self.parts and sorted(self.parts)}

    def and_also(self, other: Gone | None) -> Gone:
        """Take together what is gone under one id; the whole is more than any parts."""
        if other is None:
            return self
        both = None if self.parts is None or other.parts is None else self.parts | other.parts
        return replace(self, parts=both)


def trace_of(row: Row, changed: str) -> Row:
    """Make what is left of a record: that there was one, and when it went."""
    return {"id": row["id"], "gone": True, "was": row["changed"], "changed": changed}


def held(row: Row) -> frozenset[str]:
    """Name what of a record can be deleted by itself: lines, later words, the fields of a trigger."""
    return frozenset(found["id"] for found in parts(row)) | field_names(row)


def emptied(row: Row, gone: frozenset[str]) -> Row:
    """Make a record without these lines, later words and fields, that remembers the ids of what went."""
    left = {**hidden(row, gone), "taken_out": sorted({*row.get("taken_out", ()), *gone & held(row)})}
    if "entries" in row:
        left["entries"] = [{**entry, "lines": _left(entry["lines"], gone)} for entry in row["entries"]]
    if "later" in row:
        left["later"] = _left(row["later"], gone)
    return left


def gone_in(rows: Iterable[Row]) -> dict[str, Gone]:
    """Find what was deleted for good, by id: the traces of records, and what went out of others."""
    found: dict[str, Gone] = {}
    for row in rows:
        if row.get("gone"):
            found[row["id"]] = Gone(row["id"], row["changed"])
        elif row.get("taken_out"):
            found[row["id"]] = Gone(row["id"], row["changed"], frozenset(row["taken_out"]))
    return found


def owed_too(known: Mapping[str, bytes], rows: Iterable[Mapping[str, object]]) -> dict[str, Doc]:
    """Add rows to the table of what has to go."""
    owed = {**known, **{str(len(known) + n): orjson.dumps(row) for n, row in enumerate(rows, 1)}}
    return {key: Doc(raw, HOME) for key, raw in owed.items()}


def gone_of(documents: Iterable[bytes]) -> dict[str, Gone]:
    """Read what has to go, by id. Raises Trouble damaged for odd documents."""
    found: dict[str, Gone] = {}
    try:
        for row in map(orjson.loads, documents):
            gone = Gone(row["id"], row["changed"], row["parts"] and frozenset(row["parts"]))
            found[gone.id] = gone.and_also(found.get(gone.id))
    except _ODD:
        raise Trouble("damaged", file=HOME) from None
    return found


def without(name: str, book: Book, gone: Mapping[str, Gone]) -> Book:
    """Make a book without what is gone, whatever it said under that id.

    Headlines that quote it go as well, and sittings put aside in which it still stands.
    Raises Trouble damaged for a book that holds something else than it should.
    """
    try:
        tables = {
            table: documents if table == FORGETTING else dict(_left_of(name, table, documents, gone))
            for table, documents in book.tables.items()
        }
    except _ODD:
        raise Trouble("damaged", file=name) from None
    return replace(book, tables=tables)


def quotes(data: bytes, gone: Mapping[str, Gone]) -> bool:
    """Say whether a sitting's bytes name anything that is gone: then it is one that was kept already."""
    ids = {id for one in gone.values() for id in _named(one)} - {BESIDE}
    return any(_stands(id, data) for id in ids)


def left_aside(row: Row, gone: Mapping[str, Gone]) -> Row | None:
    """Return what may go on lying aside, the very same row where nothing of it is gone; None where it goes.

    What holds anything that is gone goes, as does a draft that may have the words of a field that is. The
    draft of a map stays without the field.
    """
    data, found = unwrap(row), gone.get(row["id"].removeprefix(MAP))
    if quotes(data, gone):
        return None
    if found is None or found.parts is None or not row["id"].startswith(MAP):
        return row
    try:
        return {"id": row["id"], **wrap(orjson.dumps(hidden(orjson.loads(data), found.parts)))}
    except _ODD:
        return None


def _named(gone: Gone) -> Iterator[str]:
    """Name what is gone as what was put aside names it: by an id, or by the field of one trigger."""
    for part in gone.parts or {gone.id}:
        yield quoting(gone.id, part) if is_field(part) else part


def _stands(id: str, data: bytes) -> bool:
    """Say whether a sitting's bytes hold this, or are of the session from whose id this one was derived."""
    begins = f'"{id[:-_OWN]}' if len(id) == _WHOLE else f'"{id}"'
    return begins.encode() in data


def _left_of(
    name: str, table: str, documents: Mapping[str, bytes], gone: Mapping[str, Gone]
) -> Iterator[tuple[str, bytes]]:
    for key, raw in documents.items():
        found = gone.get(id_of(raw, name))
        if table in {*KINDS, SEALED}:
            left = _changed(raw, found) if found else raw
            yield key, _alone(left) if table == SEALED and BESIDE in gone else left
        elif table == ASIDE:
            row = orjson.loads(raw)
            if not found and (left_row := left_aside(row, gone)):
                yield key, raw if left_row is row else orjson.dumps(left_row)
        elif not found:
            yield key, raw


def _changed(raw: bytes, gone: Gone) -> bytes:
    row: Row = orjson.loads(raw)
    if row.get("gone"):
        return raw
    if gone.parts is None:
        return orjson.dumps(trace_of(row, gone.changed))
    return orjson.dumps(emptied(row, gone.parts)) if held(row) & gone.parts else raw


def _alone(raw: bytes) -> bytes:
    row: Row = orjson.loads(raw)
    return orjson.dumps({key: row[key] for key in row if key != "beside"}) if "beside" in row else raw


def _left(found: list[dict[str, Any]], gone: frozenset[str]) -> list[dict[str, Any]]:
    return [
        {**one, "later": _left(one["later"], gone)} if "later" in one else one
        for one in found
        if one["id"] not in gone
    ]
