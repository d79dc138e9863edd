"""A program in a terminal of its own whose every byte is stamped as it is read.

Output is stamped first and looked at afterwards, when nothing more is waiting to be read, so drawing our
own picture of the screen does not make the program's answers look late.
"""

from __future__ import annotations

import gc
import os
import pty
import select
import signal
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Self

from scripts.bench_environment import become
from scripts.bench_frames import Splitter
from scripts.bench_proc import Usage, usage
from scripts.bench_screen import Screen
from tests.end_to_end.terminal_keys import key_bytes
from tests.end_to_end.terminal_screen import Answers

__all__ = ["Ended", "NotReadyError", "Program", "all_in"]

PATIENCE = 20.0
"""Seconds after which a program that does not do what is waited for has failed."""

_LOOK = 0.003

_LAST = 0.1
"""Seconds for which the end of a frame is waited for: a program of sixty frames a second is never silent."""


class NotReadyError(Exception):
    """A program did not show what it should have; the message ends with its screen."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code, seconds from being told to, and what it left switched on."""

    code: int
    seconds: float
    left: frozenset[str]


class Tap:
    """A program in a terminal of its own, and all that comes out of it, stamped."""

    def __init__(
        self,
        command: Sequence[str],
        env: Mapping[str, str],
        size: tuple[int, int] = (112, 32),
        answers: Answers | None = None,
    ) -> None:
        """Start it; clock zero is right before."""
        self.screen = Screen(*size, answers or Answers())
        self.chunks: list[tuple[float, bytes]] = []
        self.ended_at: float | None = None
        self._fed = 0
        self._splitter = Splitter()
        self._watch: Callable[[float], None] | None = None
        gc.disable()
        self.began = time.monotonic()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            become(command, env, size)
        self._flags = termios.tcgetattr(self._master)
        self._process = os.pidfd_open(self.pid)
        self._code = 0
        self._poll = select.poll()
        self._poll.register(self._master, select.POLLIN)
        self._poll.register(self._process, select.POLLIN)

    def __enter__(self) -> Self:
        """Hand over the running program."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it if it still runs, and give everything back."""
        if self.ended_at is None:
            os.kill(self.pid, signal.SIGKILL)
            self.until(lambda: self.ended_at is not None)
        os.close(self._master)
        os.close(self._process)
        gc.enable()
        gc.collect()

    # Reading

    def _read(self, timeout: float) -> bool:
        """Take what there is to read, stamped; return whether there was something."""
        got = False
        for descriptor, _ in self._poll.poll(timeout * 1000):
            if descriptor == self._process:
                self.ended_at = time.monotonic()
                self._poll.unregister(self._process)
                self._code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
                continue
            try:
                data = os.read(self._master, 65_536)
            except OSError:  # nobody writes any more
                data = b""
            if data:
                self.chunks.append((time.monotonic(), data))
                got = True
            else:
                self._poll.unregister(self._master)
        return got

    def _look(self) -> None:
        """Draw what was read, answer what was asked, and tell whoever watches about each frame."""
        while self._fed < len(self.chunks):
            at, data = self.chunks[self._fed]
            self._fed += 1
            for piece in self._splitter.take(at, data):
                self._draw(piece.at, piece.data, ends=piece.ends)
        for piece in self._splitter.quiet(time.monotonic()):
            self._draw(piece.at, piece.data, ends=piece.ends)

    def _draw(self, at: float, data: bytes, *, ends: bool) -> None:
        if answers := self.screen.feed(data):
            self.send(answers)
        if ends and self._watch is not None:
            self._watch(at)

    def until(self, done: Callable[[], bool], within: float = PATIENCE) -> bool:
        """Follow the program until something holds, it has ended or time is over; say whether it holds."""
        deadline = time.monotonic() + within
        while time.monotonic() < deadline:
            if self._read(_LOOK):
                continue
            self._look()
            if done():
                return True
            if self.ended_at is not None:
                break
        last = time.monotonic() + _LAST
        while self._read(0.02) and time.monotonic() < last:
            pass
        self._look()
        return done()

    def rest(self, seconds: float) -> None:
        """Follow the program for a while."""
        self.until(lambda: False, seconds)

    def record(self, seconds: float) -> tuple[list[tuple[float, bytes]], Usage]:
        """Only read for a while; return what was read and what the program used meanwhile."""
        self._look()
        first, before, deadline = len(self.chunks), usage(self.pid), time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0 and self.ended_at is None:
            self._read(min(left, 0.2))
        used = usage(self.pid) - before
        return self.chunks[first:], used

    def forget(self) -> None:
        """Let go of what was read; the picture of the screen is no longer right after this."""
        self.chunks.clear()
        self._fed = 0

    def send(self, data: bytes) -> None:
        """Send bytes to the program."""
        with suppress(OSError):
            os.write(self._master, data)


