"""An older copy of the books is told of once, in words that are shown as they are."""

from __future__ import annotations

import pytest

from coreg.app import CoregApp
from coreg.record.trouble import Trouble
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.vault.opening import OpeningRoom
from coreg.store import Store
from coreg.store.seen import Here, remember
from tests.screens.stage import FakeTime
from tests.screens.test_app import JO, lock
from tests.screens.whole import Whole, app


def seen_newer(house: House, store: Store, time: FakeTime, *, as_now: bool) -> None:
    """Let this computer have seen more in the books, after it saw them as they are or not."""
    now = store.here()
    assert now is not None
    today = time.now().date()
    if as_now:
        remember(now, house.places.state, today.replace(day=3))
    remember(Here(now.couple, now.gen + 4, "another"), house.places.state, today)


async def warmed(shown: Whole) -> list[str]:
    """Let the app do what it does a moment after the first screen; return its toasts."""
    assert isinstance(shown.app, CoregApp)
    shown.app._warm()
    shown.house.keeping.flush()
    await shown.settle()
    return [one.message for one in shown.app._notifications]


@pytest.mark.parametrize(
    ("as_now", "words"),
    [
        (True, "This is an older copy of your book (from 3 November). A restored backup?"),
        (
            False,
            "This is an older copy of your book than the one that was open here last. A restored backup?",
        ),
    ],
    ids=["a day that is known", "no day"],
)
async def test_an_older_copy_is_told_of_once(
    house: House, store: Store, time: FakeTime, as_now: bool, words: str
) -> None:
    seen_newer(house, store, time, as_now=as_now)
    async with app(house) as shown:
        assert shown.on(Home)
        assert await warmed(shown) == [words]
        assert not any(one.markup for one in shown.app._notifications)
        shown.app.clear_notifications()
        assert await warmed(shown) == []


async def test_locked_books_are_looked_at_when_they_have_been_opened(
    house: House, store: Store, time: FakeTime
) -> None:
    lock(house)
    seen_newer(house, store, time, as_now=False)
    house.locking.shut_books().result()
    house.forget()
    async with app(house) as shown:
        assert shown.on(OpeningRoom)
        assert not shown.app._notifications
        await shown.give(JO)
        assert shown.on(Home)
        assert len(await warmed(shown)) == 1


async def test_books_that_cannot_be_looked_at_just_now_are_not_spoken_of(
    house: House, store: Store, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Trouble("cannot_read", path="")

    seen_newer(house, store, time, as_now=True)
    monkeypatch.setattr("coreg.store.seen.here", refuse)
    async with app(house) as shown:
        assert await warmed(shown) == []
        assert shown.on(Home)


async def test_books_as_they_were_are_not_spoken_of(house: House) -> None:
    async with app(house) as shown:
        assert await warmed(shown) == []
        assert await warmed(shown) == []
