"""Quiet hours: within a day, across midnight, and none."""

from __future__ import annotations

import pytest

from coreg.sound.hours import is_quiet, minute_of


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("00:00", 0),
        ("22:30", 1350),
        ("23:59", 1439),
        ("24:00", None),
        ("7:00", None),
        ("", None),
        ("२२:००", None),
    ],
)
def test_only_a_time_of_the_day_is_one(text: str, minute: int | None) -> None:
    assert minute_of(text) == minute


@pytest.mark.parametrize(
    ("now", "start", "end", "quiet"),
    [
        ("23:00", "22:00", "07:00", True),
        ("06:59", "22:00", "07:00", True),
        ("07:00", "22:00", "07:00", False),
        ("21:59", "22:00", "07:00", False),
        ("22:00", "22:00", "07:00", True),
        ("14:00", "13:00", "15:00", True),
        ("15:00", "13:00", "15:00", False),
        ("12:59", "13:00", "15:00", False),
        ("22:00", "22:00", "22:00", False),
        ("22:00", "", "07:00", False),
        ("22:00", "22:00", "", False),
    ],
)
def test_quiet_hours_begin_with_their_first_minute_and_end_before_their_last(
    now: str, start: str, end: str, quiet: bool
) -> None:
    minute = minute_of(now)
    assert minute is not None
    assert is_quiet(minute, start, end) is quiet
