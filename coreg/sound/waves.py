"""Notes into samples: gliding sines with one overtone, soft at both ends. Pure, standard library alone."""

from __future__ import annotations

import cmath
import math
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FULL", "Note", "frames_of", "render"]

FULL = 32767
"""The largest sample of 16 bits."""

_EDGE_SHARE = 3
"""Attack and release each take at most this part of a note (a third)."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note. Times in seconds, pitches in hertz, ``loud`` a share of the whole range.

    Attributes:
        begin: when it begins inside its tone.
        length: how long it lasts, edges included.
        low: its pitch at the beginning.
        high: its pitch at the end; the pitch glides evenly between them.
        loud: its peak is never above this.
        attack: how long it swells.
        release: how long it fades.
        overtone: strength of the octave above, 0 to 1; small speakers need it for low notes.
        half: seconds in which a struck note loses half its strength; 0: it is held.
    """

    begin: float
    length: float
    low: float
    high: float
    loud: float
    attack: float = 0.05
    release: float = 0.05
    overtone: float = 0.0
    half: float = 0.0


def frames_of(seconds: float, rate: int) -> int:
    """Return the samples in so many seconds, to the nearest one; never below nought."""
    return max(0, round(seconds * rate))


def render(notes: Iterable[Note], frames: int, rate: int, gain: float) -> array[int]:
    """Return exactly so many samples with the notes in them; what would reach beyond is left out.

    Args:
        notes: their loudness together must stay below 1.
        frames: how many samples.
        rate: samples a second.
        gain: 0 to 1, for all of them.
    """
    mixed = [0.0] * frames
    for note in notes:
        first = frames_of(note.begin, rate)
        wave = _wave(note, min(frames_of(note.length, rate), frames - first), rate)
        scale = gain * note.loud * FULL
        mixed[first : first + len(wave)] = [
            old + new * scale for old, new in zip(mixed[first : first + len(wave)], wave, strict=True)
        ]
    return array("h", map(int, mixed))


def _wave(note: Note, frames: int, rate: int) -> list[float]:
    """Return a note between -1 and 1.

    Both steps are rotations: the first by the pitch, the second by how the pitch changes. It costs two
    multiplications a sample where a sine costs ten times that.
    """
    turn = cmath.exp(1j * math.tau * note.low / rate)
    if note.half:
        turn *= 0.5 ** (1 / (note.half * rate))
    bend = cmath.exp(1j * math.tau * (note.high - note.low) / (rate * max(1, frames)))
    whole, overtone = 1 / (1 + note.overtone / 2), note.overtone / (1 + note.overtone / 2)
    at = 1 + 0j
    wave = []
    for _ in range(frames):
        wave.append(at.imag * (whole + overtone * at.real))
        at *= turn
        turn *= bend
    _soften(wave, frames_of(note.attack, rate), frames_of(note.release, rate))
    return wave


def _soften(wave: list[float], attack: int, release: int) -> None:
    """Let both ends begin and end at nought, on half a cosine."""
    longest = len(wave) // _EDGE_SHARE
    for edge, sign in ((min(attack, longest), 1), (min(release, longest), -1)):
        for step in range(edge):
            place = step if sign > 0 else -1 - step
            wave[place] *= (1 - math.cos(math.pi * step / edge)) / 2
