"""What stands there until the return, and when it rings."""

from __future__ import annotations

import pytest

from coreg.evening.pause import Pause
from coreg.record.models import PauseAgreement
from coreg.screens.house import House
from coreg.screens.timeout.agreement import AgreementRoom
from coreg.screens.timeout.back import MinuteRoom
from tests.screens.timeout.paused import Open

SIZES = [(60, 18), (112, 32)]


async def test_what_stands_there_follows_the_clock(opened: Open, pause: Pause) -> None:
    async with opened(pause) as paused:
        assert "30 minutes left" in paused.text()
        text = await paused.after(10)
        assert "20 minutes left" in text
        assert "No rehearsing of what you will say." in text
        assert "1:30 left" in await paused.after(18.5)
        text = await paused.after(1.5)
        assert "It is 21:11." in text
        assert "Begin when you are both here." in text
        text = await paused.after(20)
        assert "It is 21:31." in text
        assert "late" not in text
        text = await paused.after(10)
        assert "Pick a time when you can." in text


@pytest.mark.long
async def test_the_bell_rings_two_minutes_before_and_at_the_time(
    house: House, opened: Open, pause: Pause, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles: list[str] = []
    house.show_title = titles.append
    async with opened(pause) as paused:
        rung: list[str] = []
        monkeypatch.setattr(paused.shown.app, "bell", lambda: rung.append(f"{house.now():%H:%M}"))
        for _ in range(40):
            await paused.after(1)
        assert rung == titles == ["21:09", "21:11"]


async def test_without_sound_the_bell_is_silent(
    house: House, opened: Open, pause: Pause, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.settings = type(house.settings)(sound="off")
    async with opened(pause) as paused:
        rung: list[str] = []
        monkeypatch.setattr(paused.shown.app, "bell", lambda: rung.append("rung"))
        await paused.after(30)
        assert rung == []


async def test_going_home_changes_nothing(house: House, opened: Open, pause: Pause) -> None:
    async with opened(pause) as paused:
        await paused.press("escape")
        assert not paused.shown.is_open
        assert house.pausing.load() == pause


@pytest.mark.long
async def test_small_breaths_come_back_to_the_pause(opened: Open, pause: Pause) -> None:
    async with opened(pause) as paused:
        await paused.press("b")
        assert isinstance(paused.shown.app.screen, MinuteRoom)
        assert not paused.shown.app.screen.rests
        await paused.press("/")
        assert paused.shown.is_open
        await paused.press("c")
        assert isinstance(paused.shown.app.screen, AgreementRoom)


@pytest.mark.parametrize("size", SIZES)
async def test_everything_that_matters_is_in_every_window(
    opened: Open, pause: Pause, agreed: PauseAgreement, size: tuple[int, int]
) -> None:
    async with opened(pause, size=size) as paused:
        assert "A pause is not leaving. 21:11, here." in paused.text()
        assert "╭" in paused.text()
        assert "both here" in paused.text()
        await paused.press("f", "j")
        assert paused.text().count("not tonight") == 2
        await paused.press("e", "i")
        assert "tomorrow, 21:11" in paused.text()
        assert "leave it open" in paused.text()
