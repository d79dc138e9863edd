"""Reading JSON that may come from anywhere: within bounds of size and memory, or not at all."""

import json
from typing import Any

import orjson

from coreg.record.trouble import Trouble

__all__ = ["LIMIT", "LIMIT_MB", "parse_strictly", "refuse_crowded", "refuse_large"]

LIMIT_MB = 16
LIMIT = LIMIT_MB * 2**20
"""Bytes a file may have."""

_MOST_VALUES = 1_000_000
"""Values a file may have: a half more than the largest export has. More could take 300 MB of memory."""


def parse_strictly(file: str, data: bytes) -> Any:  # noqa: ANN401 - whatever JSON there is
    """Parse JSON in which every name stands once.

    Raises Trouble: import_large (file, limit), import_crowded (file), import_not_json (file, line),
    import_names (file).
    """
    refuse_large(file, len(data))
    refuse_crowded(file, data)
    try:
        json.loads(data, object_pairs_hook=_no_twins)
        return orjson.loads(data)
    except _TwinError:
        raise Trouble("import_names", file=file) from None
    except json.JSONDecodeError as error:
        raise Trouble("import_not_json", file=file, line=error.lineno) from None
    except (ValueError, RecursionError):
        raise Trouble("import_not_json", file=file, line=1) from None


def refuse_large(file: str, size: int) -> None:
    """Raise Trouble import_large for more bytes than a file may have."""
    if size > LIMIT:
        raise Trouble("import_large", file=file, limit=LIMIT_MB)


def refuse_crowded(file: str, data: bytes) -> None:
    """Raise Trouble import_crowded for what would take too much memory: millions of the smallest things."""
    if data.count(b",") + data.count(b"[") + data.count(b"{") > _MOST_VALUES:
        raise Trouble("import_crowded", file=file)


class _TwinError(ValueError):
    """A name stands twice in one object."""


def _no_twins(pairs: list[tuple[str, Any]]) -> None:
    """Refuse a name that stands twice: a reader would drop one of the two. Nothing is kept of the rest."""
    if len(dict(pairs)) != len(pairs):
        raise _TwinError
