"""A soft beginning as its owner has it: behind a cover, line by line, then shown as wished."""

from __future__ import annotations

import pytest

from coreg.screens.house import House
from coreg.screens.practice import Practice
from coreg.widgets.steps.opening import OpeningPad, sentence
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run, Shown

LINES = ("the cups in the sink", "tight", "being [b]asked[/]", "wash them with me")
WHOLE = (
    "I saw or heard the cups in the sink. Inside me tight. What matters to me here: being [b]asked[/]. "
    "Would you be willing to wash them with me?"
)


def unfolded(shown: Shown) -> str:
    """Return what stands on the screen in one line."""
    return " ".join(shown.text().split())


async def lifted(shown: Shown, two: Two) -> None:
    """Go on to how Mina would like to begin, and lift the cover."""
    await two.press("enter", "f", "j")
    assert "Four short lines, for you alone. Jo might look away meanwhile." in unfolded(shown)
    await two.press("j")
    assert "Four short lines" in shown.text()
    await two.press("f")
    assert "I saw or heard … 1 of 4" in shown.text()


async def test_behind_the_cover_it_is_folded_to_the_window(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "floor_talk", "floor_talk"), size=(60, 18)) as shown:
        await lifted(shown, Two(shown, time))
        rows = [" ".join(line.split()) for line in shown.lines()]
        assert "enter goes on, also with nothing written; ↑ goes back." in rows
        assert "ctrl+n lets it go." in rows


@pytest.mark.long
async def test_it_is_written_shown_to_its_owner_and_in_no_file(
    run: Run, house: House, time: FakeTime
) -> None:
    async with run(practise(house, "floor_talk", "floor_talk"), size=(60, 18)) as shown:
        two = Two(shown, time)
        await lifted(shown, two)
        await shown.write("the cups")
        await two.press("escape")
        assert "Stopped." in shown.text()
        await two.wait(6)
        await two.press("f", "j")
        assert "the cups" in shown.text()
        await shown.write(" in the sink")
        for line in LINES[1:]:
            await shown.press("enter")
            await shown.write(line)
        await shown.press("up")
        assert LINES[2] in shown.text()
        await shown.press("enter", "enter")
        assert WHOLE in unfolded(shown)
        await shown.press("down", "down", "down", "enter")
        assert "1 of 4" in shown.text()
        await shown.press(*["enter"] * 5)
        assert isinstance(shown.app.screen, Practice)
        house.save_now()
        house.keeping.flush()
        assert not [
            path for path in house.places.data.rglob("*") if path.is_file() and b"cups" in path.read_bytes()
        ]
        assert shown.app.screen.query_one(OpeningPad).texts["saw"] == ""
        await two.press("n")
        assert "Mina has the floor" in shown.text()
        assert "q how you wanted to begin" in shown.text()
        assert "cups" not in shown.text()
        await two.press("q")
        assert WHOLE in unfolded(shown)
        await two.press("f")
        await two.wait(6)
        assert "Jo says it back" in shown.text()
        assert "how you wanted to begin" not in shown.text()


async def test_after_a_note_whoever_was_writing_writes_on(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "floor_talk", "floor_talk"), size=(80, 24)) as shown:
        two = Two(shown, time)
        await lifted(shown, two)
        await shown.write("the cups")
        await shown.press("f2")
        await shown.write("ask about Sunday")
        await shown.press("ctrl+s")
        # Each of these would pass, note, or stop.
        await shown.write(" nmz/")
        assert "the cups nmz/" in shown.text()
        assert "1 of 4" in shown.text()
    assert house.runner.state is not None
    assert house.runner.state.results[-1].note == "ask about Sunday"


@pytest.mark.long
async def test_it_may_be_for_both_and_kept(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await lifted(shown, two)
        await shown.write("you went out.")
        await shown.press("tab", "shift+tab", "tab", "tab", "down", "enter", "up", "down", "down", "enter")
        await two.press("n")
        assert "I saw or heard you went out." in shown.text()
        assert house.runner.state is not None
        assert [keep.text for keep in house.runner.state.kept("note")] == ["I saw or heard you went out."]


@pytest.mark.long
async def test_nothing_written_or_let_go_goes_on_without_it(run: Run, house: House, time: FakeTime) -> None:
    async with run(practise(house, "floor_talk", "floor_talk")) as shown:
        two = Two(shown, time)
        await lifted(shown, two)
        await shown.write("never mind")
        await shown.press("ctrl+n")
        assert "Where are you, right now?" in shown.text()
        assert house.runner.state is not None
        assert house.runner.state.opening is None


def test_only_what_was_written_is_said_and_a_question_ends_as_one() -> None:
    assert sentence({"saw": " ", "inside": "tired …", "willing": "stay"}) == (
        "Inside me tired … Would you be willing to stay?"
    )
    assert sentence({"saw": ""}) == ""
