"""The page on which a pattern is made: it says at once what a breath is like, and what does not hold."""

from __future__ import annotations

import pytest

from coreg.own_patterns import Own, OwnPattern, own_pattern, read_own
from coreg.screens.house import House
from coreg.screens.patterns.making import PatternPage
from tests.screens.stage import Run

SLOW = own_pattern("Sunday slow", {"in": 4, "out": 6.5, "rest": 1}, Own())


@pytest.fixture
def kept() -> list[OwnPattern]:
    """Hold what was kept."""
    return []


async def test_the_live_line_follows_every_step(house: House, run: Run, kept: list[OwnPattern]) -> None:
    async with run(PatternPage(house, Own(), None, kept.append), size=(80, 24)) as shown:
        assert "One breath takes 10 seconds: 6 a minute." in shown.text()
        await shown.press("down", "right")
        assert "in ◂ 4½ seconds ▸" in shown.text()
        assert "One breath takes 10½ seconds: 5.7 a minute." in shown.text()
        await shown.press("down", "right")
        assert "hold ◂ ½ second ▸" in shown.text()
        assert "Before holds you both read a caution" in shown.text()
        await shown.press("left")
        assert "hold ◂ none ▸" in shown.text()


@pytest.mark.long
async def test_the_bounds_are_the_end_of_every_step(house: House, run: Run, kept: list[OwnPattern]) -> None:
    async with run(PatternPage(house, Own(), SLOW, kept.append), size=(80, 24)) as shown:
        await shown.press(*["left"] * 9)
        assert "in ◂ 2 seconds ▸" in shown.text()
        await shown.press("end", *["down"] * 4, *["right"] * 30)
        assert "usually for ◂ 20 min ▸" in shown.text()


@pytest.mark.long
async def test_a_breath_that_is_too_short_says_so_and_is_not_kept(
    house: House, run: Run, kept: list[OwnPattern]
) -> None:
    async with run(PatternPage(house, Own((SLOW,)), SLOW, kept.append), size=(60, 18)) as shown:
        await shown.press(*["left"] * 4, "down", "down", *["left"] * 9, "down", "left", "left")
        assert "One whole breath takes 4 seconds; it can be 5 to 24." in shown.text()
        await shown.press("enter")
        assert shown.is_open
        assert "One whole breath takes 4 seconds; it can be 5 to 24." in shown.text()
        await shown.press("right", "right")
        assert "it can be 5 to 24" not in shown.text()
    assert kept == []


@pytest.mark.sample
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "It needs a name with at least one letter or digit."),
        ("x" * 41, "Its name can have at most 40 characters."),
        ("BOX", "BOX is a pattern of coreg already"),
        ("sunday  slow", "There is one called sunday slow already"),
    ],
)
async def test_a_name_that_cannot_be_is_told_beside_it(
    house: House, run: Run, kept: list[OwnPattern], name: str, words: str
) -> None:
    async with run(PatternPage(house, Own((SLOW,)), None, kept.append), size=(80, 24)) as shown:
        await shown.write(name)
        await shown.press("ctrl+s")
        assert words in shown.text()
        await shown.write("y")
        assert words not in shown.text()
    assert kept == []
    assert not house.places.patterns_file.exists()


@pytest.mark.long
async def test_the_lines_are_gone_through_with_tab_and_arrows(
    house: House, run: Run, kept: list[OwnPattern]
) -> None:
    async with run(PatternPage(house, Own(), None, kept.append), size=(80, 24)) as shown:
        assert "› name" in shown.text()
        for name in ("in", "hold", "out", "rest", "usually for", "name"):
            await shown.press("tab")
            assert f"› {name}" in shown.text()
        await shown.press("down", "up", "up")
        assert "› name" in shown.text()
        await shown.write("o")
        await shown.press("escape")
        assert not shown.is_open
    assert kept == []


async def test_one_that_holds_is_kept_under_its_name(house: House, run: Run, kept: list[OwnPattern]) -> None:
    async with run(PatternPage(house, Own(), None, kept.append)) as shown:
        await shown.paste("  [b]Softly[/]\n{x} ")
        await shown.press("enter", "enter")
        assert not shown.is_open
    assert [one.name for one in kept] == ["[b]Softly[/] {x}"]
    assert list(read_own(house.places.patterns_file).kept) == kept
