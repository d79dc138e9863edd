"""Stamps only go forward, whatever the clock does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.record.stamp import next_stamp, unix_ms

CLOCK = st.lists(st.integers(0, (1 << 47)), min_size=2, max_size=20)


@given(CLOCK, st.sampled_from(["left", "right"]))
def test_stamps_sort_in_the_order_of_their_making_when_the_clock_jumps(clock: list[int], device: str) -> None:
    stamps = [""]
    for moment in clock:
        stamps.append(next_stamp(stamps[-1], moment, device))
    assert stamps == sorted(set(stamps))


def test_a_stamp_holds_the_time_and_the_device() -> None:
    assert next_stamp("", 0x18C, "left") == "00000000018c.0000.left"


def test_the_counter_goes_on_when_the_clock_went_back() -> None:
    assert next_stamp("00000000018c.0000.right", 5, "left") == "00000000018c.0001.left"


def test_the_time_goes_on_when_the_counter_is_used_up() -> None:
    assert next_stamp("00000000018c.ffff.left", 5, "left") == "00000000018d.0000.left"


@pytest.mark.parametrize("last", ["", "yesterday", "xyz.0000.left", "00000000018C.0000.left"])
def test_an_unreadable_stamp_counts_as_the_beginning(last: str) -> None:
    assert next_stamp(last, 0, "left") == "000000000000.0000.left"


def test_the_moment_of_a_stamp_can_be_read() -> None:
    assert unix_ms(next_stamp("", 0x18C, "left")) == 0x18C
    assert unix_ms("yesterday") is None
