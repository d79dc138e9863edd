"""A room of one's own: asked for words first, kept as it grows, with a bin of its own."""

from __future__ import annotations

import pytest

from coreg.content import say
from coreg.evening.locking import Chosen
from coreg.evening.space import Space
from coreg.record.headline import Home as Known
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.vault.door import PrivateDoor
from coreg.screens.vault.pad import PrivatePad
from coreg.screens.vault.private import PrivateList
from coreg.store import Store
from tests.screens.stage import FakeTime, Run
from tests.screens.vault.words import (
    CODES,
    MINE,
    SECRET,
    SIZES,
    code_on,
    door,
    give,
    go_in,
    kept,
    notes_of,
    wherever,
)

HOSTILE = "[/] [@click=app.quit]x[/] \x1b[2J\x9b31m\u202eevil [$primary] {name}"


@pytest.mark.sample
@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_written_read_and_kept_by_keys_alone(
    run: Run, house: House, mine: Space, size: tuple[int, int]
) -> None:
    async with run(door(house), size=size) as shown:
        assert "press your own main key, f or j" in shown.text()
        await go_in(shown)
        assert "Mina’s own notes" in shown.text()
        assert "Nothing is written here yet." in shown.text()
        await shown.press("n")
        await shown.write(f"{SECRET}\nand of boats")
        await shown.press("escape", "escape")
        assert SECRET in shown.text()
        await shown.press("enter", "enter")
        await shown.write(" again")
        await shown.press("ctrl+s")
        assert "Kept, for your eyes." in shown.text()
        await shown.press("escape", "escape", "escape")
        assert isinstance(shown.app.screen, type(shown.app.screen_stack[0]))
        assert not wherever(shown.app, SECRET)
    (note,) = notes_of(house)
    assert note.text == f"{SECRET}\nand of boats again"


@pytest.mark.long
async def test_nothing_of_it_is_on_disk_in_clear(run: Run, house: House, mine: Space) -> None:
    async with run(door(house)) as shown:
        await go_in(shown)
        await shown.press("n")
        await shown.write(SECRET)
        await shown.press("ctrl+s")
        data = b"".join(path.read_bytes() for path in house.places.data.rglob("*") if path.is_file())
        assert b"dream" not in data
        assert b"copper" not in data


@pytest.mark.long
async def test_it_is_kept_a_moment_after_typing(run: Run, house: House, mine: Space, time: FakeTime) -> None:
    async with run(door(house)) as shown:
        await go_in(shown)
        await shown.press("n")
        await shown.write(SECRET)
        pad = shown.app.screen
        assert isinstance(pad, PrivatePad)
        pad.tick()
        await shown.settle()
        assert not notes_of(house)
        assert "Kept" not in shown.text()
        time.advance(0.6)
        pad.tick()
        await shown.settle()
        assert "Kept, for your eyes." in shown.text()
        assert notes_of(house)[0].text == SECRET


@pytest.mark.long
async def test_words_that_do_not_fit_open_nothing_and_tell_nothing(
    run: Run, house: House, mine: Space
) -> None:
    async with run(door(house)) as shown:
        for key in ("f", "j"):
            await go_in(shown, key, "something else")
            assert "That passphrase does not fit. Nothing is lost." in shown.text()
            asked = shown.text().replace("Mina", "").replace("Jo", "")
            assert "something else" not in asked
            await shown.press("escape")
            await shown.app.push_screen(PrivateDoor(house))
            await shown.settle()


@pytest.mark.long
@pytest.mark.sample
@pytest.mark.parametrize("size", SIZES)
async def test_where_nobody_has_a_room_one_is_made(run: Run, house: House, size: tuple[int, int]) -> None:
    async with run(door(house), size=size) as shown:
        assert "Nobody has made a room yet." in shown.text()
        await shown.press("enter", "j")
        assert "Jo, choose a passphrase." in shown.text()
        assert "word1a" in shown.text()
        await shown.press("tab")
        assert "word2a" in shown.text()
        await give(shown, "too short")
        assert "at least 10 characters" in shown.text()
        await shown.press("ctrl+a", "ctrl+k")
        await give(shown, "long enough now", "long enough nov")
        assert "The two were not the same." in shown.text()
        await give(shown, "long enough now", "long enough now")
        assert "Write it on paper, now." in shown.text()
        code = code_on(shown)
        await shown.press("enter")
        assert code[:5] not in shown.text()
        await give(shown, "AAAAA")
        assert "That is not the code yet." in shown.text()
        await shown.press("escape")
        assert code_on(shown) == code
        await shown.press("enter")
        await give(shown, code)
        assert "Jo’s own notes" in shown.text()
        assert not wherever(shown.app, "long enough now")
        assert not wherever(shown.app, code)
    assert house.locking.enter("b", code, "code").result().seat == "b"


