"""Where samples go: a device through miniaudio, its null device, or a file that stands in for a device."""

from __future__ import annotations

import struct
import sys
import threading
import time
from array import array
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from coreg.sound.mixer import Mixer

__all__ = ["BLOCK", "Backend", "Device", "FileDevice", "NoDeviceError", "handed_over"]

BLOCK = 0.02
"""Seconds of sound that the file takes at a time, as a small device would."""

_BUFFER_MS = 40
"""What is cut must be silent soon after: what a device has taken already cannot be had back."""

_HEAD = struct.Struct("<dI")
"""Before each block of samples in a file: when it was handed over (monotonic s), and how many they are."""


class NoDeviceError(Exception):
    """There is nothing to play on."""


class Backend(Protocol):
    """What a child needs of a device."""

    name: str

    def close(self) -> None:
        """Let go of the device."""


class Device:
    """The sound device of this computer, through miniaudio."""

    def __init__(self, mixer: Mixer, *, null: bool = False) -> None:
        """Open the device and begin to ask the mixer for samples; ``null`` takes the one nobody hears.

        Raises:
            NoDeviceError: miniaudio is not there, or finds no device.
        """
        try:
            audio: Any = import_module("miniaudio")
        except ImportError:
            raise NoDeviceError from None
        try:
            self._device = audio.PlaybackDevice(
                output_format=audio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=mixer.rate,
                buffersize_msec=_BUFFER_MS,
                backends=[audio.Backend.NULL] if null else None,
                app_name="coreg",
            )
            self.name = str(self._device.backend)
            if self.name.casefold() == "null" and not null:
                self.close()
                raise NoDeviceError
            self._device.start(_stream(mixer))
        except audio.MiniaudioError:
            raise NoDeviceError from None

    def close(self) -> None:
        """Let go of the device."""
        self._device.close()


def _stream(mixer: Mixer) -> Generator[array[int] | bytes, int, None]:
    """Return what miniaudio asks for samples; it must stand at its first question."""

    def asked() -> Generator[array[int] | bytes, int, None]:
        frames = yield b""
        while True:
            frames = yield mixer.fill(time.monotonic(), frames)

    stream = asked()
    next(stream)
    return stream


class FileDevice:
    """Takes samples as a device does, and writes down each block with the moment it was handed over."""

    name = "file"

    def __init__(
        self, mixer: Mixer, path: Path, *, stepped: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin to take a block at a time by the clock; ``stepped``: only when :meth:`run_until` is called.

        Raises:
            NoDeviceError: the file cannot be made.
        """
        self._mixer = mixer
        self._clock = clock
        self._taken = -1.0
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        try:
            self._file: BinaryIO = path.open("xb", buffering=0)
        except OSError:
            raise NoDeviceError from None
        if not stepped:
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()

    def run_until(self, moment: float) -> None:
        """Take blocks as if the clock had gone on to a moment (s); the first call only sets the clock."""
        if self._taken < 0:
            self._taken = moment
        while self._taken + BLOCK <= moment:
            self._take(self._taken)
            self._taken += BLOCK

    def close(self) -> None:
        """Take no more."""
        self._closing.set()
        if self._thread is not None:
            self._thread.join()
        self._file.close()

    def _run(self) -> None:
        while not self._closing.wait(BLOCK):
            self._take(self._clock())

    def _take(self, now: float) -> None:
        block = self._mixer.fill(now, round(BLOCK * self._mixer.rate))
        if sys.byteorder == "big":
            block.byteswap()
        with suppress(OSError):
            self._file.write(_HEAD.pack(now, len(block)) + block.tobytes())


def handed_over(data: bytes) -> Iterator[tuple[float, array[int]]]:
    """Yield what a :class:`FileDevice` wrote: the moment of each whole block, and its samples."""
    place = 0
    while place + _HEAD.size <= len(data):
        moment, frames = _HEAD.unpack_from(data, place)
        place += _HEAD.size
        if place + 2 * frames > len(data):
            return
        block = array("h", data[place : place + 2 * frames])
        if sys.byteorder == "big":
            block.byteswap()
        place += 2 * frames
        yield moment, block
