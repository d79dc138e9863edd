"""A good moment: one key, one line, kept; all else a key each, and nothing typed is ever lost."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest

from coreg.record.headline import Home as Known
from coreg.record.maps import Glimmer
from coreg.screens.good.moment import MomentRoom
from coreg.screens.hide import Hide
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.settings_names import NamesRoom
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run
from tests.store.full_disk import FullDisk

EMPTY = Known("Mina", "Jo", "a", (), ())


def kept(house: House) -> tuple[Glimmer, ...]:
    """Return what the book has."""
    return house.keeping.glimmers().result(5)


async def test_one_key_and_one_line_are_enough(house: House, run: Run) -> None:
    async with run(Home(house, EMPTY)) as shown:
        await shown.press("asterisk")
        assert isinstance(shown.app.screen, MomentRoom)
        await shown.write("The [b]light[/] at four.\n")
        assert "Kept." in shown.text()
        assert [(one.text, one.by) for one in kept(house)] == [("The [b]light[/] at four.", None)]
        await shown.press("enter")
        assert shown.is_open
    assert len(kept(house)) == 1


@pytest.mark.long
async def test_what_is_said_of_it_is_kept_as_it_is_pressed(house: House, run: Run, time: FakeTime) -> None:
    async with run(MomentRoom(house), size=(60, 18)) as shown:
        await shown.write("You hummed.\n")
        await shown.press("1", "2", "m", "y", "j", "w")
        await shown.write("nobody hurried\n")
        (one,) = kept(house)
        said = (one.sense, one.who, one.by, one.why, one.local_date)
        assert said == ("heard", "you", "b", "nobody hurried", house.now().date())
        assert "Whose Jo" in shown.text()
        await shown.press("2", "y", "j")
        assert kept(house)[0].by == "b"
        time.advance(1.5)
        await shown.press("j", "3", "4", "5", "6", "u", "e", "tab")
        await shown.write(" Softly.\n")
        (one,) = kept(house)
        assert (one.text, one.sense, one.who, one.by) == ("You hummed. Softly.", "moved", "else", None)


@pytest.mark.long
async def test_a_line_that_is_left_is_kept_and_an_empty_one_is_none(house: House, run: Run) -> None:
    async with run(MomentRoom(house)) as shown:
        await shown.press("enter")
        assert not shown.is_open
    async with run(MomentRoom(house)) as shown:
        await shown.write("The kettle")
        await shown.press("f9", "escape")
        assert [one.text for one in kept(house)] == ["The kettle"]
        await shown.write(", whistling")
        await shown.press("escape", "escape")
        assert not shown.is_open
    assert [one.text for one in kept(house)] == ["The kettle, whistling"]


async def test_what_is_written_after_everything_was_put_away_is_kept_the_next_time(
    house: House, run: Run
) -> None:
    async with run(MomentRoom(house)) as shown:
        for text in ("The kettle", ", whistling"):
            await shown.write(text)
            house.save_now()
            house.keeping.flush()
        assert [one.text for one in kept(house)] == ["The kettle, whistling"]


async def test_what_cannot_be_written_stays_on_the_screen(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with run(MomentRoom(house)) as shown:
        await shown.write("Rain on the roof")
        disk.fill()
        await shown.press("escape", "escape")
        assert shown.is_open
        assert "Rain on the roof" in shown.text()
        disk.make_room()
        await shown.press("escape")
        assert not shown.is_open
    assert len(kept(house)) == 1


@pytest.mark.long
async def test_nothing_is_written_over_what_runs_or_is_asked(house: House, run: Run, time: FakeTime) -> None:
    async with run(NamesRoom(house, lambda _: None)) as shown:
        await shown.press("asterisk")
        assert shown.is_open
    async with run(practise(house, "five", "waking")) as shown:
        two = Two(shown, time)
        await two.press("*")
        assert shown.is_open
        await two.press("escape")
        await two.wait(6)
        await two.press("*")
        assert isinstance(shown.app.screen, MomentRoom)


async def test_a_key_that_hides_goes_on_hiding(house: House, run: Run) -> None:
    house.settings = replace(house.settings, hide_key="*")
    async with run(Home(house, EMPTY)) as shown:
        await shown.press("asterisk", "asterisk")
        assert shown.is_open
        await shown.press("asterisk")
        assert isinstance(shown.app.screen, Hide)
        await shown.press("escape", "f7")
        assert isinstance(shown.app.screen, MomentRoom)


@pytest.mark.long
async def test_what_is_typed_while_a_write_is_on_its_way_is_kept_when_everything_closes(
    house: House, run: Run
) -> None:
    disk = Event()
    async with run(MomentRoom(house)) as shown:
        held = house.keeping.ask(lambda _: disk.wait(5))
        await shown.pilot.press(*"The kettle", "enter", "tab", *", whistling")
        house.save_now()
        shown.app.pop_screen()
        await shown.pilot.pause()
        disk.set()
        assert held.result(5)
        assert [one.text for one in kept(house)] == ["The kettle, whistling"]


@pytest.mark.long
async def test_one_more_write_keeps_what_the_one_before_could_not(
    house: House, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk, held = FullDisk(monkeypatch), Event()
    async with run(MomentRoom(house)) as shown:
        disk.fill()
        waits = house.keeping.ask(lambda _: held.wait(5))
        await shown.pilot.press(*"The kettle", "enter", "tab", *"!")
        makes_room = house.keeping.ask(lambda _: None)
        held.set()
        assert waits.result(5)
        makes_room.result(5)
        disk.make_room()
        house.save_now()
        await shown.settle()
        assert [one.text for one in kept(house)] == ["The kettle!"]
