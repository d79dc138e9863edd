"""Textual's driver for Linux and macOS, calmed.

It leaves at once, puts every mode back, reads any byte, notices a terminal that is gone, and hears the
signals that end or suspend a program. Reasons and measurements stand in docs/performance.md.
"""

from __future__ import annotations

import io
import os
import select
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from coreg.terminal.background import take_typed_ahead
from coreg.terminal.input import SETTLED, InputReader

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["HANGUP", "INTERRUPTED", "TERMINATED", "CalmDriver", "Leaver"]

HANGUP, INTERRUPTED, TERMINATED = 129, 130, 143
"""Exit codes after a terminal that is gone, after SIGINT and after SIGTERM: 128 and the signal's number."""

_LEAVING = {signal.SIGHUP: HANGUP, signal.SIGINT: INTERRUPTED, signal.SIGTERM: TERMINATED}


@runtime_checkable
class Leaver(Protocol):
    """An app that can be told to save and to leave."""

    def save_now(self) -> None:
        """Put what is unsaved on disk, before the program is suspended or ends."""
        ...

    def leave_now(self, code: int) -> None:
        """Save and end the program with this exit code."""
        ...


class _PatientOutput(io.FileIO):
    """A file to a terminal that may go away or be busy: what cannot be written is dropped, nothing raises."""

    def write(self, data: ReadableBuffer, /) -> int:
        """Write to the terminal; returns how many bytes are done with."""
        view = memoryview(data)
        with suppress(OSError):
            while view:
                # None: the terminal was set not to block, and it is busy.
                written: int | None = super().write(view)
                if written is None:
                    select.select([], [self], [])
                view = view[written or 0 :]
        return memoryview(data).nbytes


def _patient(descriptor: int, encoding: str) -> io.TextIOWrapper:
    raw = _PatientOutput(descriptor, "wb", closefd=False)
    return io.TextIOWrapper(io.BufferedWriter(raw, 65_536), encoding=encoding, errors="replace")


class CalmDriver(LinuxDriver):
    """The stock driver with its input thread, its exit and its signals replaced."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Take the terminal of the process; arguments as Textual hands them over."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if sys.__stderr__ is not None:
            self._file = _patient(sys.__stderr__.fileno(), sys.__stderr__.encoding)
        self._woken: int | None = None
        self._wake: int | None = None
        self._raw: list[Any] | None = None
        self._titled = False

    def show_title(self, title: str) -> None:
        """Name the window until the terminal is given back; the terminal remembers its name before."""
        if not self._titled:
            self._titled = True
            self.write("\x1b[22;2t")
        self.write(f"\x1b]2;{''.join(filter(str.isprintable, title))}\x07")

    # Signals

    def start_application_mode(self) -> None:
        """Take the screen over, ready to be told to leave."""
        for number, code in _LEAVING.items():
            self._loop.add_signal_handler(number, self._leave, code)
        # Through the loop, so that saving never begins in the middle of another step.
        self._loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        if self._woken is None:
            self._woken, self._wake = os.pipe()
        start: Callable[[], None] = super().start_application_mode
        start()
        with suppress(termios.error):
            self._raw = termios.tcgetattr(self.fileno)

    def _leave(self, code: int) -> None:
        if isinstance(self._app, Leaver):
            self._app.leave_now(code)
        else:
            self._app.exit(return_code=code)

    def _sigcont_application(self, *_: object) -> None:
        """Go on after a suspension of our own; after any other, see that keys and screen are still ours.

        Starting once more, as the stock driver does after every SIGCONT, leaves a second input thread behind.
        """
        if self._must_signal_resume or self._writer_thread is None:
            super()._sigcont_application()
        elif self._raw is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
            self._repaint()

    def suspend_application_mode(self) -> None:
        """Save, then give the terminal back for a while."""
        if isinstance(self._app, Leaver):
            # Nothing is lost yet when this fails; what is unsaved is still there on coming back.
            with suppress(Exception):
                self._app.save_now()
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take the screen back and draw it anew: most terminals hand it over empty."""
        super().resume_application_mode()
        self._repaint()

    def _repaint(self) -> None:
        self._loop.call_soon_threadsafe(partial(self._app.refresh, layout=True))

    # Leaving

    def disable_input(self) -> None:
        """End the input thread at once instead of at the end of its 0.1 s wait."""
        if self._wake is not None:
            wake, self._wake = self._wake, None
            os.close(wake)
        super().disable_input()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was, SGR pixel mouse included."""
        self._raw = None
        # The input first: an answer read after the modes were put back would switch them on again.
        self.disable_input()
        if self._titled:
            self._titled = False
            self.write("\x1b]2;\x07\x1b[23;2t")
        if self._mouse_pixels:
            self._mouse_pixels = False
            self.write("\x1b[?1016l")
        stop: Callable[[], None] = super().stop_application_mode
        stop()

    # Input

    def run_input_thread(self) -> None:
        """Read until woken; a terminal that is gone ends the app."""
        woken, self._woken = self._woken, None
        if woken is None:
            return
        try:
            if not self._read_until(woken):
                with suppress(RuntimeError):  # the loop is closed already
                    self._loop.call_soon_threadsafe(self._leave, HANGUP)
        finally:
            os.close(woken)

    def _read_until(self, woken: int) -> bool:
        """Hand on what is typed; returns True when woken, False when the terminal is gone."""
        reader = InputReader()
        messages = reader.take(take_typed_ahead())
        patience: float | None = SETTLED
        while True:
            for message in messages:
                self.process_message(message)
            ready, _, _ = select.select([self.fileno, woken], [], [], patience)
            if woken in ready:
                return True
            if ready:
                data = self._read()
                if data == b"":
                    return False
                messages, patience = reader.take(data or b""), SETTLED
            else:
                messages, patience = reader.tick(), None

    def _read(self) -> bytes | None:
        """Return what there is to read: nothing when the terminal is gone, None after a false alarm."""
        try:
            return os.read(self.fileno, 4096)
        except BlockingIOError:
            return None
        except OSError:
            return b""
