"""Later words under what was kept: there once, and never lost while they are written."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from coreg.evening.keeping import Keeping
from coreg.record.models import Note, Session
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from coreg.store import Store
from tests.screens.past import SATURDAY, agree, evening, lines_of, note
from tests.screens.stage import Run


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


@pytest.mark.sample
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


@pytest.mark.long
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
