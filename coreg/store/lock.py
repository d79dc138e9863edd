"""The right to write, held by one instance for its run.

The kernel holds it, so a killed instance leaves nothing behind. The file itself is never removed: removing it
would let two instances hold two files of the same name.
"""

import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import orjson

from coreg.record.text import clean
from coreg.record.trouble import Trouble
from coreg.store.disk import told

NAME = "home.coreg.lock"

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
_NOTE_BYTES = 500
_LONGEST = 40


class Lock:
    """The held lock of a folder; made by taking it."""

    def __init__(self, folder: Path, now: datetime) -> None:
        """Take the lock, or raise Trouble: busy with `since` and `where`, read_only, cannot_write."""
        path = folder / NAME
        with told(path):
            self._handle = os.open(path, _FLAGS, 0o600)
            try:
                _take(self._handle, now)
                _write_note(self._handle, now)
            except BaseException:
                os.close(self._handle)
                raise

    def release(self) -> None:
        """Let go of it."""
        with suppress(OSError):
            os.close(self._handle)


def _take(handle: int, now: datetime) -> None:
    try:
        _claim(handle)
    except BlockingIOError:
        raise Trouble("busy", **_read_note(handle, now)) from None


def _claim(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        # One byte far behind the note, which stays readable for the others.
        os.lseek(handle, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            raise BlockingIOError from None
        return
    import fcntl

    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _write_note(handle: int, now: datetime) -> None:
    """Say since when and where; a full disk is no reason not to hold the lock."""
    with suppress(OSError):
        os.lseek(handle, 0, os.SEEK_SET)
        os.ftruncate(handle, 0)
        os.write(handle, orjson.dumps({"since": now.isoformat(), "where": _where()}))


def _read_note(handle: int, now: datetime) -> dict[str, str]:
    """Read what the holder said; a moment after it took the lock there may be nothing yet."""
    since, where = now, "?"
    with suppress(OSError, ValueError, TypeError, KeyError):
        os.lseek(handle, 0, os.SEEK_SET)
        note = orjson.loads(os.read(handle, _NOTE_BYTES))
        since = datetime.fromisoformat(note["since"]).astimezone(now.tzinfo)
        where = clean(str(note["where"]), multiline=False)[:_LONGEST]
    shape = "%H:%M" if since.date() == now.date() else "%Y-%m-%d %H:%M"
    return {"since": since.strftime(shape), "where": where}


def _where() -> str:
    """Name the terminal, or the process where there is none."""
    if sys.platform != "win32":
        for handle in (0, 1, 2):
            with suppress(OSError):
                return os.ttyname(handle).removeprefix("/dev/")
    return f"process {os.getpid()}"
