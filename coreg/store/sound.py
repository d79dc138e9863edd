"""Whether documents are what the tables they stand in should hold."""

from collections.abc import Callable
from typing import Any, TypeGuard

from pydantic import BaseModel, ConfigDict

from coreg.record.kinds import RECORDS
from coreg.record.models import Seat
from coreg.record.trouble import Trouble
from coreg.store.live import unwrap
from coreg.store.rows import KINDS, PRIVATE_NOTES, SEALED, VAULT, YEARLY, Rows, of_year


class _Line(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    by: Seat | None
    text: str


class _Headline(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    id: str
    kind: str
    local_date: str
    started: str
    lines: list[_Line]


class _Ring(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    id: str
    header: str


class _Sealed(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    id: str
    box: str
    changed: str
    beside: list[str] = []


_CHECKS: dict[str, Callable[[Any], object]] = {
    **{table: model.model_validate for table, model in RECORDS.items()},
    "headlines": _Headline.model_validate,
    "open": unwrap,
    VAULT: _Ring.model_validate,
    SEALED: _Sealed.model_validate,
}

_WITH_TRACES = {*KINDS, SEALED}


def refuse_odd(file: str, table: str, document: object) -> None:
    """Raise Trouble damaged about `file` unless the table can hold the document, or the trace of one."""
    check = _CHECKS.get(table)
    if check is None or (table in _WITH_TRACES and is_trace(document)):
        return
    try:
        check(document)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Trouble("damaged", file=file) from None


def look_for_odd(rows: Rows) -> None:
    """Look at every document there is. Raises Trouble damaged about the first odd one."""
    tables = [(table, table) for table in _CHECKS]
    tables.append((PRIVATE_NOTES, SEALED))
    tables += [(of_year(year, kind), kind) for year in rows.shelf.years() for kind in YEARLY]
    for name, kind in tables:
        for row in rows.all(name):
            refuse_odd(rows.shelf.file_of(name), kind, row)


def is_trace(document: object) -> TypeGuard[dict[str, Any]]:
    """Say whether this is what is left of a record that was deleted for good."""
    found: dict[str, Any] = document if isinstance(document, dict) else {}
    texts = (found.get("id"), found.get("was"), found.get("changed"))
    return found.get("gone") is True and all(isinstance(text, str) for text in texts)


def bare_trace(document: dict[str, Any]) -> dict[str, Any]:
    """Return a trace with nothing in it but what it is the trace of: it never carries content."""
    return {key: document.get(key, "") for key in ("id", "was", "changed")} | {"gone": True}
