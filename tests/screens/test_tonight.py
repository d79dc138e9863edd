"""Tonight's plan: every part within its bounds, and always a way to begin."""

from __future__ import annotations

import pytest

from coreg.screens.house import House
from coreg.screens.practice import Practice
from coreg.screens.tonight import Tonight, minutes_text
from tests.screens.sittings import hold
from tests.screens.stage import Run, Shown

SIZES = [(60, 18), (80, 24), (112, 32), (200, 60)]


def total(shown: Shown) -> int:
    """Return the minutes that the title promises."""
    return int(shown.row("about").split("about")[1].split()[0])


def parts(shown: Shown) -> list[str]:
    """Return the rows of the plan that are in tonight, chosen or not."""
    return [line for line in shown.text().splitlines() if line.endswith(" min")]


@pytest.mark.parametrize(("value", "text"), [(1, "1"), (2.5, "2½"), (22, "22"), (0.5, "½"), (2.24, "2")])
def test_minutes_are_read_as_they_are_said(value: float, text: str) -> None:
    assert minutes_text(value) == text


# Tonight


@pytest.mark.parametrize("size", SIZES)
async def test_the_plan_and_its_keys_are_there_at_every_size(
    run: Run, house: House, size: tuple[int, int]
) -> None:
    async with run(Tonight(house, "quiet"), size=size) as shown:
        for words in ("Quiet evening", "Check in", "Breathe", "Day talk", "Good night", "enter begin"):
            assert words in shown.text()
        await shown.press("down")
        assert "Never while driving or in water." in " ".join(shown.text().split())


async def test_the_minutes_of_the_title_are_the_sum(run: Run, house: House) -> None:
    async with run(Tonight(house, "quiet")) as shown:
        rows = parts(shown)
        assert total(shown) == sum(int(row.split()[-2]) for row in rows) == 32
        await shown.press("down", "down", "left")
        assert total(shown) == sum(int(row.split()[-2]) for row in parts(shown)) < 32


@pytest.mark.long
async def test_a_part_stays_within_its_bounds(run: Run, house: House) -> None:
    async with run(Tonight(house, "quiet")) as shown:
        await hold(shown, "right", 30)
        longest = shown.row("Check in")
        await shown.press("right", "+")
        assert shown.row("Check in") == longest
        await hold(shown, "-", 30)
        assert "1 min" in shown.row("Check in")


@pytest.mark.long
async def test_parts_can_be_left_out_but_one_always_stays(run: Run, house: House) -> None:
    async with run(Tonight(house, "quiet")) as shown:
        await shown.press("x", "down", "x", "down", "x", "down")
        assert shown.text().count("not tonight") == 3
        assert total(shown) == 3
        assert "x leaves it out" not in shown.text()
        assert "the last one stays; esc goes back" in shown.text()
        await shown.press("x")
        assert shown.text().count("not tonight") == 3
        await shown.press("up")
        assert "x leaves it out, or takes it in again" in shown.text()
        await shown.press("x")
        assert shown.text().count("not tonight") == 2
        await shown.press("enter")
        (first, second) = (
            (plan.script.id for plan in house.runner.state.plan) if house.runner.state else ("", "")
        )
        assert (first, second) == ("day_talk", "check_out")


async def test_the_rows_end_at_both_ends(run: Run, house: House) -> None:
    async with run(Tonight(house, "five")) as shown:
        await shown.press("up", "up")
        assert "› Check in" in shown.text()
        await hold(shown, "down", 9)
        assert "› One thing each" in shown.text()


async def test_enter_begins_and_esc_after_the_stop_leads_past_the_plan(run: Run, house: House) -> None:
    async with run(Tonight(house, "day_talk")) as shown:
        await shown.press("right", "enter")
        assert isinstance(shown.app.screen, Practice)
        assert shown.screen not in shown.app.screen_stack
        assert house.runner.state is not None
        assert house.runner.state.plan[0].script.minutes > 22


async def test_one_practice_alone_cannot_be_left_out(run: Run, house: House) -> None:
    async with run(Tonight(house, "day_talk")) as shown:
        assert "leaves it out" not in shown.text()
        await shown.press("x")
        assert "not tonight" not in shown.text()
