"""The lines and later words inside a record's document, each of which can go into the bin by itself."""

from collections.abc import Iterator
from typing import Any

from coreg.store.rows import Row


def parts(row: Row) -> Iterator[Row]:
    """Go through every line of a session and every later word of a session or note."""
    for line in _lines(row):
        yield line
        yield from line["later"]
    yield from row.get("later", ())


def part(row: Row, key: str) -> Row | None:
    """Find the line or later word with this id."""
    return next((found for found in parts(row) if found["id"] == key), None)


def visible(row: Row) -> Row:
    """Make a copy without what is in the bin."""
    shown = dict(row)
    if "entries" in row:
        shown["entries"] = [{**entry, "lines": _shown(entry["lines"])} for entry in row["entries"]]
    if "later" in row:
        shown["later"] = _shown(row["later"])
    return shown


def keep_binned(row: Row, old: Row) -> None:
    """Put what lies in the bin of the `old` version into the new one, which was made without it."""
    here = {found["id"]: found for found in parts(row)}
    for entry, before in _pairs(row.get("entries", []), old.get("entries", [])):
        entry["lines"] += _missing(before["lines"], here)
    for line in _lines(old):
        if line["id"] in here:
            here[line["id"]]["later"] += _missing(line["later"], here)
    if "later" in row:
        row["later"] += _missing(old["later"], here)


def _lines(row: Row) -> Iterator[Row]:
    for entry in row.get("entries", ()):
        yield from entry["lines"]


def _shown(found: list[Row]) -> list[Row]:
    return [
        {**one, "later": _shown(one["later"])} if "later" in one else one
        for one in found
        if not one["binned"]
    ]


def _pairs(new: list[Row], old: list[Row]) -> Iterator[tuple[Row, Row]]:
    before = {entry["id"]: entry for entry in old}
    return ((entry, before[entry["id"]]) for entry in new if entry["id"] in before)


def _missing(old: list[Row], here: dict[str, Any]) -> list[Row]:
    return [found for found in old if found["binned"] and found["id"] not in here]
