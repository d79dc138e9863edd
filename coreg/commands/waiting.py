"""A small clock in any terminal: it waits for the return of a pause, in plain lines."""

from __future__ import annotations

import sys
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING

from coreg.content import say
from coreg.practice.timeout import Reading, face, left, next_face_in
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from coreg.evening.pause import Pause

__all__ = ["Waiting"]

_MINUTE = 60.0
_HOUR = 3_600
_BELL = "\a"


class Waiting:
    """Waits for one return: on a terminal one line, rewritten every second; elsewhere a line each minute.

    Nothing but a carriage return and the bell is ever sent to a terminal, so that every terminal will do.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        awake: Callable[[], tuple[str, float]],
        sleep: Callable[[float], None],
        terminal: bool,
    ) -> None:
        """Take the clocks, how to wait for some seconds, and whether somebody looks on."""
        self._now = now
        self._awake = awake
        self._sleep = sleep
        self._terminal = terminal
        self._shown = ""
        self._rung = ""

    def until(self, pause: Pause, again: Callable[[Pause], Pause | None]) -> None:
        """Return when it is time, or when the pause is over; ``again`` reads it anew, every minute.

        Raises:
            Trouble: ``no_return``; the pause has been left open.
        """
        looked = -1
        while True:
            reading = Reading(self._now().timestamp(), *self._awake())
            minute = ceil(max(0.0, left(pause.timeout, reading) or 0.0) / _MINUTE)
            if minute != looked:
                looked = minute
                found = again(pause)
                if found is None:
                    self._say(say("timeout.wait.over"))
                    return
                pause = found
            if not self._goes_on(pause, reading):
                return
            change = next_face_in(pause.timeout, reading) or 0.0
            self._sleep(min(1.0, max(0.01, change)))

    def _goes_on(self, pause: Pause, reading: Reading) -> bool:
        """Show where it is; tell whether there is still something to wait for."""
        remaining, shown = left(pause.timeout, reading), face(pause.timeout, reading)
        if remaining is None:
            raise Trouble("no_return")
        if shown not in ("before", "soon"):
            self._say(say("timeout.wait.now", clock=f"{self._now():%H:%M}"))
            self._ring(shown)
            return False
        self._tell(pause, remaining)
        if shown == "soon":
            self._ring(shown)
        return True

    def _tell(self, pause: Pause, remaining: float) -> None:
        back = pause.back(self._now()) or self._now()
        minutes = ceil(remaining / _MINUTE)
        told = _clock(remaining) if self._terminal else f"{minutes} min"
        line = say("timeout.wait.left", clock=f"{back:%H:%M}", left=told)
        if line == self._shown:
            return
        if self._terminal:
            self._write("\r" + line.ljust(len(self._shown)))
            self._shown = line
        else:
            self._say(line)
            self._shown = line

    def _say(self, line: str) -> None:
        """Say a line that stays."""
        if self._terminal and self._shown:
            self._write("\r" + " " * len(self._shown) + "\r")
        self._write(line + "\n")
        self._shown = ""

    def _ring(self, shown: str) -> None:
        if self._terminal and shown != self._rung:
            self._write(_BELL)
        self._rung = shown

    @staticmethod
    def _write(text: str) -> None:
        if sys.stdout is None:
            raise Trouble("cannot_print")
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError:
            raise Trouble("cannot_print") from None


def _clock(seconds: float) -> str:
    whole = ceil(seconds)
    hours, rest = divmod(whole, _HOUR)
    minutes, rest = divmod(rest, int(_MINUTE))
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
