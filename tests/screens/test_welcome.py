"""The first start: two names, own keys, the plain page, the book, three breaths, home; nothing half done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from coreg.evening.couple import Couple
from coreg.keys import keymap
from coreg.settings import load
from coreg.store import Store
from tests.screens.first_start import KEYS, book, first
from tests.screens.stage import FakeTime, Run

if TYPE_CHECKING:
    from coreg.places import Places
    from coreg.screens.house import House


@pytest.fixture
def store(places: Places, time: FakeTime) -> Iterator[Store]:
    """Open a folder in which there is no book yet."""
    opened = Store.open(places.data, device="test", now=time.now, random=Random(7).randbytes)
    yield opened
    opened.close()


@pytest.fixture
def nobody(house: House) -> House:
    """Return the house before anybody has said a name."""
    house.couple = Couple("you", "you, too")
    return house


def in_the_way(folder: Path) -> None:
    """Put a file where a folder would be made."""
    folder.write_text("in the way", encoding="utf-8")


async def test_the_whole_first_start_leads_home(nobody: House, run: Run, time: FakeTime) -> None:
    async with first(nobody, run, time) as start:
        await start.press("Mina", "enter", "Jo", "enter")
        assert start.stage == "keys"
        await start.press(*KEYS)
        assert start.stage == "ready"
        await start.together()
        assert start.stage == "page"
        assert book(nobody) is None
        await start.together()
        assert start.stage == "breaths"
        assert book(nobody) == ("Mina", "Jo")
        assert start.homes == []
        await start.breathe()
        assert start.homes == ["over"]
        assert not nobody.places.settings_file.exists()
        assert nobody.keeping.sessions().result() == ()


@pytest.mark.long
async def test_names_stand_at_the_table_as_they_are_written(nobody: House, run: Run, time: FakeTime) -> None:
    async with first(nobody, run, time) as start:
        await start.press("Mina", "tab", "[red]Jo[/]")
        edge = start.shown.lines()[-3]
        assert edge.strip().startswith("Mina")
        assert edge.strip().endswith("[red]Jo[/]")


@pytest.mark.sample
@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Mina", "mina"), "told apart"),
        (("", "Jo"), "at least one letter"),
        (("Mina", "   "), "at least one letter"),
        (("Mina", "x" * 41), "Forty letters"),
    ],
)
async def test_names_that_do_not_hold_are_told_kindly(
    nobody: House, run: Run, time: FakeTime, names: tuple[str, str], said: str
) -> None:
    async with first(nobody, run, time) as start:
        await start.name(*names)
        assert start.stage == "names"
        assert said in start.text()


@pytest.mark.long
async def test_each_is_asked_by_name_and_told_that_it_works(nobody: House, run: Run, time: FakeTime) -> None:
    async with first(nobody, run, time) as start:
        await start.name()
        assert "Mina, press the key you would like as your own." in start.text()
        assert "Good, it works." not in start.text()
        await start.press("f")
        assert "Mina, now your stop." in start.text()
        assert "Good, it works." in start.text()
        await start.press("z")
        assert "Jo, press the key you would like as your own." in start.text()


async def test_a_key_that_does_not_arrive_gets_another_offered(
    nobody: House, run: Run, time: FakeTime
) -> None:
    async with first(nobody, run, time) as start:
        await start.name()
        assert start.shown.row("│ f │")
        time.advance(10.1)
        start.screen.offer_another()
        await start.shown.settle()
        assert start.shown.row("│ d │")
        assert "Nothing arrived?" in start.text()


async def test_a_key_that_means_something_else_is_refused_naming_both(
    nobody: House, run: Run, time: FakeTime
) -> None:
    async with first(nobody, run, time) as start:
        await start.name()
        await start.press("b")
        assert "“b” already means: small breaths, one minute. It cannot be your own key" in start.text()
        await start.press("f", "f")
        assert "“f” already means: Mina’s own key. It cannot be your stop" in start.text()
        assert start.screen.hello.asking.pressed == ("f",)


@pytest.mark.long
async def test_keys_that_cannot_be_told_from_others_do_nothing(
    nobody: House, run: Run, time: FakeTime
) -> None:
    async with first(nobody, run, time) as start:
        await start.name()
        await start.press("up")
        assert "A letter, a digit or a sign" in start.text()
        await start.press("escape", "enter", "left_shift")
        assert "A letter, a digit or a sign" not in start.text()


async def test_a_held_key_is_one_press(nobody: House, run: Run, time: FakeTime) -> None:
    async with first(nobody, run, time) as start:
        await start.name()
        await start.shown.press("f", "f", "f")
        assert start.screen.hello.asking.pressed == ("f",)
        assert "already means" not in start.text()


@pytest.mark.long
async def test_other_keys_are_saved_with_the_book_and_not_before(
    nobody: House, run: Run, time: FakeTime, places: Places
) -> None:
    async with first(nobody, run, time) as start:
        await start.name()
        await start.press("D", "a", "о", "ж")
        await start.together()
        assert not places.settings_file.exists()
        await start.together()
        wanted = {"left.main": "d", "left.stop": "a", "right.main": "о", "right.stop": "ж"}
        assert dict(load(places.settings_file, {}).keys) == wanted
        assert dict(nobody.settings.keys) == wanted
        assert [nobody.keymap.label(key) for key in wanted] == list(wanted.values())


@pytest.mark.long
async def test_the_page_says_what_it_must_and_takes_both(nobody: House, run: Run, time: FakeTime) -> None:
    async with first(nobody, run, time, (60, 18)) as start:
        await start.name()
        await start.press(*KEYS)
        await start.together()
        text = start.text()
        for words in (
            "This is for two people who both want to be here.",
            "It is not therapy, medical advice or emergency help.",
            "Either of you can stop anything with one key.",
            "Nothing notes who.",
            "If it is not safe to say no to each other, please do not use this together,",
            "nor to prove, apologise or make peace.",
            "Help lists people to talk to.",
            "A device the other cannot see is better",
            "each press your own key",
        ):
            assert words in text
        before = start.shown.lines()
        await start.press("f")
        assert start.shown.lines() == before
        assert book(nobody) is None


@pytest.mark.long
async def test_the_page_folds_anew_in_another_window(nobody: House, run: Run, time: FakeTime) -> None:
    async with first(nobody, run, time) as start:
        await start.name()
        await start.press(*KEYS)
        await start.together()
        for size in ((60, 18), (200, 60), (80, 24)):
            await start.shown.pilot.resize_terminal(*size)
            await start.shown.settle()
            assert "If you both want to go on: each press your own key." in start.text()
            assert "Before you begin" in start.text()


@pytest.mark.long
async def test_esc_goes_back_a_step_at_a_time(nobody: House, run: Run, time: FakeTime) -> None:
    async with first(nobody, run, time) as start:
        await start.name()
        await start.press(*KEYS)
        await start.together()
        stages = []
        for _ in range(7):
            await start.press("escape")
            stages.append(start.stage)
        assert stages == ["ready", "keys", "keys", "keys", "keys", "names", "names"]
        assert start.screen.names.names() == ("Mina", "Jo")
        assert nobody.keymap == keymap({})
        await start.press("enter", "enter", *KEYS)
        assert start.stage == "ready"


@pytest.mark.long
async def test_leaving_in_the_middle_leaves_no_book(
    nobody: House, run: Run, time: FakeTime, places: Places
) -> None:
    async with first(nobody, run, time) as start:
        await start.name()
        await start.press("d", "a", "k", ";")
        await start.together()
        await start.shown.press("ctrl+q")
    assert book(nobody) is None
    assert not places.settings_file.exists()


@pytest.mark.long
async def test_a_book_that_cannot_be_made_is_told_and_tried_again(
    nobody: House, run: Run, time: FakeTime, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coreg.record.trouble import Trouble

    def full(a: str, b: str) -> None:
        raise Trouble("disk_full", path="home.json")

    async with first(nobody, run, time) as start:
        await start.name()
        await start.press(*KEYS)
        await start.together()
        with monkeypatch.context() as patch:
            patch.setattr(store, "setup", full)
            await start.together()
        assert start.stage == "page"
        assert "The disk is full." in start.text()
        await start.together()
        assert book(nobody) == ("Mina", "Jo")


@pytest.mark.long
async def test_keys_that_cannot_be_saved_hold_tonight_and_it_is_told(
    nobody: House, run: Run, time: FakeTime, places: Places
) -> None:
    in_the_way(places.config)
    async with first(nobody, run, time) as start:
        await start.name()
        await start.press("d", "a", "k", ";")
        await start.together()
        await start.together()
        assert "could not be saved" in start.text()
        assert book(nobody) is None
        await start.together()
        assert book(nobody) == ("Mina", "Jo")
        assert nobody.keymap.label("left.main") == "d"


@pytest.mark.sample
@pytest.mark.parametrize("key", ["escape", "z", "/"])
async def test_the_breaths_can_be_stopped(nobody: House, run: Run, time: FakeTime, key: str) -> None:
    async with first(nobody, run, time) as start:
        await start.name()
        await start.press(*KEYS)
        await start.together()
        await start.together()
        await start.press(key)
        assert start.homes == ["over"]


@pytest.mark.long
async def test_help_is_there_from_the_first_moment(nobody: House, run: Run, time: FakeTime) -> None:
    async with first(nobody, run, time) as start:
        await start.press("f1")
        assert not start.shown.is_open
        await start.shown.press("f1")
        assert start.shown.is_open
        await start.name()
        await start.shown.press("?")
        assert not start.shown.is_open
