"""How much is told of the time of a turn, and when."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.plain.scene import Cues
from coreg.plain.steps.turn import length_said, marks


@pytest.mark.parametrize(
    ("budget", "cues", "told"),
    [
        (480, "every", [(240, "half"), (420, "minute"), (470, "ten"), (480, "time"), (495, "beyond")]),
        (480, "some", [(420, "minute"), (480, "time"), (495, "beyond")]),
        (480, "few", [(480, "time")]),
        (120, "every", [(60, "minute"), (110, "ten"), (120, "time"), (135, "beyond")]),
        (60, "every", [(30, "half"), (50, "ten"), (60, "time"), (75, "beyond")]),
        (30, "every", [(20, "ten"), (30, "time"), (45, "beyond")]),
        (20, "every", [(20, "time"), (35, "beyond")]),
    ],
)
def test_the_shorter_a_turn_the_less_is_said(
    budget: float, cues: Cues, told: list[tuple[float, str]]
) -> None:
    assert [tuple(mark) for mark in marks(budget, cues)] == told


@given(st.floats(20, 900), st.sampled_from(["every", "some", "few"]))
def test_two_things_are_never_told_within_ten_seconds(budget: float, cues: Cues) -> None:
    times = [mark.spent for mark in marks(budget, cues)]
    assert times[0] > 0
    assert all(after - before >= 10 - 1e-6 for before, after in itertools.pairwise(times))


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 seconds"), (1, "1 second"), (45, "45 seconds"), (60, "1 minute"), (450, "7 minutes 30 seconds")],
)
def test_lengths_are_said_as_people_say_them(seconds: float, said: str) -> None:
    assert length_said(seconds) == said
