"""The list of own patterns: made, changed, taken out and brought back, all of it on disk at once."""

from __future__ import annotations

import pytest

from coreg.own_patterns import read_own
from coreg.screens.breaths import Breaths
from coreg.screens.house import House
from coreg.screens.patterns.making import PatternPage
from coreg.screens.patterns.own import OwnPatterns
from tests.screens.stage import Run

TWO = """\
# ours
[[patterns]]
name = "Sunday slow"
in = 4
out = 6.5
rest = 1

# for bad nights
[[patterns]]
name = "Night"
in = 3
out = 6
minutes = 12
"""
BROKEN = '[[patterns]]\nname = "Broken"\nin = 40\nout = 6\n'


def names(house: House) -> list[str]:
    """Return what is on disk."""
    return [one.name for one in read_own(house.places.patterns_file).kept]


def write(house: House, text: str) -> None:
    house.places.config.mkdir(exist_ok=True)
    house.places.patterns_file.write_text(text, encoding="utf-8")


@pytest.fixture
def two(house: House) -> House:
    """Let there be two."""
    write(house, TWO)
    return house


async def test_each_stands_there_with_its_lengths_and_minutes(two: House, run: Run) -> None:
    async with run(OwnPatterns(two), size=(80, 24)) as shown:
        assert "Sunday slow 4 in · 6½ out · 1 rest 5 min" in shown.text()
        assert "Night 3 in · 6 out 12 min" in shown.text()


@pytest.mark.long
async def test_one_key_leads_there_from_the_list_of_patterns(house: House, run: Run) -> None:
    async with run(Breaths(house), size=(80, 24)) as shown:
        assert "o your own" in shown.text()
        await shown.press("o")
        assert isinstance(shown.app.screen, OwnPatterns)
        assert "There are none yet." in shown.text()
        await shown.press("enter", "delete", "up", "down", "escape")
        assert shown.is_open


@pytest.mark.long
async def test_a_new_one_is_made_with_keys_alone_and_is_on_disk(two: House, run: Run) -> None:
    async with run(OwnPatterns(two), size=(80, 24)) as shown:
        await shown.press("o")
        await shown.write("Walk")
        await shown.press("enter", "right", "down", "down", "left", "ctrl+s")
        assert shown.is_open
        assert "Kept." in shown.text()
        assert "Walk 4½ in · 5½ out 5 min" in shown.text()
    assert names(two) == ["Sunday slow", "Night", "Walk"]
    assert two.patterns["own:Walk"].inhale == 4.5


@pytest.mark.long
async def test_one_is_changed_where_it_stands(two: House, run: Run) -> None:
    async with run(OwnPatterns(two)) as shown:
        await shown.press("down", "enter", "up", "ctrl+a", "ctrl+k")
        await shown.write("Longer night")
        await shown.press("down", "down", "down", "right", "enter")
        assert "Longer night 3 in · 6½ out 12 min" in shown.text()
    assert names(two) == ["Sunday slow", "Longer night"]
    assert "# for bad nights" in two.places.patterns_file.read_text(encoding="utf-8")


async def test_what_is_taken_out_comes_back_to_its_place(two: House, run: Run) -> None:
    async with run(OwnPatterns(two)) as shown:
        await shown.press("delete")
        assert "Taken out. u brings it back." in shown.text()
        assert names(two) == ["Night"]
        await shown.press("delete")
        assert names(two) == []
        await shown.press("u", "u", "u")
        assert "Sunday slow 4 in" in shown.text()
    assert names(two) == ["Sunday slow", "Night"]


@pytest.mark.long
async def test_one_whose_name_was_given_away_meanwhile_stays_out(two: House, run: Run) -> None:
    async with run(OwnPatterns(two)) as shown:
        await shown.press("delete", "enter", "up", "ctrl+a", "ctrl+k")
        await shown.write("sunday slow")
        await shown.press("ctrl+s", "u")
        assert "There is one called Sunday slow already" in shown.text()
    assert names(two) == ["sunday slow"]


@pytest.mark.long
async def test_what_was_left_out_is_told_and_stays_in_the_file(house: House, run: Run) -> None:
    write(house, TWO + 3 * BROKEN)
    async with run(OwnPatterns(house), size=(80, 24)) as shown:
        told = " ".join(shown.text().split())
        assert 'the pattern "Broken" was left out. "in" is 40; it can be 2 to 8 seconds.' in told
        assert "More were left out: 1. coreg doctor names each." in told
        await shown.press("delete")
    assert house.places.patterns_file.read_text(encoding="utf-8").count("in = 40") == 3


async def test_a_file_that_cannot_be_read_is_told_and_never_written_over(house: House, run: Run) -> None:
    write(house, "[[patterns")
    async with run(OwnPatterns(house)) as shown:
        assert "does not hold at line 1." in " ".join(shown.text().split())
        await shown.press("o")
        await shown.write("Walk")
        await shown.press("ctrl+s")
        assert isinstance(shown.app.screen, PatternPage)
        assert "does not hold at line 1." in " ".join(shown.text().split())
    assert house.places.patterns_file.read_text(encoding="utf-8") == "[[patterns"


@pytest.mark.long
async def test_a_full_disk_is_told_and_nothing_changes(
    two: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("coreg.settings_file.os.fsync", full)
    async with run(OwnPatterns(two)) as shown:
        await shown.press("delete")
        assert "The disk is full." in shown.text()
        assert "Sunday slow" in shown.text()
        await shown.press("enter", "enter")
        assert "The disk is full." in shown.text()
    assert names(two) == ["Sunday slow", "Night"]


async def test_many_are_gone_through_and_no_more_than_fifty_are_made(house: House, run: Run) -> None:
    write(house, "".join(f'[[patterns]]\nname = "n{number}"\nin = 4\nout = 6\n' for number in range(50)))
    async with run(OwnPatterns(house), size=(60, 18)) as shown:
        assert "n0 4 in" in shown.text()
        assert "o a new one" in shown.text()
        await shown.press("end")
        assert "n49 4 in" in shown.text()
        assert "Your own patterns" in shown.text()
        await shown.press("o")
        assert shown.is_open
        assert "at most 50 patterns of your own" in shown.text()


async def test_names_are_literal_when_they_look_like_markup(house: House, run: Run) -> None:
    write(house, '[[patterns]]\nname = "[red]a[/] {b} \\u202ec"\nin = 4\nout = 6\n')
    async with run(OwnPatterns(house), theme="day") as shown:
        assert "[red]a[/] {b} c" in shown.text()
