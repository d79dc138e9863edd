"""Ten beats, one number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coreg.practice.pulse import BEATS, LOST, beat, pulse


def tapped(*moments: float) -> tuple[float, ...]:
    taps: tuple[float, ...] = ()
    for at in moments:
        taps = beat(taps, at)
    return taps


@given(st.integers(25, 230), st.floats(0, 1e6))
def test_an_even_pulse_is_told_as_it_is(rate: int, start: float) -> None:
    taps = tapped(*(start + number * 60 / rate for number in range(BEATS)))
    assert pulse(taps) == rate


def test_before_ten_there_is_no_number() -> None:
    assert pulse(tapped(*range(9))) is None
    assert pulse(()) is None


def test_a_key_that_repeats_itself_is_one_beat() -> None:
    assert tapped(0.0, 0.03, 0.06, 1.0) == (0.0, 1.0)


def test_after_a_gap_and_after_ten_it_begins_anew() -> None:
    assert tapped(0.0, 1.0, 1.0 + LOST + 0.5) == (4.0,)
    assert len(tapped(*range(10))) == BEATS
    assert tapped(*range(11)) == (10,)
