"""Every kind of record there is, by the name of the table it stands in."""

from typing import TypeAlias

from coreg.record.maps import Glimmer, Link, Loop, Resource, Trigger
from coreg.record.models import Agreement, Couple, Note, Record, Session

__all__ = ["KEPT", "RECORDS", "Kept"]

Kept: TypeAlias = Session | Note | Agreement | Glimmer | Trigger | Link | Loop | Resource
"""Whatever can be found by its id."""

KEPT: dict[str, type[Kept]] = {
    "sessions": Session,
    "notes": Note,
    "agreements": Agreement,
    "glimmers": Glimmer,
    "triggers": Trigger,
    "links": Link,
    "loops": Loop,
    "resources": Resource,
}
"""The model of each table of what can be found by its id."""

RECORDS: dict[str, type[Record]] = {"couple": Couple, **KEPT}
"""The model of each table that holds records."""
