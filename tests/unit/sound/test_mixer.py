"""The mixer: every tone at its own sample, soft cuts, soft entries, however the device asks."""

from __future__ import annotations

from array import array
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from coreg.sound.mixer import FADE, Mixer
from coreg.sound.tones import RATE, samples
from coreg.sound.waves import FULL
from tests.unit.sound.ears import loudest

STEEPEST = 0.15 * FULL

blocks = st.lists(st.integers(1, 3000), min_size=1, max_size=20)


def filled(mixer: Mixer, sizes: list[int], start: float = 100.0) -> list[int]:
    """Return what a device is handed that asks for blocks of these sizes without a pause."""
    out: list[int] = []
    for size in sizes:
        out += mixer.fill(start + len(out) / RATE, size)
    return out


@given(sizes=blocks, late=st.integers(0, 20_000))
def test_a_tone_begins_at_its_own_sample_however_the_device_asks(sizes: list[int], late: int) -> None:
    mixer = Mixer()
    tone = samples("in", 1.0)
    mixer.add(100.0 + late / RATE, tone)
    out = filled(mixer, sizes)
    heard = tone[: max(0, len(out) - late)]
    assert out == ([0] * late + list(heard) + [0] * len(out))[: len(out)]


def test_a_tone_whose_beginning_is_past_is_entered_halfway_and_softly() -> None:
    mixer = Mixer()
    tone = samples("out", 4.0)
    mixer.add(98.0, tone)
    out = filled(mixer, [100] * 300)
    fade = round(FADE * RATE)
    assert out[fade:] == list(tone[2 * RATE + fade : 2 * RATE + len(out)])
    assert out[0] == 0
    assert max(abs(a - b) for a, b in pairwise(out)) <= STEEPEST


@given(sizes=st.lists(st.integers(1, 900), min_size=30, max_size=60), before=st.integers(2, 20))
def test_a_stop_fades_within_its_time_without_a_click(sizes: list[int], before: int) -> None:
    mixer = Mixer()
    mixer.add(100.0, samples("out", 4.0))
    mixer.add(101.0, samples("tick", 0.0))
    out = filled(mixer, sizes[:before])
    mixer.stop()
    out += filled(mixer, sizes[before:], 100.0 + len(out) / RATE)
    assert loudest(out[sum(sizes[:before]) + round(FADE * RATE) + 1 :]) == 0
    assert max(abs(a - b) for a, b in pairwise(out)) <= STEEPEST
    filled(mixer, [RATE])
    assert mixer.idle


def test_after_a_stop_a_new_tone_is_whole() -> None:
    mixer = Mixer()
    mixer.add(100.0, samples("out", 4.0))
    mixer.fill(100.0, RATE)
    mixer.stop()
    mixer.add(101.1, samples("tick", 0.0))
    out = mixer.fill(101.0, RATE)
    place = round(0.1 * RATE)
    assert out[place : place + len(samples("tick", 0.0))] == samples("tick", 0.0)


def test_tones_that_meet_are_added_and_never_wrap_round() -> None:
    mixer = Mixer()
    loud = array("h", [30_000] * 1000)
    mixer.add(100.0, loud)
    mixer.add(100.0, loud)
    assert list(mixer.fill(100.0, 500)) == [FULL] * 500


def test_a_tone_that_is_long_past_is_not_heard() -> None:
    mixer = Mixer()
    mixer.add(50.0, samples("tick", 0.0))
    assert loudest(mixer.fill(100.0, 1000)) == 0
    assert mixer.idle
