"""What a measured program finds around it: a person's environment, a terminal of so many cells."""

from __future__ import annotations

import fcntl
import os
import struct
import termios
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ROOT", "become", "environment"]

ROOT = Path(__file__).resolve().parent.parent

# The first two would have everything compiled anew at each start, and a frame sent in pieces.
_DROPPED = (
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
    "NO_COLOR",
    "FORCE_COLOR",
    "LINES",
    "COLUMNS",
    "CI",
)


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a person with an empty home folder and a good terminal."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _DROPPED and not name.startswith(("TEXTUAL", "COREG", "XDG_", "COVERAGE"))
    }
    own = {"HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    own["COREG_SOUND"] = "off"  # whether there is a device to play on would be measured, too
    return {**kept, **own, **(more or {})}


def become(command: Sequence[str], env: Mapping[str, str], size: tuple[int, int]) -> NoReturn:
    """Turn the child into the program."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.setpriority(os.PRIO_PROCESS, 0, 0)
        os.chdir(ROOT)
        os.execvpe(command[0], list(command), dict(env))
    finally:
        os._exit(127)
