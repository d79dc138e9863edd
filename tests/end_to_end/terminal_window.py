"""A program in a pty of its own, read all the time: the lower half of the terminal for tests."""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from tests.end_to_end.terminal_screen import Answers, Emulator

ROOT = Path(__file__).resolve().parents[2]

_TAKE_TERMINAL = (
    "import fcntl, os, sys, termios;fcntl.ioctl(0, termios.TIOCSCTTY, 0);os.execvp(sys.argv[1], sys.argv[1:])"
)
_KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV")


def clean_environment(home: Path) -> dict[str, str]:
    """Return the environment of a person at a fresh machine whose home is that folder."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPATH": str(ROOT),
        # A machine with a device would play, one without would say so.
        "COREG_SOUND": "bell",
    }


class Window:
    """The window: starts a program, takes in what it sends, answers it, and is closed with it."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        home: Path,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str | None] | None = None,
        cwd: Path = ROOT,
        answers: Answers | None = None,
    ) -> None:
        """Start the command; size in (columns, rows), ``env`` on top of a clean one (None removes a name)."""
        self._emulator = Emulator(*size, answers or Answers())
        self._raw = bytearray()
        self._news = threading.Condition()
        self._master, self._slave = os.openpty()
        self._set_size(*size)
        self._flags_before = self._flags_after = termios.tcgetattr(self._slave)
        wanted = clean_environment(home) | dict(env or {})
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _TAKE_TERMINAL, *command],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env={name: value for name, value in wanted.items() if value is not None},
            cwd=cwd,
            start_new_session=True,
        )
        self._stop_read, self._stop_write = os.pipe()
        self._reader = threading.Thread(target=self._read_on, name="terminal", daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        """Hand the running window over."""
        return self

    def __exit__(self, *_: object) -> None:
        """End what still runs and give everything back."""
        self.close()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    def send(self, data: bytes) -> None:
        """Send bytes to the program as they are."""
        while data:
            data = data[os.write(self._master, data) :]

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window to another size, in cells."""
        with self._news:
            # The window first: what a quick program draws at the new size must not be cut with the old rows.
            report = self._emulator.resize(columns, rows)
            self._set_size(columns, rows)
        self.send(report)

    def close_terminal(self) -> None:
        """Close the window: the program loses its terminal and hears SIGHUP."""
        if self._stop_write >= 0:
            os.close(self._stop_write)
            self._reader.join()
            os.close(self._stop_read)
            self._stop_write = -1
        for end in (self._slave, self._master):
            if end >= 0:
                os.close(end)
        self._slave = self._master = -1

    def close(self) -> None:
        """End the program and its children at once, if they still run, and give everything back."""
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
            self._process.wait()
        self.close_terminal()

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _flags(self) -> list[Any]:
        """Return the flags of the tty, as they are or as they were last."""
        if self._slave >= 0:
            self._flags_after = termios.tcgetattr(self._slave)
        return self._flags_after

    def _read_on(self) -> None:
        """Read until told to stop or nobody can write any more; runs in a thread."""
        while True:
            ready, _, _ = select.select([self._master, self._stop_read], [], [])
            if self._stop_read in ready:
                return
            try:
                data = os.read(self._master, 65_536)
            except OSError:
                return
            if not data:
                return
            self._take(data)

    def _take(self, data: bytes) -> None:
        with self._news:
            self._raw += data
            answers = self._emulator.feed(data)
            self._news.notify_all()
        with contextlib.suppress(OSError):
            self.send(answers)

    def _drain(self) -> None:
        """Read what an ended program has sent last: without any writer left, reading comes to an end."""
        if self._slave >= 0:
            self._flags()
            os.close(self._slave)
            self._slave = -1
            self._reader.join(1.0)
