"""The return: both here, sealed answers, and what they come to."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coreg.evening.pause import Pause
from coreg.keys import keymap
from coreg.record.models import PauseAgreement
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.look_back import LookBack
from coreg.screens.practice import Practice
from coreg.screens.timeout.back import ReturnRoom
from coreg.screens.timeout.pause import PauseRoom
from tests.screens.stage import FakeTime, Run
from tests.screens.timeout.paused import Open, Paused, kept
from tests.store.full_disk import FullDisk


async def both_here(paused: Paused) -> None:
    """Come back to the table, both of them."""
    await paused.press("f", "j")
    assert "How is it now?" in paused.text()


async def test_coming_back_takes_both_and_one_alone_changes_nothing_on_the_screen(
    opened: Open, pause: Pause
) -> None:
    async with opened(pause) as paused:
        await paused.after(30)
        before = paused.shown.lines()
        await paused.press("j", "j")
        assert paused.shown.lines() == before
        await paused.press("f")
        assert "How is it now?" in paused.text()


@pytest.mark.long
async def test_each_answer_is_one_row_in_the_smallest_window(opened: Open, pause: Pause) -> None:
    async with opened(pause, size=(60, 18)) as paused:
        await paused.after(30)
        await both_here(paused)
        rows = [" ".join(line.split()) for line in paused.shown.lines()]
        assert {"q ready ready y", "w a little longer a little longer u", "e not tonight not tonight i"} <= {
            *rows
        }


@pytest.mark.parametrize("key", ["q", "u", "e"])
async def test_one_answer_shows_nothing_whichever_it_is(opened: Open, pause: Pause, key: str) -> None:
    async with opened(pause) as paused:
        await paused.after(30)
        await both_here(paused)
        before = paused.shown.lines()
        await paused.press(key)
        assert paused.shown.lines() == before


async def test_both_ready_breathe_and_go_on_at_the_step_that_was_left(
    house: House, opened: Open, pause: Pause
) -> None:
    async with opened(pause) as paused:
        await paused.after(42)
        await both_here(paused)
        await paused.press("q", "y")
        screen = paused.shown.app.screen
        assert isinstance(screen, ReturnRoom)
        await paused.press("escape")
        text = paused.text()
        assert "Whoever asked for the pause begins." in text
        assert "“I’m back. What I’d like you to know first is …”" in text
        assert "Then it goes on where it was." in text
        assert "Mina begins" not in text
        await paused.press("f", "f")
        assert paused.shown.app.screen is screen
        await paused.press("j")
        assert isinstance(paused.shown.app.screen, Practice)
        state = house.runner.state
        assert state is not None
        assert (state.kind, state.phase, state.now_step.id) == ("day_talk", "running", "topic")
        (found,) = kept(house)
        assert dict(found.entries[0].params) == {"minutes": 42, "planned_again": False}


@pytest.mark.sample
@pytest.mark.parametrize("stop", ["escape", "/"])
async def test_either_stops_before_the_first_sentence_too(
    house: House, opened: Open, pause: Pause, stop: str
) -> None:
    async with opened(pause) as paused:
        await both_here(paused)
        await paused.press("q", "y", "escape", stop)
        assert isinstance(paused.shown.app.screen, Practice)
        assert house.runner.state is not None
        assert house.runner.state.phase == "stopped"
        assert house.pausing.first is None


async def test_a_minute_of_breath_ends_by_itself(opened: Open, pause: Pause, time: FakeTime) -> None:
    async with opened(pause) as paused:
        await both_here(paused)
        await paused.press("q", "y")
        screen = paused.shown.app.screen
        assert isinstance(screen, ReturnRoom)
        time.advance(75)
        screen._breaths.look()
        await paused.shown.settle()
        assert "Whoever asked for the pause begins." in paused.text()


async def test_outside_a_sitting_it_leads_to_a_short_floor_talk(house: House, opened: Open) -> None:
    pause = house.pausing.ask_for(1_800).result(5)
    async with opened(pause) as paused:
        await both_here(paused)
        await paused.press("q", "y", "escape")
        assert "Then a short floor talk" in paused.text()
        await paused.press("f", "j")
        assert isinstance(paused.shown.app.screen, Practice)
        assert "Who would like to speak first?" in paused.text()
        assert house.runner.state is not None
        assert house.runner.state.kind == "floor_talk"


async def test_outside_a_sitting_a_stop_leads_home(house: House, opened: Open) -> None:
    pause = house.pausing.ask_for(1_800).result(5)
    async with opened(pause) as paused:
        await both_here(paused)
        await paused.press("q", "y", "escape", "z")
        assert not isinstance(paused.shown.app.screen, ReturnRoom | PauseRoom)
        assert house.runner.state is None


@pytest.mark.sample
@pytest.mark.parametrize("keys", [("w", "y"), ("q", "u")])
async def test_a_little_longer_is_a_new_time_whoever_wanted_it(
    house: House, opened: Open, pause: Pause, keys: tuple[str, str]
) -> None:
    async with opened(pause) as paused:
        await paused.after(30)
        await both_here(paused)
        await paused.press(*keys)
        assert "A little longer: 21:41." in paused.text()
        assert "30 minutes left" in paused.text()
        first = house.pausing.first
        assert first is not None
        assert first.timeout.times == 1


@pytest.mark.long
async def test_the_third_time_longer_is_not_offered(opened: Open, pause: Pause) -> None:
    async with opened(pause) as paused:
        for _ in range(2):
            await paused.after(30)
            await both_here(paused)
            await paused.press("w", "u")
        await paused.after(30)
        await both_here(paused)
        assert "a little longer" not in paused.text()
        await paused.press("w", "u")
        assert "How is it now?" in paused.text()
        await paused.press("t", "p")
        assert "How is it now?" in paused.text()


@pytest.mark.parametrize("keys", [("e", "y"), ("w", "i")])
async def test_not_tonight_is_tomorrow_at_the_same_time_and_can_be_changed(
    house: House, opened: Open, pause: Pause, keys: tuple[str, str]
) -> None:
    async with opened(pause) as paused:
        await paused.after(35)
        await both_here(paused)
        await paused.press(*keys)
        assert "Not tonight." in paused.text()
        assert "◂ tomorrow, 21:11 ▸" in paused.text()
        await paused.press("left", "left", "right")
        assert "◂ tomorrow, 20:41 ▸" in paused.text()
        await paused.press("enter")
        assert "Planned: tomorrow, 20:41." in paused.text()
        assert "A pause, until tomorrow" in paused.text()
        (found,) = kept(house)
        assert dict(found.entries[0].params) == {"minutes": 35, "planned_again": True}


@pytest.mark.long
async def test_a_time_is_never_earlier_than_a_pause_is_long(opened: Open, pause: Pause) -> None:
    async with opened(pause) as paused:
        await both_here(paused)
        await paused.press("e", "i", *["left"] * 60)
        assert "◂ today, 21:" in paused.text()


async def test_answers_can_be_taken_back_and_are_forgotten(opened: Open, pause: Pause) -> None:
    async with opened(pause) as paused:
        await both_here(paused)
        await paused.press("e", "escape")
        assert "A pause is not leaving" in paused.text()
        await both_here(paused)
        await paused.press("y")
        assert "How is it now?" in paused.text()


async def test_left_open_it_waits_without_a_time(house: House, opened: Open, pause: Pause) -> None:
    async with opened(pause) as paused:
        await both_here(paused)
        await paused.press("e", "i", "s")
        assert not paused.shown.is_open
    open_ = house.pausing.load()
    assert open_ is not None
    async with opened(open_) as paused:
        assert "Another time." in paused.text()
        await paused.press("enter")
        assert "A pause, until tomorrow" in paused.text()
    assert len(kept(house)) == 1


async def test_half_an_hour_after_nobody_came_a_time_is_picked(
    house: House, opened: Open, pause: Pause
) -> None:
    async with opened(pause) as paused:
        await paused.after(60)
        await paused.press("enter")
        assert "Another time." in paused.text()
        await paused.press("escape", "enter", "enter")
        assert "Planned: tomorrow, 21:11." in paused.text()


async def test_letting_it_rest_keeps_what_there_is(house: House, opened: Open, pause: Pause) -> None:
    async with opened(pause) as paused:
        await paused.after(60)
        await paused.press("enter", "g")
        assert not paused.shown.is_open
    assert house.pausing.load() is None
    assert len(kept(house)) == 1


@pytest.mark.long
async def test_what_cannot_be_written_changes_nothing(
    house: House, opened: Open, pause: Pause, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with opened(pause) as paused:
        for keys in (("w", "u"), ("q", "y"), ("e", "i", "enter"), ("e", "i", "s"), ("e", "i", "g")):
            disk.make_room()
            await both_here(paused)
            disk.fill()
            await paused.press(*keys)
            assert paused.shown.is_open
            assert "A pause is not leaving." in paused.text()
        disk.make_room()
        assert house.pausing.load() == pause


async def test_what_was_agreed_and_cannot_be_read_is_told(
    house: House, opened: Open, pause: Pause, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> None:
        raise Trouble("damaged", file="home.json")

    monkeypatch.setattr(house.keeping._store, "couple", damaged)
    async with opened(pause) as paused:
        assert any("home.json is damaged" in told.message for told in paused.shown.app._notifications)
        assert "A pause is not leaving." in paused.text()


async def test_own_keys_stand_where_they_are_used(house: House, opened: Open, pause: Pause) -> None:
    house.keymap = keymap({"left.1": "1", "pause.breathe": "v"})
    async with opened(pause) as paused:
        assert "v breathe" in paused.text()
        await both_here(paused)
        assert "1 ready" in paused.text()


async def test_what_was_agreed_is_shown_letter_by_letter(house: House, opened: Open, pause: Pause) -> None:
    made = PauseAgreement(a="\x1b[31mred\x07", b="[b]dog[/b]", looked=house.now().date())
    house.pausing.agree(made).result(5)
    async with opened(pause, size=(112, 32)) as paused:
        assert "Mina: red" in paused.text()
        assert "Jo: [b]dog[/b]" in paused.text()
        assert "\x1b" not in "".join(paused.shown.lines())


@pytest.mark.long
@pytest.mark.sample
@pytest.mark.parametrize("again", [False, True])
async def test_looking_back_it_is_a_pause_of_so_many_minutes(
    house: House, run: Run, pause: Pause, time: FakeTime, again: bool
) -> None:
    time.advance(42 * 60)
    if again:
        house.pausing.plan(pause, house.now() + timedelta(days=1)).result(5)
    else:
        house.pausing.let_rest(pause).result(5)
    async with run(LookBack(house)) as shown:
        assert "42 min" in shown.text()
        await shown.press("home", "enter")
        assert "A pause with a return." in shown.text()
        assert ("Another time was planned." in shown.text()) == again
