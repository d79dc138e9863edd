"""What the two agree about pauses: written, looked at again, changed, and never lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from coreg.evening.pausing import Pausing
from coreg.record.models import PauseAgreement
from coreg.record.trouble import Trouble
from coreg.screens.base import Room
from coreg.screens.house import House
from coreg.screens.timeout.agreement import AgreementRoom, minutes_in
from tests.screens.stage import FakeTime, Run, Shown
from tests.store.full_disk import FullDisk


@asynccontextmanager
async def opened(house: House, run: Run, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Shown]:
    """Open the page."""
    async with run(AgreementRoom(house), size=size) as shown:
        yield shown


def in_book(house: House) -> PauseAgreement | None:
    """Return what the book has."""
    return house.pausing.agreement().result(5)


@pytest.mark.long
async def test_it_is_written_line_by_line_and_kept(house: House, run: Run) -> None:
    async with opened(house, run) as shown:
        for text in ("harbour", "two fingers up", "45", "kitchen", "no messages", "shower", "the dog"):
            await shown.write(text)
            await shown.press("enter")
        await shown.press("ctrl+s")
        assert "Kept. It is shown when a pause is on." in shown.text()
    assert in_book(house) == PauseAgreement(
        word="harbour",
        gesture="two fingers up",
        minutes=45,
        places="kitchen",
        rules="no messages",
        a="shower",
        b="the dog",
        looked=house.now().date(),
    )


async def test_it_says_what_needs_no_return_and_when_it_was_looked_at(
    house: House, run: Run, agreed: PauseAgreement, time: FakeTime
) -> None:
    time.go_to(time.wall + timedelta(days=1))
    async with opened(house, run, size=(60, 18)) as shown:
        assert "You owe no return for" in shown.text()
        assert "Last looked at: yesterday." in shown.text()
        assert agreed.word in shown.text()
        await shown.press("ctrl+s")
    found = in_book(house)
    assert found is not None
    assert found.looked == time.wall.date()


async def test_leaving_keeps_what_was_written(house: House, run: Run) -> None:
    async with opened(house, run) as shown:
        await shown.write("pax")
        await shown.press("escape", "escape")
        assert not shown.is_open
    found = in_book(house)
    assert found is not None
    assert (found.word, found.minutes) == ("pax", 30)


@pytest.mark.long
async def test_leaving_an_empty_page_makes_no_agreement(house: House, run: Run) -> None:
    async with opened(house, run) as shown:
        await shown.press("escape", "escape")
        assert not shown.is_open
    assert in_book(house) is None


@pytest.mark.sample
@pytest.mark.parametrize("minutes", ["19", "half an hour"])
async def test_minutes_that_no_pause_has_are_told_and_nothing_is_lost(
    house: House, run: Run, minutes: str
) -> None:
    async with opened(house, run) as shown:
        await shown.press("down", "down")
        await shown.write(minutes)
        await shown.press("escape", "escape")
        assert shown.is_open
        assert "from 20 minutes to 24 hours" in shown.text()
        house.save_now()
        assert minutes in shown.text()
    assert in_book(house) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("", 30), (" 20 ", 20), ("1440", 1440), ("0030", 30)),
        *((wrong, None) for wrong in ("1441", "-30", "٣٠", "30000", "2e1")),
    ],
)
def test_minutes_are_read(text: str, minutes: int | None) -> None:
    assert minutes_in(text) == minutes


@pytest.mark.long
async def test_the_arrows_and_tab_lead_from_line_to_line(house: House, run: Run) -> None:
    async with opened(house, run) as shown:
        at = []
        for key in ("down", "up", "shift+tab", "tab", "tab"):
            await shown.press(key)
            assert shown.screen.focused is not None
            at.append(shown.screen.focused.id)
        assert at == ["line-gesture", "line-word", "line-too_long", "line-word", "line-gesture"]
        for key in ("enter", "up"):
            await shown.press("escape", key)
            assert shown.screen.focused is shown.screen.query_one("#line-word")


async def test_what_stands_there_is_kept_when_everything_is_put_away(house: House, run: Run) -> None:
    async with opened(house, run) as shown:
        await shown.write("pax")
        house.save_now()
        house.keeping.flush()
        found = in_book(house)
        assert found is not None
        assert found.word == "pax"


async def test_with_minutes_that_no_pause_has_the_lines_are_kept_all_the_same(house: House, run: Run) -> None:
    async with opened(house, run) as shown:
        await shown.write("pax")
        await shown.press("enter", "enter")
        await shown.write("15")
        house.save_now()
        house.keeping.flush()
        found = in_book(house)
        assert found is not None
        assert (found.word, found.minutes) == ("pax", 30)


@pytest.mark.long
async def test_whoever_leaves_all_the_same_is_not_held_by_minutes_that_no_pause_has(
    house: House, run: Run
) -> None:
    async with opened(house, run) as shown:
        await shown.write("pax")
        await shown.press("enter", "enter")
        await shown.write("15")
        await shown.press("escape", "escape")
        assert shown.is_open
        await shown.press("escape", "escape")
        assert not shown.is_open
    found = in_book(house)
    assert found is not None
    assert (found.word, found.minutes) == ("pax", 30)


async def test_what_is_typed_while_the_disk_writes_stays_and_is_kept_by_leaving(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing: Future[None] = Future()
    writing.set_running_or_notify_cancel()
    async with opened(house, run) as shown:
        await shown.write("pax")
        with monkeypatch.context() as slow:
            slow.setattr(type(house.pausing), "agree", lambda *_: writing)
            await shown.pilot.press("ctrl+s", "!")
            writing.set_result(None)
            await shown.settle()
        assert "pax!" in shown.text()
        await shown.press("escape", "escape")
        assert not shown.is_open
    found = in_book(house)
    assert found is not None
    assert found.word == "pax!"


async def test_a_full_disk_is_told_and_the_page_stays(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with opened(house, run) as shown:
        await shown.write("pax")
        disk.fill()
        await shown.press("escape", "escape")
        assert shown.is_open
        assert "pax" in shown.text()
        disk.make_room()
        await shown.press("ctrl+s")
        assert "Kept." in shown.text()


async def test_a_book_that_cannot_be_read_is_told(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> None:
        raise Trouble("damaged", file="home.json")

    monkeypatch.setattr(house.keeping._store, "couple", damaged)
    async with opened(house, run) as shown:
        assert "home.json is damaged" in shown.text()


async def test_too_long_a_paste_is_told(house: House, run: Run) -> None:
    async with opened(house, run) as shown:
        await shown.paste("x" * 3_000)
        assert "longer than fits here" in shown.text()


@pytest.mark.sample
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (200, 60)])
async def test_every_line_is_in_every_window(house: House, run: Run, size: tuple[int, int]) -> None:
    async with opened(house, run, size) as shown:
        for words in ("A word for it", "To settle, Mina:", "To settle, Jo:", "What is too long"):
            assert words in shown.text()


@pytest.mark.long
async def test_what_was_written_is_shown_letter_by_letter(house: House, run: Run) -> None:
    async with opened(house, run) as shown:
        await shown.paste("[b]\x1b[31mpax[/b]")
        await shown.press("ctrl+s")
        assert "[b]pax[/b]" in shown.text()


@pytest.mark.long
async def test_what_is_typed_before_it_is_read_stands_behind_it(
    house: House, run: Run, agreed: PauseAgreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading: Future[PauseAgreement] = Future()
    with monkeypatch.context() as patched:
        patched.setattr(Pausing, "agreement", lambda _: reading)
        async with run(Room(house), size=(80, 24)) as shown:
            shown.app.push_screen(AgreementRoom(house))
            await shown.pilot.pause()
            await shown.pilot.press("s")
            reading.set_result(agreed)
            await shown.settle()
            await shown.press("ctrl+s")
    assert in_book(house) == agreed.model_copy(update={"word": f"{agreed.word}s"})