class Program(Tap):
    """What a person does with a program, timed; use it as a context manager, which ends what still runs."""

    def press(self, *keys: str, gap: float = 0.3) -> None:
        """Press keys, following the program for a moment after each."""
        for key in keys:
            self.send(key_bytes(key))
            self.rest(gap)

    def when(self, *tests: Callable[[str], bool], within: float = PATIENCE) -> list[float]:
        """Return the stamp of the first frame from now on whose screen passes each test.

        Raises:
            NotReadyError: one was not passed in time.
        """
        found: dict[int, float] = {}

        def watch(at: float) -> None:
            screen = self.screen.text()
            for number, test in enumerate(tests):
                if number not in found and test(screen):
                    found[number] = at

        self._watch = watch
        self.until(lambda: len(found) == len(tests), within)
        self._watch = None
        if len(found) < len(tests):
            raise NotReadyError(f"waited in vain:\n{self.screen.text()}")
        return [found[number] for number in range(len(tests))]

    def wait_for(self, *texts: str) -> None:
        """Wait until the screen shows all the texts.

        Raises:
            NotReadyError: it does not.
        """
        shows = partial(all_in, texts)
        if not shows(self.screen.text()):
            self.when(shows)

    def answer(self, key: str, text: str = "", within: float = 2.0) -> float | None:
        """Press a key; return the seconds until a frame shows the text (or any change), None if none did."""
        found: list[float] = []

        def watch(at: float) -> None:
            changed = self.screen.changed()
            if not found and (text in self.screen.text() if text else changed):
                found.append(at)

        self._look()
        self.screen.changed()
        self._watch = watch
        pressed = time.monotonic()
        self.send(key_bytes(key))
        self.until(lambda: bool(found), within)
        self._watch = None
        return found[0] - pressed if found else None

    def frames(self) -> list[tuple[float, bool]]:
        """Draw what was recorded; return each frame's stamp and whether it changed any cell."""
        seen: dict[float, bool] = {}

        def watch(at: float) -> None:
            # Frames that were read at once are one to the eye.
            seen[at] = self.screen.changed() or seen.get(at, False)

        self.screen.changed()
        self._watch = watch
        self._look()
        self._watch = None
        return sorted(seen.items())

    # Leaving

    def leave(self, key: str = "", number: int = signal.SIGTERM) -> Ended:
        """Have it end by a key or by a signal; return how it did.

        Raises:
            NotReadyError: it does not end.
        """
        told = time.monotonic()
        if key:
            self.send(key_bytes(key))
        else:
            os.kill(self.pid, number)
        self.until(lambda: self.ended_at is not None)
        if self.ended_at is None:
            raise NotReadyError(f"it does not end:\n{self.screen.text()}")
        changed = {"tty flags"} if self._changed_flags() else set()
        return Ended(self._code, self.ended_at - told, self.screen.left_behind() | changed)

    def _changed_flags(self) -> bool:
        try:
            now: list[Any] = termios.tcgetattr(self._master)
        except termios.error:
            return False
        return now != self._flags


def all_in(texts: Sequence[str], screen: str) -> bool:
    """Tell whether the screen shows all the texts."""
    return all(text in screen for text in texts)
