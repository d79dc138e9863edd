"""Terminals of few colours, of none, and of ASCII alone: everything can be read, nothing comes out wrong."""

from __future__ import annotations

from datetime import date

import pytest
from rich.color import ColorType
from rich.segment import Segment

from coreg.app import CoregApp, Start
from coreg.content import lines
from coreg.screens.house import House
from coreg.settings import Settings
from coreg.store import Store
from coreg.terminal.environment import Colours
from tests.screens.past import note
from tests.screens.stage import FakeTime, Shown
from tests.screens.whole import app

BREATHE = Start("breathe", "easy46", 3)


def cells(shown: Shown) -> list[Segment]:
    """Return everything on the screen."""
    lines = shown.app.screen._compositor.render_strips()
    return [segment for line in lines for segment in line]


def text(shown: Shown) -> str:
    """Return what is on the screen, as it is drawn."""
    return "".join(segment.text for segment in cells(shown))


def reversed_text(shown: Shown) -> str:
    """Return what is drawn with ink and ground changed about."""
    return "".join(one.text for one in cells(shown) if one.style is not None and one.style.reverse)


@pytest.mark.sample
@pytest.mark.parametrize("start", [Start(), BREATHE, Start("talk", "day_talk")])
async def test_screens_are_in_ascii_where_the_terminal_has_no_more(house: House, start: Start) -> None:
    house.signs = "ascii"
    async with app(house, start) as whole:
        assert text(whole).isascii()
        assert "===" in text(whole)
        assert "Mina" in text(whole)


@pytest.mark.long
async def test_signs_change_at_once_with_the_setting(house: House) -> None:
    async with app(house) as whole:
        await whole.press(",")
        assert not text(whole).isascii()
        for key in ("down", "down", "left"):
            await whole.press(key)
        assert house.settings.signs == "ascii"
        assert text(whole).isascii()
        await whole.press("right")
        assert not house.ascii
        assert "━" in text(whole)


@pytest.mark.parametrize(
    ("signs", "liked", "plain"),
    [
        ("ascii", Settings(), True),
        ("ascii", Settings(signs="all"), False),
        ("all", Settings(), False),
        ("all", Settings(signs="ascii"), True),
    ],
)
def test_a_setting_has_the_last_word_on_signs(
    house: House, signs: str, liked: Settings, *, plain: bool
) -> None:
    house.signs, house.settings = signs, liked
    assert house.ascii == plain


@pytest.mark.parametrize(
    ("most", "liked", "moves"),
    [
        ("full", Settings(), "full"),
        ("reduced", Settings(), "reduced"),
        ("none", Settings(motion="reduced"), "none"),
        ("full", Settings(motion="none"), "none"),
    ],
)
def test_no_more_moves_than_the_terminal_was_told_and_the_two_like(
    house: House, most: str, liked: Settings, moves: str
) -> None:
    house.most_motion, house.settings = most, liked
    assert house.motion == moves


async def test_no_colour_leaves_every_cell_to_the_terminal(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    house.colours = "none"
    async with app(house, BREATHE) as whole:
        styles = [segment.style for segment in cells(whole) if segment.style is not None]
        colours = [
            colour for style in styles for colour in (style.color, style.bgcolor) if colour is not None
        ]
        assert {colour.type for colour in colours} == {ColorType.DEFAULT}
        assert "Mina" in text(whole)


async def test_sixteen_colours_have_a_theme_of_their_own(house: House) -> None:
    house.colours = "few"
    async with app(house, BREATHE) as whole:
        assert isinstance(whole.app, CoregApp)
        names = {
            colour.name
            for segment in cells(whole)
            if segment.style is not None
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None
        }
        assert {"#000000", "#55ffff", "#ffff55"} <= names


@pytest.mark.sample
@pytest.mark.parametrize(("colours", "turned"), [("none", True), ("few", True), ("full", False)])
async def test_what_is_chosen_in_a_list_is_seen_without_its_ground(
    house: House, store: Store, monkeypatch: pytest.MonkeyPatch, colours: Colours, *, turned: bool
) -> None:
    """Whoever puts something into the bin has to see what."""
    if colours == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    house.colours = colours
    for words in ("the older", "the newer"):
        note(store, date(2026, 11, 21), words)
    async with app(house) as whole:
        await whole.press("r")
        assert ("the newer" in reversed_text(whole)) == turned
        assert "the older" not in reversed_text(whole)
        await whole.press("down")
        assert ("the older" in reversed_text(whole)) == turned
        assert "the newer" not in reversed_text(whole)


@pytest.mark.long
@pytest.mark.parametrize(("colours", "turned"), [("few", True), ("full", False)])
async def test_the_word_one_is_at_in_the_long_form_is_seen_without_its_ground(
    house: House, time: FakeTime, colours: Colours, *, turned: bool
) -> None:
    house.colours, house.settings = colours, Settings(form="full")
    async with app(house) as whole:
        for key in ("c", "n", "f"):
            await whole.press(key)
            time.advance(1.5)
        await whole.press("tab", "tab")
        first, second = lines("form.words.feelings")[:2]
        assert first in text(whole)
        assert reversed_text(whole).split() == [first] * turned
        await whole.press("right")
        assert reversed_text(whole).split() == [second] * turned
