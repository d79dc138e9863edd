"""The field for a passphrase: covered, one line, never copied, never too long."""

from __future__ import annotations

import pytest

from coreg.screens.house import House
from coreg.screens.vault.entering import EnteringRoom
from coreg.screens.vault.opening import OpeningRoom
from coreg.widgets.secret import SECRET_LIMIT, SecretField
from tests.screens.stage import Run, Shown


def room(house: House) -> OpeningRoom:
    return OpeningRoom(house, lambda: None)


def field(shown: Shown) -> SecretField:
    return shown.app.screen.query_one(SecretField)


@pytest.mark.parametrize("covered", [True, False])
async def test_nothing_of_it_can_be_copied(run: Run, locked: House, covered: bool) -> None:
    async with run(room(locked)) as shown:
        await shown.write("copper lantern")
        if not covered:
            await shown.press("ctrl+t")
        field(shown).select_all()
        await shown.press("ctrl+c", "ctrl+x", "super+c")
        field(shown).action_copy()
        field(shown).action_cut()
        assert shown.app.clipboard == ""
        assert field(shown).value == "copper lantern"


@pytest.mark.sample
@pytest.mark.parametrize(
    ("pasted", "taken"),
    [
        ("copper lantern\nand more\n", "copper lantern"),
        ("cop\x1b[2Jper\x9b31m", "copper"),
        ("x" * SECRET_LIMIT, "x" * SECRET_LIMIT),
        ("x" * (SECRET_LIMIT + 1), ""),
        ("x" * 1_000_000, ""),
        ("", ""),
    ],
    ids=["two lines", "controls", "longest", "too long", "huge", "nothing"],
)
async def test_a_paste_is_one_line_or_nothing(run: Run, locked: House, pasted: str, taken: str) -> None:
    async with run(room(locked)) as shown:
        await shown.paste(pasted)
        assert field(shown).value == taken
        assert ("1,024" in shown.text()) == (len(pasted) > SECRET_LIMIT)
        assert pasted[:6] not in shown.text() or not pasted


async def test_what_was_copied_elsewhere_can_be_put_in(run: Run, locked: House) -> None:
    async with run(room(locked)) as shown:
        shown.app.copy_to_clipboard("from a manager")
        field(shown).action_paste()
        assert field(shown).value == "from a manager"


@pytest.mark.long
async def test_a_paste_takes_the_place_of_what_did_not_fit(run: Run, locked: House) -> None:
    async with run(room(locked)) as shown:
        await shown.write("other words")
        await shown.press("enter")
        await shown.paste("copper lantern")
        assert field(shown).value == "copper lantern"


@pytest.mark.long
async def test_left_it_holds_nothing(run: Run, house: House) -> None:
    async with run(EnteringRoom(house, "a")) as shown:
        await shown.press("f")
        await shown.write("copper lantern")
        left = field(shown)
        await shown.press("escape")
        assert not shown.is_open
        assert left.value == ""


@pytest.mark.long
async def test_letters_are_text_there(run: Run, locked: House) -> None:
    async with run(room(locked)) as shown:
        await shown.write("fjz/?q,")
        assert field(shown).value == "fjz/?q,"
        assert shown.is_open
