"""What a kind of evening, a practice or a pattern is called where the past is listed."""

from __future__ import annotations

import pytest

from coreg.screens.diary import name_of


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("day_talk", "Day talk"),
        ("long48", "4–8"),
        ("own:Sunday, slow_ly", "Sunday, slow_ly"),
        ("own:long48.more", "long48.more"),
        ("of_a_newer_coreg", "of a newer coreg"),
    ],
)
def test_what_has_no_name_of_ours_is_called_as_it_is(kind: str, name: str) -> None:
    assert name_of(kind) == name
