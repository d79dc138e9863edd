"""The list of talks: ours and a couple's own, each for as long as they like, and always a way to begin."""

from __future__ import annotations

import pytest

from coreg.content.scripts import script
from coreg.content.talks import TALKS
from coreg.screens.house import House
from coreg.screens.practice import Practice
from coreg.screens.talks import Talks
from tests.screens.sittings import Two, hold, practise
from tests.screens.stage import FakeTime, Run

SIZES = [(60, 18), (80, 24), (112, 32), (200, 60)]
OWN = """
id = "porch"
name = "Porch [red]talk[/]"
about = "on the porch"
caution = "Not in the rain."
minutes = 5
high = 9

[[step]]
id = "sit"
kind = "say"
seconds = 300
words = { title = "Sit on the porch." }
"""


@pytest.mark.sample
@pytest.mark.parametrize("size", SIZES)
async def test_the_talks_and_the_keys_are_there_at_every_size(
    run: Run, house: House, size: tuple[int, int]
) -> None:
    async with run(Talks(house), size=size) as shown:
        seen = set()
        for _ in TALKS:
            seen |= {name for name in TALKS if script(name).name in shown.text()}
            assert "How would you like to talk?" in shown.text()
            assert "enter begin" in shown.text()
            await shown.press("down")
        assert seen == set(TALKS)


async def test_what_is_known_and_what_to_mind_is_said_of_the_chosen_one(run: Run, house: House) -> None:
    async with run(Talks(house), size=(112, 32)) as shown:
        assert "Bodenmann 2004" in shown.text()
        await hold(shown, "down", 5)
        assert "› After a quarrel" in shown.text()
        assert "Not in the same hour." in shown.text()
        await hold(shown, "up", 9)
        assert "› Day talk" in shown.text()
        await hold(shown, "down", 20)
        assert "› Be with me" in shown.text()


@pytest.mark.long
async def test_one_row_has_all_forms_of_grounding(run: Run, house: House, time: FakeTime) -> None:
    async with run(Talks(house), size=(80, 24)) as shown:
        assert "another form" not in shown.text()
        await hold(shown, "down", 6)
        assert "tab another form" in shown.text()
        await shown.press("tab")
        assert "› Grounding, for you" in shown.text()
        for _ in range(4):
            await shown.press("tab")
        assert "2 min" in shown.row("› Grounding, a place")
        await shown.press("tab", "enter")
        two = Two(shown, time)
        assert "How is it inside you, right now?" in shown.text()
        await two.press("q", "y", "f", "j")
        assert "Stand up, both of you, if that is good." in shown.text()
        assert house.runner.state is not None
        assert house.runner.state.kind == "grounding_moving"


async def test_the_chosen_talk_begins_for_the_chosen_time(run: Run, house: House) -> None:
    async with run(Talks(house)) as shown:
        await shown.press("down", "right", "right", "left", "enter")
        state = house.runner.state
        assert state is not None
        assert (state.kind, state.practice.script.minutes) == ("floor_talk", 16)
        assert isinstance(shown.app.screen, Practice)
        assert shown.screen not in shown.app.screen_stack


@pytest.mark.long
async def test_a_talk_stays_within_its_bounds(run: Run, house: House) -> None:
    async with run(Talks(house)) as shown:
        await hold(shown, "right", 40)
        assert "36 min" in shown.row("› Day talk")
        await hold(shown, "left", 60)
        assert "16 min" in shown.row("› Day talk")


async def test_a_script_of_their_own_stands_after_ours_and_is_played(run: Run, house: House) -> None:
    folder = house.places.scripts_folder
    folder.mkdir(parents=True)
    (folder / "porch.toml").write_text(OWN, "utf-8")
    (folder / "wrong.toml").write_text(OWN.replace("say", "saay"), "utf-8")
    async with run(Talks(house), size=(112, 32)) as shown:
        assert "1 of your own could not be read" in shown.text()
        await hold(shown, "down", 20)
        assert "› Porch [red]talk[/] on the porch" in shown.text()
        assert "Not in the rain." in shown.text()
        await shown.press("right", "enter")
        state = house.runner.state
        assert state is not None
        assert (state.kind, state.practice.script.minutes) == ("own:porch", 6)
        assert "Sit on the porch." in shown.text()
        assert "porch [red]talk[/]" in shown.text()


async def test_esc_goes_back_and_begins_nothing(run: Run, house: House) -> None:
    async with run(Talks(house)) as shown:
        await shown.press("escape")
        assert not shown.is_open
        assert house.runner.state is None


@pytest.mark.long
async def test_before_the_hour_is_over_there_is_a_way_for_tonight_and_one_for_another_day(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(practise(house, "debrief", "debrief"), size=(80, 24)) as shown:
        two = Two(shown, time)
        await two.press("n")
        text = " ".join(shown.text().split())
        assert "Later tonight? Stop, and take a pause: it comes back to this question." in text
        assert "w or u not yet, another day" in text
        assert "esc stop" in shown.row("space pause")
        await two.press("escape")
        await two.wait(6)
        await two.press("enter")
        assert "A pause is not leaving." in shown.text()
        pause = house.pausing.first
        assert pause is not None
        left = house.pausing.come_back(pause).result(5)
        assert left is not None
        assert left.sitting.now_step.id == "hour"
