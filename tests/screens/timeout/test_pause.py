"""A pause with its return, as two people see it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coreg.evening.pause import Pause
from coreg.keys import keymap
from coreg.record.models import PauseAgreement
from coreg.record.trouble import Trouble
from coreg.screens.house import House
from coreg.screens.practice import Practice
from coreg.screens.timeout.agreement import AgreementRoom
from coreg.screens.timeout.back import MinuteRoom, ReturnRoom
from coreg.screens.timeout.lines import length_words
from coreg.screens.timeout.pause import PauseRoom, next_length
from tests.screens.sittings import Two, practise
from tests.screens.stage import FakeTime, Run
from tests.screens.timeout.paused import Open, Paused, kept
from tests.store.full_disk import FullDisk

SIZES = [(60, 18), (112, 32)]


# Asking for it


async def test_one_key_and_one_more_begin_a_pause_in_the_middle_of_a_talk(
    house: House, run: Run, time: FakeTime
) -> None:
    async with run(practise(house, "day_talk", "day_talk"), size=(80, 24)) as shown:
        two = Two(shown, time)
        await two.press("escape")
        await two.wait(6)
        assert "enter a pause with a return" in shown.text()
        await two.press("enter")
        assert isinstance(shown.app.screen, PauseRoom)
        text = shown.text()
        assert "A pause is not leaving. 21:11, here." in text
        assert "I’m over my line. I want to come back to this. 21:11." in text
        assert "Leaving because you feel unsafe is something else." in text
        assert house.keeping.left_open() is None
        assert house.runner.state is None


async def test_before_five_seconds_enter_means_nothing(house: House, run: Run, time: FakeTime) -> None:
    async with run(practise(house, "day_talk", "day_talk")) as shown:
        two = Two(shown, time)
        await two.press("z", "enter")
        assert shown.is_open
        assert house.pausing.first is None


async def test_the_agreed_length_is_taken(
    house: House, run: Run, time: FakeTime, agreed: PauseAgreement
) -> None:
    async with run(practise(house, "day_talk", "day_talk"), size=(80, 24)) as shown:
        two = Two(shown, time)
        await two.press("escape")
        await two.wait(6)
        await two.press("enter")
        text = shown.text()
        assert "45 minutes left" in text
        assert "Mina: shower" in text
        assert "Jo: the dog" in text


async def test_where_the_disk_is_full_the_talk_goes_on(
    house: House, run: Run, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk(monkeypatch)
    async with run(practise(house, "day_talk", "day_talk"), size=(80, 24)) as shown:
        two = Two(shown, time)
        await two.press("escape")
        await two.wait(6)
        disk.fill()
        await two.press("enter")
        disk.make_room()
        assert isinstance(shown.app.screen, Practice)
        (told,) = shown.app._notifications
        assert "The pause was not begun; everything is as it was." in told.message
        await two.press("f", "j")
        assert house.runner.state is not None
        assert house.runner.state.phase == "running"


async def test_before_there_is_a_book_no_pause_is_offered(house: House, run: Run, time: FakeTime) -> None:
    async with run(practise(house, "breathe", "breathe"), size=(80, 24)) as shown:
        house.keeping.delete_everything().result(5)
        two = Two(shown, time)
        await two.press("escape")
        await two.wait(6)
        assert "sit quietly" in shown.text()
        assert "a pause with a return" not in shown.text()
        await two.press("enter")
        assert shown.is_open


async def test_from_home_it_is_asked_for_with_its_length(house: House, opened: Open) -> None:
    async with opened() as paused:
        assert "◂ 30 minutes, until 21:11 ▸" in paused.text()
        await paused.press("right", "right", "left")
        assert "◂ 40 minutes, until 21:21 ▸" in paused.text()
        await paused.press("enter")
        assert "A pause is not leaving. 21:21, here." in paused.text()
        assert house.pausing.first == paused.room.pause


async def test_leaving_the_page_that_asks_begins_nothing(house: House, opened: Open) -> None:
    async with opened() as paused:
        await paused.press("f", "j", "b", "s", "g", "q", "escape")
        assert not paused.shown.is_open
        assert house.pausing.load() is None


async def test_an_old_agreement_is_to_be_looked_at_again(
    house: House, opened: Open, agreed: PauseAgreement, time: FakeTime
) -> None:
    async with opened() as paused:
        assert "look at it again" not in paused.text()
    time.go_to(time.wall + timedelta(days=90))
    async with opened() as paused:
        assert "look at it again, on a calm day." in paused.text()


def test_the_lengths_end_at_twenty_minutes_and_a_day() -> None:
    assert next_length(1_200, -1) == 1_200
    assert next_length(86_400, 1) == 86_400
    assert next_length(2_700, 1) == 3_000
    assert next_length(2_700, -1) == 2_400


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 minutes"),
        (1_740.2, "30 minutes"),
        (3_600, "1 hour"),
        (7_200, "2 hours"),
        (9_000, "2 hours 30 minutes"),
        (5_400, "1 hour 30 minutes"),
    ],
)
def test_lengths_are_said_as_people_say_them(seconds: float, said: str) -> None:
    assert length_words(seconds) == said


# Meanwhile


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
        assert "we are both here" in paused.text()
        await paused.press("f", "j")
        assert paused.text().count("not tonight") == 2
        await paused.press("e", "i")
        assert "tomorrow, 21:11" in paused.text()
        assert "leave it open" in paused.text()


# The return


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
        await paused.press("z", "escape", "f", "f")
        assert paused.shown.app.screen is screen
        await paused.press("j")
        assert isinstance(paused.shown.app.screen, Practice)
        state = house.runner.state
        assert state is not None
        assert (state.kind, state.phase, state.now_step.id) == ("day_talk", "running", "topic")
        (found,) = kept(house)
        assert dict(found.entries[0].params) == {"minutes": 42, "planned_again": False}


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


async def test_outside_a_sitting_it_leads_home(house: House, opened: Open) -> None:
    pause = house.pausing.ask_for(1_800).result(5)
    async with opened(pause) as paused:
        await both_here(paused)
        await paused.press("q", "y", "escape")
        assert "The other listens first." in paused.text()
        await paused.press("f", "j")
        assert not isinstance(paused.shown.app.screen, ReturnRoom | PauseRoom)
        assert house.runner.state is None


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
        assert "v small breaths" in paused.text()
        await both_here(paused)
        assert "1 ready" in paused.text()


async def test_what_was_agreed_is_shown_letter_by_letter(house: House, opened: Open, pause: Pause) -> None:
    made = PauseAgreement(a="\x1b[31mred\x07", b="[b]dog[/b]", looked=house.now().date())
    house.pausing.agree(made).result(5)
    async with opened(pause, size=(112, 32)) as paused:
        assert "Mina: red" in paused.text()
        assert "Jo: [b]dog[/b]" in paused.text()
        assert "\x1b" not in "".join(paused.shown.lines())
