"""A date of theirs as a new file for a calendar program, in the home folder, where both will find it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from coreg.content import explain, say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from coreg.screens.house import House

__all__ = ["write_date"]

_LENGTH = timedelta(minutes=30)
"""How long a return stands in a calendar."""


def write_date(house: House, uid: str, when: date | datetime) -> str:
    """Write a moment, or a whole day, and return the sentence about it; it waits for the disk.

    A calendar is often somebody else's computer: the file has a neutral title, and not what it is about.
    """
    from coreg.share.calendar import day_to_ics, to_ics
    from coreg.share.new_file import write_new

    title, now = say("calendar.title"), house.now()
    if isinstance(when, datetime):
        data = to_ics(uid, title, when, _LENGTH, now)
    else:
        data = day_to_ics(uid, title, when, now)
    name = f"time-for-two-{when:%Y-%m-%d}.ics"
    try:
        path = write_new(f"~/{name}", name, data)
    except Trouble as trouble:
        if trouble.code == "export_no_folder":
            return say("calendar.no_folder")
        if trouble.code == "export_exists":
            return say("calendar.exists", path=_short(str(trouble.facts["path"])))
        return explain(trouble)
    return say("calendar.written", path=_short(str(path)))


def _short(path: str) -> str:
    """Return a path as people write it: their own folder is ``~``."""
    home = Path("~").expanduser()
    return str(Path("~") / Path(path).relative_to(home)) if Path(path).is_relative_to(home) else path
