"""How a command speaks: data to standard output, talk to standard error, both in UTF-8."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

from coreg.record.text import clean
from coreg.record.trouble import Trouble

__all__ = ["finish", "hush", "prepare", "put", "tell"]


def prepare() -> None:
    """Make both streams speak UTF-8, whatever the locale says; a lone surrogate is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(text: str) -> None:
    """Write data, a line at a time.

    Raises:
        BrokenPipeError: whoever read it has gone.
        Trouble: ``cannot_print``; it cannot be written.
    """
    if sys.stdout is None:
        raise Trouble("cannot_print")
    try:
        sys.stdout.write(text + "\n")
    except BrokenPipeError:
        raise
    except OSError:
        raise Trouble("cannot_print") from None


def tell(text: str) -> None:
    """Say something to the person, without what a terminal obeys; nobody to hear it is no failure."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(clean(text) + "\n")
            sys.stderr.flush()
        except OSError:
            return


def finish() -> None:
    """See that all the data is out. Raises like :func:`put`."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        raise Trouble("cannot_print") from None


def hush() -> None:
    """Let what is still to be written go nowhere, so that the interpreter does not fail on it."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, AttributeError):
        return
