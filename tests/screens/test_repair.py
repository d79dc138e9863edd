"""A line that mends: said by one, received by the other's own key, and kept nowhere."""

from __future__ import annotations

import pytest

from coreg.content import lines
from coreg.screens.house import House
from coreg.screens.practice import Practice
from coreg.screens.repair import Repair
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run, Shown


async def at_a_turn(shown: Shown, two: Two) -> None:
    """Go on to the first turn of a floor talk, which is Mina's."""
    await two.press("enter", "f", "j", "n", "n")
    assert "Mina has the floor" in shown.text()


def phase(house: House) -> str:
    assert house.runner.state is not None
    return house.runner.state.phase


@pytest.mark.sample
@pytest.mark.parametrize(("says", "hears"), [("f", "j"), ("j", "f")])
async def test_a_line_is_said_by_one_and_received_by_the_other(
    run: Run, house: House, time: FakeTime, says: str, hears: str
) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await at_a_turn(shown, two)
        assert "l a line" in shown.text()
        before = house.runner.shown_time()
        await two.press("l")
        assert isinstance(shown.app.screen, Repair)
        assert all(line in shown.text() for line in lines("talk.repair.lines"))
        await two.press("down", says)
        assert "“Can I say that again?”" in shown.text()
        await two.press(says, "up")
        assert "“Can I say that again?”" in shown.text()
        assert shown.row("received").count("received") == 1
        await two.wait(30)
        assert phase(house) == "paused"
        await two.press(hears)
        assert isinstance(shown.app.screen, Practice)
        assert phase(house) == "running"
        assert house.runner.shown_time() - before < 3
        assert house.runner.state is not None
        assert not house.runner.state.results[-1].keeps


@pytest.mark.sample
@pytest.mark.parametrize("back", ["enter", "l"])
async def test_without_a_line_it_goes_back_to_the_talk_and_time_goes_on(
    run: Run, house: House, time: FakeTime, back: str
) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await at_a_turn(shown, two)
        await two.press("l", "up", back)
        assert phase(house) == "running"
        assert "Mina has the floor" in shown.text()


@pytest.mark.sample
@pytest.mark.parametrize("stop", ["escape", "z", "/"])
async def test_either_stops_at_a_line_too(run: Run, house: House, time: FakeTime, stop: str) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await at_a_turn(shown, two)
        await two.press("l", stop)
        assert phase(house) == "stopped"
        assert "Stopped. Nothing more is needed." in shown.text()


async def test_where_nobody_speaks_or_nobody_may_answer_there_is_no_line(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(practise(house, "two_voices", "two_voices")) as shown:
        two = Two(shown, time)
        await two.press("l")
        assert isinstance(shown.app.screen, Practice)
        await two.press("n", "f", "l")
        assert "Mina’s time" in shown.text()
        assert isinstance(shown.app.screen, Practice)
        assert phase(house) == "running"
