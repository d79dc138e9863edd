"""The shape of an export as a JSON Schema, made from the models themselves."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from coreg.record.maps import Glimmer, Link, Loop, Resource, Trigger
from coreg.record.models import SCHEMA, Agreement, Couple, Note, Session

__all__ = ["DIALECT", "Export", "export_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Export(BaseModel):
    """What `coreg export --format json` prints, and `coreg log --json` without the couple and agreements."""

    model_config = ConfigDict(hide_input_in_errors=True, use_attribute_docstrings=True)

    version: Literal[1] = Field(alias="schema")
    """The version of the format. A higher one may mean something else by the same names."""
    couple: Couple | None = None
    """The two; null before there is a book."""
    sessions: tuple[Session, ...] = ()
    """Every session, oldest first."""
    notes: tuple[Note, ...] = ()
    """Every shared note, oldest first."""
    agreements: tuple[Agreement, ...] = ()
    """Everything they said they would do, open or closed, oldest first."""
    glimmers: tuple[Glimmer, ...] = ()
    """Every moment that eased one of them, oldest first."""
    triggers: tuple[Trigger, ...] = ()
    """What both may see of every trigger, oldest first."""
    links: tuple[Link, ...] = ()
    """Every link between two of those triggers, oldest first."""
    loops: tuple[Loop, ...] = ()
    """Every loop that has a name, oldest first."""
    resources: tuple[Resource, ...] = ()
    """Everything that helps one or both, oldest first."""


def export_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an export, ready for JSON."""
    made = Export.model_json_schema(mode="serialization", by_alias=True)
    made["required"] = ["schema"]
    return {"$schema": DIALECT, **made, "title": f"coreg export, version {SCHEMA}"}
