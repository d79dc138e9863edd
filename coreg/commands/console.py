"""The terminal the two sit at, opened for itself: what is asked and answered on it goes through no pipe."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Self

from coreg.commands.ending import ending_by_exception
from coreg.record.text import clean
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LONGEST_LINE", "Console", "line_of"]

LONGEST_LINE = 4096
"""Bytes of a line that are read; what is behind them is not looked at."""

_NARROWEST, _USUAL = 20, 80


def line_of(handle: int, at_once: int = 1) -> bytes | None:
    """Read one line without its end; None where nothing is left. Raises OSError.

    A byte at a time nothing behind the line is taken; a terminal hands out lines by itself.
    """
    line = b""
    while not line.endswith(b"\n") and len(line) < LONGEST_LINE:
        piece = os.read(handle, at_once)
        if not piece:
            return line.rstrip(b"\r\n") if line else None
        line += piece
    return line.rstrip(b"\r\n")


def _fitted(text: str, columns: int) -> str:
    """Break lines that are longer than a row between words; what is set in stays set in."""
    from coreg.plain.rows import folded

    rows: list[str] = []
    for line in clean(text).split("\n"):
        indent = " " * (len(line) - len(line.lstrip()))
        rows += folded(line, max(columns - 1, _NARROWEST), indent)
    return "\n".join(rows)


if sys.platform == "win32":
    import msvcrt

    _LOOKS = 0.02
    """Seconds between two looks at the keys."""

    class Console:
        """The window of the console; whatever the standard streams are, keys and words pass them by."""

        def __enter__(self) -> Self:
            """Find it. Raises Trouble locked_no_terminal."""
            try:
                os.close(os.open("CONIN$", os.O_RDWR))
            except OSError:
                raise Trouble("locked_no_terminal") from None
            return self

        def __exit__(self, *_: object) -> None:
            """Leave it as it is."""

        def say(self, text: str) -> None:
            """Show lines."""
            self._put(_fitted(text, _USUAL) + "\n")

        def ask(self, question: str, *, hidden: bool = False) -> str:
            """Return what is typed up to Enter. Raises KeyboardInterrupt for Ctrl+C and for Ctrl+Z."""
            self._put(_fitted(question, _USUAL))
            line = ""
            while (key := msvcrt.getwch()) not in "\r\n":
                if key in "\x03\x1a":
                    raise KeyboardInterrupt
                if key in "\0\xe0":
                    msvcrt.getwch()
                    continue
                line = line[:-1] if key == "\b" else line + key
                if not hidden:
                    self._put("\b \b" if key == "\b" else key)
            self._put("\n")
            return line

        def rest(self, seconds: float) -> str | None:
            """Wait so long (s), or until Enter; return the line typed, or None. Raises like `ask`."""
            from time import monotonic, sleep

            until, line = monotonic() + seconds, ""
            while monotonic() < until:
                if not msvcrt.kbhit():
                    sleep(_LOOKS)
                    continue
                key = msvcrt.getwch()
                if key in "\x03\x1a":
                    raise KeyboardInterrupt
                if key in "\0\xe0":
                    msvcrt.getwch()
                    continue
                self._put("\n" if key in "\r\n" else key)
                if key in "\r\n":
                    return line
                line += key
            return None

        def forget(self, lines: int) -> None:
            """Take back the last lines, where the window can."""
            self._put(f"\x1b[{lines}A\x1b[J")

        def _put(self, text: str) -> None:
            for character in text.replace("\n", "\r\n"):
                msvcrt.putwch(character)

else:
    import select
    import termios

    class Console:
        """The controlling terminal; whatever the standard streams are, keys and words pass them by."""

        def __enter__(self) -> Self:
            """Open it. Raises Trouble locked_no_terminal."""
            try:
                self._handle = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
            except OSError:
                raise Trouble("locked_no_terminal") from None
            return self

        def __exit__(self, *_: object) -> None:
            """Close it."""
            os.close(self._handle)

        def say(self, text: str) -> None:
            """Show lines."""
            self._put(_fitted(text, self._columns()) + "\n")

        def ask(self, question: str, *, hidden: bool = False) -> str:
            """Return what is typed up to Enter. Raises KeyboardInterrupt for Ctrl+C and for Ctrl+D."""
            if not hidden:
                self._put(_fitted(question, self._columns()))
                return self._line()
            with self._unseen():
                try:
                    self._put(_fitted(question, self._columns()))
                    return self._line(hidden=True)
                finally:
                    # What comes next, a shell that has the terminal again, begins a row of its own.
                    self._put("\n")

        def rest(self, seconds: float) -> str | None:
            """Wait so long (s), or until Enter; return the line typed, or None. Raises like `ask`."""
            return self._line() if select.select([self._handle], [], [], seconds)[0] else None

        def forget(self, lines: int) -> None:
            """Take back the last lines, where the terminal can; what it keeps of them is its own."""
            if os.environ.get("TERM", "dumb") != "dumb":
                self._put(f"\x1b[{lines}A\x1b[J")

        def _columns(self) -> int:
            with suppress(OSError):
                return os.get_terminal_size(self._handle).columns or _USUAL
            return _USUAL

        def _put(self, text: str) -> None:
            data = text.encode("utf-8", "replace")
            with suppress(OSError):
                while data:
                    data = data[os.write(self._handle, data) :]

        def _line(self, *, hidden: bool = False) -> str:
            try:
                line = self._bytes()
            except OSError:
                raise Trouble("locked_no_terminal") from None
            except (KeyboardInterrupt, SystemExit):
                if not hidden:
                    # As after Enter, which the terminal shows by itself.
                    self._put("\n")
                raise
            return line.decode("utf-8", "replace")

        def _bytes(self) -> bytes:
            line = line_of(self._handle, LONGEST_LINE)
            if line is None:
                raise KeyboardInterrupt
            return line

        @contextmanager
        def _unseen(self) -> Iterator[None]:
            """Show nothing that is typed, and put the terminal back however this ends.

            Nothing may end or stop the program in between by a key, because the terminal would stay blind.
            """
            before = termios.tcgetattr(self._handle)
            blind = [*before[:6], [*before[6]]]
            blind[3] &= ~termios.ECHO
            for key in (termios.VSUSP, termios.VQUIT):
                blind[6][key] = os.fpathconf(self._handle, "PC_VDISABLE").to_bytes()
            with ending_by_exception():
                try:
                    termios.tcsetattr(self._handle, termios.TCSAFLUSH, blind)
                    yield
                finally:
                    with suppress(termios.error):
                        termios.tcsetattr(self._handle, termios.TCSADRAIN, before)
