"""Hidden while a passphrase is tried: nothing comes in front, and nothing is open for whoever comes back."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from coreg.evening.locking import Locking
from coreg.evening.space import Space
from coreg.screens.base import Room
from coreg.screens.hide import Hide
from coreg.screens.home import Home
from coreg.screens.house import House
from coreg.screens.vault.door import PrivateDoor
from coreg.screens.vault.entering import EnteringRoom
from coreg.screens.vault.private import PrivateList
from tests.screens.stage import Run, Shown
from tests.screens.vault.words import MINE, WORDS, code_on, door, give
from tests.screens.whole import app


class Slow:
    """Books that answer when they are told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        self.asked: list[tuple[Future[Any], Future[Any]]] = []
        before: Callable[..., Future[Any]] = getattr(Locking, name)

        def asks(*given: object, **more: object) -> Future[Any]:
            later: Future[Any] = Future()
            self.asked.append((later, before(*given, **more)))
            return later

        monkeypatch.setattr(Locking, name, asks)

    async def answer(self, shown: Shown) -> object:
        """Answer what was asked, and return the answer."""
        later, now = self.asked.pop()
        found = now.result()
        if later.set_running_or_notify_cancel():
            later.set_result(found)
        await shown.settle()
        return found


async def hidden(shown: Shown) -> None:
    """Hide; what is asked of the books is not waited for."""
    await shown.pilot.press("f9")
    assert isinstance(shown.app.screen, Hide)


async def tried(shown: Shown, words: str) -> None:
    """Type a passphrase and enter it."""
    for sign in words:
        await shown.pilot.press("space" if sign == " " else sign)
    await shown.pilot.press("enter")


async def shut_again(shown: Shown, slow: Slow) -> None:
    """Have the books answer with a room while it is hidden: it stays hidden, and the room is shut."""
    await hidden(shown)
    space = await slow.answer(shown)
    assert isinstance(space, Space)
    assert isinstance(shown.app.screen, Hide)
    with pytest.raises(Exception, match="space_shut"):
        space.notes()
    await shown.press("f9")


async def test_a_room_that_opens_while_it_is_hidden_closes_again(
    run: Run, house: House, mine: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(monkeypatch, "enter")
    async with run(door(house)) as shown:
        await shown.press("f")
        await tried(shown, MINE)
        await shut_again(shown, slow)
        assert isinstance(shown.app.screen, EnteringRoom)
        await shown.press("escape")
        assert not isinstance(shown.app.screen, PrivateList)


async def test_a_room_that_is_made_while_it_is_hidden_is_there_and_shut(
    run: Run, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(monkeypatch, "make_space")
    async with run(door(house)) as shown:
        await shown.press("enter")
        await shown.press("f")
        await give(shown, MINE, MINE)
        code = code_on(shown)
        await shown.press("enter")
        await tried(shown, code)
        await shut_again(shown, slow)
        assert not isinstance(shown.app.screen, PrivateDoor | PrivateList)
    house.locking.enter("a", MINE).result().close()


async def test_what_is_asked_next_waits_until_somebody_is_back(
    run: Run, house: House, mine: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with run(Room(house)) as shown:
        slow = Slow(monkeypatch, "has_space")
        await shown.app.push_screen(door(house))
        await hidden(shown)
        await slow.answer(shown)
        assert isinstance(shown.app.screen, Hide)
        await shown.press("f9")
        assert isinstance(shown.app.screen, EnteringRoom)


async def test_locked_books_that_open_while_it_is_hidden_are_locked_again(
    locked: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app(locked) as shown:
        slow = Slow(monkeypatch, "open_books")
        await tried(shown, WORDS["a"])
        await hidden(shown)
        await slow.answer(shown)
        assert isinstance(shown.app.screen, Hide)
        assert locked.keeping.locked
        monkeypatch.undo()
        await give(shown, WORDS["b"])
        assert shown.on(Home)
