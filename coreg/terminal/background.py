"""Whether the terminal's background is dark or light: asked once, before Textual runs.

OSC 11 asks for the colour and DA1, which every terminal answers, stands behind it as a fence: when the fence
is answered, no colour will come any more. What was typed meanwhile is kept for the driver.
"""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal

if sys.platform != "win32":
    import termios

__all__ = ["PATIENCE", "Tone", "probe", "take_typed_ahead", "tone_of", "without_replies"]

Tone = Literal["night", "day"]

PATIENCE = 0.1
"""Seconds a mute terminal is waited for."""

_ASK = b"\x1b]11;?\x1b\\\x1b[c"
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
_FENCE = re.compile(rb"\x1b\[\?[0-9;]*c")
_REPLY = re.compile(rb"\x1b\]1[01];[^\x07\x1b]{0,40}(?:\x07|\x1b\\)|\x1b\[\?[0-9;]*c")
_HALF = 0.5

_typed_ahead = bytearray()


def tone_of(reply: bytes) -> Tone | None:
    """Return how bright the colour in an answer to OSC 11 is; None when there is none in it."""
    found = _COLOUR.search(reply)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    # Relative luminance of the sRGB primaries (ITU-R BT.709), good enough without the gamma.
    return "day" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _HALF else "night"


def without_replies(data: bytes) -> bytes:
    """Return input without answers to the probe, which Textual would take for typing."""
    return _REPLY.sub(b"", data) if b"\x1b" in data else data


def take_typed_ahead() -> bytes:
    """Hand over, once, what was typed while the probe listened."""
    typed = bytes(_typed_ahead)
    _typed_ahead.clear()
    return typed


def probe(patience: float = PATIENCE) -> Tone | None:
    """Ask the terminal for its background; waits at most that many seconds, usually one to three ms.

    Call it right before the app runs: an answer that comes late is then dropped by the driver. None: the
    terminal does not say (tmux before 3.4, the Linux console, Windows), or there is no terminal.
    """
    if sys.platform == "win32" or os.environ.get("TERM", "") in ("", "dumb", "linux"):
        return None
    try:
        keyboard, screen = sys.stdin.fileno(), sys.stderr.fileno()
        with _listening(keyboard):
            os.write(screen, _ASK)
            reply = _read_to_fence(keyboard, time.monotonic() + patience)
    except (AttributeError, OSError, ValueError, termios.error):
        return None
    _typed_ahead.extend(without_replies(reply))
    return tone_of(reply)


@contextmanager
def _listening(keyboard: int) -> Iterator[None]:
    """Read byte by byte without echo; a signal meanwhile waits until the terminal is as it was."""
    before = termios.tcgetattr(keyboard)
    wanted = termios.tcgetattr(keyboard)
    wanted[3] &= ~(termios.ECHO | termios.ICANON)
    held = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP}
    held_before = signal.pthread_sigmask(signal.SIG_BLOCK, held)
    try:
        termios.tcsetattr(keyboard, termios.TCSANOW, wanted)
        yield
    finally:
        with suppress(termios.error):
            termios.tcsetattr(keyboard, termios.TCSANOW, before)
        signal.pthread_sigmask(signal.SIG_SETMASK, held_before)


def _read_to_fence(keyboard: int, deadline: float) -> bytes:
    reply = b""
    while not _FENCE.search(reply):
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([keyboard], [], [], left)[0]:
            break
        data = os.read(keyboard, 4096)
        if not data:
            break
        reply += data
    return reply
