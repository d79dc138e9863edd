"""A shared note: saved as it is typed, kept when it is finished, never lost."""

from __future__ import annotations

import gc
from concurrent.futures import Future
from datetime import UTC, date, datetime
from weakref import ref

import pytest
from textual.widgets import TextArea

from coreg.evening.keeping import Keeping
from coreg.record.models import Session
from coreg.record.text import LIMIT
from coreg.record.trouble import Trouble
from coreg.screens.base import Room
from coreg.screens.house import House
from coreg.screens.note import NoteRoom
from coreg.store import Store
from tests.screens.stage import FakeTime, Run, Shown


def pad(shown: Shown) -> TextArea:
    """Return the field of a note."""
    return shown.screen.query_one(TextArea)


async def test_note_is_kept_when_ctrl_s_is_pressed(house: House, store: Store, run: Run) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write("the blue mug")
        assert store.notes() == ()
        await shown.press("ctrl+s")
        assert "Kept." in shown.text()
    (note,) = store.notes()
    assert (note.text, note.session, note.local_date) == ("the blue mug", None, date(2026, 11, 23))
    assert store.sessions() == ()
    assert store.left_open() is None


async def test_note_is_on_disk_while_it_is_typed(house: House, store: Store, run: Run) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write("half a sent")
        left = house.keeping.left_open()
        assert left is not None
        assert (left.sitting.kind, left.sitting.note) == ("note", "half a sent")


@pytest.mark.long
async def test_note_is_gone_on_with_when_it_was_left_open(house: House, store: Store, run: Run) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write("first half")
    left = house.keeping.left_open()
    assert left is not None
    house.runner.take_up(left)
    async with run(NoteRoom(house)) as shown:
        assert "first half" in shown.text()
        await shown.write(", and the rest")
        await shown.press("ctrl+s")
    assert [note.text for note in store.notes()] == ["first half, and the rest"]


@pytest.mark.long
async def test_note_left_open_for_a_day_is_kept_as_a_note_alone(
    house: House, store: Store, run: Run, time: FakeTime
) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write("found again")
    left = house.keeping.left_open()
    assert left is not None
    time.advance(24 * 3600)
    assert not left.fresh(time.now())
    house.keeping.let_rest(left).result()
    assert [note.text for note in store.notes()] == ["found again"]
    assert store.sessions() == ()


@pytest.mark.long
async def test_escape_leaves_the_field_and_then_goes_back_with_everything_kept(
    house: House, store: Store, run: Run
) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write("never lost")
        await shown.press("escape")
        assert shown.is_open
        assert "write on" in shown.text()
        await shown.press("escape")
        assert not shown.is_open
    assert [note.text for note in store.notes()] == ["never lost"]


async def test_nothing_is_kept_when_nothing_was_typed(house: House, store: Store, run: Run) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write("  ")
        await shown.press("ctrl+s")
        assert "nothing to keep" in shown.text()
        await shown.press("escape", "escape")
        assert not shown.is_open
    assert store.notes() == ()
    assert store.sessions() == ()
    assert store.left_open() is None


async def test_note_has_lines_when_enter_is_pressed(house: House, store: Store, run: Run) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write("one\ntwo")
        await shown.press("ctrl+s")
    assert [note.text for note in store.notes()] == ["one\ntwo"]


@pytest.mark.long
async def test_note_is_refused_without_loss_when_it_is_too_long(house: House, store: Store, run: Run) -> None:
    async with run(NoteRoom(house)) as shown:
        field = pad(shown)
        field.insert("x" * LIMIT)
        await shown.settle()
        await shown.write("y")
        assert "20,000" in shown.text()
        await shown.press("backspace")
        assert "Room for 1 more" in shown.text()
        await shown.paste("z" * 500)
        assert "20,000" in shown.text()
        assert field.text == "x" * (LIMIT - 1)
        field.insert("z" * 500)
        await shown.settle()
        assert "20,000" in shown.text()
        assert field.text == "x" * (LIMIT - 1)
        await shown.press("ctrl+s")
        assert "Kept." in shown.text()
    assert [len(note.text) for note in store.notes()] == [LIMIT - 1]


