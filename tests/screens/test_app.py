"""The app around locked books: how it starts, when it locks by itself, and how it comes back."""

from __future__ import annotations

import pytest

from coreg.app import Start
from coreg.evening.journal import read_snapshot
from coreg.evening.locking import Chosen
from coreg.record.models import Session
from coreg.screens.hide import Hide, month_page
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from coreg.screens.note import NoteRoom
from coreg.screens.practice import Practice
from coreg.screens.vault.opening import OpeningRoom
from coreg.screens.vault.private import PrivateList
from coreg.store import Store
from tests.screens.stage import FakeTime
from tests.screens.whole import Whole, app

MINA, JO = "copper lantern willow", "thimble orbit meadow"


def lock(house: House) -> None:
    """Lock the books of both; they are open now."""
    house.locking.lock({"a": Chosen(MINA), "b": Chosen(JO)}).result()


def shut(house: House) -> None:
    """Lock the books, and forget their key."""
    lock(house)
    house.locking.shut_books().result()
    house.forget()


# The start


@pytest.mark.sample
@pytest.mark.parametrize("size", [(80, 24), (112, 32)])
async def test_locked_books_ask_first_and_then_all_is_as_ever(house: House, size: tuple[int, int]) -> None:
    shut(house)
    async with app(house, size=size) as shown:
        assert shown.on(OpeningRoom)
        assert "Mina" not in shown.text()
        await shown.give(JO)
        assert shown.on(Home)
        assert "Good evening, Mina and Jo." in shown.text()
        assert len(shown.app.screen_stack) == 1


async def test_before_locked_books_f9_shows_a_calendar_that_opens_to_the_same_words(house: House) -> None:
    shut(house)
    async with app(house) as shown:
        await shown.press("f9")
        assert shown.on(Hide)
        await shown.give(JO)
        assert shown.on(Home)


@pytest.mark.long
async def test_what_was_asked_for_goes_on_when_they_are_open(house: House) -> None:
    shut(house)
    async with app(house, Start("talk")) as shown:
        await shown.give(MINA)
        assert shown.on(Practice)
        assert house.runner.state is not None
        assert house.runner.state.kind == "day_talk"


@pytest.mark.long
async def test_what_was_left_open_is_offered_after_opening(house: House, store: Store) -> None:
    lock(house)
    async with app(house, Start("talk")) as shown:
        house.runner.save_now()
    house.locking.shut_books().result()
    house.forget()
    async with app(house) as shown:
        await shown.give(MINA)
        assert "left open" in shown.text()


@pytest.mark.long
async def test_breathing_needs_no_key_and_keeps_nothing(house: House, store: Store, time: FakeTime) -> None:
    shut(house)
    async with app(house, Start("breathe")) as shown:
        assert "only breathe" in shown.text()
        await shown.press("escape")
        assert shown.on(Practice)
        assert "Mina" not in shown.text()
        house.save_now()
        time.advance(1)
        await shown.press("escape")
        house.runner.rest()
        await house_closed(shown)
        assert shown.on(OpeningRoom)
        await shown.give(MINA)
        assert store.left_open() is None or read_snapshot(store.left_open() or b"")
        assert not store.sessions()


async def house_closed(shown: Whole) -> None:
    """Let the practice end, and leave the page that says so."""
    screen = shown.app.screen
    if isinstance(screen, Practice):
        screen.show()
    await shown.settle()
    await shown.press("escape")


# Locking by itself


@pytest.mark.long
async def test_after_the_idle_minutes_it_locks_and_forgets(house: House, time: FakeTime) -> None:
    lock(house)
    async with app(house) as shown:
        time.advance(4 * 60 + 59)
        await shown.look()
        assert shown.on(Home)
        await shown.press("tab")
        time.advance(4 * 60 + 59)
        await shown.look()
        assert shown.on(Home), "a key counts anew"
        time.advance(1)
        await shown.look()
        assert shown.on(OpeningRoom)
        assert house.keeping.locked
        assert "Mina" not in shown.text()
        assert len(shown.app.screen_stack) == 1
        await shown.give(MINA)
        assert shown.on(Home)


