"""Days as people type them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.commands.dates import day
from coreg.content import explain
from coreg.record.trouble import Trouble

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-23", "2026-11-23", "2026-11-23"),
        ("2026-1-3", "2026-01-03", "2026-01-03"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        (" Today ", "2026-11-24", "2026-11-24"),
        ("yesterday", "2026-11-23", "2026-11-23"),
        ("monday", "2026-11-23", "2026-11-23"),
        ("TUE", "2026-11-24", "2026-11-24"),
        ("wed", "2026-11-18", "2026-11-18"),
        ("7d", "2026-11-17", "2026-11-17"),
        ("2 w", "2026-11-10", "2026-11-10"),
        ("3m", "2026-08-24", "2026-08-24"),
        ("12m", "2025-11-24", "2025-11-24"),
        ("1y", "2025-11-24", "2025-11-24"),
        ("0d", "2026-11-24", "2026-11-24"),
    ],
)
def test_a_day_is_seen_from_today(text: str, first: str, last: str) -> None:
    assert day(text, TODAY).isoformat() == first
    assert day(text, TODAY, last=True).isoformat() == last


def test_a_month_ago_is_never_a_day_that_is_not_there() -> None:
    assert day("1m", date(2026, 3, 31)) == date(2026, 2, 28)
    assert day("1y", date(2024, 2, 29)) == date(2023, 2, 28)


@pytest.mark.parametrize(
    "text", ["", "soon", "mo", "2026-13", "2026-02-30", "9999y", "5000w0", "31.12.2026", "-3d"]
)
def test_what_is_no_day_is_refused_with_what_would_be(text: str) -> None:
    with pytest.raises(Trouble) as caught:
        day(text, TODAY)
    assert "yesterday" in explain(caught.value)


@pytest.mark.long
@given(text=st.text(max_size=20), last=st.booleans())
def test_any_text_is_a_day_or_trouble(text: str, last: bool) -> None:
    with suppress(Trouble):
        assert isinstance(day(text, TODAY, last=last), date)
