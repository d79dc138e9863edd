"""What has to hold before Textual is imported: it reads its settings once, while it is imported.

No Textual here, and nothing that costs a start more than a few milliseconds.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, Protocol

__all__ = ["Limits", "keep_private", "limits", "prepare", "usable"]

FRAMES_PER_SECOND = "240"
"""A key right after a frame waits one to two periods of this rate: at Textual's own 60 up to 33 ms."""
ESCAPE_MILLISECONDS = "25"
"""How long a lone Escape waits for the rest of a sequence; on a slow line ESCDELAY may be set higher."""

_KEPT = frozenset({"TEXTUAL_ANIMATIONS", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM"})
_SET_DUMPABLE = 4

Motion = Literal["full", "reduced", "none"]
Colours = Literal["full", "few", "none"]
Signs = Literal["all", "ascii"]

_MANY_COLOURS = ("-256color", "-kitty", "-direct", "-truecolor")
_BARE = frozenset({"linux", "dumb", "ansi", "cons25", "vt52", "vt100", "vt102", "vt220", "vt320"})
"""Terminals without eighth blocks and braille, by their name in TERM."""
_COERCED = frozenset({"C.UTF-8", "C.utf8", "UTF-8"})
"""What Python puts into LC_CTYPE when the locale is C (PEP 538): it says nothing of the terminal."""


class Stream(Protocol):
    """As much of a file as is asked here."""

    def isatty(self) -> bool:
        """Tell whether it is a terminal."""
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What the terminal can show, and what the environment asks us to leave out."""

    colours: Colours = "full"
    """Few: sixteen. None: ``NO_COLOR`` is set to something (no-color.org): ink alone, the terminal's own."""
    signs: Signs = "all"
    """ASCII: the locale is not UTF-8, or the terminal is known for a small font."""
    motion: Motion = "full"
    """The most that may move, from ``TEXTUAL_ANIMATIONS``; the person's own setting may ask for less."""


def prepare(environ: MutableMapping[str, str] | None = None) -> None:
    """Make the process private and hand Textual the environment it is to read. Call it before the import.

    Textual's switches that log keys or save pictures are taken away; for the rest see :func:`keep_private`.
    """
    tidy(os.environ if environ is None else environ)
    keep_private()


def keep_private() -> None:
    """Keep what is in this process from others: every command does, before it reads anything.

    New files are for their owner alone, no memory is written to disk when the program dies, and on Linux no
    other program of the same person may look into it.
    """
    os.umask(0o077)
    if sys.platform != "win32":
        _no_core_dumps()
    if sys.platform == "linux":
        _no_foreign_readers()


def tidy(environ: MutableMapping[str, str]) -> None:
    """Take Textual's variables away but three harmless ones, and set what coreg needs."""
    for name in [name for name in environ if name.startswith("TEXTUAL") and name not in _KEPT]:
        del environ[name]
    # Textual takes an empty NO_COLOR for a wish; by the convention it is none.
    if not environ.get("NO_COLOR", "set"):
        del environ["NO_COLOR"]
    environ["TEXTUAL_FPS"] = FRAMES_PER_SECOND
    environ.setdefault("ESCDELAY", ESCAPE_MILLISECONDS)


def usable(environ: Mapping[str, str], stdin: Stream | None, screen: Stream | None) -> str | None:
    """Return the code of what stands in the way of a full screen, or None; words stand under ``errors``.

    ``screen`` is the stream Textual draws on, standard error. Codes: ``no_terminal``, ``dumb_terminal``.
    """
    if not _is_terminal(stdin) or not _is_terminal(screen):
        return "no_terminal"
    if environ.get("TERM", "").lower() == "dumb":
        return "dumb_terminal"
    return None


def limits(environ: Mapping[str, str], encoding: str = "utf-8") -> Limits:
    """Read from the environment how much can be shown; ``encoding`` is that of the screen's stream."""
    motions: dict[str, Motion] = {"none": "none", "basic": "reduced"}
    asked = environ.get("TEXTUAL_ANIMATIONS", "").lower()
    signs: Signs = "all" if _is_utf8(encoding) and _shows_all(environ) else "ascii"
    return Limits(_colours(environ), signs, motions.get(asked, "full"))


def _colours(environ: Mapping[str, str]) -> Colours:
    if environ.get("NO_COLOR"):
        return "none"
    system = environ.get("TEXTUAL_COLOR_SYSTEM", "auto").lower()
    if system != "auto":
        return "full" if system in ("truecolor", "256") else "few"
    if sys.platform == "win32" or environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "full"
    # As Rich finds it out: what is drawn is brought down to what it finds.
    return "full" if environ.get("TERM", "").strip().lower().endswith(_MANY_COLOURS) else "few"


def _shows_all(environ: Mapping[str, str]) -> bool:
    """Tell whether a locale that is set is of UTF-8, and the terminal has a large font."""
    if environ.get("TERM", "").lower() in _BARE:
        return False
    said = [environ.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if said[1] in _COERCED and said[2] in ("C", "POSIX"):
        said[1] = ""
    locale = next(filter(None, said), "")
    return not locale or _is_utf8(locale)


def _is_utf8(name: str) -> bool:
    return "utf8" in name.lower().replace("-", "")


def _is_terminal(stream: Stream | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


if sys.platform != "win32":

    def _no_core_dumps() -> None:
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if sys.platform == "linux":

    def _no_foreign_readers() -> None:
        """Other programs of the same person can neither attach nor have the memory dumped through a pipe."""
        try:
            import ctypes

            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
        except (ImportError, OSError, AttributeError):
            return
