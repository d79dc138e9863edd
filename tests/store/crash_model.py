"""A model of what a power cut can leave of a folder, from a recording of what was done to it.

After the manner of SQLite's crash tests: what was written and not flushed may be there, be gone, be cut or be
zeros; what was made, renamed or removed since the folder was last flushed may have happened or not, each by
itself.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations
from pathlib import Path
from typing import Any, TypeAlias

import pytest

DirOp: TypeAlias = tuple[str, str, int]
"""What happened to which name ("link", "rename", "unlink"), and the inode that is meant."""

Event: TypeAlias = tuple[Any, ...]

FATES = ("kept", "lost", "cut", "zeros")
_MANY = 6
_OPEN, _WRITE, _FSYNC, _CLOSE, _REPLACE, _UNLINK = (
    os.open, os.write, os.fsync, os.close, os.replace, os.unlink,
)  # fmt: skip


@dataclass
class Recorder:
    """Watches `os` and notes everything that is done to files of one folder, and when it was acknowledged."""

    folder: Path
    events: list[Event] = field(default_factory=list)
    _handles: dict[int, int] = field(default_factory=dict)
    _names: dict[str, int] = field(default_factory=dict)
    _count: int = 0

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Stand between `os` and whoever uses it."""
        for name in ("open", "write", "fsync", "close", "replace", "unlink"):
            patch.setattr(os, name, getattr(self, f"_{name}"))

    def ack(self) -> None:
        """Note that somebody was told "it is kept"."""
        self.events.append(("ack",))

    def _here(self, path: str | os.PathLike[str]) -> str | None:
        found = Path(path)
        return found.name if found.parent == self.folder else None

    def _open(self, path: str | os.PathLike[str], flags: int, mode: int = 0o777) -> int:
        handle = _OPEN(path, flags, mode)
        name = self._here(path)
        if name and flags & os.O_TRUNC:
            if name not in self._names:
                self._count += 1
                self._names[name] = self._count
            inode = self._handles[handle] = self._names[name]
            self.events += [("truncate", inode), ("dir", ("link", name, inode))]
        return handle

    def _write(self, handle: int, data: memoryview) -> int:
        # In two pieces, so that a cut can fall between them.
        count = _WRITE(handle, data[: max(1, len(data) // 2)])
        if handle in self._handles:
            self.events.append(("write", self._handles[handle], bytes(data[:count])))
        return count

    def _fsync(self, handle: int) -> None:
        _FSYNC(handle)
        if handle in self._handles:
            self.events.append(("sync", self._handles[handle]))
        elif os.path.samestat(os.fstat(handle), self.folder.stat()):
            self.events.append(("sync folder",))

    def _close(self, handle: int) -> None:
        self._handles.pop(handle, None)
        _CLOSE(handle)

    def _replace(self, old: str | os.PathLike[str], new: str | os.PathLike[str]) -> None:
        _REPLACE(old, new)
        before, after = self._here(old), self._here(new)
        if before and after:
            inode = self._names[after] = self._names.pop(before)
            self.events.append(("dir", ("rename", f"{before}/{after}", inode)))

    def _unlink(self, path: str | os.PathLike[str]) -> None:
        _UNLINK(path)
        name = self._here(path)
        if name:
            self.events.append(("dir", ("unlink", name, self._names.pop(name, 0))))


@dataclass
class Disk:
    """What is on the disk for certain, and what may be."""

    names: dict[str, int]
    flushed: dict[int, bytes]
    now: dict[int, bytes]
    loose: list[DirOp] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Mapping[str, bytes]) -> "Disk":
        """Begin with these files, all flushed; their inodes are below zero, out of the recorder's way."""
        names = {name: -number for number, name in enumerate(folder, 1)}
        data = {names[name]: content for name, content in folder.items()}
        return cls(names, dict(data), dict(data))

    def apply(self, event: Event) -> None:
        """Let one recorded event happen."""
        match event:
            case ("dir", op):
                self.loose.append(op)
            case ("truncate", inode):
                self.now[inode] = b""
            case ("write", inode, data):
                self.now[inode] += data
            case ("sync", inode):
                self.flushed[inode] = self.now[inode]
            case ("sync folder",):
                self.names = _linked(self.names, self.loose)
                self.loose = []

    def after_a_cut(self) -> Iterator[dict[str, bytes]]:
        """Yield every folder that may be found when the power comes back."""
        for happened in self._choices():
            names = _linked(self.names, happened)
            for fate in FATES:
                yield {name: self._content(inode, fate) for name, inode in names.items()}

    def _choices(self) -> Iterator[Iterable[DirOp]]:
        counts = range(len(self.loose) + 1)
        if len(self.loose) > _MANY:
            return (self.loose[:count] for count in counts)
        return chain.from_iterable(combinations(self.loose, count) for count in counts)

    def _content(self, inode: int, fate: str) -> bytes:
        now, flushed = self.now[inode], self.flushed.get(inode, b"")
        if now == flushed or fate == "kept":
            return now
        if fate == "lost":
            return flushed
        return now[: len(now) // 2] if fate == "cut" else bytes(len(now))


def _linked(names: Mapping[str, int], ops: Iterable[DirOp]) -> dict[str, int]:
    found = dict(names)
    for what, name, inode in ops:
        if what == "rename":
            before, _, after = name.partition("/")
            found[after] = inode
            if found.get(before) == inode:
                del found[before]
        elif what == "link":
            found[name] = inode
        else:
            found.pop(name, None)
    return found


def cuts(before: Mapping[str, bytes], events: list[Event]) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Yield, once each, how many acknowledgements had been given and a folder that may be found then."""
    disk = Disk.of(before)
    acks = 0
    yielded: set[tuple[int, frozenset[tuple[str, bytes]]]] = set()
    for event in chain([("begin",)], events):
        acks += event == ("ack",)
        disk.apply(event)
        for folder in disk.after_a_cut():
            key = acks, frozenset(folder.items())
            if key not in yielded:
                yielded.add(key)
                yield acks, folder
