"""Opens the books and what stands on them, for a practice without a screen, and closes them again."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from coreg.commands import speech
from coreg.commands.book import now, zone_name
from coreg.content import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.places import Places
    from coreg.screens.house import House
    from coreg.settings import Settings

__all__ = ["open_house"]


@contextmanager
def open_house(places: Places, settings: Settings) -> Iterator[House]:
    """Give a house without a screen, and close its books whatever happens.

    Raises:
        Trouble: the books cannot be opened; or, at the very end, ``not_all_kept``.
        KeymapError: the own keys of the settings do not hold.
    """
    from coreg.evening.keeping import Keeping
    from coreg.evening.locking import Locking
    from coreg.evening.maps import Maps
    from coreg.evening.pausing import Pausing
    from coreg.evening.runner import Runner
    from coreg.keys import keymap
    from coreg.places import awake, device_id
    from coreg.screens.house import House, couple_of
    from coreg.screens.rooms import room
    from coreg.sound.voice import Voice, opened
    from coreg.store import Store, Writer

    keys = keymap(settings.keys)
    store = Store.open(places.data, device=device_id(places, os.urandom), now=now, random=os.urandom)
    writer = Writer(failed=lambda _: speech.tell(say("plain.failing")))
    keeping = Keeping(store, writer, now=now)
    voice = Voice(opened)
    clock = time.monotonic
    try:
        runner = Runner(keeping, clock=clock, now=now, random=os.urandom, zone=zone_name)
        locking = Locking(keeping, clock=clock, now=now, random=os.urandom, zone=zone_name)
        pausing = Pausing(keeping, now=now, awake=awake, random=os.urandom, zone=zone_name)
        maps = Maps(keeping, now=now, zone=zone_name)
        shared = (places, keys, now, room, locking, pausing, maps)
        yield House(lambda: runner, keeping, couple_of(keeping), settings, *shared, voice=voice)
    finally:
        voice.end()
        keeping.end()
