"""Writes a new file for a person: never over anything, whole or not at all, readable by its owner alone."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from coreg.record.text import clean
from coreg.record.trouble import Trouble

__all__ = ["write_new"]

_CLAIM = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})


def write_new(asked: str, name: str, data: bytes) -> Path:
    """Write the data to a free path, or under ``name`` in a folder that is there; return the path.

    The name is claimed first, with an empty file, and then replaced by the whole one: so two who write at
    once never overwrite each other, on any file system.

    Raises:
        Trouble: ``export_exists`` {path}, ``export_no_folder`` {path}, ``cannot_write`` {path},
        ``disk_full`` {path}.
    """
    try:
        path = Path(asked).expanduser().absolute()
    except RuntimeError:  # nobody has a home folder of this name
        raise Trouble("export_no_folder", path=clean(asked, multiline=False)) from None
    if _is_folder(path):
        path /= name
    try:
        os.close(os.open(path, _CLAIM, 0o600))
    except FileExistsError:
        raise Trouble("export_exists", path=_shown(path)) from None
    except (FileNotFoundError, NotADirectoryError):
        raise Trouble("export_no_folder", path=_shown(path.parent)) from None
    except (OSError, ValueError):
        raise Trouble("cannot_write", path=_shown(path)) from None
    try:
        _fill(path, data)
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise Trouble(
                "disk_full" if error.errno in _FULL else "cannot_write", path=_shown(path)
            ) from None
        raise
    return path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it may not be looked at, or its name is too long: to open it says so
        return False


def _fill(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(draft, _CLAIM, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _shown(path: Path) -> str:
    return clean(str(path), multiline=False)