@pytest.mark.long
async def test_a_second_room_does_not_show_from_the_first(run: Run, house: House, mine: Space) -> None:
    async with run(door(house)) as shown:
        await shown.press("j", "ctrl+n")
        assert "There may be a room of your own here already." in shown.text()
        await give(shown, "yes")
        assert "Nothing has changed." in shown.text()
        await shown.press("ctrl+a", "ctrl+k")
        await give(shown, "new")
        assert "Jo, choose a passphrase." in shown.text()
        await shown.press("escape")
        assert not isinstance(shown.app.screen, PrivateDoor | PrivateList)


@pytest.mark.long
async def test_words_of_the_other_are_refused(run: Run, house: House, mine: Space) -> None:
    async with run(door(house)) as shown:
        await shown.press("j", "ctrl+n")
        await give(shown, "new", MINE, MINE)
        code = code_on(shown)
        await shown.press("enter")
        await give(shown, code)
        assert "two different passphrases" in shown.text()
        assert MINE not in shown.text()


# The bin of the room


@pytest.mark.long
async def test_into_the_bin_back_and_away_for_good(run: Run, house: House, mine: Space, store: Store) -> None:
    kept(mine, "older words", "newer words")
    async with run(door(house)) as shown:
        await go_in(shown)
        assert shown.text().index("newer words") < shown.text().index("older words")
        await shown.press("delete")
        assert "newer words" not in shown.text()
        await shown.press("u")
        assert "newer words" in shown.text()
        await shown.press("delete", "ctrl+b")
        assert "newer words" in shown.text()
        assert "older words" not in shown.text()
        await shown.press("enter", "escape", "home", "delete", "ctrl+b")
        await shown.press("delete")
        assert "for good?" in shown.text()
        await shown.press("escape")
        assert "newer words" in shown.text()
        await shown.press("delete", "delete")
        assert "Deleted for good." in shown.text()
        assert "newer words" not in shown.text()
    assert [note.text for note in notes_of(house)] == ["older words"]
    assert not store.binned(), "nothing of it is in the bin that both see"


@pytest.mark.long
async def test_the_whole_bin_is_emptied_when_asked_twice(run: Run, house: House, mine: Space) -> None:
    kept(mine, "one", "two", "three")
    async with run(door(house)) as shown:
        await go_in(shown)
        await shown.press("delete", "delete", "ctrl+b", "ctrl+e", "up")
        assert "Nothing was deleted." in shown.text() or say("bin.left") in shown.text()
        await shown.press("ctrl+e", "ctrl+e")
    assert [note.text for note in notes_of(house)] == ["one"]


@pytest.mark.long
async def test_hostile_text_is_shown_as_it_is(run: Run, house: House, mine: Space) -> None:
    async with run(door(house)) as shown:
        await go_in(shown)
        await shown.press("n")
        await shown.paste(HOSTILE)
        await shown.press("escape", "s")
        assert "[/] [@click=app.quit]x[/]" in shown.text()
        await shown.press("enter", "enter", "escape")
        assert "[/] [@click=app.quit]x[/]" in shown.text()
        assert "\x1b" not in shown.text()
        assert "\u202e" not in shown.text()


@pytest.mark.long
async def test_a_room_opened_with_a_code_gets_new_words(run: Run, house: House, mine: Space) -> None:
    kept(mine, SECRET)
    async with run(door(house)) as shown:
        await shown.press("f", "ctrl+r")
        await give(shown, CODES["a"])
        assert "the code on your paper goes on opening" in " ".join(shown.text().split())
        await give(shown, "meadow orbit thimble", "meadow orbit thimble")
        code = code_on(shown)
        await shown.press("enter")
        await give(shown, code)
        assert SECRET in shown.text()
    assert notes_of(house, "meadow orbit thimble")[0].text == SECRET


async def test_home_leads_there_and_tells_nothing(run: Run, house: House, mine: Space) -> None:
    kept(mine, SECRET)
    house.locking.make_space("b", Chosen("thimble orbit meadow", CODES["b"])).result()
    screen = Home(house, Known("Mina", "Jo", "a", (), ()))
    async with run(screen) as shown:
        assert "A room of your own" in shown.text()
        assert "dream" not in shown.text()
        await shown.press("p")
        assert "whose it is" in shown.text().lower()


@pytest.mark.long
async def test_what_another_copy_had_is_said_to_be_that(run: Run, house: House, mine: Space) -> None:
    (first,) = kept(mine, SECRET)
    assert first.id
    mine.keep(mine.blank("I dream of hills").model_copy(update={"beside": first.id})).result()
    async with run(door(house)) as shown:
        await go_in(shown)
        assert "I dream of hills" in shown.text()
        assert shown.text().count("The other copy has this differently.") == 1
        await shown.press("enter")
        said = shown.text()
        assert ("The other copy has this differently." in said) == ("I dream of hills" in said)
        await shown.press("escape", "down", "enter")
        said = shown.text()
        assert ("The other copy has this differently." in said) == ("I dream of hills" in said)
