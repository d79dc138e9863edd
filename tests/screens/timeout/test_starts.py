"""The pause at every start, from home, before locked books, and asked for on the command line."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Literal, cast

import pytest
from textual.screen import Screen

from coreg.app import CoregApp, Start
from coreg.evening.locking import Chosen
from coreg.evening.pause import Pause
from coreg.record.trouble import Trouble
from coreg.screens.hide import Hide
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.left_open import LeftOpenRoom
from coreg.screens.practice import Practice
from coreg.screens.timeout.back import MinuteRoom
from coreg.screens.timeout.bell import ring_for_return
from coreg.screens.timeout.pause import PauseRoom
from coreg.screens.vault.locking_up import lock_up
from coreg.screens.vault.opening import OpeningRoom
from tests.screens.sittings import practise
from tests.screens.stage import FakeTime, Shown
from tests.screens.timeout.paused import MINUTE
from tests.store.full_disk import FullDisk


@asynccontextmanager
async def started(house: House, start: Start | None = None) -> AsyncIterator[Shown]:
    """Start the app."""
    app = CoregApp(house, start or Start())
    async with app.run_test(size=(80, 24)) as pilot:
        shown = Shown(app, pilot, house, cast("Screen[None]", app.screen))
        await shown.settle()
        yield shown


@pytest.mark.parametrize("minutes", [0, 3_000])
async def test_it_is_shown_at_every_start_until_it_is_settled(
    house: House, pause: Pause, time: FakeTime, minutes: float
) -> None:
    time.advance(minutes * MINUTE)
    async with started(house) as shown:
        assert isinstance(shown.app.screen, PauseRoom)
        await shown.press("escape")
        assert isinstance(shown.app.screen, Home)
        await shown.press("t")
        assert isinstance(shown.app.screen, PauseRoom)
        assert shown.app.screen.pause == pause


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "A pause until 21:11"),
        (28.5, "A pause until 21:11"),
        (31, "21:12. Begin when you are both here."),
        (61, "Paused. Pick a time when you can."),
    ],
)
async def test_home_says_when_and_no_more(
    house: House, pause: Pause, time: FakeTime, minutes: float, said: str
) -> None:
    time.advance(minutes * MINUTE)
    async with started(house) as shown:
        await shown.press("escape")
        assert said in shown.text()
        assert "late" not in shown.row(said).lower()


async def test_without_a_pause_home_has_no_line_about_one(house: House) -> None:
    async with started(house) as shown:
        assert isinstance(shown.app.screen, Home)
        assert not shown.app.screen.query_one("#pause").display
        await shown.press("t")
        assert isinstance(shown.app.screen, PauseRoom)
        assert shown.app.screen.pause is None


async def test_one_begun_from_home_stands_there_at_once_and_until_it_is_settled(house: House) -> None:
    async with started(house) as shown:
        await shown.press("t", "enter", "escape")
        assert isinstance(shown.app.screen, Home)
        assert "A pause until 21:11" in shown.text()
        pause = house.pausing.first
        assert pause is not None
        await shown.press("t")
        house.pausing.let_rest(pause).result(5)
        await shown.press("escape")
        assert "A pause until" not in shown.text()


async def test_on_the_command_line_it_begins_at_once(house: House) -> None:
    async with started(house, Start("timeout", minutes=40)) as shown:
        assert "40 minutes left" in shown.text()
        assert house.pausing.first is not None


@pytest.mark.parametrize("days", [None, 1])
async def test_beside_one_with_another_day_or_no_time_a_pause_can_begin_now(
    house: House, pause: Pause, days: int | None
) -> None:
    pausing = house.pausing
    tomorrow = house.now() + timedelta(days=1)
    other = (pausing.leave_open(pause) if days is None else pausing.plan(pause, tomorrow)).result(5)
    async with started(house) as shown:
        assert isinstance(shown.app.screen, PauseRoom)
        assert "space a pause now" in shown.text()
        await shown.press("space")
        assert "A pause with a return" in shown.text()
        await shown.press("escape", "t", "space", "enter")
        assert "30 minutes left" in shown.text()
        assert "a pause now" not in shown.text()
        assert pausing.first is not None
        assert pausing.first != other
        pausing.let_rest(pausing.first).result(5)
        assert pausing.first == other


async def test_while_one_counts_no_other_begins_beside_it(house: House, pause: Pause) -> None:
    async with started(house) as shown:
        assert "a pause now" not in shown.text()
        await shown.press("space", "enter")
        assert house.pausing.first == pause
        assert house.pausing.newest == pause


@pytest.mark.parametrize("minutes", [None, 20])
async def test_minutes_on_the_command_line_begin_one_beside_another_day(
    house: House, pause: Pause, minutes: int | None
) -> None:
    other = house.pausing.plan(pause, house.now() + timedelta(days=1)).result(5)
    async with started(house, Start("timeout", minutes=minutes)) as shown:
        assert isinstance(shown.app.screen, PauseRoom)
        assert ("20 minutes left" in shown.text()) == (minutes is not None)
        assert (house.pausing.newest == other) == (minutes is None)


async def test_a_talk_left_behind_waits_for_it_too(house: House, pause: Pause) -> None:
    house.pausing.leave_open(pause).result(5)
    left_behind(house)
    async with started(house, Start("timeout", minutes=20)) as shown:
        assert "20 minutes left" in shown.text()
        assert house.keeping.left_open() is None


@pytest.mark.long
async def test_one_that_is_on_already_is_shown_as_it_is(house: House, pause: Pause) -> None:
    async with started(house, Start("timeout", minutes=90)) as shown:
        assert isinstance(shown.app.screen, PauseRoom)
        assert shown.app.screen.pause == pause


def left_behind(house: House) -> None:
    """Leave a talk in the middle, as a closed window does."""
    practise(house, "day_talk", "day_talk")
    house.runner.save_now()
    house.keeping.flush()
    house._runner = None


@pytest.mark.long
@pytest.mark.sample
@pytest.mark.parametrize("kind", ["talk", "begin", "breathe"])
async def test_what_was_asked_for_begins_with_a_line_about_the_pause(
    house: House, pause: Pause, monkeypatch: pytest.MonkeyPatch, kind: Literal["talk", "begin", "breathe"]
) -> None:
    told: list[str] = []
    monkeypatch.setattr(CoregApp, "notify", lambda _, sentence, **__: told.append(sentence))
    async with started(house, Start(kind)) as shown:
        assert isinstance(shown.app.screen, Practice)
        assert told == ["A pause until 21:11"]


async def test_a_return_whose_time_has_come_is_shown_before_what_was_asked_for(
    house: House, pause: Pause, time: FakeTime
) -> None:
    time.advance(40 * MINUTE)
    async with started(house, Start("talk", "floor_talk")) as shown:
        assert isinstance(shown.app.screen, PauseRoom)
        assert "It is 21:21." in shown.text()
        await shown.press("escape")
        assert isinstance(shown.app.screen, Practice)
        assert "floor talk" in shown.text()


async def test_asked_for_after_a_closed_window_the_talk_waits_for_the_return(house: House) -> None:
    left_behind(house)
    async with started(house, Start("timeout", minutes=20)) as shown:
        assert isinstance(shown.app.screen, PauseRoom)
        assert shown.app.screen.pause is not None
        assert house.keeping.left_open() is None
        assert len(house.keeping.aside()) == 2


async def test_where_that_cannot_be_written_the_talk_is_offered_after_all(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(house)
    disk = FullDisk(monkeypatch)
    disk.fill()
    async with started(house, Start("timeout", minutes=20)) as shown:
        assert "A pause with a return" in shown.text()
        await shown.press("escape")
        assert isinstance(shown.app.screen, LeftOpenRoom)
        disk.make_room()


async def test_a_talk_that_is_left_open_is_offered_before_home_as_ever(
    house: House, pause: Pause, time: FakeTime
) -> None:
    left_behind(house)
    async with started(house) as shown:
        assert isinstance(shown.app.screen, LeftOpenRoom)
        time.advance(1.0)
        await shown.press("enter")
        assert isinstance(shown.app.screen, PauseRoom)


async def test_a_talk_that_was_cut_off_while_the_pause_began_is_not_offered_twice(
    house: House, pause: Pause
) -> None:
    data = dict(house.keeping.aside())[pause.session]
    house.keeping.ask(lambda store: store.snapshot(data)).result(5)
    async with started(house) as shown:
        assert isinstance(shown.app.screen, PauseRoom)
        assert house.keeping.left_open() is None


async def test_a_disk_that_does_not_answer_offers_the_talk(
    house: House, pause: Pause, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = dict(house.keeping.aside())[pause.session]
    house.keeping.ask(lambda store: store.snapshot(data)).result(5)

    def full(_: object) -> bool:
        raise Trouble("disk_full", path="home.json")

    monkeypatch.setattr(house.pausing, "mends", full)
    async with started(house) as shown:
        assert isinstance(shown.app.screen, LeftOpenRoom)


# Locked books


@pytest.mark.long
async def test_before_a_passphrase_fits_nothing_is_said_of_it(
    house: House, pause: Pause, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"a": "copper lantern willow", "b": "thimble orbit meadow"}
    house.locking.lock({"a": Chosen(words["a"]), "b": Chosen(words["b"])}).result(20)
    async with started(house) as shown:
        rung: list[str] = []
        monkeypatch.setattr(shown.app, "bell", lambda: rung.append("rung"))
        assert isinstance(shown.app.screen, PauseRoom)
        lock_up(shown.app, house, hidden=False)
        await shown.settle()
        assert isinstance(shown.app.screen, OpeningRoom)
        for words_of_it in ("pause", "21:11", "Mina"):
            assert words_of_it not in shown.text()
        time.advance(30 * MINUTE)
        ring_for_return(shown.app, house)
        assert rung == ["rung"]
        await shown.write(words["b"])
        await shown.press("enter")
        assert "It is 21:11." in shown.text()


async def test_a_hidden_screen_stays_silent(
    house: House, pause: Pause, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with started(house) as shown:
        rung: list[str] = []
        monkeypatch.setattr(shown.app, "bell", lambda: rung.append("rung"))
        await shown.press("f9")
        assert isinstance(shown.app.screen, Hide)
        time.advance(30 * MINUTE)
        ring_for_return(shown.app, house)
        assert rung == []


async def test_the_bell_rings_while_they_breathe(
    house: House, pause: Pause, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with started(house) as shown:
        rung: list[str] = []
        monkeypatch.setattr(shown.app, "bell", lambda: rung.append("rung"))
        await shown.press("b")
        assert isinstance(shown.app.screen, MinuteRoom)
        time.advance(30 * MINUTE)
        assert isinstance(shown.app, CoregApp)
        shown.app.look_for_anybody()
        assert rung == ["rung"]
        await shown.press("escape")
