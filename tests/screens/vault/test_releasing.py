"""One line of a private note: shown to both after a yes, and taken back."""

from __future__ import annotations

import pytest

from coreg.evening.space import Space
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from coreg.screens.vault.pad import PrivatePad
from coreg.store import Store
from tests.screens.stage import Run
from tests.screens.vault.words import (
    SECRET,
    SIZES,
    door,
    go_in,
    kept,
    notes_of,
)


@pytest.mark.sample
@pytest.mark.parametrize("size", [(60, 18), *SIZES])
async def test_one_line_is_shown_to_both_and_taken_back(
    run: Run, house: House, mine: Space, store: Store, size: tuple[int, int]
) -> None:
    kept(mine, f"{SECRET}\n\nI would like to go there with you\nbut not yet")
    async with run(door(house), size=size) as shown:
        await go_in(shown)
        await shown.press("enter", "s")
        assert "how it will look to both" in shown.text()
        await shown.press("down", "enter")
        assert "Show it to both of you, with your name?" in shown.text()
        assert not store.notes()
        await shown.press("enter")
        assert "Both of you can read it now" in shown.text()
        assert "The rest is yours alone." in " ".join(shown.text().split())
        assert "“I would like to go there with you”" in shown.text()
        (shared,) = store.notes()
        assert (shared.text, shared.by) == ("I would like to go there with you", "a")
        await shown.press("delete")
        assert "for good and everywhere?" in shown.text()
        await shown.press("escape")
        assert store.notes()
        await shown.press("delete", "delete")
        assert "Taken back." in shown.text()
        assert not store.notes()
    assert notes_of(house)[0].released == ()


@pytest.mark.long
async def test_esc_before_the_yes_shows_nothing(run: Run, house: House, mine: Space, store: Store) -> None:
    kept(mine, "only mine")
    async with run(door(house)) as shown:
        await go_in(shown)
        await shown.press("enter", "s", "enter", "escape", "escape")
        assert isinstance(shown.app.screen, PrivatePad)
    assert not store.notes()


async def test_a_shown_line_bears_its_name_wherever_it_is_read(run: Run, house: House, mine: Space) -> None:
    (note,) = kept(mine, f"{SECRET}\nI would like to go there with you")
    mine.release(note, "I would like to go there with you").result()
    screen = LookBack(house)
    async with run(screen) as shown:
        assert "Mina I would like" in shown.text()
        assert "Mina “I would like to go there with you”" in shown.text()
        assert "dream" not in shown.text()
        await shown.press("ctrl+f")
        await shown.write("like to go")
        assert "Mina I would like" in shown.text()
        await shown.press("ctrl+a", "ctrl+k")
        await shown.write("dream")
        assert "Mina I would like" not in shown.text()
