"""A date for a calendar program, as RFC 5545 wants it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from coreg.share.calendar import day_to_ics, to_ics

START = datetime(2026, 11, 24, 21, 40, tzinfo=timezone(timedelta(hours=1)))
MADE = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


def lines(title: str) -> list[bytes]:
    """Return the lines of a date with this title, as they stand in the file."""
    data = to_ics("0192", title, START, timedelta(minutes=30), MADE)
    assert data.endswith(b"\r\n")
    return data.removesuffix(b"\r\n").split(b"\r\n")


def test_a_date_has_its_name_its_title_and_its_moments_in_utc() -> None:
    assert lines("Time for two") == [
        b"BEGIN:VCALENDAR",
        b"VERSION:2.0",
        b"PRODID:-//coreg//coreg//EN",
        b"BEGIN:VEVENT",
        b"UID:0192@coreg",
        b"DTSTAMP:20261123T200000Z",
        b"DTSTART:20261124T204000Z",
        b"DTEND:20261124T211000Z",
        b"SUMMARY:Time for two",
        b"END:VEVENT",
        b"END:VCALENDAR",
    ]


def test_what_has_a_meaning_is_escaped() -> None:
    assert b"SUMMARY:a\\, b\\; c\\\\ d\\ne\\nf" in lines("a, b; c\\ d\r\ne\rf")


@given(st.text(max_size=400))
def test_whatever_stands_in_it_lines_are_short_and_unfold_to_what_was_meant(title: str) -> None:
    found = lines(title)
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in found)
    assert all(line.decode() is not None for line in found)
    whole = b"\r\n".join(found).replace(b"\r\n ", b"").split(b"\r\n")
    assert len(whole) == 11
    said = title.replace("\r\n", "\n").replace("\r", "\n").encode(errors="replace").decode()
    shown = whole[8].decode().removeprefix("SUMMARY:")
    plain = shown.replace("\\\\", "\0").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    if "\0" not in said:
        assert plain.replace("\0", "\\") == said


def test_a_whole_day_ends_with_the_next_one_in_every_zone() -> None:
    found = day_to_ics("0192", "Time for two", date(2026, 12, 31), MADE).split(b"\r\n")
    assert b"DTSTART;VALUE=DATE:20261231" in found
    assert b"DTEND;VALUE=DATE:20270101" in found
    assert b"SUMMARY:Time for two" in found
