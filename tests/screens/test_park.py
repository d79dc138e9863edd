"""The parked list: what can wait is written down while time stands, and is there again at the end."""

from __future__ import annotations

import pytest

from coreg.screens.house import House
from coreg.screens.park import Park
from coreg.screens.practice import Practice
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run, Shown


async def parking(shown: Shown, two: Two) -> None:
    """Go on to the first turn of a floor talk, and to the parked list."""
    await two.press("enter", "f", "j", "n", "n", ",")
    assert isinstance(shown.app.screen, Park)
    assert "What can wait?" in shown.text()


def parked(house: House) -> list[str]:
    assert house.runner.state is not None
    return [keep.text for keep in house.runner.state.kept("parked")]


@pytest.mark.long
async def test_a_line_is_parked_and_the_talk_goes_on_where_it_was(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await parking(shown, two)
        before = house.runner.shown_time()
        await shown.write("[b]jog[/] on Sundays / and or")
        await two.wait(30)
        assert house.runner.shown_time() == before
        await two.press("enter")
        assert isinstance(shown.app.screen, Practice)
        assert parked(house) == ["[b]jog[/] on Sundays / and or"]
        assert house.runner.state is not None
        assert house.runner.state.phase == "running"
        await two.press(",")
        assert "◦ [b]jog[/] on Sundays / and or" in shown.text()


@pytest.mark.long
async def test_nothing_written_parks_nothing(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await parking(shown, two)
        await two.press("enter")
        assert parked(house) == []


@pytest.mark.long
async def test_esc_stops_and_what_was_typed_is_on_disk_and_in_the_field_again(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(practise(house, "floor_talk", "floor_talk"), size=(60, 18)) as shown:
        two = Two(shown, time)
        await parking(shown, two)
        await shown.write("lat")
        left = house.keeping.left_open()
        assert left is not None
        assert left.sitting.parking == "lat"
        await shown.write("er")
        await two.press("escape")
        assert isinstance(shown.app.screen, Practice)
        assert house.runner.state is not None
        assert house.runner.state.phase == "stopped"
        assert not parked(house)
        await two.wait(6)
        assert "g good night ? help" in shown.text()
        await two.press("f", "j", ",")
        assert "later" in shown.row("later")
        await two.press("enter")
        assert parked(house) == ["later"]


async def test_too_long_a_paste_is_not_taken_and_says_so(
    run: Run, house: House, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(Park, "notify", lambda _, sentence, **__: told.append(sentence))
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await parking(shown, two)
        await shown.paste("x" * 2_001)
        assert ["longer than fits here" in sentence for sentence in told] == [True]
        await two.press("enter")
        assert not parked(house)


@pytest.mark.long
async def test_what_was_parked_is_there_at_the_end(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "day_talk", "day_talk")) as shown:
        two = Two(shown, time)
        await two.press("enter", "f", "f", ",")
        await shown.write("call the plumber")
        await two.press("enter", "f", "n", "j", "j", "n")
        assert "Two minutes to close" in shown.text()
        assert "◦ call the plumber" in shown.text()


async def test_where_nothing_is_answered_nothing_is_parked(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "grounding", "grounding")) as shown:
        await Two(shown, time).press(",")
        assert isinstance(shown.app.screen, Practice)
