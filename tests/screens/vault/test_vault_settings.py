"""Private notes and the lock: what can be done there, and that nothing changes before its end."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from coreg.evening.locking import Chosen
from coreg.evening.space import Space
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.settings import SettingsRoom
from coreg.screens.vault.settings import VaultRoom
from tests.screens.stage import FakeTime, Run
from tests.screens.vault.words import (
    CODES,
    HERS,
    HIS,
    MINE,
    SECRET,
    SIZES,
    WORDS,
    choose,
    code_on,
    do,
    give,
    kept,
    note_code,
    notes_of,
    wherever,
)


def refused(house: House, words: str, kind: str = "pass") -> bool:
    """Tell whether words open nothing."""
    try:
        house.locking.open_books(words, "code" if kind == "code" else "pass").result()
    except Trouble as trouble:
        return trouble.code == "does_not_fit"
    return False


@pytest.mark.sample
@pytest.mark.parametrize("size", SIZES)
async def test_both_lock_the_book_one_after_the_other(run: Run, house: House, size: tuple[int, int]) -> None:
    async with run(VaultRoom(house), size=size) as shown:
        assert "Your book is open" in shown.text()
        await do(shown, "lock")
        assert "Nobody keeps a copy" in shown.text()
        await shown.press("enter")
        assert "This part is for Mina. Jo might look away." in shown.text()
        first = await choose(shown, "f", HERS)
        assert not house.keeping.sealed
        assert "This part is for Jo. Mina might look away." in shown.text()
        await shown.press("j")
        await give(shown, HERS)
        assert "two different passphrases" in shown.text()
        await shown.press("ctrl+a", "ctrl+k")
        second = await choose(shown, "", HIS)
        assert house.keeping.sealed
        assert "Your book is locked. Both passphrases and both codes opened it." in shown.text()
        for secret in (HERS, HIS, first, second):
            assert not wherever(shown.app, secret)
    assert house.locking.open_books(HERS).result() == "a"
    assert house.locking.open_books(HIS).result() == "b"
    assert house.locking.open_books(first, "code").result() == "a"
    assert house.locking.open_books(second, "code").result() == "b"


@pytest.mark.long
async def test_whoever_has_a_room_keeps_it(run: Run, house: House, mine: Space) -> None:
    kept(mine, SECRET)
    async with run(VaultRoom(house)) as shown:
        await do(shown, "lock")
        await shown.press("enter", "f")
        await give(shown, MINE)
        await note_code(shown)
        await shown.press("j", "ctrl+n")
        await give(shown, "new")
        await choose(shown, "", HIS)
        assert house.keeping.sealed
    assert notes_of(house)[0].text == SECRET
    assert house.locking.open_books(HIS).result() == "b"


@pytest.mark.long
async def test_a_room_that_shut_meanwhile_is_opened_again(
    run: Run, house: House, mine: Space, time: FakeTime
) -> None:
    house.locking.make_space("b", Chosen(HIS, CODES["b"])).result()
    async with run(VaultRoom(house)) as shown:
        await do(shown, "lock")
        await shown.press("enter", "f")
        await give(shown, MINE)
        await note_code(shown)
        time.advance(600)
        await shown.press("j")
        await give(shown, HIS)
        await note_code(shown)
        assert house.keeping.sealed


@pytest.mark.parametrize("leave", [("escape",), ("enter", "escape"), ("enter", "f", "escape")])
async def test_leaving_on_the_way_changes_nothing(run: Run, house: House, leave: tuple[str, ...]) -> None:
    async with run(VaultRoom(house)) as shown:
        await do(shown, "lock")
        await shown.press(*leave)
        assert shown.is_open
        assert "Nothing has changed." in shown.text()
        assert not house.keeping.sealed
        assert not house.locking.has_space().result()


@pytest.mark.long
async def test_a_lock_that_fails_says_that_nothing_has_changed(
    run: Run, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> Future[None]:
        return house.keeping.ask(lambda _: raise_it())

    def raise_it() -> None:
        raise Trouble("not_converted")

    monkeypatch.setattr(house.locking, "lock", fails)
    async with run(VaultRoom(house)) as shown:
        await do(shown, "lock")
        await shown.press("enter")
        await choose(shown, "f", HERS)
        await choose(shown, "j", HIS)
        assert "so nothing was changed" in " ".join(shown.text().split())
        assert "Your book is open" in shown.text()


async def test_hidden_on_the_way_the_code_is_gone(run: Run, house: House) -> None:
    async with run(VaultRoom(house)) as shown:
        await do(shown, "lock")
        await shown.press("enter", "f")
        await give(shown, HERS, HERS)
        code = code_on(shown)
        await shown.press("f9")
        assert not wherever(shown.app, HERS)
        assert not wherever(shown.app, code)
        await shown.press("f9")
        assert "This part is for Mina." in shown.text()


@pytest.mark.long
async def test_a_passphrase_is_changed(run: Run, sealed: House) -> None:
    async with run(VaultRoom(sealed)) as shown:
        assert "Your book is locked." in shown.text()
        await do(shown, "change")
        await shown.press("j")
        await give(shown, WORDS["b"], WORDS["a"], WORDS["a"])
        assert "two different passphrases" in shown.text()
        await do(shown, "change")
        await shown.press("j")
        await give(shown, WORDS["b"], HIS, HIS)
        assert "Your passphrase is changed." in shown.text()
    assert sealed.locking.open_books(HIS).result() == "b"
    assert refused(sealed, WORDS["b"])


@pytest.mark.long
async def test_a_forgotten_passphrase_is_changed_with_the_code(run: Run, sealed: House) -> None:
    async with run(VaultRoom(sealed)) as shown:
        await do(shown, "change")
        await shown.press("j", "ctrl+r")
        await give(shown, CODES["b"])
        code = await choose(shown, "", HIS)
        assert "Your passphrase is changed." in shown.text()
    assert sealed.locking.open_books(HIS).result() == "b"
    assert sealed.locking.open_books(code, "code").result() == "b"
    assert refused(sealed, CODES["b"], "code")


@pytest.mark.long
async def test_a_new_code_takes_the_place_of_the_old_one(run: Run, sealed: House) -> None:
    async with run(VaultRoom(sealed)) as shown:
        await do(shown, "new_code")
        await shown.press("f")
        await give(shown, WORDS["a"])
        code = await note_code(shown)
        assert "The code on your paper holds from now on" in shown.text()
    assert sealed.locking.open_books(code, "code").result() == "a"
    assert refused(sealed, CODES["a"], "code")


@pytest.mark.long
async def test_new_keys_take_both(run: Run, sealed: House) -> None:
    space = sealed.locking.enter("a", WORDS["a"]).result()
    kept(space, SECRET)
    async with run(VaultRoom(sealed)) as shown:
        await do(shown, "new_keys")
        assert "All older backups are removed." in shown.text()
        await shown.press("enter", "f")
        await give(shown, WORDS["a"])
        await note_code(shown)
        await shown.press("j")
        await give(shown, WORDS["b"])
        await note_code(shown)
        assert "Everything is sealed under new keys." in shown.text()
    assert notes_of(sealed, WORDS["a"])[0].text == SECRET


async def test_either_leaves_the_book_open_again(run: Run, sealed: House) -> None:
    async with run(VaultRoom(sealed)) as shown:
        await do(shown, "unlock")
        assert "Private notes stay sealed" in shown.text()
        await shown.press("enter", "j")
        await give(shown, WORDS["b"])
        assert not sealed.keeping.sealed
        assert "Your book is open." in shown.text()


@pytest.mark.long
async def test_the_settings_lead_there_and_have_a_time_only_for_locked_books(
    run: Run, house: House, sealed: House
) -> None:
    screen = SettingsRoom(house)
    async with run(screen) as shown:
        assert "your book is locked" in shown.text()
        assert "after 5 minutes" in shown.text()
        screen.at = [row.id for row in screen.rows].index("vault")
        await shown.press("enter")
        assert isinstance(shown.app.screen, VaultRoom)
        await do(shown, "unlock")
        await shown.press("enter", "f")
        await give(shown, WORDS["a"])
        await shown.press("escape")
        assert "your book is open" in shown.text()
        assert "Locks by itself" not in shown.text()
