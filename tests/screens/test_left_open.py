"""The morning after: offered to both, topic unsaid, nothing lost; after twelve hours only its notes."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from random import Random
from typing import TYPE_CHECKING

import pytest

from coreg.content.dates import when_said
from coreg.evening.planning import plan
from coreg.evening.runner import Runner
from coreg.practice.hands import Hands
from coreg.practice.sitting import Noted
from coreg.record.trouble import Trouble
from coreg.screens.left_open import LeftOpenRoom
from coreg.screens.practice import Practice

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from coreg.evening.journal import LeftOpen
    from coreg.screens.house import House
    from coreg.store import Store
    from tests.screens.stage import FakeTime, Run, Shown

NOTE = "what we were in the middle of"


@dataclass
class Found:
    """The offer, on the screen."""

    shown: Shown
    screen: LeftOpenRoom
    done: list[bool]

    async def press(self, *keys: str) -> None:
        """Press keys calmly."""
        for key in keys:
            self.screen.hands = Hands()
            await self.shown.pilot.press(key)
        await self.shown.settle()


def left_behind(house: House, time: FakeTime, hours: float) -> LeftOpen:
    """Leave a day talk in the middle, with a note, so many hours ago."""
    runner = house.runner
    runner.start("day_talk", (plan("day_talk", None, house.options()),), house.couple, ())
    time.advance(1)
    runner.dispatch(Noted(runner.time(), NOTE, entry=True))
    runner.save_now()
    house.keeping.flush()
    left = house.keeping.left_open()
    assert left is not None
    time.go_to(time.wall + timedelta(hours=hours))
    later = Runner(house.keeping, clock=time.clock, now=time.now, random=Random(5).randbytes)
    house.make_runner = lambda: later
    house._runner = None
    return left


@asynccontextmanager
async def found(house: House, run: Run, left: LeftOpen | None) -> AsyncIterator[Found]:
    """Start again."""
    done: list[bool] = []
    screen = LeftOpenRoom(house, left, lambda: done.append(True))
    async with run(screen, size=(80, 24)) as shown:
        yield Found(shown, screen, done)


def notes(house: House) -> list[str]:
    """Return what was kept as notes."""
    return [note.text for note in house.keeping.notes().result()]


async def test_it_is_offered_without_saying_what_it_was(house: House, run: Run, time: FakeTime) -> None:
    async with found(house, run, left_behind(house, time, 3)) as offer:
        page = offer.shown.text()
        assert "Something was left open earlier today." in page
        assert "let it rest" in page
        assert NOTE not in page
        assert "talk" not in page.lower()


async def test_going_on_takes_both_and_shows_nobody(house: House, run: Run, time: FakeTime) -> None:
    async with found(house, run, left_behind(house, time, 3)) as offer:
        before = offer.shown.lines()
        await offer.press("j", "j")
        assert offer.shown.lines() == before
        assert offer.shown.is_open
        await offer.press("f")
        assert isinstance(offer.shown.app.screen, Practice)
        state = house.runner.state
        assert state is not None
        assert state.results[-1].note == NOTE
        assert offer.done == []


async def test_letting_it_rest_keeps_what_was_typed_and_goes_on(
    house: House, run: Run, time: FakeTime
) -> None:
    async with found(house, run, left_behind(house, time, 3)) as offer:
        await offer.press("enter")
        assert not offer.shown.is_open
        assert offer.done == [True]
        assert notes(house) == [NOTE]
        assert house.keeping.left_open() is None


@pytest.mark.parametrize("key", ["escape", "n", "z", "/", "space"])
async def test_no_other_key_decides(house: House, run: Run, time: FakeTime, key: str) -> None:
    async with found(house, run, left_behind(house, time, 3)) as offer:
        await offer.press(key)
        assert offer.shown.is_open
        assert house.keeping.left_open() is not None


async def test_a_key_still_held_from_the_start_decides_nothing(
    house: House, run: Run, time: FakeTime
) -> None:
    async with found(house, run, left_behind(house, time, 3)) as offer:
        assert offer.screen.hands.changed > 0
        offer.screen.hands = Hands(changed=inf)
        await offer.shown.press("enter", "f", "j")
        assert offer.shown.is_open


@pytest.mark.parametrize("key", ["enter", "f", "j", "escape"])
async def test_after_twelve_hours_it_was_laid_to_rest(
    house: House, run: Run, time: FakeTime, key: str
) -> None:
    async with found(house, run, left_behind(house, time, 13)) as offer:
        assert "Something was left open yesterday." in offer.shown.text()
        assert "It was laid to rest." in offer.shown.text()
        assert notes(house) == [NOTE]
        assert house.keeping.left_open() is None
        await offer.press(key)
        assert not offer.shown.is_open
        assert offer.done == [True]


async def test_what_cannot_be_read_is_kept_aside(house: House, run: Run, store: Store) -> None:
    store.snapshot(b'{"v": 99, "words": "of a later coreg"}')
    with pytest.raises(Trouble):
        house.keeping.left_open()
    async with found(house, run, None) as offer:
        assert "cannot be read" in offer.shown.text()
        assert house.keeping.left_open() is None
        assert [data for _, data in store.aside()] == [b'{"v": 99, "words": "of a later coreg"}']
        await offer.press("enter")
        assert offer.done == [True]


async def test_a_damaged_file_is_kept_beside(house: House, run: Run, store: Store) -> None:
    store.snapshot(b"{}")
    live = next(house.places.data.glob("live*"))
    live.write_bytes(b"not a book at all")
    async with found(house, run, None) as offer:
        assert "It is kept aside as it is." in offer.shown.text()
        assert house.keeping.left_open() is None
        kept = [path.read_bytes() for path in house.places.data.iterdir() if path.is_file()]
        assert b"not a book at all" in kept
        await offer.press("f")
        assert offer.done == [True]


@pytest.mark.long
async def test_when_the_disk_refuses_nothing_is_lost_and_it_is_tried_again(
    house: House, run: Run, time: FakeTime, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = left_behind(house, time, 20)

    def refuse() -> None:
        raise Trouble("disk_full", path="live.json")

    with monkeypatch.context() as patch:
        patch.setattr(store, "clear_live", refuse)
        async with found(house, run, left) as offer:
            assert "The disk is full." in offer.shown.text()
            assert house.keeping.left_open() is not None
            await offer.press("f", "escape")
            assert offer.shown.is_open
            patch.undo()
            await offer.press("enter")
            assert "It was laid to rest." in offer.shown.text()
    assert notes(house) == [NOTE]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 25), "earlier today"),
        (date(2026, 11, 24), "yesterday"),
        (date(2026, 11, 23), "on Monday"),
        (date(2026, 11, 2), "on 2 November"),
    ],
)
def test_when_it_was_is_said_as_people_do(day: date, said: str) -> None:
    assert when_said(day, date(2026, 11, 25)) == said
