"""What can be done while looking back: search, notes, the bin and undo."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from coreg.evening.keeping import Keeping
from coreg.record.models import Session
from coreg.record.trouble import Trouble
from coreg.screens.bin import BinRoom
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from coreg.screens.note import NoteRoom
from coreg.store import Store
from tests.screens.past import OCTOBER, SATURDAY, WEDNESDAY, agree, evening, line, lines_of, note, rows
from tests.screens.stage import Run

# Search


@pytest.mark.long
async def test_list_follows_when_somebody_types_a_search(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    evening(store, WEDNESDAY, "five", line(store, "The soup was too hot.", "a"))
    note(store, OCTOBER, "Buy soup bowls")
    async with run(LookBack(house)) as shown:
        await shown.press("ctrl+f")
        await shown.write("soup")
        assert [row[:6] for row in rows(shown)] == ["Wed 18", "Fri 30"]
        assert "2 found" in shown.text()
        assert "The soup was too hot." in shown.text()
        await shown.press("down")
        assert "Buy soup bowls" in shown.text()
        await shown.write(" bowl")
        assert [row[:6] for row in rows(shown)] == ["Fri 30"]
        await shown.press("escape")
        assert [row[:6] for row in rows(shown)] == ["Sat 21", "Wed 18", "Fri 30"]
        assert shown.is_open


@pytest.mark.long
async def test_search_finds_notes_next_steps_and_later_words_in_their_evening(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    note(store, SATURDAY, "the blue umbrella", talk.id)
    agree(store, SATURDAY, "call the plumber", None, talk.id)
    store.later(talk.id, talk.entries[0].lines[0].id, "even in spring")
    evening(store, WEDNESDAY, "five")
    async with run(LookBack(house)) as shown:
        await shown.press("/")
        for words in ("umbrella", "PLUMBER", "spring", "day talk november"):
            await shown.write(words)
            assert rows(shown) == ["Sat 21 Day talk 24 min"], words
            await shown.press("ctrl+u")


async def test_search_says_so_when_nothing_is_found(house: House, run: Run, talk: Session) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("/")
        await shown.write("zebra [/]")
        assert "Nothing has these words." in shown.text()
        await shown.press("enter", "escape")
        assert rows(shown) == ["Sat 21 Day talk 24 min"]


@pytest.mark.long
async def test_letters_and_ctrl_keys_belong_to_the_field_when_a_search_is_typed(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("/")
        await shown.write("nwud")
        await shown.press("home", "ctrl+d", "ctrl+e", "ctrl+b")
        assert "wud" in shown.text()
        assert shown.is_open
    assert store.binned() == ()


# The bin


async def test_evening_goes_into_the_bin_with_its_notes_and_comes_back_when_undone(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    note(store, SATURDAY, "a note on it", talk.id)
    evening(store, WEDNESDAY, "five")
    async with run(LookBack(house)) as shown:
        await shown.press("delete")
        assert rows(shown) == ["Wed 18 Five minutes 24 min"]
        assert "u brings it back" in shown.text()
        assert [one.kind for one in store.sessions()] == ["five"]
        assert store.notes() == ()
        await shown.press("u")
        assert rows(shown)[0] == "Sat 21 Day talk 24 min"
        assert "You asked before you fixed it." in shown.text()
        assert "a note on it" in shown.text()
    assert len(store.sessions()) == 2
    assert len(store.notes()) == 1


async def test_line_goes_into_the_bin_and_comes_back_when_undone(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("enter", "down", "ctrl+d")
        assert "commute" not in shown.text()
        assert "You asked before you fixed it." in shown.text()
        assert list(lines_of(store, talk)) == ["You asked before you fixed it."]
        await shown.press("u")
        assert "commute" in shown.text()
    assert len(lines_of(store, talk)) == 2


@pytest.mark.long
async def test_undo_takes_back_one_after_the_other(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    evening(store, WEDNESDAY, "five")
    async with run(LookBack(house)) as shown:
        await shown.pilot.press("delete", "delete")
        await shown.settle()
        assert "Nothing stands here yet." in shown.text()
        await shown.press("u")
        assert rows(shown) == ["Wed 18 Five minutes 24 min"]
        await shown.press("u")
        assert len(rows(shown)) == 2
        await shown.press("u")
        assert "There is nothing to undo." in shown.text()
    assert len(store.sessions()) == 2


@pytest.mark.long
async def test_evening_stands_there_again_when_the_bin_cannot_be_written(
    house: House, run: Run, talk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Future[object]:
        failed: Future[object] = Future()
        failed.set_exception(Trouble("read_only", path="book"))
        return failed

    monkeypatch.setattr(Keeping, "bin", refuse)
    async with run(LookBack(house)) as shown:
        await shown.press("delete")
        assert rows(shown) == ["Sat 21 Day talk 24 min"]
        assert "can be read but not written" in shown.text()


@pytest.mark.long
async def test_everything_is_on_disk_when_somebody_leaves_at_once(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    async with run(LookBack(house)) as shown:
        await shown.pilot.press("delete", "escape")
        await shown.settle()
        assert not shown.is_open
        assert store.sessions() == ()


async def test_what_was_put_back_is_there_when_the_bin_is_left(
    house: House, run: Run, store: Store, talk: Session
) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("delete", "ctrl+b")
        assert isinstance(shown.app.screen, BinRoom)
        await shown.press("enter", "escape")
        assert rows(shown) == ["Sat 21 Day talk 24 min"]
    assert len(store.sessions()) == 1


# Notes


@pytest.mark.long
async def test_note_stands_in_its_evening_when_it_was_written_from_there(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("n")
        assert isinstance(shown.app.screen, NoteRoom)
        await shown.write("We still say it.")
        await shown.press("escape", "escape")
        assert shown.is_open
        assert "We still say it." in shown.text()
        assert rows(shown) == ["Sat 21 Day talk 24 min"]
    assert [one.session for one in store.notes()] == [talk.id]


@pytest.mark.long
async def test_evening_comes_back_when_it_is_undone_after_a_visit_to_another_room(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    evening(store, WEDNESDAY, "five")
    async with run(LookBack(house)) as shown:
        await shown.press("delete", "n")
        await shown.press("escape", "escape")
        assert rows(shown) == ["Wed 18 Five minutes 24 min"]
        await shown.press("u")
        assert rows(shown) == ["Sat 21 Day talk 24 min", "Wed 18 Five minutes 24 min"]
        assert "You asked before you fixed it." in shown.text()
