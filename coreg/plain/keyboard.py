"""Keys one by one, unechoed, where there is a terminal; lines where there is none; nothing where those end.

Whatever ends the program, the terminal is as it was before.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from coreg.plain.decoding import Decoder, letters_of, named_line

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Keyboard", "Lines", "Nobody", "keyboard"]

_ESCAPE_WAITS = 0.05
"""Seconds after an Esc in which the rest of another key would have come."""

_MOST = 1024


class Keyboard(Protocol):
    """Where presses come from."""

    literal: bool
    """Whether lines are what they say, and not names of keys, where lines are typed and not keys."""

    @property
    def sealed(self) -> bool:
        """Whether what is pressed is not echoed, so that an answer can be sealed."""
        ...

    @property
    def gone(self) -> bool:
        """Whether nothing can be pressed any more."""
        ...

    @property
    def columns(self) -> int | None:
        """Cells of a row where the keys are pressed; None where nobody knows."""
        ...

    def echo(self, text: str) -> None:
        """Let what is typed stand where the keys are pressed, as a terminal does by itself elsewhere."""
        ...

    def wait(self, seconds: float) -> list[str]:
        """Return what is pressed, by name; wait so long for it at most (s)."""
        ...


def _columns(handle: int) -> int | None:
    with suppress(OSError, ValueError):
        return os.get_terminal_size(handle).columns or None
    return None


class Nobody:
    """No keys at all: it guides, and that is it."""

    literal = False
    sealed = False
    gone = True
    columns = None

    def echo(self, text: str) -> None:
        """Show nothing."""

    def wait(self, seconds: float) -> list[str]:
        """Wait."""
        from time import sleep

        sleep(seconds)
        return []


if sys.platform == "win32":
    import msvcrt

    _LOOKS = 0.02

    class Keys:
        """The keys of the console."""

        literal = False
        sealed = True
        gone = False

        @property
        def columns(self) -> int | None:
            """Cells of a row of the window."""
            return _columns(sys.__stdout__.fileno()) if sys.__stdout__ else None

        def echo(self, text: str) -> None:
            """Show it in the window."""
            for character in text.replace("\n", "\r\n"):
                msvcrt.putwch(character)

        def wait(self, seconds: float) -> list[str]:
            """Return what is pressed within so many seconds. Raises KeyboardInterrupt for Ctrl+C."""
            from time import sleep

            until, decoder = monotonic() + seconds, Decoder()
            while not msvcrt.kbhit():
                if monotonic() >= until:
                    return []
                sleep(_LOOKS)
            key = msvcrt.getwch()
            if key == "\x03":
                raise KeyboardInterrupt
            if key in "\0\xe0":
                return {";": ["f1"], "C": ["f9"]}.get(msvcrt.getwch(), [])
            return [*decoder.feed(key.encode("utf-8", "replace")), *decoder.settle()]

    class Lines(Nobody):
        """Lines from a pipe cannot be waited for here without holding everything up."""

        def __init__(self, handle: int) -> None:
            """Take nothing from it."""

    @contextmanager
    def _keys(_: int) -> Iterator[Keyboard]:
        yield Keys()

else:
    import select
    import termios

    class _Read:
        """What can be read from a descriptor within a time."""

        def __init__(self, handle: int) -> None:
            self.handle = handle
            self.gone = False

        def read(self, seconds: float) -> bytes:
            """Return what is there, or came within so many seconds; nothing for good once it has ended."""
            if self.gone:
                Nobody().wait(seconds)
                return b""
            if not select.select([self.handle], [], [], max(0.0, seconds))[0]:
                return b""
            try:
                data = os.read(self.handle, _MOST)
            except OSError:
                data = b""
            self.gone = not data
            return data

    class Keys(_Read):
        """Keys of a terminal that hands them over one by one."""

        literal = False
        sealed = True

        def __init__(self, handle: int, interrupt: bytes) -> None:
            """Read from this descriptor; ``interrupt`` is the byte Ctrl+C stands for there."""
            super().__init__(handle)
            self._decoder = Decoder()
            self._interrupt = interrupt
            self._interrupted = False

        @property
        def columns(self) -> int | None:
            """Cells of a row of this terminal."""
            return _columns(self.handle)

        def echo(self, text: str) -> None:
            """Show it on the terminal that the keys come from, wherever the lines go."""
            data = text.encode("utf-8", "replace")
            with suppress(OSError):
                while data:
                    data = data[os.write(self.handle, data) :]

        def wait(self, seconds: float) -> list[str]:
            """Return what is pressed within so many seconds; an Esc alone is known after a moment.

            Raises KeyboardInterrupt for Ctrl+C, once all that was pressed before it has been returned.
            """
            if self._interrupted:
                raise KeyboardInterrupt
            found = self._decoder.feed(self._before_interrupt(seconds))
            until = monotonic() + _ESCAPE_WAITS
            while self._waits and (left := until - monotonic()) > 0:
                found += self._decoder.feed(self._before_interrupt(left))
            found += self._decoder.settle()
            if self._interrupted and not found:
                raise KeyboardInterrupt
            return found

        @property
        def _waits(self) -> bool:
            return self._decoder.waits and not (self.gone or self._interrupted)

        def _before_interrupt(self, seconds: float) -> bytes:
            data, interrupt, _ = self.read(seconds).partition(self._interrupt)
            self._interrupted = bool(interrupt)
            return data

    class Lines(_Read):
        """Lines from a pipe, or from a terminal that only hands over lines."""

        literal = False
        sealed = False
        columns = None

        def __init__(self, handle: int) -> None:
            """Read from this descriptor."""
            super().__init__(handle)
            self._begun = b""

        def echo(self, text: str) -> None:
            """Show nothing: whoever types lines sees them already."""

        def wait(self, seconds: float) -> list[str]:
            """Return the keys that the next line stands for, if it is complete within so many seconds."""
            if b"\n" not in self._begun:
                self._begun += self.read(seconds)
                if self.gone and self._begun:
                    # The last line of a pipe may end without an end of line.
                    self._begun += b"\n"
            line, ended, rest = self._begun.partition(b"\n")
            if not ended:
                return []
            self._begun = rest
            reads = letters_of if self.literal else named_line
            return reads(line.decode("utf-8", "replace"))

    @contextmanager
    def _keys(handle: int) -> Iterator[Keyboard]:
        """Take keys one by one, and put the terminal back however this ends.

        Ctrl+C comes as a key, in its turn: as a signal it would throw away what was pressed before it and is
        not read yet. Nothing may suspend the program meanwhile, because the terminal would stay blind.
        """
        before = termios.tcgetattr(handle)
        blind = [*before[:6], [*before[6]]]
        blind[0] &= ~(termios.IXON | termios.ICRNL)
        blind[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        blind[6][termios.VMIN], blind[6][termios.VTIME] = 1, 0
        try:
            termios.tcsetattr(handle, termios.TCSAFLUSH, blind)
            yield Keys(handle, before[6][termios.VINTR])
        finally:
            with suppress(termios.error):
                # What was pressed here, and not read any more, is not for the shell.
                termios.tcsetattr(handle, termios.TCSAFLUSH, before)


@contextmanager
def keyboard(handle: int | None) -> Iterator[Keyboard]:
    """Open what presses are read from: a terminal, a pipe of lines, or nothing (None: there is no input)."""
    if handle is None:
        yield Nobody()
    elif not os.isatty(handle):
        yield Lines(handle)
    else:
        with _keys_or_lines(handle) as found:
            yield found


@contextmanager
def _keys_or_lines(handle: int) -> Iterator[Keyboard]:
    try:
        if sys.platform != "win32":
            termios.tcgetattr(handle)
    except termios.error:
        yield Lines(handle)
    else:
        with _keys(handle) as found:
            yield found
