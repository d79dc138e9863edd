"""A couple's book, opened for one command."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING

from coreg.places import find_places, is_missing, zone_name
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from coreg.places import Places
    from coreg.store import Store

__all__ = ["now", "open_book", "places_of", "zone_name"]


def now() -> datetime:
    """Return the present moment in the zone of this computer."""
    return datetime.now().astimezone()


def places_of(asked: Namespace) -> Places:
    """Return the folders, the named one first.

    Raises:
        NoFolderError: there is no home folder and none was named.
    """
    return find_places(asked.data_dir, os.environ)


@contextmanager
def open_book(
    places: Places,
    *,
    write: bool = False,
    made: bool = True,
    whole: bool = True,
    words: int | str | None = None,
    ask: bool = True,
) -> Iterator[Store]:
    """Open the book and close it afterwards; a reader takes no lock.

    ``made`` wants a couple in it; without ``whole`` it is opened even if it is not whole, to be looked at. A
    locked book is unlocked with a line of the descriptor ``words``, else with what is typed on the terminal;
    without ``ask`` it stays locked, and whether there is a couple in it is not known.

    Raises:
        Trouble: ``no_book`` {folder}, and whatever opening a store or asking for a passphrase raises.
    """
    from coreg.places import device_id
    from coreg.store import Store

    device = device_id(places, os.urandom) if write else ""
    if made and is_missing(places.data):
        raise Trouble("no_book", folder=places.data)
    store = Store.open(places.data, device=device, now=now, random=os.urandom, write=write, check=whole)
    try:
        if ask and store.locked:
            from coreg.commands.asking import open_with

            open_with(words, store.unlock)
        if made and not store.locked and store.home() is None:
            raise Trouble("no_book", folder=places.data)
        looks = write and whole and not store.locked
        if looks:
            _tell_if_older(store, places)
        yield store
        if looks:
            _remember(store, places)
    finally:
        store.close()


def _tell_if_older(store: Store, places: Places) -> None:
    """Say it once when this computer has seen the books when more was in them."""
    from coreg.commands import speech
    from coreg.content import say
    from coreg.store.seen import notice

    older = notice(store.here(), places.state, now().date())
    if older:
        speech.tell(say("commands.older.day" if older.day else "commands.older.unknown", day=older.day))


def _remember(store: Store, places: Places) -> None:
    """Note how the books are now; what was done is done, whatever becomes of that."""
    from coreg.store.seen import remember

    with suppress(Trouble):
        remember(store.here(), places.state, now().date())
