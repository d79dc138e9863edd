"""A floor talk and a mirror talk as two people have them: their own keys, and what stands beside them."""

from __future__ import annotations

import pytest

from coreg.content import say
from coreg.screens.house import House
from coreg.screens.practice import Practice
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run, Shown


def seat_row(shown: Shown) -> str:
    """Return the row of both main keys."""
    return " ".join(shown.row("pause").split())


@pytest.mark.long
async def test_a_floor_talk_goes_from_speaking_to_saying_it_back(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await two.press("enter", "f")
        assert "Jo, can you listen now?" in shown.text()
        assert seat_row(shown).endswith("yes j Jo")
        await two.press("j")
        assert "Mina, a minute for how to begin?" in shown.text()
        await two.press("n", "q", "y", "f", "j")
        assert "Mina has the floor" in shown.text()
        assert "a little slower" in shown.text()
        await two.press("u")
        assert say("talk.slower") in shown.text()
        await two.wait(9)
        assert say("talk.slower") not in shown.text()
        await two.press("f")
        assert "Jo is next." in shown.text()
        await two.wait(6)
        assert "Jo says it back" in shown.text()
        assert "give a minute" not in shown.text()


async def test_another_day_leads_to_a_next_step(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await shown.write("the landlord")
        await two.press("enter", "f", "i")
        assert "Another day, then." in shown.text()
        assert "◦ a floor talk: the landlord" in shown.text()
        await two.press("w")
        open_now = house.keeping.agreements("open").result(5)
        assert [(one.text, f"{one.look_again}") for one in open_now] == [
            ("a floor talk: the landlord", "2026-11-26")
        ]


@pytest.mark.long
async def test_in_ten_minutes_there_is_a_bell_and_it_waits_for_both(
    run: Run, house: House, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        rung: list[str] = []
        monkeypatch.setattr(shown.app, "bell", lambda: rung.append("bell"))
        house.show_title = rung.append
        await two.press("enter", "f", "u")
        assert "In ten minutes, here." in shown.text()
        await two.wait(478)
        assert rung == []
        await two.wait(4)
        assert rung == ["20:49", "bell"]
        await two.wait(120)
        assert rung[2:] == ["20:51", "bell"]
        assert "It is time. Begin when you are both here." in shown.text()
        await two.press("f")
        assert "It is time." in shown.text()
        await two.press("j")
        assert "a minute for how to begin?" in shown.text()


@pytest.mark.long
async def test_over_the_line_small_breaths_come_first(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await two.press("enter", "f", "j", "n", "q", "u", "f", "j")
        assert "It is a lot tonight." in shown.text()
        await two.press("b")
        state = house.runner.state
        assert state is not None
        assert state.phase == "breaths"
        await two.wait(62)
        assert "It is a lot tonight." in shown.text()
        await two.press("f", "j")
        assert "Mina has the floor" in shown.text()


@pytest.mark.long
async def test_nearly_leads_back_to_the_sender(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "mirror_talk", "mirror_talk")) as shown:
        two = Two(shown, time)
        await two.press("enter", "f", "j", "n", "n")
        for key in ("f", "j"):
            await two.press(key)
            await two.wait(6)
        assert "Mina, did Jo get it?" in shown.text()
        await two.press("w")
        assert "Mina sends" in shown.text()
        for key in ("f", "j"):
            await two.press(key)
            await two.wait(6)
        await two.press("f")
        assert "Is there more, Mina?" in shown.text()


async def test_things_are_named_in_turn(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "grounding", "grounding")) as shown:
        two = Two(shown, time)
        await two.press("n", "n")
        assert "Five things you can see" in shown.text()
        assert "Mina, your turn." in shown.text()
        await two.press("j", "f")
        assert "● ○ ○ ○ ○" in shown.text()
        assert "Jo, your turn." in shown.text()
        assert isinstance(shown.screen, Practice)
