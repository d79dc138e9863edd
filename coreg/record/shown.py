"""What a trigger shows, and what holds on to it. Plain documents: the way to home loads no pydantic."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from coreg.record.maps import Link, Loop, Resource, Trigger

__all__ = [
    "MOVES",
    "NAMING",
    "Shown",
    "falling",
    "field_names",
    "hidden",
    "is_field",
    "is_quote",
    "leads_on",
    "needs",
    "part_of",
    "quoting",
    "versions_of",
]

Row: TypeAlias = dict[str, Any]

MOVES = "moves"
"""The part of a loop that says through which moves it goes, in the words of its triggers."""

NAMING = frozenset({"move", "move_kind"})
"""The fields of a trigger by which the loop finder calls its move."""

_FIELD = "words."
_UNSAID = frozenset({"strength", "state"})
"""The fields that are none where nothing was said; the others are empty then."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that both may see of their maps, newest first; nothing that is in the bin, nor what leads there."""

    triggers: tuple[Trigger, ...] = ()
    links: tuple[Link, ...] = ()
    loops: tuple[Loop, ...] = ()
    resources: tuple[Resource, ...] = ()


def part_of(field: str) -> str:
    """Name a field of a trigger as a part of its record, which can be deleted for good by itself."""
    return _FIELD + field


def is_field(part: str) -> bool:
    """Say whether a part of a record is a field of a trigger, or the moves of a loop."""
    return part == MOVES or part.startswith(_FIELD)


def quoting(key: str, part: str) -> str:
    """Name a field of one record, as a draft does that may have its words."""
    return f"{key} {part}"


def is_quote(name: str) -> bool:
    """Say whether this names a field of one record, and not all of it."""
    return " " in name


def field_names(row: Mapping[str, Any]) -> frozenset[str]:
    """Name the fields of a trigger as parts of it, or the moves of a loop; other records have none."""
    return frozenset([*map(part_of, row.get("words", ())), *(MOVES for key in row if key == MOVES)])


def hidden(row: Row, parts: Collection[str]) -> Row:
    """Make a trigger without these fields, in its earlier versions too; or a loop without its moves.

    How often and how strongly it came up goes with the strength. A record of another kind stays as it is.
    """
    lost = field_names(row) & {*parts}
    if not lost:
        return row
    if MOVES in lost:
        return {**row, MOVES: []}
    earlier = [{**one, "words": _without(one["words"], parts)} for one in row.get("earlier", ())]
    came = [] if part_of("strength") in parts else row.get("came", [])
    left = [one for one in earlier if any(value not in _NOTHING for value in one["words"].values())]
    return {**row, "words": _without(row["words"], parts), "earlier": left, "came": came}


def needs(row: Mapping[str, Any]) -> frozenset[str]:
    """Name the triggers without which a link or a loop is none; other records need none."""
    ends = [row[end] for end in ("cue", "move") if end in row]
    return frozenset([*ends, *row.get("triggers", ())])


def leads_on(row: Mapping[str, Any], there: Collection[str]) -> bool:
    """Say whether every trigger that a record needs is among these."""
    return needs(row) <= {*there}


def versions_of(key: str, rows: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """Name a record, and all that other copies of the book said of it or of each other."""
    found, beside = [key], {row["id"]: row.get("beside", "") for row in rows}
    for one in found:
        found += [other for other, first in beside.items() if first == one and other not in found]
    return tuple(found)


def falling(triggers: Collection[Row], others: Iterable[Row]) -> dict[str, str]:
    """Say what goes with the triggers that are gone, by id, and the stamp of the one it goes with.

    That is what another copy of the book said of one, and those of the `others` that need it.
    """
    there = {row["id"]: row.get("beside", "") for row in triggers if not row.get("gone")}
    stamps = {row["id"]: row["changed"] for row in triggers if row.get("gone")}
    more = dict(stamps)
    while more:
        more = {key: stamps[first] for key, first in there.items() if first in more and key not in stamps}
        stamps |= more
    fallen = {key: stamp for key, stamp in stamps.items() if key in there}
    for row in others:
        if lost := needs(row) & stamps.keys():
            fallen[row["id"]] = max(stamps[key] for key in lost)
    return fallen


_NOTHING: tuple[object, ...] = (None, "", [])


def _without(words: Mapping[str, Any], parts: Collection[str]) -> Row:
    return {name: _empty(name, value) if part_of(name) in parts else value for name, value in words.items()}


def _empty(name: str, value: object) -> object:
    if name in _UNSAID:
        return None
    return "" if isinstance(value, str) else []
