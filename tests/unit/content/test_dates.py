"""Days as people say them."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from coreg.content import has, lines
from coreg.content.dates import day_name, greeting, long_day, month_title, on_the_wall, short_day

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("hour", "name"),
    [
        (0, "night"), (4, "night"), (5, "morning"), (11, "morning"), (12, "afternoon"), (16, "afternoon"),
        (17, "evening"), (22, "evening"), (23, "night"),
    ],
)  # fmt: skip
def test_a_greeting_fits_the_hour(hour: int, name: str) -> None:
    assert greeting(hour) == name


def test_every_greeting_has_words() -> None:
    assert all(has(f"home.greeting.{greeting(hour)}") for hour in range(24))


@pytest.mark.parametrize(
    ("apart", "name"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "Wednesday"),
        (-2, "Saturday"),
        (6, "Sunday"),
        (-6, "Tuesday"),
        (7, "30 November"),
        (-7, "16 November"),
        (60, "22 January 2027"),
        (-365, "23 November 2025"),
    ],
)
def test_a_day_is_named_as_it_is_said_today(apart: int, name: str) -> None:
    assert day_name(MONDAY + timedelta(days=apart), MONDAY) == name


def test_a_day_in_full_and_in_a_list() -> None:
    assert long_day(MONDAY) == "Monday 23 November"
    assert short_day(MONDAY) == "Mon 23"
    assert short_day(date(2026, 11, 3)) == "Tue  3"


def test_a_month_has_its_year_where_it_is_another() -> None:
    assert month_title(2026, 11, 2026) == "November"
    assert month_title(2025, 1, 2026) == "January 2025"


def test_there_are_seven_days_and_twelve_months() -> None:
    assert len(set(lines("dates.days"))) == 7
    assert len(set(lines("dates.months"))) == 12


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this system cannot be set")
def test_a_moment_of_summer_has_the_time_of_summer_in_winter_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    time.tzset()
    written = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    winter = datetime(2026, 11, 23, 20, 0).astimezone()
    assert on_the_wall(written, winter).date() == date(2026, 7, 2)
    elsewhere = winter.astimezone(timezone(timedelta(hours=-5)))
    assert on_the_wall(written, elsewhere).hour == 18
