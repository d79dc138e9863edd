"""Deleting everything: every file of the couple goes, and a kill in between changes nothing about that."""

from __future__ import annotations

import os
import re
from pathlib import Path

from coreg.store import disk
from coreg.store.backups import FOLDER
from coreg.store.conversion import STAGES
from coreg.store.copies import SUFFIXES

MARK = "coreg.gone"
"""A file that is there while everything is being deleted; the next start goes on as long as it is."""

_OURS = re.compile(r"(home|private|pending|live|\d{4})(\.(conflict|damaged)-[1-9][0-9]*)?")


def wipe(folder: Path) -> None:
    """Remove every file of the couple from their folder; the lock stays, and what is not ours does.

    Raises Trouble: read_only, cannot_write, cannot_read; done again, it goes on where it stopped.
    """
    disk.put(folder / MARK, b"")
    with disk.told(folder, reading=True):
        paths = [path for path in sorted(folder.iterdir()) if _is_ours(path)]
    for path in paths:
        # A book may be a link to one on a stick.
        disk.remove(Path(os.path.realpath(path)))
        disk.remove(path)
    for name in (FOLDER, *STAGES):
        disk.remove_folder(folder / name)
    disk.remove(folder / MARK)


def finish_wiping(folder: Path) -> None:
    """Go on with what an earlier run began. Raises as `wipe` does."""
    if disk.mark_of(folder / MARK):
        wipe(folder)


def _is_ours(path: Path) -> bool:
    return path.name == disk.TEMP or (path.suffix in SUFFIXES and _OURS.fullmatch(path.stem) is not None)
