"""A room of one's own closes, and nothing of it is left anywhere but sealed on disk."""

from __future__ import annotations

import pytest
from textual.events import AppBlur

from coreg.evening.space import Space
from coreg.screens.house import House
from coreg.screens.vault.pad import PrivatePad
from coreg.screens.vault.private import PrivateList
from coreg.screens.vault.within import Within
from tests.screens.stage import FakeTime, Run, Shown
from tests.screens.vault.words import (
    SECRET,
    door,
    go_in,
    notes_of,
    wherever,
)


async def note_open(shown: Shown) -> PrivatePad:
    await go_in(shown)
    await shown.press("n")
    await shown.write(SECRET)
    pad = shown.app.screen
    assert isinstance(pad, PrivatePad)
    assert wherever(shown.app, SECRET), "the search finds what is there"
    return pad


@pytest.mark.long
async def test_after_two_minutes_without_a_key_it_is_kept_and_gone(
    run: Run, house: House, mine: Space, time: FakeTime
) -> None:
    async with run(door(house)) as shown:
        pad = await note_open(shown)
        time.advance(101)
        pad.tick()
        await shown.settle()
        assert "closing in 19 s" in shown.text()
        await shown.press("x")
        assert "closing" not in shown.text()
        await shown.write("y")
        time.advance(119.5)
        pad.tick()
        await shown.settle()
        assert not isinstance(shown.app.screen, PrivatePad | PrivateList)
        assert not wherever(shown.app, SECRET)
        assert not pad.draft.text
        with pytest.raises(Exception, match="space_shut"):
            pad.space.notes()
    assert notes_of(house)[0].text == f"{SECRET}xy"


@pytest.mark.long
async def test_when_the_terminal_loses_the_focus_it_is_kept_and_gone(
    run: Run, house: House, mine: Space
) -> None:
    async with run(door(house)) as shown:
        await note_open(shown)
        shown.app.post_message(AppBlur())
        await shown.settle()
        assert not isinstance(shown.app.screen, PrivatePad | PrivateList)
        assert not wherever(shown.app, SECRET)
    assert notes_of(house)[0].text == SECRET


@pytest.mark.sample
@pytest.mark.parametrize("over", ["", "f1"])
async def test_hidden_it_is_kept_and_gone_and_the_screen_stays_hidden(
    run: Run, house: House, mine: Space, time: FakeTime, over: str
) -> None:
    async with run(door(house)) as shown:
        await note_open(shown)
        if over:
            await shown.press(over)
        await shown.press("f9")
        assert not wherever(shown.app, SECRET)
        assert not [screen for screen in shown.app.screen_stack if isinstance(screen, Within)]
        time.advance(121)
        await shown.settle()
        assert "2026" in shown.text()
        await shown.press("f9")
        assert not isinstance(shown.app.screen, PrivatePad | PrivateList)
    assert notes_of(house)[0].text == SECRET


@pytest.mark.long
async def test_left_the_field_holds_nothing_either(run: Run, house: House, mine: Space) -> None:
    async with run(door(house)) as shown:
        pad = (await note_open(shown)).pad
        pad.select_all()
        await shown.press("ctrl+c")
        assert shown.app.clipboard == "", "a copy stays in the room"
        await shown.press("ctrl+x")
        assert SECRET not in shown.text()
        await shown.press("ctrl+v")
        assert SECRET in shown.text()
        await shown.press("escape", "escape")
        assert pad.text == ""
        assert not any(SECRET in str(value) for value in vars(pad).values())
        assert not pad.history.undo_stack
    assert notes_of(house)[0].text == SECRET


@pytest.mark.long
async def test_a_program_that_ends_keeps_it_first(run: Run, house: House, mine: Space) -> None:
    async with run(door(house)) as shown:
        await note_open(shown)
        house.save_now()
        house.keeping.flush()
        assert notes_of(house)[0].text == SECRET
        await shown.settle()
    assert not house.drafts


@pytest.mark.long
async def test_a_blank_note_is_not_kept(run: Run, house: House, mine: Space) -> None:
    async with run(door(house)) as shown:
        await go_in(shown)
        await shown.press("n")
        await shown.write("  \n ")
        await shown.press("escape", "escape")
    assert not notes_of(house)
