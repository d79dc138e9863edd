"""What all screens share: what was read from the books, and let go of when they are locked."""

from __future__ import annotations

from concurrent.futures import Future
from unittest import mock

from coreg.evening.couple import Card, Couple, People
from coreg.screens.house import House
from tests.screens.stage import at_rest

PEOPLE = People((5, 6), (Card(own=("a hand",)), Card()))


async def test_what_is_read_as_everything_is_let_go_of_is_not_learnt() -> None:
    keeping = mock.Mock()
    house = House(*(mock.Mock() for _ in range(11)))
    house.keeping, house.couple = keeping, Couple("Mina", "Jo")
    for named in (True, False):
        asked: Future[People] = Future()
        keeping.people.return_value = asked
        house.learn()
        if not named:
            house.forget()
        asked.set_result(PEOPLE)
        await at_rest()
        assert (house.couple.cards == PEOPLE.cards) is named
