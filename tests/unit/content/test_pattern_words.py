"""What patterns are called, and their lengths in words."""

from __future__ import annotations

import pytest

from coreg.content.pattern_words import pattern_about, pattern_name, seconds_text
from coreg.content.patterns import patterns
from coreg.practice.breath import Pattern


def test_ours_have_names_and_lengths_of_the_packs() -> None:
    assert pattern_name("easy46") == "Easy"
    assert pattern_about(patterns()["even55"]) == "5½ in · 5½ out"


def test_an_own_one_says_its_name_and_its_lengths() -> None:
    assert pattern_name("own:Sunday. Slow") == "Sunday. Slow"
    assert pattern_about(Pattern("own:x", 4.5, 0, 6, 1)) == "4½ in · 6 out · 1 rest"
    assert pattern_about(Pattern("own:x", 4, 0.5, 6, 0)) == "4 in · ½ hold · 6 out"


@pytest.mark.parametrize(("seconds", "text"), [(5.0, "5"), (5.5, "5½"), (0.5, "½"), (5.3, "5.3"), (12, "12")])
def test_seconds_are_said_as_people_say_them(seconds: float, text: str) -> None:
    assert seconds_text(seconds) == text
