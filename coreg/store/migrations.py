"""From one version of the format to the next: a book that an older coreg wrote, in the words of this one.

A book is migrated in memory whenever it is read, and written in the new version with its next change. What is
only looked at stays as it is on disk.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

import orjson

from coreg.record.schema import SCHEMA
from coreg.record.trouble import Trouble
from coreg.store.layout import Raw
from coreg.store.shape import Parsed
from coreg.store.views import Doc

__all__ = ["STEPS", "Step", "Steps", "migrate", "migrate_parsed"]

Step: TypeAlias = Callable[[str, Parsed], Parsed]
"""Takes the name of a book ("home", "2026", "live", "export") and its tables; returns the tables of the next
version. It may change what it is given, and knows nothing but that: no file, no clock."""

Steps: TypeAlias = Mapping[int, Step]
"""The step from each version of the format to the one after it."""

STEPS: Steps = MappingProxyType({})
"""The steps from every version that was ever released. 1 is the first, so there are none yet."""


def migrate(file: str, name: str, schema: int, tables: Raw, steps: Steps) -> Raw:
    """Return the tables of a book in this version of the format.

    Raises Trouble damaged for a version that never was, or tables that are not what its version had.
    """
    if schema == SCHEMA:
        return tables
    parsed = {
        table: {number: dict(Doc(raw, file)) for number, raw in documents.items()}
        for table, documents in tables.items()
    }
    return {
        table: {number: orjson.dumps(document) for number, document in documents.items()}
        for table, documents in migrate_parsed(file, name, schema, parsed, steps).items()
    }


def migrate_parsed(file: str, name: str, schema: int, tables: Parsed, steps: Steps) -> Parsed:
    """Return parsed tables in this version of the format. Raises Trouble damaged as `migrate` does."""
    for version in range(schema, SCHEMA):
        step = steps.get(version)
        if step is None:
            raise Trouble("damaged", file=file)
        try:
            tables = step(name, tables)
        except (LookupError, TypeError, ValueError, AttributeError):
            raise Trouble("damaged", file=file) from None
    return tables
