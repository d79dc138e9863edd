"""A guide as a sound file: WAV, 16 bits, one channel, exact to the sample. Standard library alone."""

from __future__ import annotations

import sys
import wave
from contextlib import closing
from typing import TYPE_CHECKING

from coreg.sound.mixer import Mixer
from coreg.sound.tones import RATE, samples
from coreg.sound.waves import frames_of

if TYPE_CHECKING:
    from typing import BinaryIO

    from coreg.sound.cues import Guide

__all__ = ["write_track"]

_PIECE = 10.0
"""Seconds that are mixed at a time."""


def write_track(guide: Guide, file: BinaryIO, volume: int = 100) -> float:
    """Write the guide from its second nought until its last tone has faded; return the length (s).

    Args:
        guide: what is to be heard.
        file: open for writing bytes, and able to go back.
        volume: 0 to 100.
    """
    whole = frames_of(guide.until, RATE)
    mixer = Mixer()
    with closing(wave.open(file, "wb")) as track:
        track.setnchannels(1)
        track.setsampwidth(2)
        track.setframerate(RATE)
        track.setnframes(whole)
        for begin in range(0, whole, frames_of(_PIECE, RATE)):
            frames = min(frames_of(_PIECE, RATE), whole - begin)
            now = begin / RATE
            for cue in guide.between(now, (begin + frames) / RATE):
                mixer.add(cue.at, samples(cue.tone, cue.length, volume))
            piece = mixer.fill(now, frames)
            if sys.byteorder == "big":
                piece.byteswap()
            track.writeframes(piece.tobytes())
    return whole / RATE
