"""Help: what this is first, people who can help last, the keys as they are; nothing notes it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coreg.keys import keymap
from coreg.screens.help import Help
from tests.screens.stage import Run, Shown

if TYPE_CHECKING:
    from coreg.screens.house import House

OWN = """
[[people]]
need = "talk"
name = "Aunt [bold]Vi[/bold]"
number = "12 34"
"""


def own_list(house: House) -> None:
    """Write a list of the couple's own."""
    house.places.config.mkdir(parents=True)
    house.places.help_file.write_text(OWN, encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def first_line(shown: Shown) -> str:
    """Return the first line of the page that is not empty."""
    top = next(at for at, line in enumerate(shown.lines()) if "help" in line)
    rows = (line.strip(" ▁▂▃▄▅▆▇█") for line in shown.lines()[top + 1 :])
    return next(row for row in rows if row)


async def test_it_begins_with_what_this_is(house: House, run: Run) -> None:
    async with run(Help(house), size=(80, 24)) as shown:
        assert "This is for two people who both want to be here." in shown.text()
        assert "If it is not safe to say no to each other" in shown.text()


async def test_end_leads_to_the_people_of_the_region_and_then_to_the_end(house: House, run: Run) -> None:
    house.settings = replace(house.settings, region="uk")
    async with run(Help(house), size=(80, 24)) as shown:
        await shown.press("end")
        page = shown.text()
        assert "People who can help" in page
        assert "In danger now\n999 Emergency" in page
        await shown.press("end")
        assert "To add or hide lines" in shown.text()


async def test_the_keys_are_those_of_this_couple(house: House, run: Run) -> None:
    house.keymap = keymap({"left.main": "d", "practice.skip": "v"})
    async with run(Help(house), size=(80, 60)) as shown:
        await shown.press("tab")
        page = shown.text()
        assert "On the left Mina\nd own key" in page
        assert "v pass this step over" in page


@pytest.mark.long
async def test_tab_goes_through_the_parts_and_back_to_the_first(house: House, run: Run) -> None:
    async with run(Help(house), size=(80, 24)) as shown:
        titles = []
        for _ in range(11):
            titles.append(first_line(shown))
            await shown.press("tab")
        assert titles[0] == "What this is"
        assert titles[1] == "Keys"
        assert titles[6] == "What sets each of you off"
        assert titles[8:] == ["Rooms of your own", "From the command line", "People who can help"]
        assert first_line(shown) == "What this is"


@pytest.mark.sample
@pytest.mark.parametrize("key", ["?", "f1", "escape"])
async def test_the_same_key_closes_it(house: House, run: Run, key: str) -> None:
    async with run(Help(house)) as shown:
        await shown.press(key)
        assert not shown.is_open


@pytest.mark.long
async def test_it_scrolls_by_line_and_page_and_folds_anew(house: House, run: Run) -> None:
    async with run(Help(house), size=(80, 24)) as shown:
        first = shown.text()
        await shown.press("down", "up", "pagedown", "pageup", "pagedown", "home")
        assert shown.text() == first
        await shown.press("pagedown")
        assert first_line(shown) != "What this is"
        await shown.press("home")
        await shown.pilot.resize_terminal(60, 18)
        await shown.settle()
        assert "This is for two people who both want to be here. It is" in shown.text()


@pytest.mark.long
async def test_a_list_of_their_own_is_literal(house: House, run: Run) -> None:
    own_list(house)
    async with run(Help(house), size=(80, 400)) as shown:
        assert "12 34 Aunt [bold]Vi[/bold]" in shown.text()


async def test_opening_it_leaves_no_trace(house: House, run: Run, tmp_path: Path) -> None:
    house.keeping.flush()
    before = files(tmp_path)
    async with run(Help(house)) as shown:
        await shown.press("end", "escape")
        assert files(tmp_path) == before
