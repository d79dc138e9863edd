"""Practices and evenings as they stand in the packs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from coreg.content import pack
from coreg.content.talks import TALKS, VARIANTS
from coreg.practice.script import Script, read_script

__all__ = ["PRACTICES", "Evening", "evening", "evenings", "script"]

PRACTICES: Final = tuple(
    dict.fromkeys(
        (
            *("check_in", "breathe", "day_talk", "waking", "one_thing", "check_out"),
            *TALKS,
            *(name for names in VARIANTS.values() for name in names),
        )
    )
)
"""Ids of the practices that exist: in the order of an evening, then the other talks."""


@dataclass(frozen=True, slots=True)
class Evening:
    """A plan for tonight: practices with their minutes."""

    id: str
    name: str
    about: str
    plan: tuple[tuple[str, float], ...]


@cache
def script(name: str) -> Script:
    """Return the practice of this id.

    Raises:
        FileNotFoundError: there is none.
        StepError: its file does not hold.
    """
    return read_script(pack(f"scripts/{name}"))


@cache
def evenings() -> tuple[Evening, ...]:
    """Return the evenings there are, in the order of the pack."""
    return tuple(
        Evening(
            id=name,
            name=str(data["name"]),
            about=str(data["about"]),
            plan=tuple((str(row["practice"]), float(row["minutes"])) for row in data["plan"]),
        )
        for name, data in pack("evenings").items()
    )


def evening(name: str) -> Evening | None:
    """Return one evening by its id, or None."""
    return next((found for found in evenings() if found.id == name), None)
