"""How often something came up, in words a person would say."""

from __future__ import annotations

from datetime import date

import pytest

from coreg.content.came import came_up

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("times", "first", "last", "words"),
    [
        (1, date(2026, 11, 20), date(2026, 11, 20), "It came up once, last on Friday."),
        (2, date(2026, 11, 2), date(2026, 11, 22), "It came up twice, last yesterday."),
        (4, date(2026, 8, 2), date(2026, 11, 19), "It came up four times since August, last on Thursday."),
        (12, date(2026, 11, 1), TODAY, "It came up twelve times, last earlier today."),
        (
            40,
            date(2025, 11, 1),
            date(2026, 11, 9),
            "It came up 40 times since November 2025, last on 9 November.",
        ),
    ],
)
def test_it_is_said_how_often_since_when_and_when_last(
    times: int, first: date, last: date, words: str
) -> None:
    assert came_up(times, first, last, TODAY) == words
