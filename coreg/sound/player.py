"""The app's side of the child: starts it, and writes lines to it from a thread of its own."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coreg.sound.cues import Cue

__all__ = ["KEPT", "Player", "Speaker", "Status", "scrubbed"]

Status: TypeAlias = Literal["starting", "ready", "none"]

KEPT = frozenset(
    {
        "ALSA_CONFIG_PATH",
        "DBUS_SESSION_BUS_ADDRESS",
        "HOME",
        "LANG",
        "PIPEWIRE_REMOTE",
        "PIPEWIRE_RUNTIME_DIR",
        "PULSE_COOKIE",
        "PULSE_RUNTIME_PATH",
        "PULSE_SERVER",
        "SYSTEMROOT",
        "USERPROFILE",
        "XDG_CONFIG_HOME",
        "XDG_RUNTIME_DIR",
    }
)
"""Variables that a sound system is found by; no other is the child's business."""

_WAITS = 0.3
"""Seconds that the end of the program waits at most, before the child is ended by force."""


class Speaker(Protocol):
    """What plays cues."""

    @property
    def status(self) -> Status:
        """Whether it can."""

    @property
    def backend(self) -> str:
        """What it plays through; "" until that is known."""

    def cue(self, cue: Cue) -> None:
        """Play a tone; its ``at`` is in seconds of the monotonic clock."""

    def volume(self, volume: int) -> None:
        """Set the volume (0 to 100) of the cues to come."""

    def stop(self) -> None:
        """Fade at once."""

    def finish(self) -> None:
        """Let what sounds ring out; nothing can be played after."""

    def end(self) -> None:
        """End now; nothing can be played after."""


def scrubbed(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of the child: what finds a sound system, and nothing else."""
    return {name: value for name, value in environ.items() if name.upper() in KEPT}


class Player:
    """One child, from its start to its end. Only what is named for waiting, and the end, take any time."""

    def __init__(self, options: Sequence[str] = ()) -> None:
        """Start the child on a thread; ``options`` are those of :mod:`coreg.sound.child`."""
        self._command = [sys.executable, "-I", "-m", "coreg.sound.child", *options]
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._child: subprocess.Popen[str] | None = None
        self._finished = self._ending = False
        self._said = ""
        self._gone = False
        self._known = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def status(self) -> Status:
        """Whether it can play: "none" also when the child has died."""
        if self._gone:
            return "none"
        return "ready" if self._said else "starting"

    @property
    def backend(self) -> str:
        """What it plays through, such as "PulseAudio"; "" until that is known."""
        return self._said

    def cue(self, cue: Cue) -> None:
        """Play a tone; its ``at`` is in seconds of the monotonic clock."""
        self._lines.put(f"cue {max(0.0, cue.at):.6f} {cue.tone} {cue.length:.6f}")

    def volume(self, volume: int) -> None:
        """Set the volume (0 to 100) of the cues to come."""
        self._lines.put(f"volume {volume}")

    def stop(self) -> None:
        """Fade at once."""
        self._lines.put("stop")

    def until(self, moment: float) -> None:
        """Let the clock of a stepped file go on to a moment (s)."""
        self._lines.put(f"until {moment:.6f}")

    def finish(self) -> None:
        """Let what sounds ring out; the child ends by itself after."""
        self._finished = True
        self._lines.put("finish")
        self._lines.put(None)

    def known(self, seconds: float) -> Status:
        """Wait until it is known whether it can play, at most so long; return the status then."""
        self._known.wait(seconds)
        return self.status

    def wait(self, seconds: float) -> None:
        """Wait until the child has ended, at most so long."""
        self._thread.join(seconds)

    def end(self) -> None:
        """End the child now. Waits for it, for a moment at most."""
        ringing, self._ending = self._finished, True
        self._lines.put(None)
        if not ringing:
            self._thread.join(_WAITS)
        if self._child is not None and self._child.poll() is None:
            self._child.kill()
            self._thread.join(_WAITS)

    # On the thread

    def _run(self) -> None:
        with suppress(OSError, ValueError):
            self._child = _started(self._command)
            with self._child as child:
                self._said = _backend_of(child)
                self._gone = not self._said
                self._known.set()
                if self._said:
                    self._write(child)
        self._gone = True
        self._known.set()

    def _write(self, child: subprocess.Popen[str]) -> None:
        if child.stdin is None:
            return
        while (line := self._lines.get()) is not None and not self._ending:
            child.stdin.write(line + "\n")
            child.stdin.flush()
        if self._ending:
            child.stdin.write("stop\n")
        child.stdin.close()


def _started(command: Sequence[str]) -> subprocess.Popen[str]:
    """Start the child: no shell, no window, no word on the screen; the sound libraries write to it."""
    return subprocess.Popen(  # noqa: S603 - our own Python and our own module
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=scrubbed(os.environ),
        encoding="ascii",
        errors="replace",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _backend_of(child: subprocess.Popen[str]) -> str:
    """Return the backend that the child names when it is ready, else ""."""
    said = child.stdout.readline(200).split() if child.stdout else []
    return " ".join(said[1:]) if said[:1] == ["ready"] else ""
