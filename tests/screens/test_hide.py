"""Hiding: neutral at once from everywhere, nothing lost, and back to where it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.screen import Screen

from coreg.evening.journal import read_snapshot
from coreg.practice.steps.write import Writing
from coreg.record.headline import Headline, Said
from coreg.record.headline import Home as Known
from coreg.screens.breaths import Breaths
from coreg.screens.good_night import GoodNight
from coreg.screens.hide import Hide, month_page
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.note import NoteRoom
from coreg.screens.tonight import Tonight
from coreg.store import Store
from tests.screens.sittings import Two, practise
from tests.screens.stage import Bare, FakeTime, Run, Shown

KNOWN = Known("Mina", "Jo", "a", (Headline("1", "quiet", "2026-11-22", (Said("a", "you asked first"),)),), ())


def is_neutral(shown: Shown) -> bool:
    """Tell whether a month and a clock are all there is on the screen."""
    page = month_page(shown.house.now())
    return shown.text().split() == page.split()


def screens(house: House) -> dict[str, Screen[None]]:
    """Return screens with something on them that is nobody else's business."""
    return {
        "home": Home(house, KNOWN),
        "note": NoteRoom(house),
        "practice": practise(house, "talk", "day_talk"),
    }


@pytest.mark.sample
@pytest.mark.parametrize("name", ["home", "note", "practice"])
async def test_f9_hides_at_once_and_comes_back(run: Run, house: House, name: str) -> None:
    async with run(screens(house)[name]) as shown:
        before = shown.lines()
        assert not is_neutral(shown)
        await shown.pilot.press("f9")
        assert is_neutral(shown)
        await shown.press("f9")
        assert shown.lines() == before


@pytest.mark.long
async def test_what_was_being_typed_is_saved_and_goes_on(run: Run, house: House, store: Store) -> None:
    async with run(practise(house, "talk", "day_talk")) as shown:
        await shown.write("the train and/or")
        await shown.press("f9")
        assert is_neutral(shown)
        play = read_snapshot(store.left_open() or b"").sitting.play
        assert isinstance(play, Writing)
        assert play.draft == "the train and/or"
        await shown.press("escape")
        assert shown.is_open
        await shown.write(" Kim")
        assert "the train and/or Kim" in shown.text()


@pytest.mark.long
async def test_letters_do_nothing_while_it_is_hidden(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "breathe", "breathe")) as shown:
        await shown.press("f9")
        await Two(shown, time).press("z", "f", "j", "n", "space", "?", "q", "tab")
        assert is_neutral(shown)
        await shown.press("f9")
        assert "Stopped" not in shown.text()
        assert "Paused" not in shown.text()


@pytest.mark.long
async def test_three_quick_presses_of_the_chosen_key_hide(run: Run, house: House, time: FakeTime) -> None:
    house.settings = replace(house.settings, hide_key="h")
    async with run(Home(house, KNOWN)) as shown:
        await shown.press("h", "h")
        time.advance(1.1)
        await shown.press("h")
        assert shown.is_open, "two, a rest, and one are not three"
        await shown.press("x", "h", "h")
        assert shown.is_open, "another key between them begins anew"
        await shown.press("h")
        assert is_neutral(shown)
        await shown.press("h", "h", "h")
        assert shown.is_open


@pytest.mark.long
async def test_the_chosen_key_is_a_letter_in_a_field(run: Run, house: House) -> None:
    house.settings = replace(house.settings, hide_key="h")
    async with run(NoteRoom(house)) as shown:
        await shown.write("hhhh")
        assert shown.is_open
        assert "hhhh" in shown.text()


async def test_the_month_follows_the_clock(run: Run, house: House, time: FakeTime) -> None:
    screen = Hide(house)
    async with run(screen) as shown:
        assert "20:41" in shown.text()
        time.advance(60)
        screen._tick()
        await shown.settle()
        assert "20:42" in shown.text()
        assert is_neutral(shown)


async def test_nothing_is_told_over_a_hidden_screen(house: House) -> None:
    screen = Home(house, KNOWN)
    app = Bare(house, screen, "night")
    async with app.run_test(size=(112, 32), notifications=True) as pilot:
        shown = Shown(app, pilot, house, screen)
        app.notify("The note is kept.", markup=False)
        await shown.settle()
        assert "The note is kept." in shown.text()
        await shown.press("f9")
        assert is_neutral(shown)


@pytest.mark.sample
@pytest.mark.parametrize("over", ["f9", "f1"])
async def test_an_evening_that_ends_underneath_is_kept_and_says_good_night_afterwards(
    run: Run, house: House, time: FakeTime, store: Store, over: str
) -> None:
    async with run(practise(house, "quiet")) as shown:
        two = Two(shown, time)
        await two.wait(12)
        await two.press("escape", over)
        covered = shown.lines()
        await two.wait(130)
        assert shown.lines() == covered
        (session,) = store.sessions()
        assert session.ended_early
        assert store.left_open() is None
        await shown.press("escape")
        assert "Good night, Mina. Good night, Jo." in shown.text()
        await shown.press("escape")
        assert not isinstance(shown.app.screen, GoodNight)
        assert shown.screen not in shown.app.screen_stack


@pytest.mark.sample
@pytest.mark.parametrize("name", ["breaths", "tonight"])
async def test_a_choice_that_was_being_made_goes_on_where_it_was(house: House, run: Run, name: str) -> None:
    screen = Breaths(house) if name == "breaths" else Tonight(house, "quiet")
    async with run(screen) as shown:
        await shown.press("down")
        before = shown.text()
        await shown.press("f9")
        assert is_neutral(shown)
        await shown.press("f9")
        assert shown.app.screen is screen
        assert shown.text() == before
