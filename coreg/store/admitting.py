"""The door for records from elsewhere: strictly what a record is, or a word about where it is not."""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from coreg.record.kinds import RECORDS
from coreg.record.merge import Row
from coreg.record.models import Record
from coreg.record.text import LIMIT
from coreg.record.trouble import Trouble
from coreg.store.keeper import refuse_bad_names
from coreg.store.live import unwrap
from coreg.store.parts import parts
from coreg.store.rows import KINDS
from coreg.store.sound import bare_trace, is_trace
from coreg.store.vault import header
from coreg.store.vault.keys import Ring

__all__ = ["Place", "admit", "admit_aside", "admit_ring", "admit_sealed"]

DEEPEST = 32
"""Levels of nesting a record may have."""

_FIRST_YEAR, _LAST_YEAR = "1970", "2199"
_DATED = frozenset(
    {"at", "closed", "day", "ended", "local_date", "look_again", "looked", "made", "started", "written"}
)
"""The fields that are days and moments."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_STAMP = re.compile(r"[0-9a-f]{12}\.[0-9a-f]{4}\.[!-~]{0,100}")
_LONGEST_ID = 100
_ODD = ".?"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: a file, and a place in it such as `notes[3]`."""

    file: str
    path: str

    def trouble(self, code: str, *field: str | int, **facts: object) -> Trouble:
        """Make the trouble about a field; the way to it ends at a name that is not ours."""
        steps = [_step(name) for name in field]
        ours = steps.index(_ODD) + 1 if _ODD in steps else len(steps)
        return Trouble(code, file=self.file, place=self.path + "".join(steps[:ours]), **facts)


def admit(table: str, found: object, place: Place) -> Row:
    """Return the record, or the trace of one, as a whole document in the words of this version.

    Raises Trouble, each with file and place: import_field, import_missing, import_long (limit), import_deep
    (limit), import_twice.
    """
    if table in KINDS and is_trace(found):
        return _refuse_odd_names(bare_trace(found), place)
    if _is_deep(found, DEEPEST):
        raise place.trouble("import_deep", limit=DEEPEST)
    row = _refuse_odd_names(_validated(RECORDS[table], found, place), place)
    if table == "couple":
        _refuse_odd_couple(row, place)
    _refuse_other_years(row, place)
    _refuse_twins(row, place)
    return row


def admit_aside(found: object, place: Place) -> Row:
    """Return a sitting that was put aside. Raises Trouble import_field."""
    row: dict[str, Any] = found if isinstance(found, dict) else {}
    kept: Row = {key: row[key] for key in ("id", "text", "base64") if key in row}
    if not _is_id(kept.get("id")):
        raise place.trouble("import_field", "id")
    try:
        unwrap(kept)
    except (LookupError, ValueError, TypeError, AttributeError):
        raise place.trouble("import_field") from None
    return kept


def admit_sealed(found: object, place: Place) -> Row:
    """Return a private note as it lies sealed, or the trace of one. Raises Trouble import_field."""
    if is_trace(found):
        row = bare_trace(found)
    else:
        given: Row = found if isinstance(found, dict) else {}
        row = {key: given.get(key, "") for key in ("id", "was", "changed", "box")}
        beside = given.get("beside") or []
        boxes = [row["box"], *beside] if isinstance(beside, list) else [None]
        if not all(map(_is_box, boxes)):
            raise place.trouble("import_field", "box")
        row |= {"beside": [*dict.fromkeys(beside)]} if beside else {}
    for key in ("id", "changed"):
        if not _is_id(row[key]):
            raise place.trouble("import_field", key)
    if row["was"] != "" and not _is_id(row["was"]):
        raise place.trouble("import_field", "was")
    return row


def admit_ring(found: object, place: Place) -> Ring:
    """Return the keys that stand in an open home book. Raises Trouble: newer, import_field."""
    text = found.get("header") if isinstance(found, dict) else None
    try:
        return header.ring_of(place.file, text.encode() if isinstance(text, str) else b"")
    except Trouble as trouble:
        if trouble.code == "newer":
            raise
    raise place.trouble("import_field", "header")


def _is_box(found: object) -> bool:
    try:
        return isinstance(found, str) and found != "" and bool(b64decode(found, validate=True))
    except ValueError:
        return False


def _validated(model: type[Record], found: object, place: Place) -> Row:
    try:
        return model.model_validate(found).model_dump(mode="json")
    except ValidationError as error:
        first = error.errors(include_input=False, include_context=False, include_url=False)[0]
        if first["type"] == "missing":
            raise place.trouble("import_missing", *first["loc"]) from None
        if "longer" in first["msg"]:
            raise place.trouble("import_long", *first["loc"], limit=LIMIT) from None
        raise place.trouble("import_field", *first["loc"]) from None


def _refuse_odd_names(row: Row, place: Place) -> Row:
    """Raise Trouble import_field unless the id can name something and the stamp can be compared."""
    if not _is_id(row["id"]):
        raise place.trouble("import_field", "id")
    if not _STAMP.fullmatch(row["changed"]):
        raise place.trouble("import_field", "changed")
    return row


def _is_id(found: object) -> bool:
    return isinstance(found, str) and 0 < len(found) <= _LONGEST_ID and found.isprintable()


def _refuse_odd_couple(row: Row, place: Place) -> None:
    try:
        refuse_bad_names(row["a"]["name"], row["b"]["name"])
    except Trouble:
        raise place.trouble("import_field", "a", "name") from None


def _refuse_other_years(found: object, place: Place, *way: str | int) -> None:
    """Raise Trouble import_field for a day or a moment in a year that nobody writes from, wherever it stands.

    There are days that a clock cannot be set on from, and zones in which a moment is in no year at all.
    """
    for name, inner in _named(found):
        dated = name in _DATED and isinstance(inner, str) and _DATE.match(inner)
        if dated and not _FIRST_YEAR <= str(inner)[:4] <= _LAST_YEAR:
            raise place.trouble("import_field", *way, name)
        _refuse_other_years(inner, place, *way, name)


def _named(found: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(found, dict):
        yield from found.items()
    elif isinstance(found, list):
        yield from enumerate(found)


def _refuse_twins(row: Row, place: Place) -> None:
    """Raise Trouble import_twice if two parts of a record have one id."""
    ids = [part["id"] for part in (*row.get("entries", ()), *parts(row))]
    if len(ids) != len(set(ids)):
        raise place.trouble("import_twice")


def _is_deep(found: object, levels: int) -> bool:
    if levels == 0:
        return True
    return any(_is_deep(inner, levels - 1) for inner in _inside(found))


def _inside(found: object) -> Iterator[object]:
    if isinstance(found, dict):
        yield from found.values()
    elif isinstance(found, list):
        yield from found


def _step(name: str | int) -> str:
    if isinstance(name, int):
        return f"[{name}]"
    return f".{name}" if _NAME.fullmatch(name) else _ODD
