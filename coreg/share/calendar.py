"""One date for a calendar program, as iCalendar (RFC 5545): a dozen lines, which need no library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

__all__ = ["day_to_ics", "to_ics"]

_LINE = 75
"""Bytes of a line without its end (RFC 5545, 3.1)."""

_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def to_ics(uid: str, title: str, start: datetime, length: timedelta, made: datetime) -> bytes:
    """Return a calendar with one event: its name, its title, when it is (aware), when this was made."""
    return _event(uid, title, f"DTSTART:{_moment(start)}", f"DTEND:{_moment(start + length)}", made)


def day_to_ics(uid: str, title: str, day: date, made: datetime) -> bytes:
    """Return a calendar with one event that takes a whole day, wherever it is looked at."""
    start, end = (f"{one:%Y%m%d}" for one in (day, day + timedelta(days=1)))
    return _event(uid, title, f"DTSTART;VALUE=DATE:{start}", f"DTEND;VALUE=DATE:{end}", made)


def _event(uid: str, title: str, start: str, end: str, made: datetime) -> bytes:
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//coreg//coreg//EN",
        "BEGIN:VEVENT",
        f"UID:{_text(uid)}@coreg",
        f"DTSTAMP:{_moment(made)}",
        start,
        end,
        f"SUMMARY:{_text(title)}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return b"".join(_folded(line) for line in lines)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """Return a text with what has a meaning in it escaped (3.3.11)."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_ESCAPED.get(sign, sign) for sign in clean)


def _folded(line: str) -> bytes:
    """Return a line folded to what may stand on one, never within a character."""
    rows, row = [], b""
    for sign in line:
        data = sign.encode("utf-8", "replace")
        if len(row) + len(data) > _LINE:
            rows.append(row)
            row = b" "
        row += data
    return b"".join(one + b"\r\n" for one in (*rows, row))
