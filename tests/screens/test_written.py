"""A line that stays: typed by one, nodded to by the other, and nothing of it lost unawares."""

from __future__ import annotations

import pytest

from coreg.practice.steps.write import Writing
from coreg.screens.house import House
from coreg.store import Store
from coreg.widgets.field import LineField
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run


async def test_letters_that_a_stall_overtakes_stay_in_the_field(
    run: Run, house: House, time: FakeTime
) -> None:
    """A computer that could not keep up stops the time before it hears of what was typed meanwhile."""
    practice = practise(house, "five", "one_thing")
    async with run(practice) as shown:
        practice.query_one(LineField).value = "you asked first"
        time.advance(3)
        practice.look()
        await shown.settle()
        assert "Paused" in shown.text()
        assert "you asked first" in shown.text()
        sitting = house.runner.state
        assert sitting is not None
        assert isinstance(sitting.play, Writing)
        assert sitting.play.draft == "you asked first"


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_whoever_passes_a_line_is_told_that_it_is_left_out(
    run: Run, house: House, time: FakeTime, store: Store, size: tuple[int, int]
) -> None:
    async with run(practise(house, "five", "one_thing"), size=size) as shown:
        two = Two(shown, time)
        await shown.write("you asked first")
        await shown.press("enter")
        above, _, edge = shown.text().partition("━")
        assert "f yes, that is it c change it n leave it out" in above
        assert "n leave it out" in edge
        await two.press("n")
        await shown.write("the quiet")
        await shown.press("enter")
        await two.press("j")
        assert "Good night, Mina. Good night, Jo." in shown.text()
    (session,) = store.sessions()
    assert [line.text for line in session.entries[0].lines] == ["the quiet"]
    assert not store.notes()
