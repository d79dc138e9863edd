"""What stands on a stage in the smallest window: folded from the first moment, and nothing needed cut."""

from __future__ import annotations

import pytest

from coreg.content import lines, say
from coreg.evening.planning import Options, plan, spare
from coreg.screens.house import House
from coreg.screens.practice import Practice
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run, Shown

SMALLEST = (60, 18)
_ASIDE = 2
"""Cells by which a line in the middle may stand aside of it: half a cell cannot be had."""


def _aside(shown: Shown, words: str) -> int:
    """Return how much more room there is on one side of a line than on the other."""
    line = shown.row(words)
    return abs((len(line) - len(line.lstrip())) - (len(line) - len(line.rstrip())))


def _form(house: House) -> Practice:
    """Begin a check-in with the long form."""
    options = Options(form="full")
    house.runner.start("check_in", (plan("check_in", None, options),), house.couple, spare(options))
    return Practice(house)


async def _at_the_cover(shown: Shown, two: Two) -> None:
    for _ in range(4):
        if "This part is for" in shown.text():
            return
        await two.press("f", "j")


async def _lifted(shown: Shown, two: Two) -> None:
    await _at_the_cover(shown, two)
    await two.press("f" if "for Mina" in shown.text() else "j")


async def test_a_cover_stands_in_the_middle_before_anybody_looks_at_the_clock(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(_form(house), size=SMALLEST) as shown:
        await _at_the_cover(shown, Two(shown, time))
        assert "Nothing shows until you" in shown.text()
        for words in ("This part is for", "Nothing shows until you", "both have answered."):
            assert _aside(shown, words) <= _ASIDE


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (1, ("form.grid_up", "form.grid_left", "form.grid_right", "form.grid_down", "form.grid_text")),
        (2, ("form.feelings", "form.feelings_text")),
        (3, ("form.needs", "form.needs_text")),
        (5, ("form.like", "form.like_text")),
    ],
)
async def test_a_question_is_whole_with_how_it_is_answered(
    run: Run, house: House, time: FakeTime, question: int, words: tuple[str, ...]
) -> None:
    async with run(_form(house), size=SMALLEST) as shown:
        await _lifted(shown, Two(shown, time))
        await shown.press(*["enter"] * question)
        text = shown.text()
        for key in (*words, "form.next"):
            assert say(key) in text
        if question == 3:
            assert all(need in text for need in lines("form.words.needs"))


async def test_the_long_list_is_gone_through_by_the_columns_that_are_seen(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(_form(house), size=SMALLEST) as shown:
        await _lifted(shown, Two(shown, time))
        await shown.press("enter", "enter", "enter", "down", "space")
        first, second = (line for line in shown.lines() if "rest " in line or "•" in line)
        assert first.index("rest") == second.index("•") + 1


async def test_the_time_stays_on_the_top_line_beside_a_long_topic(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(practise(house, "day_talk", "day_talk"), size=SMALLEST) as shown:
        await shown.write("everything that has been said about the landlord")
        await Two(shown, time).press("enter")
        top = " ".join(shown.lines()[1].split())
        assert top.startswith("day talk everything that")
        assert top.endswith("min left")
