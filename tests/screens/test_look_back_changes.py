"""What can be done while looking back: search, later words, notes, the bin and undo."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from coreg.evening.keeping import Keeping
from coreg.record.models import Later, Note, Session
from coreg.record.trouble import Trouble
from coreg.screens.bin import BinRoom
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from coreg.screens.note import NoteRoom
from coreg.store import Store
from tests.screens.past import OCTOBER, SATURDAY, WEDNESDAY, agree, evening, line, note, rows
from tests.screens.stage import Run


def lines_of(store: Store, session: Session) -> dict[str, tuple[Later, ...]]:
    """Return the lines of a session as they are on disk, with their later words."""
    found = store.find(session.id)
    assert isinstance(found, Session)
    return {one.text: one.later for entry in found.entries for one in entry.lines}


# Search


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


# Later words


@pytest.mark.long
async def test_later_word_is_kept_when_it_is_entered(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("enter", "down", "w")
        await shown.write("Now I do.")
        await shown.press("enter")
        assert "↳ today: Now I do." in shown.text()
    later = lines_of(store, talk)
    assert [word.text for word in later["I did not know the commute was that bad."]] == ["Now I do."]
    assert later["You asked before you fixed it."] == ()


async def test_later_word_waits_for_a_line_when_only_the_evening_is_chosen(
    house: House, run: Run, talk: Session
) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("w")
        assert "Choose a line with the arrows, then w." in shown.text()


@pytest.mark.long
async def test_later_word_is_there_again_when_the_field_was_left(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("enter", "w")
        await shown.write("half a")
        await shown.press("escape")
        assert "half a" not in shown.text()
        await shown.press("w")
        assert "half a" in shown.text()
        await shown.write(" thought")
        await shown.press("ctrl+s")
    assert [word.text for word in lines_of(store, talk)["You asked before you fixed it."]] == [
        "half a thought"
    ]


@pytest.mark.parametrize("leave", ["by going back", "whatever comes"])
async def test_later_word_that_was_begun_is_there_again_another_evening(
    house: House, store: Store, run: Run, talk: Session, leave: str
) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("enter", "w")
        await shown.write("half a")
        if leave == "whatever comes":
            house.save_now()
            await shown.settle()
        else:
            await shown.press("escape", "escape", "escape")
            assert not shown.is_open
    async with run(LookBack(house)) as shown:
        await shown.press("enter", "w")
        assert "half a" in shown.text()
        await shown.write(" thought")
        await shown.press("enter")
    kept = lines_of(store, talk)["You asked before you fixed it."]
    assert [word.text for word in kept] == ["half a thought"]
    assert store.aside() == ()


async def test_later_word_that_was_begun_goes_with_its_line(
    house: House, store: Store, run: Run, talk: Session
) -> None:
    async with run(LookBack(house)) as shown:
        await shown.press("enter", "w")
        await shown.write("half a")
        await shown.press("escape")
    assert len(store.aside()) == 1
    store.bin(talk.id)
    store.empty_bin()
    assert store.aside() == ()


async def test_later_word_is_kept_once_when_enter_is_pressed_twice_on_a_slow_disk(
    house: House, run: Run, talk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    writing: Future[object] = Future()
    writing.set_running_or_notify_cancel()

    def slow(*words: object) -> Future[object]:
        asked.append(words)
        return writing

    async with run(LookBack(house)) as shown:
        await shown.press("enter", "w")
        await shown.write("Once.")
        monkeypatch.setattr(Keeping, "later", slow)
        await shown.pilot.press("enter", "enter")
        writing.set_result(None)
        await shown.settle()
    assert len(asked) == 1


async def test_later_word_stays_in_the_field_when_the_disk_is_full(
    house: House, run: Run, talk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Future[object]:
        failed: Future[object] = Future()
        failed.set_exception(Trouble("disk_full", path="book"))
        return failed

    async with run(LookBack(house)) as shown:
        await shown.press("enter", "w")
        await shown.write("please stay")
        monkeypatch.setattr(Keeping, "later", full)
        await shown.press("enter")
        assert "The disk is full." in shown.text()
        assert "please stay" in shown.text()


@pytest.mark.long
async def test_later_word_under_a_note_is_kept_when_the_note_is_a_row(
    house: House, store: Store, run: Run
) -> None:
    kept = note(store, SATURDAY, "The map is lost.")
    async with run(LookBack(house)) as shown:
        await shown.press("w")
        await shown.write("Found.")
        await shown.press("enter")
        assert "↳ today: Found." in shown.text()
    found = store.find(kept.id)
    assert isinstance(found, Note)
    assert [word.text for word in found.later] == ["Found."]


async def test_next_step_takes_no_later_word(house: House, store: Store, run: Run) -> None:
    kept = evening(store, SATURDAY, "day_talk")
    agree(store, SATURDAY, "A walk", None, kept.id)
    async with run(LookBack(house)) as shown:
        await shown.press("enter", "w")
        assert "A later word can stand under a line or a note." in shown.text()


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
