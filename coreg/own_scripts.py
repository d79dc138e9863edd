"""A couple's own scripts: the folder ``scripts`` beside the settings, each file read and judged alone.

A script that does not hold is left out alone, with a sentence; nothing here ever writes. Knows no Textual
and no pydantic.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from coreg.content import explain, packs, say
from coreg.content.pattern_words import OWN
from coreg.content.reading import UnreadableError, read_toml
from coreg.practice.script import read_script
from coreg.practice.step import StepError
from coreg.record.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from coreg.practice.script import Script

__all__ = ["LONGEST_NAME", "MOST", "OwnScriptError", "OwnScripts", "read_scripts"]

MOST = 50
"""More own scripts than this nobody looks through."""

LONGEST_NAME = 40
"""Characters that a name can have."""

_LONGEST_FACT = 60
_DEEPEST = 6


class OwnScriptError(Exception):
    """A script was left out. ``code`` and ``facts`` are worded by ``content.explain``.

    Codes: ``own_script`` {file, why}, where ``why`` is a sentence of its own, and those of
    :class:`coreg.content.reading.UnreadableError`.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """Keep the code and the facts."""
        super().__init__(code)
        self.code = code
        self.facts: dict[str, object] = facts

    @property
    def name(self) -> str:
        """The name of its file, without what it ends with, in small letters."""
        return str(self.facts["file"]).replace("\\", "/").rpartition("/")[2].removesuffix(".toml").casefold()


@dataclass(frozen=True, slots=True)
class OwnScripts:
    """What the folder holds, in the order of the file names: scripts, and why others were left out."""

    found: tuple[Script | OwnScriptError, ...] = ()

    @property
    def kept(self) -> Mapping[str, Script]:
        """What can be begun, by id."""
        held = (one for one in self.found if not isinstance(one, OwnScriptError))
        return MappingProxyType({one.id: one for one in held})

    @property
    def refused(self) -> tuple[OwnScriptError, ...]:
        """What was left out."""
        return tuple(one for one in self.found if isinstance(one, OwnScriptError))


def read_scripts(folder: Path) -> OwnScripts:
    """Return the own scripts of a folder; without a folder there are none."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".toml" and path.name[0] != ".")
    except OSError:
        return OwnScripts()
    found: list[Script | OwnScriptError] = []
    taken: set[str] = set()
    for path in files:
        one = _read(path, taken)
        if not isinstance(one, OwnScriptError):
            taken.add(one.id)
        found.append(one)
    return OwnScripts(tuple(found))


def _read(path: Path, taken: Collection[str]) -> Script | OwnScriptError:
    try:
        made = read_script(_table(read_toml(path) or {}))
    except UnreadableError as error:
        return OwnScriptError(error.code, **error.facts)
    except StepError as error:
        facts = {name: _short(value) for name, value in error.facts.items()}
        return OwnScriptError("own_script", file=str(path), why=explain(StepError(error.code, **facts)))
    if why := _wrong(made, taken):
        return OwnScriptError("own_script", file=str(path), why=why)
    return replace(made, id=OWN + made.id)


def _wrong(made: Script, taken: Collection[str]) -> str:
    """Return why a script that holds cannot stand beside the others; empty when it can."""
    if len(taken) >= MOST:
        return say("errors.script.many", most=MOST)
    if made.id in packs("scripts"):
        return say("errors.script.ours", id=made.id)
    if OWN + made.id in taken:
        return say("errors.script.twice", id=made.id)
    if not any(one.isalnum() for one in made.name) or len(made.name) > LONGEST_NAME:
        return say("errors.script.name", most=LONGEST_NAME)
    return ""


def _table(data: Mapping[str, object]) -> dict[str, object]:
    """Return what a file holds with every text in it fit for a screen."""
    return {clean(name, multiline=False): _cleaned(one) for name, one in data.items()}


def _cleaned(value: object, depth: int = _DEEPEST) -> object:
    """Return a value with every text in it cleaned; deeper than any script goes there is nothing."""
    match value:
        case str():
            return clean(value, multiline=False).strip()
        case list() | dict() if not depth:
            return None
        case list():
            return [_cleaned(one, depth - 1) for one in value]
        case dict():
            return {clean(name, multiline=False): _cleaned(one, depth - 1) for name, one in value.items()}
        case _:
            return value


def _short(value: object) -> object:
    """Return a fact, fit for a sentence."""
    if not isinstance(value, str) or len(value) <= _LONGEST_FACT:
        return value
    return f"{value[:_LONGEST_FACT]}…"
