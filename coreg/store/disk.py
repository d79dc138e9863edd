"""Putting bytes on disk so that they are there, whole, or not at all.

A file is written beside its place under one fixed name, flushed, renamed into place, and the folder is
flushed: a kill, a full disk or a power cut leaves the old content or the new, never a mixture. Everything
that goes wrong here ends as Trouble.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from coreg.record.trouble import Trouble

TEMP = "coreg.tmp"
"""The one name under which anything is written before it takes its place."""

LIMIT = 64 * 2**20
"""Bytes a book may have. Twenty thousand notes of 400 characters make eight million."""

_BINARY: int = getattr(os, "O_BINARY", 0)
_NOFOLLOW: int = getattr(os, "O_NOFOLLOW", 0)
_NONBLOCK: int = getattr(os, "O_NONBLOCK", 0)
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NOFOLLOW | _BINARY
_READ = os.O_RDONLY | _NONBLOCK | _BINARY

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


@dataclass(frozen=True, slots=True)
class Mark:
    """What a file looked like when it was last read or written; any other mark means another hand."""

    inode: int
    mtime_ns: int
    size: int


@contextmanager
def told(path: Path, *, reading: bool = False) -> Iterator[None]:
    """Turn what the system says into Trouble: disk_full, read_only, cannot_write; or cannot_read."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise Trouble(_code(error, reading=reading), path=str(path)) from None


def _code(error: Exception, *, reading: bool) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if reading:
        return "cannot_read"
    if number in _FULL:
        return "disk_full"
    return "read_only" if number in _REFUSED else "cannot_write"


def make_folder(folder: Path) -> None:
    """Make the folder and what leads to it, for nobody else to look into.

    Raises Trouble: read_only for a folder that may not be written, which stays so; cannot_write, disk_full.
    """
    with told(folder):
        missing = [folder] if not folder.exists() else []
        while missing and not missing[-1].parent.exists():
            missing.append(missing[-1].parent)
        for path in reversed(missing):
            path.mkdir(mode=0o700)
            sync_folder(path.parent)
        mode = stat.S_IMODE(folder.stat().st_mode)
        if mode & 0o077:
            with suppress(PermissionError):
                folder.chmod(mode & 0o700)
        if not os.access(folder, os.W_OK):
            raise Trouble("read_only", path=str(folder))


def mark_of(path: Path) -> Mark | None:
    """Look at the file without opening it; None where there is none."""
    with told(path, reading=True):
        try:
            return _mark(path.stat())
        except FileNotFoundError:
            return None


def read(path: Path, limit: int = LIMIT) -> tuple[bytes, Mark] | None:
    """Read a whole file and its mark; None where there is none.

    Raises Trouble: cannot_read, or damaged for what is no file or has more than `limit` bytes.
    """
    with told(path, reading=True):
        try:
            handle = os.open(path, _READ)
        except FileNotFoundError:
            return None
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode) or found.st_size > limit:
                raise Trouble("damaged", file=path.name)
            chunks = list(iter(lambda: os.read(handle, found.st_size + 1), b""))
        finally:
            os.close(handle)
    return b"".join(chunks), _mark(found)


def put(path: Path, data: bytes, *, sync: bool = True) -> Mark:
    """Give the file this content, atomically. A link is followed, a file that is read-only is respected.

    When it returns the content is on disk; with `sync=False` only once `sync_folder` was called, unless a
    link led to another folder.
    Raises Trouble: read_only, disk_full, cannot_write. The old content is still there then, or, if only the
    last flush failed, the new one.
    """
    with told(path):
        real = Path(os.path.realpath(path))
        if real.exists() and not os.access(real, os.W_OK):
            raise Trouble("read_only", path=str(path))
        temp = real.with_name(TEMP)
        try:
            mark = _write(temp, data)
            temp.replace(real)
        except BaseException:
            with suppress(OSError):
                temp.unlink()
            raise
        if sync or real.parent != path.parent:
            sync_folder(real.parent)
    return mark


def share(path: Path, source: Path) -> None:
    """Make `path` the very file that `source` is; where links are refused, another with the same content.

    It is on disk once `sync_folder` was called.
    Raises Trouble: read_only, disk_full, cannot_write, cannot_read, damaged.
    """
    temp = path.with_name(TEMP)
    remove(temp, sync=False)
    try:
        temp.hardlink_to(source)
    except OSError:
        found = read(source)
        put(path, found[0] if found else b"", sync=False)
        return
    with told(path):
        temp.replace(path)


def move(path: Path, to: Path) -> None:
    """Give the file another name in its folder."""
    with told(path):
        path.replace(to)
        sync_folder(to.parent)


def remove(path: Path, *, sync: bool = True) -> None:
    """Take the file away if it is there."""
    with told(path):
        path.unlink(missing_ok=True)
        if sync:
            sync_folder(path.parent)


def remove_folder(folder: Path) -> None:
    """Take a folder, or a file, away with all that is in it, if it is there; what a link leads to stays."""
    with told(folder):
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        elif folder.exists():
            for path in folder.iterdir():
                remove_folder(path)
            folder.rmdir()
        else:
            return
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Flush what was made, renamed and removed in the folder. Raises OSError; wrap in `told`."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


def _write(path: Path, data: bytes) -> Mark:
    handle = os.open(path, _WRITE, 0o600)
    try:
        if sys.platform != "win32":
            os.fchmod(handle, 0o600)
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        _flush(handle)
        return _mark(os.fstat(handle))
    finally:
        os.close(handle)


def _flush(handle: int) -> None:
    if sys.platform == "darwin":
        import fcntl

        # Plain fsync leaves the data in the drive's own memory there.
        with suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _mark(found: os.stat_result) -> Mark:
    return Mark(found.st_ino, found.st_mtime_ns, found.st_size)
