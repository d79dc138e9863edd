"""The backup of a first day. What other days begin with does not exist yet, so it is made at its leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble
from coreg.store import disk
from coreg.store.backup import order

if TYPE_CHECKING:
    from datetime import date

    from coreg.store.backups import Backups

AT_LEAVING = "at-leaving"
"""What such a backup is called."""


def keep_first_day(backups: Backups, day: date) -> None:
    """Make a backup of what there is, unless there is one of an earlier day.

    The one of an earlier leaving on the same day goes after it. What cannot be made is no Trouble here:
    `Backups.failure` tells.
    """
    try:
        places = {name: place for name in backups.names() if (place := order(name))}
        if any(place[0] < day for place in places.values()):
            return
        earlier = [name for name, (_, _, what) in places.items() if what == AT_LEAVING]
        if backups.make(AT_LEAVING, day):
            for name in earlier:
                # Under its own name it would be a backup that is not whole, if this were stopped halfway.
                disk.move(backups.folder / name, backups.folder / disk.TEMP)
                disk.remove_folder(backups.folder / disk.TEMP)
    except Trouble as trouble:
        backups.remember(day, trouble.code)
