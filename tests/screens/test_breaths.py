"""Choosing how to breathe: every pattern at every size, the ways that fit it, what is remembered."""

from __future__ import annotations

import pytest

from coreg.content.patterns import patterns
from coreg.screens.breath_how import BreathHow
from coreg.screens.breaths import Breaths
from coreg.screens.house import House
from coreg.settings import Settings
from tests.screens.sittings import hold
from tests.screens.stage import Run, Shown

SIZES = [(60, 18), (80, 24), (112, 32), (200, 60)]


def words(shown: Shown) -> str:
    """Return what stands there as one line."""
    return " ".join(shown.text().split())


async def down_to(shown: Shown, house: House, pattern: str) -> None:
    """Go down the list to a pattern."""
    await hold(shown, "down", list(house.patterns).index(pattern))


async def card_of(shown: Shown, house: House, pattern: str) -> BreathHow:
    """Open the card of a pattern."""
    await down_to(shown, house, pattern)
    await shown.press("tab")
    card = shown.app.screen
    assert isinstance(card, BreathHow)
    return card


def params(house: House) -> dict[str, object]:
    """Return what the running practice was set to."""
    state = house.runner.state
    assert state is not None
    return dict(state.plan[0].params)


@pytest.mark.sample
@pytest.mark.parametrize("size", SIZES)
async def test_every_pattern_can_be_reached_and_the_caution_is_there(
    run: Run, house: House, size: tuple[int, int]
) -> None:
    async with run(Breaths(house), size=size) as shown:
        assert "Breathe smaller than you think." in words(shown)
        for name in ("Easy", "Even", "Four seven eight", "Just sit"):
            await hold(shown, "home", 1)
            for _ in patterns():
                if f"› {name}" in shown.text():
                    break
                await hold(shown, "down", 1)
            assert shown.row(f"› {name}").rstrip(" ▏").endswith(("min", "breaths"))


@pytest.mark.long
async def test_the_whole_caution_is_there_where_there_is_room(run: Run, house: House) -> None:
    async with run(Breaths(house)) as shown:
        assert "Never while driving or in water." in words(shown)


async def test_the_chosen_pattern_begins_for_the_chosen_time(run: Run, house: House) -> None:
    async with run(Breaths(house)) as shown:
        await shown.press("down", "down", "down", "right", "right", "left", "enter")
        state = house.runner.state
        assert state is not None
        assert state.plan[0].variant == "long48"
        assert state.plan[0].script.minutes == 4
        assert shown.screen not in shown.app.screen_stack


@pytest.mark.long
async def test_a_pattern_stays_within_its_bounds(run: Run, house: House) -> None:
    async with run(Breaths(house)) as shown:
        await hold(shown, "up", 1)
        await hold(shown, "right", 40)
        assert "20 min" in shown.row("4 in · 6 out")
        await hold(shown, "left", 40)
        assert "2 min" in shown.row("4 in · 6 out")
        await down_to(shown, house, "478")
        await hold(shown, "left", 9)
        assert "2 breaths" in shown.row("› Four seven eight")


async def test_esc_goes_back_and_begins_nothing(run: Run, house: House) -> None:
    async with run(Breaths(house)) as shown:
        await shown.press("escape")
        assert not shown.is_open
        assert house.runner.state is None


# How


@pytest.mark.sample
@pytest.mark.parametrize("size", SIZES)
async def test_the_card_says_what_can_be_chosen(run: Run, house: House, size: tuple[int, int]) -> None:
    async with run(Breaths(house), size=size) as shown:
        await card_of(shown, house, "easy46")
        for label in ("For two", "How long", "The last minute", "Tap along", "Before and after"):
            assert label in shown.text()
        assert "One breath for you both." in shown.text()


@pytest.mark.long
async def test_all_that_was_chosen_on_the_card_begins(run: Run, house: House) -> None:
    async with run(Breaths(house)) as shown:
        await card_of(shown, house, "easy46")
        await hold(shown, "right", 1)
        assert "crossing" in shown.row("For two")
        assert "Mina breathes in while Jo breathes out." in shown.text()
        for _ in range(4):
            await hold(shown, "down", 1)
            await hold(shown, "right", 1)
        await shown.press("enter")
        found = params(house)
        assert (found["way"], found["free"], found["taps"]) == ("crossing", 60.0, True)
        state = house.runner.state
        assert state is not None
        assert [step.id for step in state.plan[0].script.steps] == ["before", "breathe", "after"]
        assert state.plan[0].script.minutes == 4


@pytest.mark.long
async def test_it_is_remembered_for_tonight_and_stands_below_the_list(run: Run, house: House) -> None:
    async with run(Breaths(house)) as shown:
        await card_of(shown, house, "even5")
        await hold(shown, "right", 1)
        await shown.press("tab")
        assert shown.is_open
        assert "crossing" in shown.row("make it shorter or longer")
    async with run(Breaths(house)) as shown:
        assert "› Even" in shown.text()
        assert "crossing" in shown.row("make it shorter or longer")


@pytest.mark.long
async def test_side_by_side_offers_only_breaths_that_meet(run: Run, house: House) -> None:
    async with run(Breaths(house)) as shown:
        await card_of(shown, house, "easy46")
        await hold(shown, "left", 1)
        assert "side by side" in shown.row("For two")
        assert "What Jo breathes" in shown.text()
        await hold(shown, "down", 1)
        seen = set()
        for _ in patterns():
            seen.add(shown.row("What Jo breathes").split("breathes")[1].strip())
            await hold(shown, "right", 1)
        assert "Long out" in seen
        assert not {"Even, slower", "Starter", "Just sit", "Find your pace", "Easy"} & seen


@pytest.mark.long
async def test_what_does_not_fit_a_pattern_is_not_offered_and_comes_back_with_one_it_fits(
    run: Run, house: House
) -> None:
    async with run(Breaths(house)) as shown:
        await card_of(shown, house, "easy46")
        await hold(shown, "right", 1)
        await shown.press("tab")
        await down_to(shown, house, "justsit")
        assert "together" in shown.row("make it shorter or longer")
        await shown.press("tab")
        assert "For two" not in shown.text()
        assert "The last minute" not in shown.text()
        await shown.press("tab")
        await hold(shown, "home", 1)
        assert "crossing" in shown.row("make it shorter or longer")


async def test_with_one_at_the_keys_nothing_is_offered_that_takes_two(run: Run, house: House) -> None:
    house.settings = Settings(one_hand=True)
    async with run(Breaths(house)) as shown:
        await card_of(shown, house, "easy46")
        assert "Tap along" not in shown.text()
        assert "Before and after" not in shown.text()


@pytest.mark.long
async def test_the_other_pattern_is_cautioned_about_too(run: Run, house: House) -> None:
    async with run(Breaths(house)) as shown:
        await card_of(shown, house, "long48")
        await hold(shown, "left", 1)
        await hold(shown, "down", 1)
        for _ in patterns():
            if "Soft box" in shown.row("What Jo breathes"):
                break
            await hold(shown, "right", 1)
        await shown.press("enter")
        assert house.runner.state is None
        assert "Skip holds if you are pregnant" in words(shown)
        await shown.press("b")
        assert params(house)["with"] == "short36"