@pytest.mark.parametrize("sealed", [True, False])
async def test_never_is_never_and_open_books_have_nothing_to_lock(
    house: House, time: FakeTime, sealed: bool
) -> None:
    from dataclasses import replace

    if sealed:
        lock(house)
        house.settings = replace(house.settings, lock_after=0)
    async with app(house) as shown:
        time.advance(24 * 3600)
        await shown.look()
        assert shown.on(Home)


@pytest.mark.parametrize("over", [(), ("f1",)])
async def test_a_practice_is_never_locked_away(house: House, time: FakeTime, over: tuple[str, ...]) -> None:
    lock(house)
    async with app(house, Start("breathe")) as shown:
        await shown.press(*over)
        time.advance(3600)
        await shown.look()
        assert not house.keeping.locked
        assert any(isinstance(screen, Practice) for screen in shown.app.screen_stack)


@pytest.mark.long
async def test_a_note_goes_on_where_it_was(house: House, time: FakeTime) -> None:
    lock(house)
    async with app(house) as shown:
        await shown.press("n")
        await shown.write("We moved the table")
        time.advance(301)
        await shown.look()
        assert shown.on(OpeningRoom)
        assert house.keeping.locked
        await shown.give(MINA)
        assert shown.on(NoteRoom)
        assert "We moved the table" in shown.text()
        await shown.write(" to the window")
        await shown.press("ctrl+s")
        assert "Kept." in shown.text()
    assert [note.text for note in house.keeping.notes().result()] == ["We moved the table to the window"]


@pytest.mark.long
async def test_a_later_word_is_kept_as_far_as_it_is_written(
    house: House, time: FakeTime, store: Store, talk: Session
) -> None:
    lock(house)
    async with app(house) as shown:
        await shown.press("r", "enter", "w")
        await shown.write("Still true")
        time.advance(301)
        await shown.look()
        assert shown.on(OpeningRoom)
        await shown.give(MINA)
    found = store.find(talk.id)
    assert isinstance(found, Session)
    assert [word.text for entry in found.entries for one in entry.lines for word in one.later] == [
        "Still true"
    ]
    assert store.aside() == ()


@pytest.mark.long
async def test_a_private_note_is_kept_before_the_key_is_forgotten(house: House, time: FakeTime) -> None:
    lock(house)
    async with app(house) as shown:
        await shown.press("p", "f")
        await shown.give(MINA)
        assert shown.on(PrivateList)
        await shown.press("n")
        await shown.write("only mine")
        await shown.press("f9")
        assert house.keeping.locked
        await shown.press("f9")
        await shown.give(JO)
        assert shown.on(Home)
    space = house.locking.enter("a", MINA).result()
    assert [note.text for note in space.notes().result()] == ["only mine"]


# Hiding


@pytest.mark.long
async def test_hidden_books_come_back_to_a_passphrase(house: House) -> None:
    lock(house)
    async with app(house) as shown:
        await shown.press("r")
        assert shown.on(LookBack)
        await shown.press("f9")
        assert shown.on(Hide)
        assert shown.text().split() == month_page(house.now()).split()
        assert house.keeping.locked
        assert len(shown.app.screen_stack) == 1
        await shown.press("f9")
        await shown.give("something else")
        assert shown.on(Hide)
        assert "That does not fit." in shown.text()
        await shown.press("escape", "escape")
        await shown.give(JO)
        assert shown.on(Home)
        assert "Mina and Jo" in shown.text()


@pytest.mark.long
async def test_a_hidden_practice_goes_on_being_kept(house: House, store: Store, time: FakeTime) -> None:
    lock(house)
    async with app(house, Start("breathe")) as shown:
        await shown.press("f9")
        assert shown.on(Hide)
        assert not house.keeping.locked
        time.advance(1)
        house.save_now()
        await shown.settle()
        assert store.left_open() is not None
        await shown.press("escape")
        assert shown.on(Hide), "a key alone does not come back"
        await shown.give("no such words")
        assert shown.on(Hide)
        await shown.press("ctrl+a", "ctrl+k")
        await shown.give(MINA)
        assert shown.on(Practice)


async def test_without_a_lock_a_key_comes_back(house: House) -> None:
    async with app(house) as shown:
        await shown.press("r", "f9")
        assert shown.on(Hide)
        await shown.press("f9")
        assert shown.on(LookBack)
