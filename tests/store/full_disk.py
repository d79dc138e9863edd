"""A disk that takes nothing for a while, or only some files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.store import disk

__all__ = ["FullDisk"]


class FullDisk:
    """Stands before the real one, which has room until it is said to have none."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Stand there until the patches are taken back."""
        self._refuses: Callable[[Path], bool] = lambda _: False
        before = disk.put

        def put(path: Path, data: bytes, *, sync: bool = True) -> disk.Mark:
            if self._refuses(path):
                raise Trouble("disk_full", path=str(path))
            return before(path, data, sync=sync)

        monkeypatch.setattr(disk, "put", put)

    def fill(self) -> None:
        """Take nothing any more."""
        self._refuses = lambda _: True

    def refuse_books(self) -> None:
        """Take nothing but the living session."""
        self._refuses = lambda path: path.name != "live.json"

    def refuse(self, name: str) -> None:
        """Take nothing under this name, whatever its ending."""
        self._refuses = lambda path: path.stem == name

    def make_room(self) -> None:
        """Take everything again."""
        self._refuses = lambda _: False
