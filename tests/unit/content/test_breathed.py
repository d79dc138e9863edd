"""What a breathing was, in words, also when another copy of a book wrote what is not known here."""

from __future__ import annotations

import pytest

from coreg.content.breathed import breathed_words


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({}, ""),
        ({"pattern": "easy46", "cycles": 30}, "30 breaths"),
        ({"cycles": 1}, "1 breath"),
        ({"cycles": 30.0, "way": "crossing"}, "crossing, 30 breaths"),
        (
            {"way": "beside", "with": "long48", "cycles": 18, "with_cycles": 15},
            "side by side, with Long out, 18 and 15 breaths",
        ),
        ({"way": "beside", "with": "own:Sunday", "cycles": 6}, "side by side, with Sunday, 6 breaths"),
        ({"way": "lead", "lag": 0.9}, ""),
        ({"pace": 5.5}, "easiest at 5½ a minute"),
        ({"way": "unison.name", "cycles": "many", "with": 3, "pace": True}, ""),
        ({"way": 7, "cycles": float("nan"), "pace": float("inf")}, ""),
    ],
)
def test_it_is_told_as_far_as_it_is_known(params: dict[str, object], words: str) -> None:
    assert breathed_words(params) == words
