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
from tests.screens.stage import FakeTime, Run, Shown
from tests.screens.vault.words import (
    CODES,
    MINE,
    SECRET,
    SIZES,
    WORDS,
    code_on,
    give,
    kept,
    notes_of,
    wherever,
)

HERS, HIS = "meadow orbit thimble", "harbour candle ninepin"


async def do(shown: Shown, row: str) -> None:
    """Choose a row, and do it."""
    screen = shown.app.screen
    assert isinstance(screen, VaultRoom)
    screen.at = screen.rows.index(row)
    await shown.press("enter")


async def choose(shown: Shown, key: str, words: str) -> str:
    """Choose words and a code behind the cover; return the code."""
    if key:
        await shown.press(key)
    await give(shown, words, words)
    return await note_code(shown)


async def note_code(shown: Shown) -> str:
    """Write the code down, and give it back."""
    code = code_on(shown)
    assert code.count("-") == 4
    await shown.press("enter")
    await give(shown, code)
    return code


def refused(house: House, words: str, kind: str = "pass") -> bool:
    """Tell whether words open nothing."""
    try:
        house.locking.open_books(words, "code" if kind == "code" else "pass").result()
    except Trouble as trouble:
        return trouble.code == "does_not_fit"
    return False


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


async def test_a_new_code_takes_the_place_of_the_old_one(run: Run, sealed: House) -> None:
    async with run(VaultRoom(sealed)) as shown:
        await do(shown, "new_code")
        await shown.press("f")
        await give(shown, WORDS["a"])
        code = await note_code(shown)
        assert "The code on your paper holds from now on" in shown.text()
    assert sealed.locking.open_books(code, "code").result() == "a"
    assert refused(sealed, CODES["a"], "code")


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


async def test_only_what_can_be_done_is_offered(run: Run, house: House) -> None:
    screen = VaultRoom(house)
    async with run(screen) as shown:
        assert "Nobody has made one yet." in shown.text()
        assert "Lock the book" in shown.text()
        assert "Change my passphrase" not in shown.text()
        await do(shown, "make_room")
        await choose(shown, "f", HERS)
        assert "A new recovery code" in shown.text()
        assert "Nothing tells whose there is." in shown.text()
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


async def test_what_is_said_about_nothing_typed_goes_when_somebody_types(run: Run, house: House) -> None:
    async with run(VaultRoom(house)) as shown:
        await do(shown, "make_room")
        await shown.press("f", "enter")
        assert "Nothing was typed yet." in shown.text()
        await shown.write("m")
        assert "Nothing was typed yet." not in shown.text()


async def test_a_room_is_made_here_for_one_who_has_none(run: Run, house: House) -> None:
    async with run(VaultRoom(house)) as shown:
        await do(shown, "make_room")
        assert "press your own main key, f or j" in shown.text()
        await choose(shown, "j", HIS)
        assert "Your room is made." in shown.text()
    assert house.locking.enter("b", HIS).result().seat == "b"


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
