"""The caution before a breath is held: read by both, now and then, with a way without holds beside it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from coreg.evening.keeping import Keeping
from coreg.practice.breath import Pattern
from coreg.record.trouble import Trouble
from coreg.screens.begin import begin_practice
from coreg.screens.caution import CautionRoom, with_caution
from coreg.screens.house import House
from coreg.screens.practice import Practice
from coreg.store import Store
from tests.screens.stage import FakeTime, Run
from tests.screens.worlds import house_of, keeping_of, places_in

BOX = Pattern("own:Our box", 4, 4, 4, 4)
EASY = Pattern("easy46", 4, 0, 6, 0)


@pytest.fixture
def begun() -> list[Pattern]:
    """Hold what was gone on with."""
    return []


async def both_read(run: Run, house: House, begun: list[Pattern], time: FakeTime) -> None:
    async with run(CautionRoom(house, BOX, begun.append)) as shown:
        time.advance(1)
        await shown.press("f", "j")


async def test_both_read_it_and_then_it_begins(
    house: House, run: Run, begun: list[Pattern], time: FakeTime
) -> None:
    async with run(CautionRoom(house, BOX, begun.append), size=(80, 24)) as shown:
        text = shown.text()
        assert "Our box 4 in · 4 hold · 4 out · 4 rest" in text
        assert "Breathe smaller than you think." in text
        assert "Never while driving or in water." in text
        assert "Mina f I have read it" in text
        time.advance(1)
        await shown.press("f")
        assert shown.text() == text
        time.advance(2)
        await shown.press("f")
        assert begun == []
        await shown.press("j")
        assert begun == [BOX]
        assert not shown.is_open


async def test_a_way_without_holds_is_one_key_away_and_nothing_is_noted(
    house: House, store: Store, run: Run, begun: list[Pattern]
) -> None:
    async with run(CautionRoom(house, BOX, begun.append)) as shown:
        assert "b Easy 4 in · 6 out" in shown.text()
        await shown.press("b")
        assert [one.id for one in begun] == ["easy46"]
        assert not shown.is_open
    couple = store.couple()
    assert couple is not None
    assert (couple.a.cautions, couple.b.cautions) == ({}, {})


@pytest.mark.parametrize("key", ["escape", "z", "/"])
async def test_either_goes_back_and_nothing_begins(
    house: House, run: Run, begun: list[Pattern], key: str
) -> None:
    async with run(CautionRoom(house, BOX, begun.append)) as shown:
        await shown.press(key)
        assert not shown.is_open
        assert begun == []


async def test_what_was_meant_for_the_page_before_does_not_count(
    house: House, run: Run, begun: list[Pattern]
) -> None:
    async with run(CautionRoom(house, BOX, begun.append)) as shown:
        await shown.press("f", "j")
        assert shown.is_open
        assert begun == []


@pytest.mark.long
async def test_it_is_shown_again_after_ninety_days_and_not_before(
    house: House, run: Run, begun: list[Pattern], time: FakeTime
) -> None:
    await both_read(run, house, begun, time)
    time.go_to(time.now() + timedelta(days=89))
    async with run(CautionRoom(house, BOX, begun.append)) as shown:
        assert not shown.is_open
        assert begun == [BOX, BOX]
    time.go_to(time.now() + timedelta(days=1))
    async with run(CautionRoom(house, BOX, begun.append)) as shown:
        assert shown.is_open
        assert begun == [BOX, BOX]


@pytest.mark.long
async def test_it_is_shown_when_the_book_cannot_be_read(
    house: House, run: Run, begun: list[Pattern], time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    await both_read(run, house, begun, time)

    def refuse(_: Store) -> None:
        raise Trouble("cannot_read", path="book")

    monkeypatch.setattr(Keeping, "couple", lambda keeping: keeping.ask(refuse))
    async with run(CautionRoom(house, BOX, begun.append)) as shown:
        assert shown.is_open


@pytest.mark.long
async def test_before_there_is_a_book_it_is_shown_each_time(
    tmp_path: Path, time: FakeTime, begun: list[Pattern]
) -> None:
    from tests.screens.stage import run_screen

    places = places_in(tmp_path)
    with (
        Store.open(places.data, device="d", now=time.now, random=lambda count: b"\1" * count) as store,
        keeping_of(store, time) as keeping,
    ):
        house = house_of(keeping, places, time)
        for _ in range(2):
            async with run_screen(house)(CautionRoom(house, BOX, begun.append)) as shown:
                assert "Breathe smaller" in shown.text()
                time.advance(2)
                await shown.press("f", "j")
    assert begun == [BOX, BOX]


@pytest.mark.long
async def test_without_holds_it_begins_at_once(house: House, run: Run, begun: list[Pattern]) -> None:
    async with run(CautionRoom(house, BOX, begun.append)) as shown:
        with_caution(shown.app, house, EASY, begun.append)
        assert begun == [EASY]


async def test_breathing_an_own_pattern_leads_through_the_page(
    house: House, run: Run, time: FakeTime, begun: list[Pattern]
) -> None:
    house.places.config.mkdir(exist_ok=True)
    house.places.patterns_file.write_text(
        '[[patterns]]\nname = "Our box"\nin = 4\nhold = 4\nout = 4\nrest = 4\n', encoding="utf-8"
    )
    async with run(CautionRoom(house, EASY, begun.append)) as shown:
        begin_practice(shown.app, house, "breathe", 2, BOX.id)
        await shown.settle()
        page = shown.app.screen
        assert isinstance(page, CautionRoom)
        assert page.pattern.id == BOX.id
        time.advance(1)
        await shown.press("f", "j")
        assert isinstance(shown.app.screen, Practice)
        assert "4 in · 4 hold · 4 out · 4 rest" in shown.text()
    state = house.runner.state
    assert state is not None
    assert state.plan[0].variant == BOX.id


async def test_names_are_literal_when_they_look_like_markup(
    house: House, run: Run, begun: list[Pattern]
) -> None:
    odd = Pattern("own:[red]box[/] {left}", 4, 4, 4, 4)
    async with run(CautionRoom(house, odd, begun.append), size=(60, 18)) as shown:
        assert "[red]box[/] {left}" in shown.text()
        assert "Never while driving or in water." in " ".join(shown.text().split())
