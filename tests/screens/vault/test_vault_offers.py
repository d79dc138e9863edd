"""What the room of passphrases and the lock offers: only what can be done, in few words, and never whose."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from coreg.evening.space import Space
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.vault.settings import VaultRoom
from tests.screens.stage import Run
from tests.screens.vault.words import HERS, HIS, MINE, choose, do, give


@pytest.mark.long
async def test_only_what_can_be_done_is_offered(run: Run, house: House) -> None:
    screen = VaultRoom(house)
    async with run(screen) as shown:
        assert "Nobody has made one yet." in shown.text()
        assert "Lock the book" in shown.text()
        assert "Change my passphrase" not in shown.text()
        await do(shown, "make_room")
        await choose(shown, "f", HERS)
        assert "A new recovery code" in shown.text()
        assert "Nothing tells whose." in shown.text()
        await do(shown, "change")
        await shown.press("f")
        await give(shown, HERS, HIS, HIS)
        assert "Your passphrase is changed." in shown.text()


async def test_what_cannot_be_looked_up_is_offered_and_says_itself_what_stands_in_the_way(
    run: Run, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> Future[bool]:
        def cannot(_: object) -> bool:
            raise Trouble("cannot_read", path="")

        return house.keeping.ask(cannot)

    monkeypatch.setattr(house.locking, "has_space", fails)
    screen = VaultRoom(house)
    async with run(screen) as shown:
        assert "change" in screen.rows
        await do(shown, "change")
        await shown.press("f")
        await give(shown, HERS)
        assert "Neither of you has chosen a passphrase yet." in shown.text()
        assert "coreg" not in shown.text().partition("Neither")[2]


@pytest.mark.long
@pytest.mark.sample
@pytest.mark.parametrize(("key", "words"), [("f", HERS), ("j", HIS)])
async def test_a_room_is_made_here_too_and_nothing_tells_whose(
    run: Run, house: House, mine: Space, key: str, words: str
) -> None:
    async with run(VaultRoom(house)) as shown:
        before = shown.text()
        await do(shown, "make_room")
        await give(shown, "new")
        assert "press your own main key, f or j" in shown.text()
        await choose(shown, key, words)
        assert "Your room is made." in shown.text()
        await shown.press("down", "up")
        assert shown.text() == before
    assert house.locking.open_books(words).result() == ("a" if key == "f" else "b")


async def test_where_there_may_be_a_room_the_page_says_so_shortly_and_shows_no_words(
    run: Run, house: House, mine: Space
) -> None:
    async with run(VaultRoom(house)) as shown:
        await do(shown, "make_room")
        said = " ".join(shown.text().split())
        assert "go back and open it. " in said
        assert "Esc leaves all as it is." in said
        await shown.write(MINE)
        assert MINE not in shown.text()
        await shown.write("\n")
        assert "That was not the word “new”. Nothing has changed." in shown.text()
        await shown.write("x")
        assert "That was not the word" not in shown.text()
        await shown.press("escape")
        assert "Nothing has changed." in shown.text()
    assert house.locking.open_books(MINE).result() == "a"


@pytest.mark.long
async def test_what_is_said_about_nothing_typed_goes_when_somebody_types(run: Run, house: House) -> None:
    async with run(VaultRoom(house)) as shown:
        await do(shown, "make_room")
        await shown.press("f", "enter")
        assert "Nothing was typed yet." in shown.text()
        await shown.write("m")
        assert "Nothing was typed yet." not in shown.text()


@pytest.mark.long
async def test_a_room_is_made_here_for_one_who_has_none(run: Run, house: House) -> None:
    async with run(VaultRoom(house)) as shown:
        await do(shown, "make_room")
        assert "press your own main key, f or j" in shown.text()
        await choose(shown, "j", HIS)
        assert "Your room is made." in shown.text()
    assert house.locking.enter("b", HIS).result().seat == "b"
