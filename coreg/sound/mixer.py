"""Puts tones into the stream of samples that a device asks for, each at its own moment. Knows no device."""

from __future__ import annotations

import threading
from array import array
from typing import TYPE_CHECKING

from coreg.sound.tones import RATE
from coreg.sound.waves import FULL, frames_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FADE", "Mixer"]

FADE = 0.02
"""Seconds in which a tone fades that is cut, and in which one swells that is entered halfway."""


class _Sounding:
    """A tone on its way."""

    def __init__(self, at: float, samples: Sequence[int], fade: int) -> None:
        """Take when it is to begin (monotonic s), the whole of it, and the samples of a fade."""
        self.at = at
        self.samples = samples
        self.place: int | None = None
        self._fade = self._level = fade
        self._falls = False

    @property
    def over(self) -> bool:
        """Whether nothing more of it will be heard."""
        begun = self.place is not None and self.place >= len(self.samples)
        return begun or (self._falls and self._level <= 0)

    def cut(self) -> None:
        """Let it fade from here on."""
        self._falls = True

    def begin(self, skipped: int) -> None:
        """Begin it now, at its first sample or so many later; the middle is entered softly."""
        self.place = skipped
        if skipped:
            self._level = 0

    def next(self, frames: int) -> array[int]:
        """Return so many samples more of it, fewer at its end."""
        place = self.place or 0
        part = array("h", self.samples[place : place + frames])
        self.place = place + len(part)
        if self._falls or self._level < self._fade:
            self._shape(part)
        return part

    def _shape(self, part: array[int]) -> None:
        step = -1 if self._falls else 1
        for place, sample in enumerate(part):
            part[place] = int(sample * self._level / self._fade)
            self._level = max(0, min(self._fade, self._level + step))


class Mixer:
    """Holds what is to sound. Everything may be called while another thread fills."""

    def __init__(self, rate: int = RATE) -> None:
        """Begin in silence; ``rate`` is in samples a second."""
        self.rate = rate
        self._lock = threading.Lock()
        self._tones: list[_Sounding] = []

    @property
    def idle(self) -> bool:
        """Whether nothing sounds and nothing is to come."""
        with self._lock:
            return not self._tones

    def add(self, at: float, samples: Sequence[int]) -> None:
        """Let a tone begin at a moment (monotonic s); one whose beginning is past is entered halfway."""
        with self._lock:
            self._tones.append(_Sounding(at, samples, frames_of(FADE, self.rate)))

    def stop(self) -> None:
        """Let everything fade at once, and forget what has not begun."""
        with self._lock:
            self._tones = [one for one in self._tones if one.place is not None]
            for one in self._tones:
                one.cut()

    def fill(self, now: float, frames: int) -> array[int]:
        """Return the next samples; the first of them is handed to the device at ``now`` (monotonic s)."""
        out = array("h", bytes(2 * frames))
        with self._lock:
            for one in self._tones:
                first = 0
                if one.place is None:
                    first = round((one.at - now) * self.rate)
                    if first >= frames:
                        continue
                    one.begin(max(0, -first))
                _lay(one.next(frames - max(0, first)), out, max(0, first))
            self._tones = [one for one in self._tones if not one.over]
        return out


def _lay(part: array[int], out: array[int], first: int) -> None:
    """Add a part to what is there already."""
    last = first + len(part)
    under = out[first:last]
    if any(under):
        part = array("h", (max(-FULL, min(FULL, a + b)) for a, b in zip(under, part, strict=True)))
    out[first:last] = part
