"""The child that plays: ``python -m coreg.sound.child``. Lines in, sound out; it ends with its parent.

It says ``ready BACKEND`` on standard output, or ``none`` and ends. Then it takes a line at a time:
``volume N`` (0 to 100), ``cue AT TONE SECONDS`` (AT in seconds of the monotonic clock, which all processes
share), ``stop`` (everything fades within 20 ms), ``finish`` (at the end of the lines what was asked for
rings out first). What it cannot read it passes over. Standard error is left to the libraries of the sound
system, which write there.

For trials: ``--null`` plays on a device that nobody hears, ``--to FILE`` writes what a device would have
been handed, ``--stepped`` lets the clock of that file go on by lines ``until T`` alone.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from coreg.sound.backends import Device, FileDevice, NoDeviceError
from coreg.sound.desk import Desk
from coreg.sound.mixer import Mixer
from coreg.sound.tones import LONGEST, TONES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coreg.sound.backends import Backend

__all__ = ["NONE", "READY", "main", "obey"]

READY, NONE = "ready", "none"
"""What it says first: with the name of a backend, or alone."""

_NO_DEVICE = 3
_RINGS = 8.0
"""Seconds after which it ends even if something still sounded; no tone rings for longer."""


def main(argv: list[str] | None = None) -> int:
    """Play until the lines end. Return 0, or 3 when there is nothing to play on."""
    asked = _asked(argv)
    # The terminal sends an interruption to its whole group; only the end of the lines ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    mixer = Mixer()
    try:
        backend = _backend(asked, mixer)
    except NoDeviceError:
        _say(NONE)
        return _NO_DEVICE
    _say(f"{READY} {backend.name}")
    desk = Desk(mixer)
    try:
        if obey(sys.stdin, desk, backend):
            _ring_out(desk)
    finally:
        backend.close()
    return 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _asked(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="coreg.sound.child", allow_abbrev=False)
    parser.add_argument("--null", action="store_true")
    parser.add_argument("--to", type=Path, metavar="FILE")
    parser.add_argument("--stepped", action="store_true")
    return parser.parse_args(argv)


def _backend(asked: argparse.Namespace, mixer: Mixer) -> Backend:
    if asked.to is not None:
        return FileDevice(mixer, asked.to, stepped=asked.stepped)
    return Device(mixer, null=asked.null)


def obey(lines: Iterable[str], desk: Desk, backend: Backend) -> bool:
    """Do what the lines say until they end; tell whether what sounds may ring out then."""
    rings = False
    for line in lines:
        match line.split():
            case ["cue", at, tone, seconds] if tone in TONES and _fits(at) and _fits(seconds):
                desk.cue(float(at), tone, min(LONGEST, float(seconds)))
            case ["volume", volume] if volume.isascii() and volume.isdigit():
                desk.volume = int(volume[:3])
            case ["stop"]:
                desk.stop()
                rings = False
            case ["finish"]:
                rings = True
            case ["until", moment] if isinstance(backend, FileDevice) and _fits(moment):
                desk.wait()
                backend.run_until(float(moment))
    return rings


def _fits(word: str) -> bool:
    """Tell whether a word is a plain number of seconds from nought on."""
    return word.isascii() and word.replace(".", "", 1).isdigit()


def _ring_out(desk: Desk) -> None:
    end = time.monotonic() + _RINGS
    while not desk.idle and time.monotonic() < end:
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
