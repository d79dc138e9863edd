"""Which files of a folder other people on the machine can read."""

from __future__ import annotations

import sys
from pathlib import Path

from coreg.store import disk


def open_to_others(folder: Path) -> list[Path]:
    """Find what others can read: the folder first, its files, and all that is in its folders.

    Raises Trouble cannot_read.
    """
    if sys.platform == "win32":
        return []
    with disk.told(folder, reading=True):
        paths = [folder, *sorted(path for path in folder.rglob("*") if not path.is_symlink())]
        return [path for path in paths if path.stat().st_mode & 0o077]
