"""The grammar of tones: each is known by how many notes it has and how long they last, not by pitch alone.

In is two notes that rise, out is one long low note that falls, a hold is a soft tick each second. Pure.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from coreg.sound.waves import Note, frames_of, render

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

__all__ = ["LENGTHS", "LONGEST", "RATE", "TONES", "Tone", "length_of", "notes_of", "samples"]

RATE = 22_050
"""Samples a second; the highest partial of any tone lies well below half of it."""

Tone: TypeAlias = Literal["in", "out", "top_up", "tick", "swap", "meeting", "end", "turn_end", "two_left"]
"""What can sound. "in", "out" and "top_up" last as long as what they are for."""

TONES: tuple[Tone, ...] = get_args(Tone)

LENGTHS: dict[Tone, float] = {
    "tick": 0.09,
    "swap": 0.9,
    "meeting": 1.8,
    "end": 4.0,
    "turn_end": 3.0,
    "two_left": 0.8,
}
"""How long the tones last that have a length of their own (s)."""

LONGEST = 20.0
"""No tone lasts longer than this (s); breaths stay below it."""

_SHORTEST = 0.05
_FULL_VOLUME = 100


def length_of(tone: Tone, seconds: float) -> float:
    """Return how long a tone lasts (s), if what it is for lasts so many seconds."""
    return LENGTHS.get(tone, min(LONGEST, max(_SHORTEST, seconds)))


def notes_of(tone: Tone, seconds: float) -> tuple[Note, ...]:
    """Return the notes of a tone; ``seconds`` counts where it has no length of its own."""
    return _NOTES[tone](length_of(tone, seconds))


def _in(long: float) -> tuple[Note, ...]:
    """Return two notes with a small gap after each: a third of the breath, then the rest, both rising."""
    gap = min(0.12, long * 0.06)
    first = long / 3 - gap
    second = long - long / 3 - gap
    return (
        Note(0, first, 196, 233, 0.5, 0.12, 0.12, 0.4),
        Note(long / 3, second, 262, 349, 0.55, 0.15, 0.4, 0.4),
    )


def _bell(begin: float, long: float, pitch: float, strength: float = 1.0) -> tuple[Note, ...]:
    """Return one stroke: the partials of a small bowl, the higher the sooner gone."""
    partials = ((1.0, 0.42, 1.1), (2.0, 0.14, 0.6), (2.76, 0.12, 0.35), (4.1, 0.05, 0.15))
    return tuple(
        Note(begin, long, pitch * ratio, pitch * ratio, loud * strength, 0.012, long / 3, half=half)
        for ratio, loud, half in partials
    )


def _out(long: float) -> tuple[Note, ...]:
    """Return one low note that falls and fades through all of the breath."""
    return (Note(0, long, 220, 139, 0.6, long * 0.12, long * 0.6, 0.6),)


def _top_up(long: float) -> tuple[Note, ...]:
    return (Note(0, long, 392, 587, 0.5, 0.06, 0.2, 0.2),)


def _tick(long: float) -> tuple[Note, ...]:
    return (Note(0, long, 784, 784, 0.3, 0.012, 0.06),)


def _swap(long: float) -> tuple[Note, ...]:
    """Return three notes: up and back again."""
    return tuple(
        Note(long * share, long * 0.29, pitch, pitch, 0.4, 0.03, 0.1, 0.3)
        for share, pitch in ((0.0, 330.0), (0.33, 440.0), (0.66, 330.0))
    )


def _meeting(long: float) -> tuple[Note, ...]:
    """Return two notes at once, a fifth apart."""
    return tuple(Note(0, long, pitch, pitch, 0.3, 0.5, 0.7, 0.2) for pitch in (262.0, 393.0))


def _end(long: float) -> tuple[Note, ...]:
    return _bell(0, long, 392)


def _turn_end(long: float) -> tuple[Note, ...]:
    """Return two strokes, the first soon damped."""
    return (*_bell(0, 0.9, 330, 0.7), *_bell(0.9, long - 0.9, 330))


def _two_left(long: float) -> tuple[Note, ...]:
    """Return two short notes of the same pitch."""
    return tuple(Note(at, long - 0.5, 523, 523, 0.3, 0.03, 0.2) for at in (0.0, 0.4))


_NOTES: dict[Tone, Callable[[float], tuple[Note, ...]]] = {
    "in": _in,
    "out": _out,
    "top_up": _top_up,
    "tick": _tick,
    "swap": _swap,
    "meeting": _meeting,
    "end": _end,
    "turn_end": _turn_end,
    "two_left": _two_left,
}


@lru_cache(maxsize=32)
def samples(tone: Tone, seconds: float, volume: int = 100, rate: int = RATE) -> array[int]:
    """Return a tone as 16-bit samples, one channel; what is returned is shared and must not be changed.

    Args:
        tone: which.
        seconds: of what it is for; counts where the tone has no length of its own.
        volume: 0 to 100. What is heard as half as loud is a quarter as strong, so it is squared.
        rate: samples a second.
    """
    gain = (min(_FULL_VOLUME, max(0, volume)) / _FULL_VOLUME) ** 2
    long = length_of(tone, seconds)
    return render(notes_of(tone, seconds), frames_of(long, rate), rate, gain)
