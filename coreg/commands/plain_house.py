"""Opens the books and what stands on them, for a practice without a screen, and closes them again."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from coreg.commands import speech
from coreg.commands.book import now, zone_name
from coreg.content import say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.evening.keeping import Keeping
    from coreg.keys import Keymap
    from coreg.places import Places
    from coreg.screens.house import House
    from coreg.settings import Settings
    from coreg.sound.voice import Voice

__all__ = ["open_house"]


@contextmanager
def open_house(places: Places, settings: Settings, words: int | None, *, keeps: bool) -> Iterator[House]:
    """Give a house without a screen, and close its books whatever happens.

    A locked book is opened with a line of the descriptor ``words``, else with what is typed; nothing typed
    leaves it locked, where nothing has to be kept in it (``keeps``).

    Raises:
        Trouble: the books cannot be opened; ``no_book`` or ``plain_locked`` where something is to be kept;
            or, at the very end, ``not_all_kept``.
        KeymapError: the own keys of the settings do not hold.
    """
    from coreg.evening.keeping import Keeping
    from coreg.keys import keymap
    from coreg.places import device_id
    from coreg.sound.voice import Voice, opened
    from coreg.store import Store, Writer

    keys = keymap(settings.keys)
    store = Store.open(places.data, device=device_id(places, os.urandom), now=now, random=os.urandom)
    writer = Writer(failed=lambda _: speech.tell(say("plain.failing")))
    keeping = Keeping(store, writer, now=now)
    voice = Voice(opened)
    try:
        _open_up(keeping, words, needed=keeps)
        if keeps and keeping.home() is None:
            raise Trouble("no_book", folder=places.data)
        if not keeping.locked and keeping.home() is not None:
            _tell_if_older(keeping, places)
        yield _house(keeping, settings, places, keys, voice)
    finally:
        voice.end()
        keeping.end()


def _house(keeping: Keeping, settings: Settings, places: Places, keys: Keymap, voice: Voice) -> House:
    from coreg.evening.locking import Locking
    from coreg.evening.maps import Maps
    from coreg.evening.pausing import Pausing
    from coreg.evening.runner import Runner
    from coreg.places import awake
    from coreg.screens.house import House, couple_of
    from coreg.screens.rooms import room

    clock = time.monotonic
    runner = Runner(keeping, clock=clock, now=now, random=os.urandom, zone=zone_name)
    locking = Locking(keeping, clock=clock, now=now, random=os.urandom, zone=zone_name)
    pausing = Pausing(keeping, now=now, awake=awake, random=os.urandom, zone=zone_name)
    maps = Maps(keeping, now=now, zone=zone_name)
    shared = (places, keys, now, room, locking, pausing, maps)
    return House(lambda: runner, keeping, couple_of(keeping), settings, *shared, voice=voice)


def _open_up(keeping: Keeping, words: int | None, *, needed: bool) -> None:
    """Ask for a passphrase where the book is locked; it is the one question before anything is said."""
    if not keeping.locked:
        return
    from coreg.commands.asking import AtTerminal, asker

    try:
        with asker(words) as who:
            if not needed:
                who.tell(say("plain.ask_locked"))
            elif isinstance(who, AtTerminal):
                who.tell(say("plain.ask_needed"))
            question = say("commands.words.passphrase")
            opened = who.tried(
                question, lambda typed: keeping.ask(lambda store: store.unlock(typed)).result(), least=1
            )
    except Trouble as trouble:
        # Nobody can be asked: a breath needs no book.
        if needed or trouble.code != "locked_no_terminal":
            raise
        return
    if needed and opened is None:
        raise Trouble("plain_locked")


def _tell_if_older(keeping: Keeping, places: Places) -> None:
    """Say it once when this computer has seen the books when more was in them; they are used all the same."""
    with suppress(Trouble):
        older = keeping.seen_newer(places.state).result()
        if older:
            speech.tell(say("commands.older.day" if older.day else "commands.older.unknown", day=older.day))
