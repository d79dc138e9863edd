"""A pause is asked for: with one key and one more, from home, and never in vain."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coreg.content.timeout_words import length_words
from coreg.record.models import PauseAgreement
from coreg.screens.house import House
from coreg.screens.practice import Practice
from coreg.screens.timeout.pause import PauseRoom, next_length
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run
from tests.screens.timeout.paused import Open
from tests.store.full_disk import FullDisk


async def test_one_key_and_one_more_begin_a_pause_in_the_middle_of_a_talk(
    house: House, run: Run, time: FakeTime
) -> None:
    async with run(practise(house, "day_talk", "day_talk"), size=(80, 24)) as shown:
        two = Two(shown, time)
        await two.press("escape")
        await two.wait(6)
        assert "enter a pause with a return" in shown.text()
        await two.press("enter")
        assert isinstance(shown.app.screen, PauseRoom)
        text = shown.text()
        assert "A pause is not leaving. 21:11, here." in text
        assert "I’m over my line. I want to come back to this. 21:11." in text
        assert "Leaving because you feel unsafe is something else." in text
        assert house.keeping.left_open() is None
        assert house.runner.state is None


async def test_before_five_seconds_enter_means_nothing(house: House, run: Run, time: FakeTime) -> None:
    async with run(practise(house, "day_talk", "day_talk")) as shown:
        two = Two(shown, time)
        await two.press("z", "enter")
        assert shown.is_open
        assert house.pausing.first is None


@pytest.mark.long
async def test_the_agreed_length_is_taken(
    house: House, run: Run, time: FakeTime, agreed: PauseAgreement
) -> None:
    async with run(practise(house, "day_talk", "day_talk"), size=(80, 24)) as shown:
        two = Two(shown, time)
        await two.press("escape")
        await two.wait(6)
        await two.press("enter")
        text = shown.text()
        assert "45 minutes left" in text
        assert "Mina: shower" in text
        assert "Jo: the dog" in text


@pytest.mark.long
async def test_where_the_disk_is_full_the_talk_goes_on(
    house: House, run: Run, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with run(practise(house, "day_talk", "day_talk"), size=(80, 24)) as shown:
        two = Two(shown, time)
        await two.press("escape")
        await two.wait(6)
        disk.fill()
        await two.press("enter")
        disk.make_room()
        assert isinstance(shown.app.screen, Practice)
        (told,) = shown.app._notifications
        assert "The pause was not begun; everything is as it was." in told.message
        await two.press("f", "j")
        assert house.runner.state is not None
        assert house.runner.state.phase == "running"


async def test_before_there_is_a_book_no_pause_is_offered(house: House, run: Run, time: FakeTime) -> None:
    async with run(practise(house, "breathe", "breathe"), size=(80, 24)) as shown:
        house.keeping.delete_everything().result(5)
        two = Two(shown, time)
        await two.press("escape")
        await two.wait(6)
        assert "sit quietly" in shown.text()
        assert "a pause with a return" not in shown.text()
        await two.press("enter")
        assert shown.is_open


async def test_from_home_it_is_asked_for_with_its_length(house: House, opened: Open) -> None:
    async with opened() as paused:
        assert "◂ 30 minutes, until 21:11 ▸" in paused.text()
        await paused.press("right", "right", "left")
        assert "◂ 40 minutes, until 21:21 ▸" in paused.text()
        await paused.press("enter")
        assert "A pause is not leaving. 21:21, here." in paused.text()
        assert house.pausing.first == paused.room.pause


@pytest.mark.long
async def test_leaving_the_page_that_asks_begins_nothing(house: House, opened: Open) -> None:
    async with opened() as paused:
        await paused.press("f", "j", "b", "s", "g", "q", "escape")
        assert not paused.shown.is_open
        assert house.pausing.load() is None


async def test_an_old_agreement_is_to_be_looked_at_again(
    house: House, opened: Open, agreed: PauseAgreement, time: FakeTime
) -> None:
    async with opened() as paused:
        assert "look at it again" not in paused.text()
    time.go_to(time.wall + timedelta(days=90))
    async with opened() as paused:
        assert "look at it again, on a calm day." in paused.text()


def test_the_lengths_end_at_twenty_minutes_and_a_day() -> None:
    assert next_length(1_200, -1) == 1_200
    assert next_length(86_400, 1) == 86_400
    assert next_length(2_700, 1) == 3_000
    assert next_length(2_700, -1) == 2_400


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 minutes"),
        (1_740.2, "30 minutes"),
        (3_600, "1 hour"),
        (7_200, "2 hours"),
        (9_000, "2 hours 30 minutes"),
        (5_400, "1 hour 30 minutes"),
    ],
)
def test_lengths_are_said_as_people_say_them(seconds: float, said: str) -> None:
    assert length_words(seconds) == said
