"""A model of what a power cut can leave of a folder, from a recording of what was done to it.

After the manner of SQLite's crash tests: what was written and not flushed may be there, be gone, be cut or be
zeros; what was made, renamed or removed since its folder was last flushed may have happened or not, each by
itself. A folder in it that was not flushed where it lies is gone with all that is in it.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, combinations
from pathlib import Path
from typing import Any, TypeAlias

import pytest

DirOp: TypeAlias = tuple[int, str, str, int]
"""In which folder, from which name ("": it is new), to which ("": it goes), and the inode that is meant."""

Event: TypeAlias = tuple[Any, ...]

FATES = ("kept", "lost", "cut", "zeros")
ROOT = 0
"""The inode of the folder that is watched."""

_MANY = 6
_WATCHED = ("open", "write", "fsync", "close", "replace", "unlink", "link", "mkdir", "rmdir")
_REAL = {name: getattr(os, name) for name in _WATCHED}
_Path: TypeAlias = str | os.PathLike[str]


@dataclass
class Recorder:
    """Watches `os` and notes everything that is done below one folder, and when it was acknowledged."""

    folder: Path
    events: list[Event] = field(default_factory=list)
    _handles: dict[int, int] = field(default_factory=dict)
    _inodes: dict[Path, int] = field(default_factory=dict)
    _count: int = 0

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Stand between `os` and whoever uses it."""
        self._inodes = {self.folder: ROOT}
        files = sorted(path for path in self.folder.iterdir() if path.is_file() and path.suffix != ".lock")
        self._inodes |= {path: -number for number, path in enumerate(files, 1)}
        for name in _WATCHED:
            patch.setattr(os, name, getattr(self, f"_{name}"))

    def ack(self) -> None:
        """Note that somebody was told "it is kept"."""
        self.events.append(("ack",))

    def _new(self, path: Path) -> int:
        self._count += 1
        self._inodes[path] = self._count
        return self._count

    def _note(self, path: Path, old: str, new: str, inode: int) -> None:
        if path in self._inodes:
            self.events.append(("dir", (self._inodes[path], old, new, inode)))

    def _open(self, path: _Path, flags: int, mode: int = 0o777) -> int:
        handle: int = _REAL["open"](path, flags, mode)
        found = Path(path)
        if found.parent in self._inodes and flags & os.O_TRUNC:
            fresh = found not in self._inodes
            inode = self._handles[handle] = self._new(found) if fresh else self._inodes[found]
            self.events.append(("truncate", inode))
            self._note(found.parent, "", found.name, inode)
        elif found in self._inodes:
            self._handles[handle] = self._inodes[found]
        return handle

    def _write(self, handle: int, data: memoryview) -> int:
        # In two pieces, so that a cut can fall between them.
        count: int = _REAL["write"](handle, data[: max(1, len(data) // 2)])
        if handle in self._handles:
            self.events.append(("write", self._handles[handle], bytes(data[:count])))
        return count

    def _fsync(self, handle: int) -> None:
        _REAL["fsync"](handle)
        if handle in self._handles:
            self.events.append(("sync", self._handles[handle]))

    def _close(self, handle: int) -> None:
        self._handles.pop(handle, None)
        _REAL["close"](handle)

    def _replace(self, old: _Path, new: _Path) -> None:
        _REAL["replace"](old, new)
        before, after = Path(old), Path(new)
        if before in self._inodes:
            moved = [path for path in self._inodes if path.is_relative_to(before)]
            for path in moved:
                self._inodes[after / path.relative_to(before)] = self._inodes.pop(path)
            self._note(after.parent, before.name, after.name, self._inodes[after])

    def _link(self, source: _Path, path: _Path, **more: bool) -> None:
        _REAL["link"](source, path, **more)
        if Path(source) in self._inodes:
            inode = self._inodes[Path(path)] = self._inodes[Path(source)]
            self._note(Path(path).parent, "", Path(path).name, inode)

    def _mkdir(self, path: _Path, mode: int = 0o777) -> None:
        _REAL["mkdir"](path, mode)
        if Path(path).parent in self._inodes:
            inode = self._new(Path(path))
            self.events.append(("mkdir", inode))
            self._note(Path(path).parent, "", Path(path).name, inode)

    def _unlink(self, path: _Path) -> None:
        _REAL["unlink"](path)
        self._gone(Path(path))

    def _rmdir(self, path: _Path) -> None:
        _REAL["rmdir"](path)
        self._gone(Path(path))

    def _gone(self, path: Path) -> None:
        if path in self._inodes:
            self._note(path.parent, path.name, "", self._inodes.pop(path))


Names: TypeAlias = dict[tuple[int, str], int]
"""What is called how in which folder."""


@dataclass
class Disk:
    """What is on the disk for certain, and what may be."""

    names: Names
    flushed: dict[int, bytes]
    now: dict[int, bytes]
    folders: set[int] = field(default_factory=lambda: {ROOT})
    loose: list[DirOp] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Mapping[str, bytes]) -> "Disk":
        """Begin with these files, all flushed; their inodes are below zero, out of the recorder's way."""
        names = {(ROOT, name): -number for number, name in enumerate(sorted(folder), 1)}
        data = {inode: folder[name] for (_, name), inode in names.items()}
        return cls(names, dict(data), dict(data))

    def apply(self, event: Event) -> None:
        """Let one recorded event happen."""
        match event:
            case ("dir", op):
                self.loose.append(op)
            case ("mkdir", inode):
                self.folders.add(inode)
            case ("truncate", inode):
                self.now[inode] = b""
            case ("write", inode, data):
                self.now[inode] += data
            case ("sync", inode) if inode in self.folders:
                self.names = _linked(self.names, [op for op in self.loose if op[0] == inode])
                self.loose = [op for op in self.loose if op[0] != inode]
            case ("sync", inode):
                self.flushed[inode] = self.now[inode]

    def after_a_cut(self) -> Iterator[dict[str, bytes]]:
        """Yield every folder that may be found when the power comes back, files by their path."""
        for happened in self._choices():
            files = dict(self._files(_linked(self.names, happened), ROOT, ""))
            for fate in FATES:
                yield {path: self._content(inode, fate) for path, inode in files.items()}

    def _files(self, names: Names, folder: int, path: str) -> Iterator[tuple[str, int]]:
        for (parent, name), inode in names.items():
            if parent == folder and inode in self.folders:
                yield from self._files(names, inode, f"{path}{name}/")
            elif parent == folder:
                yield path + name, inode

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


def _linked(names: Names, ops: Iterable[DirOp]) -> Names:
    found = dict(names)
    for folder, old, new, inode in ops:
        if new:
            found[folder, new] = inode
        if old and found.get((folder, old)) == inode:
            del found[folder, old]
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
