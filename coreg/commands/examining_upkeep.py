"""What the doctor says about backups, room on the disk, and the clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from coreg.commands.restore import preview
from coreg.content import has, say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from coreg.store import Store
    from coreg.store.backup import Backup

__all__ = ["Upkeep", "backup_lines", "clock_line", "look", "space_line"]

_LITTLE_MB = 50
_MB = 1_000_000
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What a look found: the backups, the last failure to make one (day, code), and the newest stamp.

    Of locked books nobody opened there are only the names of the backups.
    """

    backups: tuple[Backup, ...] = ()
    failure: tuple[str, str] | None = None
    newest: datetime | None = None
    names: tuple[str, ...] = ()

    @property
    def ill(self) -> tuple[str, ...]:
        """The names of the backups that do not open."""
        return tuple(one.name for one in self.backups if one.state != "whole")


def look(store: Store) -> Upkeep:
    """Look at what is kept beside the books; what cannot be looked at is left out."""
    try:
        if store.locked:
            return Upkeep(failure=store.backup_failure(), names=store.backup_names())
        found = tuple(store.backups())
        return Upkeep(found, store.backup_failure(), store.newest_moment(), tuple(one.name for one in found))
    except Trouble:
        return Upkeep()


def backup_lines(found: Upkeep) -> Iterator[str]:
    """Say how many backups there are, which is the newest that opens, and what went wrong."""
    count = len(found.names)
    if not count:
        yield _say("no_backups")
    else:
        yield _say("backup_one") if count == 1 else _say("backup_count", count=count)
        newest = next((one for one in found.backups if one.state == "whole"), None)
        if found.backups:
            yield _say("newest", name=newest.name, what=preview(newest)) if newest else _say("none_opens")
    if found.ill:
        yield _say("ill_backups", names=", ".join(found.ill))
    if found.failure:
        day, code = found.failure
        key = code if has(f"commands.doctor.why.{code}") else "other"
        yield _say("failed", day=day, why=say(f"commands.doctor.why.{key}"))
        yield _say("failed_then")


def space_line(folder: Path) -> str:
    """Say how much room there is where the folder is, or will be."""
    from shutil import disk_usage

    size = 0
    for place in (folder, *folder.parents):
        # One that is not there, or may not be looked at, is on the disk of what it would be in.
        with suppress(OSError):
            size = disk_usage(place).free // _MB
            break
    return _say("little_space" if size < _LITTLE_MB else "free_space", size=size)


def clock_line(newest: datetime | None, now: datetime) -> str:
    """Say whether anything was kept at a time that is still to come."""
    if newest is not None and newest > now + _AHEAD:
        return _say("clock_ahead", day=newest.date())
    return _say("clock_right")


def _say(key: str, **facts: object) -> str:
    return say(f"commands.doctor.says.{key}", **facts)
