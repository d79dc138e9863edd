"""Ends a block by an exception where a signal would end the process, so that what it set up is put back."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ending_by_exception"]


@contextmanager
def ending_by_exception() -> Iterator[None]:
    """Turn the signals that end a process into SystemExit, until somebody else handles them."""
    names = ("SIGTERM",) if sys.platform == "win32" else ("SIGTERM", "SIGHUP")
    before = {number: signal.signal(number, _leave) for number in (getattr(signal, name) for name in names)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(number: int, frame: object) -> NoReturn:
    del frame
    raise SystemExit(128 + number)
