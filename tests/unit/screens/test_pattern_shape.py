"""A pattern while it is made: steps within bounds, and the picture of one breath."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.own_patterns import FIELDS
from coreg.practice.breath import BOUNDS, Pattern
from coreg.screens.patterns.shape import LENGTHS, NEW, cycle_of, drawn, shape_of, stepped, why_not


@pytest.mark.parametrize(
    ("field", "value", "by", "then"),
    [
        ("in", 4.0, 1, 4.5),
        ("in", 4.0, -1, 3.5),
        ("in", 8.0, 1, 8.0),
        ("in", 2.0, -1, 2.0),
        ("out", 5.3, 1, 5.5),
        ("out", 5.3, -1, 5.0),
        ("hold", 0.0, 1, 0.5),
        ("rest", 6.0, 1, 6.0),
        ("minutes", 5.0, 1, 6.0),
        ("minutes", 2.5, -1, 2.0),
        ("minutes", 20.0, 1, 20.0),
    ],
)
def test_a_value_goes_on_in_half_seconds_or_minutes_and_stays_in_bounds(
    field: str, value: float, by: int, then: float
) -> None:
    assert stepped(field, value, by) == then


@given(field=st.sampled_from(sorted(FIELDS)), steps=st.lists(st.sampled_from([-1, 1]), max_size=60))
def test_no_steps_lead_out_of_bounds(field: str, steps: list[int]) -> None:
    value = NEW[field]
    for by in steps:
        value = stepped(field, value, by)
        low, high = BOUNDS[FIELDS[field]]
        assert low <= value <= high


def test_a_new_one_can_be_breathed_as_it_is() -> None:
    assert why_not(NEW) == ""
    assert cycle_of(NEW) == 10.0
    assert shape_of(NEW) is not None


def test_one_that_is_too_long_says_why_and_has_no_shape() -> None:
    numbers = {**NEW, "in": 8.0, "hold": 8.0, "out": 12.0}
    assert why_not(numbers) == "One whole breath takes 28 seconds; it can be 5 to 24."
    assert shape_of(numbers) is None


LENGTH = st.fixed_dictionaries(
    {
        name: st.integers(*(round(2 * end) for end in BOUNDS[FIELDS[name]])).map(lambda half: half / 2)
        for name in LENGTHS
    }
)


@given(LENGTH)
def test_a_breath_is_drawn_as_long_as_it_is_and_rises_and_falls_once(numbers: dict[str, float]) -> None:
    pattern = shape_of({**numbers, "minutes": 5.0})
    if pattern is None:
        return
    upper, lower = drawn(pattern)
    assert len(upper) == len(lower) == 2 * pattern.cycle
    blocks = " ▁▂▃▄▅▆▇█"
    heights = [blocks.index(up) + blocks.index(low) for up, low in zip(upper, lower, strict=True)]
    top = heights.index(max(heights))
    assert heights[: top + 1] == sorted(heights[: top + 1])
    assert heights[top:] == sorted(heights[top:], reverse=True)
    assert " " not in lower


def test_a_hold_is_drawn_full_and_a_rest_empty() -> None:
    upper, lower = drawn(Pattern("x", 2, 2, 2, 2))
    assert upper[4:8] == "████"
    assert (upper[12:], lower[12:]) == ("    ", "▁▁▁▁")
