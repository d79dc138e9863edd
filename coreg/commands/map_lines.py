"""What the ways into the maps share line by line: the terminal, a choice by number, the door of a room."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from coreg.content import say
from coreg.evening.reached import NotEverywhere
from coreg.plain.filling import typed_number
from coreg.plain.leaving import LeftError, leaves
from coreg.record.text import clean
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from coreg.commands.console import Console
    from coreg.evening.space import Space
    from coreg.practice.play import Seat
    from coreg.record.maps import MapWords, PrivateTrigger
    from coreg.screens.house import House

__all__ = ["OwnDoor", "at_terminal", "everywhere", "first", "line", "named", "pick", "pick_one", "whose"]

T = TypeVar("T")


@contextmanager
def at_terminal(asked: Namespace) -> Iterator[tuple[House, Console]]:
    """Open the book and the terminal for somebody's answers; whoever leaves hears that it ends here.

    Raises:
        Trouble: ``no_book``, ``locked_no_terminal``, or whatever opening the book raises.
    """
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import places_of
    from coreg.commands.console import Console
    from coreg.commands.ending import ending_by_exception
    from coreg.commands.plain_house import open_house
    from coreg.screens.house import couple_of
    from coreg.settings import load

    places = places_of(asked)
    settings = load(places.settings_file, os.environ)
    with (
        Console() as console,
        open_house(places, settings, descriptor_of(asked), keeps=True) as house,
        ending_by_exception(),
    ):
        house.couple = couple_of(house.keeping).known(house.keeping.people().result())
        try:
            yield house, console
        except LeftError:
            console.say(say("plain.line.nothing"))


def first(console: Console, question: str) -> bool:
    """Ask for a 1 or a 2; tell whether it is the 1. Raises LeftError."""
    while (typed := line(console, question)) not in ("1", "2"):
        console.say(say("map_plain.unfit"))
    return typed == "1"


def line(console: Console, question: str) -> str:
    """Ask for one line; "" where only Enter was pressed. Raises LeftError."""
    typed = clean(console.ask(question), multiline=False).strip()
    if leaves(typed):
        raise LeftError
    return typed


def pick(console: Console, question: str, offered: Sequence[str]) -> int | None:
    """Show a list and ask for one of its numbers; return the place, or None where only Enter was pressed.

    Raises LeftError.
    """
    console.say("\n".join(f"  {at}  {clean(text, multiline=False)}" for at, text in enumerate(offered, 1)))
    while typed := line(console, question):
        number = typed_number(typed, 1, len(offered))
        if number is not None:
            return number - 1
        console.say(say("map_more.wrong_number", count=len(offered)))
    return None


def pick_one(console: Console, question: str, things: Sequence[T], title: Callable[[T], str]) -> T | None:
    """Have one of several things chosen by its number; None where only Enter was pressed."""
    at = pick(console, question, [title(one) for one in things])
    return None if at is None else things[at]


def whose(house: House, console: Console, question: str) -> Seat | None:
    """Have one of the two chosen; None where only Enter was pressed."""
    return pick_one(console, question, (house.left, house.right), house.name)


def everywhere(asked: Future[T]) -> bool:
    """Wait until something is done; tell whether all that had to go has gone from every backup, too.

    Raises:
        Trouble: it is not done.
    """
    try:
        asked.result()
    except NotEverywhere:
        return False
    return True


def named(words: MapWords) -> str:
    """Return what a map is called, in one line."""
    from coreg.insight.atlas import title_of

    return clean(title_of(words), multiline=False) or say("map_path.list.nothing")


class OwnDoor:
    """The room of one of them. It forgets its keys as on the screen, and then asks for the words again."""

    def __init__(self, house: House, console: Console, seat: Seat) -> None:
        """Ask for the passphrase, unechoed. Raises Trouble does_not_fit after three tries; LeftError."""
        self._house = house
        self._console = console
        self._seat = seat
        entered = self._enter("map_plain.words")
        if entered is None:
            raise LeftError
        self.space = entered

    def _enter(self, question: str) -> Space | None:
        from coreg.commands.asking import AtTerminal

        asker, enter = AtTerminal(self._console), self._house.locking.enter
        return asker.tried(say(question), lambda words: enter(self._seat, words).result(), least=1)

    def within(self, ask: Callable[[Space], Future[T]]) -> Future[T]:
        """Ask something of the room while it is open; it is opened again where it has closed."""
        self.space.touch()
        if self.space.left() <= 0:
            entered = self._enter("map_plain.again")
            if entered is None:
                raise Trouble("does_not_fit")
            self.space = entered
        asked = ask(self.space)
        asked.exception()
        return asked

    def keep(self, make: Callable[[], PrivateTrigger]) -> Future[PrivateTrigger]:
        """Seal a map."""
        return self.within(lambda space: space.keep_trigger_made(make))

    def maps(self) -> tuple[PrivateTrigger, ...]:
        """Return the maps of the room that are not in its bin, newest first."""
        found = self.within(lambda space: space.triggers()).result()
        return tuple(one for one in found if not one.binned)
