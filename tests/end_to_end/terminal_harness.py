"""A real terminal for tests: a program in a pty of its own, with a screen to read and keys to press.

    with Terminal([sys.executable, "-m", "coreg"], home=tmp_path) as terminal:
        terminal.wait_for("good evening")
        terminal.press("b", "enter")
        terminal.press("ctrl+q")
        assert terminal.wait_exit() == 0
        assert not terminal.left_behind()

The program gets its own session and controlling terminal, so signals, job control and a closed window
behave as they do for a person. Questions to the terminal are answered at once. Every wait has a deadline
in seconds and ends early, with the screen in its message, when it cannot come true any more.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable

from tests.end_to_end.terminal_keys import key_bytes
from tests.end_to_end.terminal_window import Window

PATIENCE = 15.0
"""Seconds a wait lasts at most, where the test says nothing else."""

_AFTER_ESCAPE = 0.15
"""Seconds a terminal needs to tell a lone Escape from the start of a sequence."""
_LOOK_AGAIN = 0.05


class Terminal(Window):
    """One program in one terminal window; use it as a context manager, which ends what still runs."""

    # What is on the screen

    def screen(self) -> str:
        """Return the rows that a person sees now, without trailing blanks."""
        with self._news:
            return self._emulator.text()

    def output(self) -> bytes:
        """Return every byte the program has sent so far: screen, scrollback and all."""
        with self._news:
            return bytes(self._raw)

    @property
    def title(self) -> str:
        """The title of the window."""
        return self._emulator.title

    # Waiting

    def wait_for(self, *texts: str, within: float = PATIENCE) -> str:
        """Wait until all the texts stand on the screen at once; returns the screen.

        Raises:
            AssertionError: they did not within that many seconds, or the program ended without them.
        """
        return self.wait_until(
            lambda screen: all(text in screen for text in texts), what=repr(texts), within=within
        )

    def wait_gone(self, text: str, within: float = PATIENCE) -> str:
        """Wait until a text is no longer on the screen; returns the screen. Raises like :meth:`wait_for`."""
        return self.wait_until(lambda screen: text not in screen, what=f"no {text!r}", within=within)

    def wait_until(
        self, holds: Callable[[str], bool], *, what: str = "that", within: float = PATIENCE
    ) -> str:
        """Wait until something holds of the screen; returns the screen. Raises like :meth:`wait_for`."""
        deadline = time.monotonic() + within
        while True:
            ended = self._process.poll() is not None and not self._reader.is_alive()
            with self._news:
                screen = self._emulator.text()
                # Where frames come faster than they are drawn here there is always one half drawn.
                late = time.monotonic() > deadline
                if (ended or late or not self._emulator.mid_frame) and holds(screen):
                    return screen
                if not ended:
                    self._news.wait(min(_LOOK_AGAIN, max(0.0, deadline - time.monotonic())))
            if self._process.poll() is not None:
                self._drain()
            if ended or late:
                raise AssertionError(self._story(f"waited for {what} in vain"))

    def wait_exit(self, within: float = PATIENCE) -> int:
        """Wait until the program has ended; returns its exit code (negative: the signal that ended it).

        Raises:
            AssertionError: it still runs after that many seconds.
        """
        try:
            code = self._process.wait(within)
        except subprocess.TimeoutExpired:
            raise AssertionError(self._story("the program does not end")) from None
        self._drain()
        return code

    def wait_stopped(self, within: float = PATIENCE) -> None:
        """Wait until the program is suspended, as by Ctrl+Z. Raises like :meth:`wait_exit`."""
        deadline = time.monotonic() + within
        while os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is None:
            if time.monotonic() > deadline:
                raise AssertionError(self._story("the program is not suspended"))
            time.sleep(_LOOK_AGAIN / 5)

    # What a person does

    def press(self, *keys: str) -> None:
        """Press keys in turn: ``"enter"``, ``"ctrl+q"``, ``"f1"``, ``"shift+tab"`` or a character."""
        for at, key in enumerate(keys):
            self.send(key_bytes(key, kitty_flags=self._kitty_flags()))
            if key == "escape" and at + 1 < len(keys):
                time.sleep(_AFTER_ESCAPE)

    def type(self, text: str) -> None:
        """Type a text, one key a character; a new line is Enter."""
        self.press(*("enter" if character == "\n" else character for character in text))

    def paste(self, text: str) -> None:
        """Paste a text as the terminal's own paste does: in brackets, where the program asked for them."""
        data = text.replace("\n", "\r").encode()
        bracketed = self._emulator.modes.get(2004, False)
        self.send(b"\x1b[200~" + data + b"\x1b[201~" if bracketed else data)

    def signal(self, number: int) -> None:
        """Send a signal to the program alone."""
        self._process.send_signal(number)

    # What is left afterwards

    def left_behind(self) -> frozenset[str]:
        """Return what the program has not put back: modes, screen, cursor, keyboard, flags of the tty.

        Looked at after :meth:`wait_exit`; before that it is what the program uses now.
        """
        changed = {"tty flags"} if self._flags() != self._flags_before else set()
        with self._news:
            return self._emulator.left_behind() | changed

    # Inside

    def _kitty_flags(self) -> int:
        with self._news:
            return self._emulator.kitty_flags if self._emulator.answers.kitty else 0

    def _story(self, trouble: str) -> str:
        state = self._process.poll()
        running = "it still runs" if state is None else f"it ended with {state}"
        return f"{trouble}; {running}; the screen:\n{self.screen()}"
