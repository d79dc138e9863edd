"""The app that every screen of coreg runs in: it fails with one sentence and leaves in good order.

Textual prints the local variables of a failing frame; here they would be what two people wrote.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rich.console import RenderableType
from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.screen import Screen
from typing_extensions import override

from coreg.terminal.crash import Crash, crash_of, note, say_aloud

__all__ = ["FAILED", "INTERRUPTED", "SafeApp"]

FAILED, INTERRUPTED = 1, 130
"""Exit codes after a crash and after an interruption."""


class SafeApp(App[int]):
    """An app whose crashes tell nothing private and whose end, however it comes, saves first.

    Run it with :meth:`live`. Override :meth:`save_now`.
    """

    def __init__(self, *, crash_log: Path | None = None) -> None:
        """Make the app; ``crash_log`` gets one line a crash, None: no log is kept."""
        super().__init__()
        self.crash: Crash | None = None
        self._crash_log = crash_log
        self._leaving = False
        self._home_loop: asyncio.AbstractEventLoop | None = None

    # What a subclass fills in

    def save_now(self) -> None:
        """Put on disk what is not there yet; called before a suspension, a signal's end and after a crash.

        Runs on the event loop and returns when the data are safe. May be called more than once.
        """

    def show_title(self, title: str) -> None:
        """Name the terminal's window, where the driver can."""
        show = getattr(self._driver, "show_title", None)
        if callable(show):
            show(title)

    # From start to end

    def live(self) -> int:
        """Run until the end and return the exit code; after a crash the sentence is on standard error."""
        with self._watching_threads():
            try:
                self.run()
            except KeyboardInterrupt:
                return INTERRUPTED
            except Exception as error:  # whatever Textual did not catch itself
                self._remember(crash_of(error))
        if self.crash is not None:
            say_aloud(self.crash)
            return FAILED
        return self.return_code or 0

    def leave_now(self, code: int) -> None:
        """Save and end the app with this exit code; asked again, it does nothing."""
        if self._leaving:
            return
        self._leaving = True
        try:
            self.save_now()
        except Exception as error:
            self._handle_exception(error)
        else:
            self.exit(code, return_code=code)

    @override
    def get_driver_class(self) -> type[Driver]:
        """Return the calm driver where there is one; Windows keeps Textual's own."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from coreg.terminal.driver import CalmDriver

        return CalmDriver

    @override
    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Return the palette's commands without Screenshot: it writes what is on the screen to a file."""
        return (command for command in super().get_system_commands(screen) if command.title != "Screenshot")

    # Crashes

    @override
    def panic(self, *renderables: RenderableType) -> None:
        """End the app; what Textual would print, tracebacks among it, is dropped."""
        self._remember(Crash("Panic", "?"))
        self._close_messages_no_wait()

    def on_load(self) -> None:
        """Hear of errors in tasks that nobody waits for."""
        self._home_loop = asyncio.get_running_loop()
        self._home_loop.set_exception_handler(self._on_loop_trouble)

    @override
    def _handle_exception(self, error: Exception) -> None:
        self._remember(crash_of(error))
        super()._handle_exception(error)

    @override
    def _fatal_error(self) -> None:
        self.panic()

    def _remember(self, crash: Crash) -> None:
        """Keep and note the first crash, whatever follows from it, and save what can be saved."""
        if self.crash is not None:
            return
        self.crash = crash
        note(crash, self._crash_log)
        with suppress(Exception):
            self.save_now()

    def _on_loop_trouble(self, loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception) and not self._exit:
            # A task may be thrown away in any thread.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._handle_exception, error)

    @contextmanager
    def _watching_threads(self) -> Iterator[None]:
        """While the app runs, an error in a thread of its own ends the app like any other."""
        before = threading.excepthook
        threading.excepthook = self._on_thread_trouble
        try:
            yield
        finally:
            threading.excepthook = before

    def _on_thread_trouble(self, trouble: threading.ExceptHookArgs) -> None:
        error, loop = trouble.exc_value, self._home_loop
        if isinstance(error, Exception) and loop is not None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._handle_exception, error)
