"""Home: what it shows of the headlines, how it follows what changes, and where its keys lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from coreg.content import say
from coreg.keys import keymap
from coreg.record.headline import Home as Known
from coreg.record.models import Agreement, Entry, Line, Seat, Session
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.practice import Practice
from coreg.store import Store
from tests.screens.stage import FakeTime, Run

SIZES = [(60, 18), (80, 24), (112, 32), (200, 60)]
EMPTY = Known("Mina", "Jo", "a", (), ())


def kept(store: Store, time: FakeTime, day: int, *said: tuple[Seat, str], early: bool = False) -> None:
    """Keep an evening of November in which some lines stayed."""
    moment = time.now().replace(day=day)
    lines = tuple(Line(id="", kind="stays", text=text, by=by, at=moment) for by, text in said)
    entry = Entry(
        id="",
        n=0,
        practice="check_out",
        variant="",
        params={},
        planned_s=60,
        done_s=60,
        ended_early=early,
        before=None,
        after=None,
        lines=lines,
        steps=(),
    )
    session = Session(
        id="",
        device="",
        changed="",
        kind="quiet",
        started=moment,
        ended=moment,
        zone="UTC",
        local_date=moment.date(),
        planned_s=60,
        done_s=60,
        ended_early=early,
        check_in=None,
        check_out=None,
        entries=(entry,),
    )
    store.keep(session)


def agreed(store: Store, time: FakeTime, text: str, day: int | None = None) -> None:
    """Keep something the two agreed on, to be looked at on a day of November."""
    today = time.now().date()
    store.keep(
        Agreement(
            id="",
            device="",
            changed="",
            text=text,
            made=time.now(),
            local_date=today,
            look_again=None if day is None else today.replace(day=day),
            session=None,
        )
    )


@pytest.fixture
def some(store: Store, time: FakeTime) -> Known:
    """Fill the book a little; returns what home knows of it."""
    kept(store, time, 20, ("a", "older"))
    kept(store, time, 22, ("a", "you asked first"), ("b", "the train was late"))
    kept(store, time, 23, ("a", "stopped"), early=True)
    for text, day in (("phones in the hall", 24), ("a walk", 28), ("call Kim", None), ("the fourth", None)):
        agreed(store, time, text, day)
    known = store.home()
    assert known is not None
    return known


# What it shows


@pytest.mark.parametrize("size", SIZES)
async def test_everything_needed_to_begin_is_there_at_every_size(
    run: Run, house: House, some: Known, size: tuple[int, int]
) -> None:
    async with run(Home(house, some), size=size) as shown:
        text = shown.text()
        for words in ("Mina and Jo.", "Begin tonight", "start", "Check in", "Breathe", "Talk"):
            assert words in text
        assert "enter" in shown.row("start")
        assert "Mina" in shown.row("swap places")
        assert "Jo" in shown.row("swap places")
        assert all(len(line) <= size[0] for line in shown.lines())


async def test_before_the_first_evening_it_says_where_things_will_stand(run: Run, house: House) -> None:
    async with run(Home(house, EMPTY)) as shown:
        assert "What stays with you will stand here." in shown.text()
        assert shown.text().count("We said we would") == 1, "only where the key for it stands"
        assert "One small thing" in shown.text()


async def test_it_shows_the_last_evening_in_which_something_stayed(
    run: Run, house: House, some: Known
) -> None:
    async with run(Home(house, some)) as shown:
        text = shown.text()
        assert "What stayed, yesterday" in text
        assert "“you asked first”" in text
        assert "“the train was late”" in text
        assert "older" not in text
        assert "stopped" not in text


async def test_it_shows_three_promises_and_when_to_look_again(run: Run, house: House, some: Known) -> None:
    """Each day stands on one row, so that three of them have room in the usual window, too."""
    async with run(Home(house, some), size=(80, 24)) as shown:
        text = shown.text()
        assert "◦ phones in the hall" in text
        assert "look again: tomorrow" in shown.row("look again: t")
        assert "look again: Saturday" in shown.row("look again: S")
        assert "◦ call Kim" in text
        assert "the fourth" not in text


@pytest.mark.sample
@pytest.mark.parametrize(
    ("hour", "words"), [(3, "It is late"), (9, "Good morning"), (14, "Good afternoon"), (20, "Good evening")]
)
async def test_the_greeting_fits_the_hour(
    run: Run, house: House, time: FakeTime, hour: int, words: str
) -> None:
    time.go_to(datetime(2026, 11, 23, hour, 10, tzinfo=UTC))
    async with run(Home(house, EMPTY)) as shown:
        assert f"{words}, Mina and Jo." in shown.text()


async def test_day_and_greeting_follow_the_clock(run: Run, house: House, time: FakeTime) -> None:
    time.go_to(datetime(2026, 11, 23, 22, 59, tzinfo=UTC))
    screen = Home(house, EMPTY)
    async with run(screen) as shown:
        assert "Monday 23 November 22:59" in shown.text()
        time.advance(timedelta(hours=2).total_seconds())
        screen._follow()
        await shown.settle()
        assert "Tuesday 24 November 00:59" in shown.text()
        assert "It is late, Mina and Jo." in shown.text()


@pytest.mark.long
async def test_what_is_kept_meanwhile_stands_there_on_coming_back(
    run: Run, house: House, store: Store, time: FakeTime
) -> None:
    async with run(Home(house, EMPTY)) as shown:
        await shown.press("?")
        kept(store, time, 23, ("b", "we laughed"))
        agreed(store, time, "sing in the car")
        await shown.press("escape")
        assert "What stayed, today" in shown.text()
        assert "“we laughed”" in shown.text()
        assert "◦ sing in the car" in shown.text()


async def test_the_demo_says_that_nobody_is_real(run: Run, house: House, some: Known) -> None:
    house.demo = True
    async with run(Home(house, some)) as shown:
        assert "(Mina and Jo are invented. Nothing here is kept.)" in shown.text()


@pytest.mark.long
async def test_own_keys_are_shown_as_they_are(run: Run, house: House) -> None:
    house.keymap = keymap({"home.breathe": "v", "home.swap": "k"})
    async with run(Home(house, EMPTY)) as shown:
        assert "v Breathe" in shown.text()
        assert "k swap places" in shown.text()
        await shown.press("v")
        assert "How would you like to breathe?" in shown.text()


# Where it leads


ROOMS = {
    "enter": "Quiet evening",
    "b": "How would you like to breathe?",
    "l": "How would you like to talk?",
    "n": "A note for both of you",
    "r": "look back",
    "g": "we said we would",
    ",": "settings",
    "?": "help",
    "B": "How would you like to breathe?",
}


async def test_every_key_opens_its_room_and_esc_leads_back(run: Run, house: House) -> None:
    async with run(Home(house, EMPTY)) as shown:
        for key, words in ROOMS.items():
            await shown.press(key)
            assert not shown.is_open
            assert words in shown.text()
            for _ in range(3):
                if not shown.is_open:
                    await shown.press("escape")
            assert shown.is_open


@pytest.mark.long
async def test_check_in_begins_at_once(run: Run, house: House) -> None:
    async with run(Home(house, EMPTY)) as shown:
        await shown.press("c")
        assert isinstance(shown.app.screen, Practice)
        assert "Feet on the floor." in shown.text()


async def test_tab_offers_the_other_evening(run: Run, house: House) -> None:
    async with run(Home(house, EMPTY)) as shown:
        assert "about half an hour" in shown.text()
        await shown.press("tab")
        assert "about five minutes" in shown.text()
        assert "check in · breathe · one thing each" in shown.text()
        await shown.press("enter")
        assert "Five minutes" in shown.text()
        await shown.press("escape", "tab")
        assert "about half an hour" in shown.text()


async def test_changing_places_changes_seats_and_is_remembered(run: Run, house: House, store: Store) -> None:
    async with run(Home(house, EMPTY)) as shown:
        await shown.press("x")
        assert shown.row("swap places").strip().startswith("Jo")
        assert shown.row("swap places").strip().endswith("Mina")
        known = store.home()
        assert known is not None
        assert known.left == "b"
        assert (known.a, known.b) == ("Mina", "Jo")
        assert "Good evening, Jo and Mina." in shown.text()


async def test_esc_stays_and_q_says_good_night(run: Run, house: House) -> None:
    async with run(Home(house, EMPTY)) as shown:
        await shown.press("escape", "escape")
        assert shown.is_open
        await shown.pilot.press("q")
        assert shown.app.return_code == 0


async def test_pasting_does_nothing_where_there_is_no_field(run: Run, house: House) -> None:
    async with run(Home(house, EMPTY)) as shown:
        before = shown.lines()
        await shown.paste("q\nenter x b")
        assert shown.is_open
        assert shown.lines() == before


async def test_the_panel_of_a_small_window_gives_way(run: Run, house: House, some: Known) -> None:
    async with run(Home(house, some), size=(59, 24)) as shown:
        assert "at least 60 columns" in shown.text()
        assert "Mina" not in shown.text()
        await shown.pilot.resize_terminal(60, 17)
        await shown.settle()
        assert "18 rows" in shown.text()
        await shown.pilot.resize_terminal(60, 18)
        await shown.settle()
        assert "at least 60 columns" not in shown.text()
        assert "Begin tonight" in shown.text()


async def test_good_night_stays_in_sight_in_a_low_window_while_a_pause_is_on(
    house: House, store: Store, run: Run
) -> None:
    house.pausing.ask_for(1_800).result(10)
    known = house.keeping.home()
    assert known is not None
    for size in ((80, 24), (60, 18)):
        async with run(Home(house, known), size=size) as shown:
            assert "A pause until" in shown.text()
            assert "Good night" in shown.text()
            assert "What sets us off" in shown.text()


async def test_a_long_name_gives_way_to_what_the_key_does(run: Run, house: House, some: Known) -> None:
    house.couple = replace(house.couple, a="Konstantin-Alexander")
    async with run(Home(house, some), size=(60, 18)) as shown:
        edge = shown.lines()[-2]
        assert "…" in edge
        assert edge.count(say("home.near_short")) == 2
