"""People who can help: the packaged list, with what a couple adds or hides in a file of their own.

Pure but for reading those two files; nothing here is ever logged or remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from coreg.content import pack
from coreg.content.reading import UnreadableError, read_toml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["NEEDS", "STALE_AFTER", "People", "Person", "load_people", "region_names"]

NEEDS = ("danger", "partner", "suicidal", "own", "talk")
"""What somebody may need, the most urgent first."""
STALE_AFTER = timedelta(days=365)
"""A line that nobody compared for longer than this is shown with a warning."""

_TEXTS = ("id", "need", "name", "number", "hours", "languages", "note")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Person:
    """One line of the list: somebody to call, text or look up, and the day the line was last compared."""

    id: str
    need: str
    name: str
    number: str
    region: tuple[str, ...] = ("any",)
    hours: str = ""
    languages: str = ""
    note: str = ""
    checked: date | None = None
    own: bool = False

    def is_stale(self, today: date) -> bool:
        """Tell whether nobody compared the line within a year; their own lines are theirs to know."""
        if self.checked is None:
            return not self.own
        return today - self.checked > STALE_AFTER


@dataclass(frozen=True, slots=True)
class People:
    """The list as a couple sees it.

    ``hidden`` are the emergency lines that their own file hides: the page names them, so that none is
    missing in silence. ``trouble`` says why their own file was passed over, if it was; the packaged list
    is whole even then.
    """

    people: tuple[Person, ...]
    hidden: tuple[Person, ...] = ()
    trouble: UnreadableError | None = None

    def for_need(self, need: str, region: str) -> tuple[Person, ...]:
        """Return the lines for one need: their own, then the region, what it belongs to, the rest."""
        near = _nearness(region)

        def place(one: Person) -> tuple[bool, int]:
            return not one.own, min(near.get(id_, len(near)) for id_ in one.region)

        return tuple(sorted((one for one in self.people if one.need == need), key=place))


def _nearness(region: str) -> dict[str, int]:
    """Return how near each region is to the given one; what is missing there is farthest."""
    regions: dict[str, dict[str, str]] = pack("help")["regions"]
    wider = regions.get(region, {}).get("also", "")
    return {place: rank for rank, place in enumerate(dict.fromkeys((region, wider, "any"))) if place}


def region_names() -> dict[str, str]:
    """Return the name of every region of the packaged list, by id."""
    return {id_: str(region["name"]) for id_, region in pack("help")["regions"].items()}


def load_people(own: Path | None, clean: Callable[[str], str]) -> People:
    """Return the packaged list with the couple's own file laid over it.

    A line of their own with an id of ours replaces it. ``clean`` takes control characters out of what they
    wrote. A file that does not hold changes nothing and is reported in ``trouble``; so nothing is raised
    here.
    """
    packaged = {one.id: one for one in map(_person, pack("help")["people"])}
    if own is None:
        return People(tuple(packaged.values()))
    try:
        written = read_toml(own) or {}
        added, hide = _own_lines(written, str(own), clean)
    except UnreadableError as trouble:
        return People(tuple(packaged.values()), trouble=trouble)
    kept = [one for id_, one in (packaged | {one.id: one for one in added}).items() if id_ not in hide]
    hidden = tuple(one for id_, one in packaged.items() if id_ in hide and one.need == "danger")
    return People(tuple(kept), hidden)


def _own_lines(
    written: dict[str, Any], file: str, clean: Callable[[str], str]
) -> tuple[list[Person], frozenset[str]]:
    """Return what a couple's file adds and the ids it hides.

    Raises:
        UnreadableError: code ``help_file`` {file, key}: that key is unknown or holds something else.
    """
    hide = written.get("hide", [])
    rows = written.get("people", [])
    if unknown := set(written) - {"hide", "people"}:
        raise UnreadableError("help_file", file=file, key=clean(min(unknown)))
    if not isinstance(hide, list) or not all(isinstance(one, str) for one in hide):
        raise UnreadableError("help_file", file=file, key="hide")
    if not isinstance(rows, list):
        raise UnreadableError("help_file", file=file, key="people")
    return [_own_person(row, number, file, clean) for number, row in enumerate(rows, 1)], frozenset(hide)


def _own_person(row: object, number: int, file: str, clean: Callable[[str], str]) -> Person:
    """Return one line that a couple wrote; need, name and number must be there, the rest may."""
    if not isinstance(row, dict):
        raise UnreadableError("help_file", file=file, key="people")
    row = {"id": f"own-{number}", **row}
    for key, value in row.items():
        if not _fits(key, value):
            raise UnreadableError("help_file", file=file, key=clean(str(key)))
    for key in ("need", "name", "number"):
        if key not in row:
            raise UnreadableError("help_file", file=file, key=key)
    texts = {key: clean(row[key]) for key in _TEXTS if key in row}
    region = row.get("region", ["any"])
    return _person({**row, **texts, "region": [region] if isinstance(region, str) else region, "own": True})


def _fits(key: object, value: object) -> bool:
    """Tell whether a line may have this key with this value."""
    if key == "checked":
        return type(value) is date
    if key == "need":
        return value in NEEDS
    if key == "region":
        places = value if isinstance(value, list) else [value]
        return bool(places) and all(isinstance(one, str) and one in region_names() for one in places)
    return key in _TEXTS and isinstance(value, str) and 0 < len(value) <= _LONGEST


def _person(row: dict[str, Any]) -> Person:
    """Return a line of a file as a value."""
    values: dict[str, Any] = {key: tuple(value) if key == "region" else value for key, value in row.items()}
    return Person(**values)
