"""Reading a book that may be anything: what is right in it, or which trouble it is."""

import json
from typing import Any, TypeAlias, TypeGuard

import orjson

from coreg.record.schema import SCHEMA
from coreg.record.trouble import Trouble
from coreg.store.layout import NUMBER

BOOK = "_book"
"""The table whose one document says what book this is."""

Parsed: TypeAlias = dict[str, dict[str, dict[str, Any]]]
"""Tables by name, documents by TinyDB's number, each parsed."""


def parse(file: str, data: bytes) -> Parsed:
    """Parse a book strictly.

    Raises Trouble: newer if it says so itself, damaged if it is not JSON or has not the shape of a book.
    """
    try:
        found = orjson.loads(data)
        json.loads(data, object_pairs_hook=_no_twins)
    except (ValueError, RecursionError):
        raise Trouble("damaged", file=file) from None
    refuse_newer(file, _about(found).get("schema"))
    if not _is_book(found):
        raise Trouble("damaged", file=file)
    return found


def refuse_newer(file: str, schema: object) -> None:
    """Raise Trouble newer for a schema above the one this coreg knows."""
    if is_count(schema) and schema > SCHEMA:
        raise Trouble("newer", file=file, found=schema, known=SCHEMA)


def is_count(value: object) -> TypeGuard[int]:
    """Say whether it is a whole number that is not below zero, and no truth value."""
    return type(value) is int and value >= 0


def _about(found: object) -> dict[str, Any]:
    """Find the document of the `_book` table, however odd the rest is."""
    for key in (BOOK, "1"):
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def _is_book(found: object) -> TypeGuard[Parsed]:
    return isinstance(found, dict) and bool(found) and all(map(_is_table, found.values()))


def _is_table(found: object) -> bool:
    return isinstance(found, dict) and all(
        NUMBER.fullmatch(key) and isinstance(document, dict) for key, document in found.items()
    )


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice: a reader would drop one of the two without a word."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found
