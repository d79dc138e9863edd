"""What the doctor looks at: versions, places, books, who may read them, who has them open, settings."""

from __future__ import annotations

import os
import platform
import shlex
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from coreg import __version__
from coreg.commands import exits
from coreg.commands.book import now, open_book
from coreg.commands.examining_upkeep import Upkeep, backup_lines, clock_line, look, space_line
from coreg.content import explain, say
from coreg.places import is_missing
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.places import Places
    from coreg.store import Store
    from coreg.store.health import Finding

__all__ = ["Part", "examine"]

_LIBRARIES = (
    "textual",
    "pydantic",
    "tinydb",
    "orjson",
    "platformdirs",
    "tomlkit",
    "cryptography",
    "miniaudio",
)
_OPEN_TO_OTHERS = "open_to_others"
_FINE = frozenset({"whole", "waiting", "living", "copy", "left_over", "locked", _OPEN_TO_OTHERS})
_NOT_OPENED = frozenset({"does_not_fit", "locked_no_terminal", "bad_descriptor", "words_long", "no_crypto"})
_KB = 1024


@dataclass(frozen=True, slots=True)
class Part:
    """One part of what was found: its lines, and the exit code that it asks for."""

    title: str
    lines: tuple[str, ...]
    code: int = exits.DONE


def examine(places: Places, words: int | str | None = None, *, ask: bool = False) -> tuple[Part, ...]:
    """Look at everything; nothing is changed, and what cannot be looked at is said and not raised.

    Locked books are looked at from outside unless ``ask`` is set: then what opens them is read from the
    descriptor ``words`` or typed. Raises Trouble: does_not_fit and the like, about what was given.
    """
    found, upkeep, trouble = _findings(places, words, ask=ask)
    return (
        Part(_say("versions"), tuple(_versions())),
        Part(_say("places"), tuple(_places(places))),
        _books(found, trouble),
        Part(_say("backups"), tuple(backup_lines(upkeep)), exits.DAMAGED if upkeep.ill else exits.DONE),
        Part(_say("who"), tuple(_rights(places, found, trouble))),
        Part(_say("lock"), (_lock(places),)),
        Part(_say("space"), (space_line(places.data),)),
        Part(_say("clock"), (clock_line(upkeep.newest, now()),)),
        _settings(places),
        _patterns(places),
        _scripts(places),
    )


def _say(key: str, **facts: object) -> str:
    return say(f"commands.doctor.says.{key}", **facts)


def _versions() -> Iterator[str]:
    yield f"coreg {__version__}"
    yield f"Python {platform.python_version()} ({sys.platform})"
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name}: {_say('missing')}"


def _places(places: Places) -> Iterator[str]:
    rows = (
        ("data", places.data, "not_there"),
        ("config", places.settings_file, "defaults"),
        ("patterns", places.patterns_file, "not_there"),
        ("scripts", places.scripts_folder, "not_there"),
        ("help", places.help_file, "packaged"),
        ("state", places.state, "not_there"),
    )
    width = max(len(_say(key)) for key, _, _ in rows)
    for key, path, missing in rows:
        line = f"{_say(key):<{width}}  {path}"
        yield f"{line}  {_say(missing)}" if is_missing(path) else line


def _findings(
    places: Places, words: int | str | None, *, ask: bool
) -> tuple[list[Finding], Upkeep, Trouble | None]:
    try:
        with open_book(places, made=False, whole=False, ask=False) as store:
            if ask and store.locked:
                _unlock(store, words)
            return list(store.check()), look(store), None
    except Trouble as trouble:
        if trouble.code in _NOT_OPENED:
            raise
        return [], Upkeep(), trouble


def _unlock(store: Store, words: int | str | None) -> None:
    """Open locked books; what of them is not whole is no obstacle, and shows when they are looked at."""
    from coreg.commands.asking import open_with

    try:
        open_with(words, store.unlock)
    except Trouble as trouble:
        if trouble.code in _NOT_OPENED:
            raise


