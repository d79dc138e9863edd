"""Two versions of one record become one, and no text is lost on the way.

Works on plain documents, whole ones: every list of parts is there. What it makes depends on the two versions
alone and never on which of them is whose, so that two copies of a book that take each other in end the same.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from coreg.record.lineage import Plain, common, derived_id, descends, joined, origin
from coreg.record.shown import hidden

__all__ = ["Row", "later_of", "merge", "parts_beside", "take"]

Row: TypeAlias = dict[str, Any]
"""A record, or a part of one, as plain values."""

_LISTS = ("entries", "lines", "later")
_LOGS = ("came", "earlier")
"""Lists of what was noted at some time: what either version has of it is there afterwards."""
_KIN = frozenset({"id", "device", "was", "changed", "line_of", "binned", "taken_out", "beside"})
_NOTHING: tuple[object, ...] = (None, "", [], {})


def take(into: MutableMapping[str, Row], row: Row) -> None:
    """Merge a record into others, by id; what cannot be one becomes a record beside the first."""
    known = into.get(row["id"])
    if known is None:
        into[row["id"]] = row
        return
    into[row["id"]], beside = merge(known, row)
    for other in beside:
        take(into, other)


def merge(one: Row, other: Row) -> tuple[Row, tuple[Row, ...]]:
    """Return what two versions of a record become, and the version that has to stand beside it, if one has.

    A trace of deletion wins over everything. A version that came from the other replaces it. Otherwise the
    lists of both are united, and where they differ in the rest the newer keeps the id and the older becomes
    a record of its own, with `beside` as the id of the first.
    """
    if one == other:
        return one, ()
    gone = [row for row in (one, other) if row.get("gone")]
    if gone:
        return max(gone, key=_order), ()
    older, newer = sorted((one, other), key=_order)
    if descends(newer, older):
        return _after(newer, older), ()
    if descends(older, newer):
        return _after(older, newer), ()
    return _together(newer, older)


def later_of(one: Row, other: Row) -> Row:
    """Return the version with the later stamp, whatever stands in them: for the couple, which never asks."""
    return max(one, other, key=_order)


def parts_beside(row: Plain) -> Iterator[str]:
    """Go through the ids of the lines and later words that stand beside another version of themselves."""
    for part in _all_parts(row):
        if part.get("beside"):
            yield part["id"]


def _all_parts(row: Plain) -> Iterator[Plain]:
    for name in _LISTS:
        for part in row.get(name, ()):
            yield part
            yield from _all_parts(part)


def _order(row: Plain) -> tuple[str, str]:
    return row["changed"], json.dumps(row, sort_keys=True)


def _frame(row: Plain) -> Row:
    """Return what a person said or did in it, without lists of parts, lineage, and what is empty."""
    return {
        key: value
        for key, value in row.items()
        if key not in {*_KIN, *_LISTS, *_LOGS} and value not in _NOTHING
    }


def _content(row: Plain) -> str:
    """Return the frame, and that of each entry, as text that is the same wherever it is written."""
    entries = [[entry["id"], _frame(entry)] for entry in row.get("entries", ())]
    return json.dumps([_frame(row), entries], sort_keys=True)


def _differ(newer: Plain, older: Plain) -> bool:
    there = {entry["id"]: entry for entry in older.get("entries", ())}
    pairs = [(entry, there[entry["id"]]) for entry in newer.get("entries", ()) if entry["id"] in there]
    return any(_frame(one) != _frame(other) for one, other in ((newer, older), *pairs))


# One came from the other


def _after(newer: Row, older: Row) -> Row:
    """Return the newer version with what it does not show of the older in the bin.

    An export is without what is in the bin, so what is missing may lie there in the copy it came from.
    """
    row = {**newer}
    for name in _LISTS:
        if name in newer:
            row[name] = _with_missing(newer[name], older.get(name, ()), newer)
    return row


def _with_missing(parts: Iterable[Row], older: Iterable[Row], version: Plain) -> list[Row]:
    """Add the parts that this version of the record lacks, and did not delete for good."""
    before = {part["id"]: part for part in older}
    found = []
    for part in parts:
        was = before.pop(part["id"], {})
        lists = {
            name: _with_missing(part[name], was.get(name, ()), version) for name in _LISTS if name in part
        }
        found.append({**part, **lists})
    return found + [
        {**part, "binned": part["binned"] or version["changed"]}
        for part in before.values()
        if "binned" in part and part["id"] not in version.get("taken_out", ())
    ]


# Neither came from the other


def _together(newer: Row, older: Row) -> tuple[Row, tuple[Row, ...]]:
    same = newer["changed"] == older["changed"]
    union = _Union("" if same else common(newer, older))
    taken_out = sorted({*newer.get("taken_out", ()), *older.get("taken_out", ())})
    newer, older = hidden(newer, taken_out), hidden(older, taken_out)
    row = {**newer, **({} if same else joined(newer, older)), "taken_out": taken_out}
    for name in _LISTS:
        if name in newer:
            row[name] = _without(union.of(newer[name], older.get(name, [])), taken_out)
    row |= {name: _noted(newer[name], older[name]) for name in _LOGS if name in newer}
    if _differ(newer, older):
        return row, (_beside(older),)
    row["binned"] = union.binned(newer, older)
    return row, ()


def _beside(row: Row) -> Row:
    """Make of the version that gave way a record of its own, as it was."""
    lineage = {"changed": origin(row["changed"]), "was": "", "line_of": []}
    logs: Row = {name: [] for name in _LOGS if name in row}
    return {**row, **logs, **lineage, "id": derived_id(row["id"], _content(row)), "beside": row["id"]}


def _noted(one: list[Row], other: list[Row]) -> list[Row]:
    """Unite two accounts of what was noted, oldest first; what both have counts once."""
    mine, theirs = (Counter(json.dumps(note, sort_keys=True) for note in notes) for notes in (one, other))
    return [json.loads(text) for text in sorted((mine | theirs).elements())]


def _without(parts: list[Row], taken_out: list[str]) -> list[Row]:
    """Leave out what either deleted for good."""
    return [
        {**part, **{name: _without(part[name], taken_out) for name in _LISTS if name in part}}
        for part in parts
        if part["id"] not in taken_out
    ]


@dataclass(frozen=True, slots=True)
class _Union:
    """Unites what two versions have; `base` is the stamp of the last version both came from."""

    base: str

    def of(self, newer: list[Row], older: list[Row]) -> list[Row]:
        """Unite two lists of parts; what is in both once, with both texts where they differ."""
        parts = [*newer]
        waiting = [*older]
        while waiting:
            part = waiting.pop(0)
            place = next((at for at, known in enumerate(parts) if known["id"] == part["id"]), None)
            if place is None:
                parts.append(part)
            else:
                parts[place], more = self._pair(parts[place], part)
                waiting += more
        return parts if len(parts) == len(newer) else sorted(_once(parts), key=_place)

    def binned(self, newer: Plain, older: Plain) -> str:
        """Say when it went into the bin, if it is there: thrown away since the base, and not taken out."""
        stamps = [stamp for one in (newer, older) if (stamp := one.get("binned", ""))]
        if len(stamps) == 1 and stamps[0] <= self.base:
            return ""
        return max(stamps, default="")

    def _pair(self, newer: Row, older: Row) -> tuple[Row, list[Row]]:
        """Unite two versions of one part; of an entry the record itself tells whether they differ."""
        lists = {name: self.of(newer[name], older.get(name, [])) for name in _LISTS if name in newer}
        part = {**newer, **lists}
        if "binned" not in newer:
            return part, []
        if _frame(newer) == _frame(older):
            return {**part, "binned": self.binned(newer, older)}, []
        return part, [_part_beside(older)]


def _once(parts: list[Row]) -> list[Row]:
    """Leave out what stands beside its first and has come to say the same."""
    first = {part["id"]: part for part in parts}
    return [
        part
        for part in parts
        if part.get("later") or _frame(first.get(part.get("beside", ""), {})) != _frame(part)
    ]


def _part_beside(part: Row) -> Row:
    """Make of the version of a line that gave way a line of its own; its later words stay with the first."""
    lists: Row = {name: [] for name in _LISTS if name in part}
    return {**part, **lists, "id": derived_id(part["id"], _content(part)), "beside": part["id"]}


def _place(part: Plain) -> tuple[int, str, bool, str]:
    return part.get("n", 0), part.get("at", ""), bool(part.get("beside")), part["id"]
