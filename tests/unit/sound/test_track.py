"""A guide as a file: read back with the standard library, exact to the sample, every tone in its place."""

from __future__ import annotations

import io
import sys
import wave
from array import array

import pytest

from coreg.sound.cues import Guide, Phase
from coreg.sound.tones import LENGTHS, RATE, samples
from coreg.sound.track import write_track
from tests.unit.sound.ears import gaps, loudest

BREATHS = tuple(
    Phase(begin + 10 * number, kind, length)
    for number in range(3)
    for begin, kind, length in ((0, "in", 4), (4, "out", 6))
)


def read(guide: Guide, volume: int = 100) -> list[int]:
    """Write a guide and return the samples of the file."""
    file = io.BytesIO()
    seconds = write_track(guide, file, volume)
    file.seek(0)
    with wave.open(file) as track:
        assert (track.getnchannels(), track.getsampwidth(), track.getframerate()) == (1, 2, RATE)
        found = array("h", track.readframes(track.getnframes()))
    if sys.byteorder == "big":
        found.byteswap()
    assert seconds == len(found) / RATE
    return list(found)


def test_its_length_is_exact_to_the_sample() -> None:
    assert len(read(Guide.sitting(BREATHS, 5.0))) == round((5 + 30 + LENGTHS["end"]) * RATE)
    assert len(read(Guide.sitting((Phase(0, "in", 3.3333),), 0, bell=False))) == round(3.3333 * RATE)


def test_every_tone_stands_in_its_place_whole() -> None:
    found = read(Guide.sitting(BREATHS, 5.0))
    for begin, tone in ((5, "in"), (9, "out"), (15, "in"), (29, "out"), (35, "end")):
        whole = samples("in" if tone == "in" else "out" if tone == "out" else "end", 4 if tone == "in" else 6)
        place = begin * RATE
        assert found[place : place + len(whole)] == list(whole)
    assert [begin for begin, _ in gaps(found)[:5]] == pytest.approx([0, 1, 2, 3, 4], abs=0.01)


def test_volume_and_silence() -> None:
    assert loudest(read(Guide.sitting(BREATHS, 0), 0)) == 0
    assert read(Guide(())) == []
