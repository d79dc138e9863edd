"""Tones: soft at both ends, never too loud, exact in length, and known apart without their pitch."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coreg.sound.tones import LENGTHS, RATE, TONES, Tone, length_of, notes_of, samples
from coreg.sound.waves import FULL
from tests.unit.sound.ears import gaps, loudest, pitch, strength

LOUDEST = 0.8 * FULL
STEEPEST = 0.15 * FULL
NEAR_NOUGHT = 0.002 * FULL

seconds = st.sampled_from([0.5, 0.8, 1.0, 1.5, 2.3, 12.0])


def shape(tone: Tone) -> tuple[int, float]:
    """Return how many stretches of sound a tone has, and how long it lasts (s)."""
    heard = gaps(samples(tone, 5.0))
    return len(heard), heard[-1][1] - heard[0][0]


@pytest.mark.sample
@pytest.mark.parametrize("tone", TONES)
@settings(max_examples=6)
@given(seconds=seconds, volume=st.sampled_from([0, 1, 60, 100]))
def test_no_tone_clicks_or_is_too_loud(tone: Tone, seconds: float, volume: int) -> None:
    found = samples(tone, seconds, volume)
    assert len(found) == round(length_of(tone, seconds) * RATE)
    assert max(abs(found[0]), abs(found[-1])) <= NEAR_NOUGHT
    assert max(abs(a - b) for a, b in pairwise(found)) <= STEEPEST
    assert loudest(found) <= LOUDEST


@settings(max_examples=6)
@given(seconds=seconds)
def test_in_rises_and_out_falls(seconds: float) -> None:
    third = round(seconds * RATE / 3)
    for tone, rises in (("in", True), ("out", False)):
        heard = samples("in" if tone == "in" else "out", seconds)
        assert (pitch(heard[: third // 2]) < pitch(heard[-third:])) is rises


def test_out_is_lower_than_in_and_goes_on_without_a_gap() -> None:
    for at in (0.5, 2.0, 4.0):
        place = round(at * RATE)
        middle = slice(place, place + RATE // 3)
        assert pitch(samples("out", 5.0)[middle]) < 1.2 * pitch(samples("in", 5.0)[middle])
    assert pitch(samples("out", 5.0)[RATE * 3 :]) < 0.7 * pitch(samples("in", 5.0)[RATE * 3 :])
    assert [shape("in")[0], shape("out")[0]] == [2, 1]


def test_a_top_up_is_shorter_and_higher_than_the_breath_before_it() -> None:
    top_up = samples("top_up", 1.0)
    assert len(top_up) == RATE
    assert pitch(top_up[: RATE // 4]) > pitch(samples("in", 2.0)[-RATE // 4 :])
    assert pitch(top_up[: RATE // 4]) < pitch(top_up[-RATE // 4 :])


def test_tones_differ_by_pattern_or_length_and_not_only_by_pitch() -> None:
    for one, other in combinations((tone for tone in TONES if tone != "top_up"), 2):
        (count, length), (other_count, other_length) = shape(one), shape(other)
        apart = max(length, other_length) / min(length, other_length)
        together = len(notes_of(one, 5.0)) != len(notes_of(other, 5.0))
        assert count != other_count or apart > 1.2 or together, (one, other)


def test_the_meeting_is_two_notes_at_once() -> None:
    middle = samples("meeting", 0.0)[RATE // 2 : RATE]
    between = strength(middle, 330)
    assert min(strength(middle, 262), strength(middle, 393)) > 10 * between


def test_the_bell_fades_by_itself() -> None:
    bell = samples("end", 0.0)
    levels = [loudest(bell[place : place + RATE // 4]) for place in range(0, len(bell), RATE // 2)]
    assert levels == sorted(levels, reverse=True)
    assert levels[4] < levels[0] / 3


@pytest.mark.sample
@pytest.mark.parametrize("tone", TONES)
def test_volume_is_heard_and_none_is_silence(tone: Tone) -> None:
    levels = [loudest(samples(tone, 3.0, volume)) for volume in (0, 30, 60, 100)]
    assert levels[0] == 0
    assert levels == sorted(set(levels))
    assert loudest(samples(tone, 3.0, 250)) == levels[3]
    assert loudest(samples(tone, 3.0, -5)) == 0


def test_lengths_of_their_own_do_not_follow_the_breath() -> None:
    assert {length_of(tone, 7.0) for tone in ("in", "out", "top_up")} == {7.0}
    assert [length_of(tone, 7.0) for tone in LENGTHS] == list(LENGTHS.values())
    assert 0 < length_of("in", 0.0) < length_of("in", 1e9) < 60
