"""What is said and noted when the program fails: one sentence, the kind of error and where it happened.

Never the text of the error, never a local variable: both may hold what somebody wrote.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

__all__ = ["Crash", "crash_of", "hush", "note", "sentence"]

FALLBACK = "coreg made a mistake of its own and had to close; what you kept is safe ({code})."
"""The sentence when the words themselves cannot be read."""

_HERE = Path(__file__).resolve().parent
_PACKAGE = _HERE.parent


@dataclass(frozen=True, slots=True)
class Crash:
    """An unhandled error, without anything somebody wrote."""

    kind: str
    """Name of the error's class, such as ``KeyError``."""
    place: str
    """File and line, such as ``evening/runner.py:88``; ``?`` when it is not known."""

    @property
    def code(self) -> str:
        """Both in a few characters, to be told to those who mend it."""
        return f"{self.kind} {self.place}"


def crash_of(error: BaseException) -> Crash:
    """Return what may be told of an error; of one that a worker wraps, what it wraps."""
    inner = getattr(error, "error", None)
    if isinstance(inner, BaseException):
        error = inner
    return Crash(type(error).__name__, _place(error.__traceback__))


def sentence(crash: Crash) -> str:
    """Return the one sentence that a person reads."""
    try:
        from coreg.content import say

        return say("errors.crash", code=crash.code)
    except Exception:  # the words may be what is broken
        return FALLBACK.format(code=crash.code)


def note(crash: Crash, path: Path | None) -> None:
    """Add one line to a log that only its owner can read; None: there is no log. Never raises."""
    if path is None:
        return
    from datetime import UTC, datetime

    line = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} WARNING crash {crash.code}\n"
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(path, flags, 0o600)
        try:
            os.write(descriptor, line.encode())
        finally:
            os.close(descriptor)


def hush(path: Path | None = None) -> None:
    """Let no unhandled error print more than the sentence, wherever it happens; ``path`` is the log.

    For the whole process, on the command line too: a traceback quotes the error's own text.
    """

    def tell(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        crash = crash_of(error)
        note(crash, path)
        if not isinstance(error, KeyboardInterrupt):
            say_aloud(crash)

    def tell_thread(trouble: threading.ExceptHookArgs) -> None:
        if trouble.exc_value is not None:
            tell(trouble.exc_type, trouble.exc_value, trouble.exc_traceback)

    def tell_unraisable(trouble: sys.UnraisableHookArgs) -> None:
        if trouble.exc_value is not None:
            note(crash_of(trouble.exc_value), path)

    sys.excepthook = tell
    threading.excepthook = tell_thread
    sys.unraisablehook = tell_unraisable


def say_aloud(crash: Crash) -> None:
    """Print the sentence for a person; a terminal that is gone is no further trouble."""
    import shutil
    import textwrap

    if sys.stderr is not None:
        with suppress(OSError, ValueError):
            width = max(20, shutil.get_terminal_size().columns - 1)
            sys.stderr.write(textwrap.fill(sentence(crash), width, break_on_hyphens=False) + "\n")
            sys.stderr.flush()


def _place(trace: TracebackType | None) -> str:
    """Return the innermost place in our own rooms, or else the innermost of all."""
    ours, last = "", "?"
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        last = f"{path.name}:{trace.tb_lineno}"
        # Everything runs inside this room, so it tells nothing.
        if path.is_relative_to(_PACKAGE) and not path.is_relative_to(_HERE):
            ours = f"{path.relative_to(_PACKAGE).as_posix()}:{trace.tb_lineno}"
        trace = trace.tb_next
    return ours or last
