"""Steps as they stand in a script, for tests that need the same ones."""

from __future__ import annotations

from typing import TypeAlias

from tests.unit.practice.evenings import FIVE, options

Row: TypeAlias = dict[str, object]

SAY: Row = {"kind": "say", "seconds": 30}
SEALED: Row = {"kind": "sealed", "keeps": "state", "options": options(*FIVE)}
HUG: Row = {"kind": "sealed", "keeps": "hug", "options": options("yes", "no"), "params": {"mutual": True}}
FORM: Row = {"kind": "form", "keeps": "state"}