async def test_note_that_grows_when_it_is_cleaned_is_refused_before_it_is_kept(
    house: House, store: Store, run: Run
) -> None:
    async with run(NoteRoom(house)) as shown:
        field = pad(shown)
        field.insert("\u0958" * (LIMIT // 2 + 1))
        await shown.settle()
        assert field.text == ""
        assert "20,000" in shown.text()


async def test_note_says_how_much_fits_when_it_is_nearly_full(house: House, run: Run) -> None:
    async with run(NoteRoom(house)) as shown:
        pad(shown).insert("x" * (LIMIT - 12))
        await shown.settle()
        assert "Room for 12 more" in shown.text()


@pytest.mark.sample
@pytest.mark.parametrize(
    "text", ["[red]no colour[/red]", "[/]", "[@click=app.bell]press[/]", ":smile: \\[x]"]
)
async def test_note_is_literal_when_it_looks_like_markup(
    house: House, store: Store, run: Run, text: str
) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write(text)
        assert text in shown.text()
        await shown.press("ctrl+s")
    assert [note.text for note in store.notes()] == [text]


async def test_note_belongs_to_its_session_when_it_has_one(
    house: House, store: Store, run: Run, time: FakeTime
) -> None:
    then = datetime(2026, 11, 21, 20, 10, tzinfo=UTC)
    session = store.keep(
        Session(kind="day_talk", started=then, ended=then, local_date=then.date(), done_s=1440)
    )
    async with run(NoteRoom(house, session.id)) as shown:
        assert "A note on Day talk, Saturday" in shown.text()
        await shown.write("still true")
        await shown.press("ctrl+s")
    (note,) = store.notes()
    assert (note.session, note.entry, note.local_date) == (session.id, None, time.now().date())


async def test_note_goes_on_living_when_the_disk_is_full(
    house: House, store: Store, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Future[None]:
        failed: Future[None] = Future()
        failed.set_exception(Trouble("disk_full", path="book"))
        return failed

    async with run(NoteRoom(house)) as shown:
        await shown.write("please stay")
        with monkeypatch.context() as broken:
            broken.setattr(Keeping, "close", full)
            await shown.press("ctrl+s")
        assert "The disk is full." in shown.text()
        assert "please stay" in shown.text()
        left = house.keeping.left_open()
        assert left is not None
        assert left.sitting.note == "please stay"
        await shown.press("ctrl+s")
        assert "Kept." in shown.text()
    assert [note.text for note in store.notes()] == ["please stay"]


@pytest.mark.long
async def test_note_is_kept_once_when_ctrl_s_is_pressed_twice(house: House, store: Store, run: Run) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write("once")
        await shown.pilot.press("ctrl+s", "ctrl+s", "escape")
        await shown.settle()
    assert [note.text for note in store.notes()] == ["once"]


async def test_letters_that_are_keys_elsewhere_are_text_in_the_note(
    house: House, store: Store, run: Run
) -> None:
    async with run(NoteRoom(house)) as shown:
        await shown.write("q/z?,-")
        assert shown.is_open
        await shown.press("ctrl+s")
    assert [note.text for note in store.notes()] == ["q/z?,-"]


@pytest.mark.long
async def test_note_is_forgotten_when_its_room_is_left(house: House, run: Run) -> None:
    """Nothing holds what was written, its undoing or its place in the app's own lists."""
    async with run(Room(house)) as shown:
        shown.app.push_screen(NoteRoom(house))
        await shown.settle()
        written = ref(shown.app.screen.query_one(TextArea))
        await shown.write("nobody needs this any more")
        await shown.press("ctrl+s")
        await shown.press("escape")
        assert shown.is_open
        gc.collect()
        assert written() is None