def _books(found: list[Finding], trouble: Trouble | None) -> Part:
    title = _say("book")
    if trouble is not None:
        return Part(title, (explain(trouble),), exits.exit_code(trouble.code))
    files = [one for one in found if one.state != _OPEN_TO_OTHERS]
    if not files:
        return Part(title, (_say("no_book"),))
    lines = [_file(one) for one in files]
    ill = [one for one in files if one.state not in _FINE]
    shut = any(one.state == "locked" for one in files)
    lines += [_remedy(one) for one in ill]
    if shut or not ill:
        lines.append(_say("locked" if shut else "all_whole"))
    return Part(title, tuple(lines), exits.DAMAGED if ill else exits.DONE)


def _file(found: Finding) -> str:
    parts = [f"{found.file}: {say(f'commands.doctor.state.{found.state}')}"]
    parts.append(_say("size", size=max(1, round(found.size / _KB))))
    if found.records:
        parts.append(_say("record") if found.records == 1 else _say("records", count=found.records))
    return ", ".join(parts)


def _remedy(found: Finding) -> str:
    key = "accept" if found.state == "changed_outside" else "restore"
    return _say(key, file=found.file)


def _rights(places: Places, found: list[Finding], trouble: Trouble | None) -> Iterator[str]:
    if sys.platform == "win32" or trouble is not None:
        yield _say("unknown_rights")
        return
    others = [one for one in found if one.state == _OPEN_TO_OTHERS]
    for one in others:
        path = places.data if one.file == "." else places.data / one.file
        yield _say("open_to_others", path=path, quoted=shlex.quote(str(path)))
    if others:
        yield _say("close")
    else:
        yield _say("not_there") if is_missing(places.data) else _say("private")


def _lock(places: Places) -> str:
    """Say whether coreg is open; to find out, the lock is taken for a moment, if there is one to take."""
    from coreg.store.lock import NAME, Lock

    if is_missing(places.data / NAME):
        return _say("free")
    try:
        Lock(places.data, now()).release()
    except Trouble as trouble:
        return _say("held", **trouble.facts) if trouble.code == "busy" else explain(trouble)
    return _say("free")


def _settings(places: Places) -> Part:
    from coreg.keys import KeymapError, keymap
    from coreg.settings import SettingError, load

    lines = list(_stray())
    try:
        keymap(load(places.settings_file, os.environ).keys)
    except (SettingError, KeymapError) as error:
        return Part(_say("settings"), (explain(error), *lines), exits.USAGE)
    return Part(_say("settings"), (_say("settings_hold"), *lines))


def _patterns(places: Places) -> Part:
    """Say how many own patterns there are, and name each that was left out."""
    from coreg.own_patterns import OwnPatternError, read_own

    title = _say("patterns")
    try:
        own = read_own(places.patterns_file)
    except OwnPatternError as error:
        return Part(title, (explain(error),), exits.USAGE)
    count = len(own.kept)
    lines = [_say(f"patterns_{'none' if not count else 'one' if count == 1 else 'some'}", count=count)]
    lines += [explain(one) for one in own.refused]
    return Part(title, tuple(lines), exits.USAGE if own.refused else exits.DONE)


def _scripts(places: Places) -> Part:
    """Say how many own scripts there are, and name each that was left out."""
    from coreg.own_scripts import read_scripts

    own = read_scripts(places.scripts_folder)
    count = len(own.kept)
    lines = [_say(f"patterns_{'none' if not count else 'one' if count == 1 else 'some'}", count=count)]
    lines += [explain(one) for one in own.refused]
    return Part(_say("scripts"), tuple(lines), exits.USAGE if own.refused else exits.DONE)


def _stray() -> Iterator[str]:
    """Name variables that look like settings of coreg and are none."""
    from coreg.settings import NAMES, environment_name, nearest

    known = (*(environment_name(name) for name in NAMES if name != "keys"), "COREG_DATA_DIR")
    for name in sorted(os.environ):
        if name.startswith("COREG_") and name not in known:
            near = nearest(name.casefold(), tuple(one.casefold() for one in known)).upper()
            if near:
                yield _say("stray", name=name, near=near)
