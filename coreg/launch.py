"""Opens the books, the house and the app, and closes them again whatever happens."""

from __future__ import annotations

import os
import sys
import time
from datetime import datetime
from typing import TYPE_CHECKING

from coreg.app import CoregApp, Start
from coreg.evening.keeping import Keeping
from coreg.evening.locking import Locking
from coreg.evening.maps import Maps
from coreg.evening.pausing import Pausing
from coreg.keys import keymap
from coreg.places import awake, zone_name
from coreg.screens.house import House, couple_of
from coreg.screens.rooms import room
from coreg.settings import device_id
from coreg.sound.voice import Voice, opened
from coreg.store import Store, Writer
from coreg.terminal.background import probe
from coreg.terminal.environment import limits

if TYPE_CHECKING:
    from coreg.evening.runner import Runner
    from coreg.settings import Places, Settings

__all__ = ["Start", "launch"]


def launch(places: Places, settings: Settings, start: Start) -> int:
    """Open the app and return its exit code.

    Raises:
        Trouble: the books cannot be opened: busy, damaged, newer, changed outside, not writable; or, at the
            very end, ``not_all_kept``.
        KeymapError: the own keys of the settings do not hold.
    """
    keys = keymap(settings.keys)
    store = Store.open(places.data, device=device_id(places, os.urandom), now=_now, random=os.urandom)

    def not_saved(error: Exception) -> None:
        app.not_saved(error)

    writer = Writer(failed=not_saved)
    keeping = Keeping(store, writer, now=_now)
    voice = Voice(opened)
    try:
        house = House(
            lambda: _runner(keeping),
            keeping,
            couple_of(keeping),
            settings,
            places,
            keys,
            _now,
            room,
            Locking(keeping, clock=time.monotonic, now=_now, random=os.urandom, zone=zone_name),
            Pausing(keeping, now=_now, awake=awake, random=os.urandom, zone=zone_name),
            Maps(keeping, now=_now, zone=zone_name),
            light=probe() or "night",
            demo=start.kind == "demo",
            voice=voice,
        )
        _know_the_terminal(house)
        app = CoregApp(house, start)
        return app.live()
    finally:
        voice.end()
        keeping.end()


def _know_the_terminal(house: House) -> None:
    found = limits(os.environ, sys.__stderr__.encoding if sys.__stderr__ else "utf-8")
    house.colours, house.signs, house.most_motion = found.colours, found.signs, found.motion


def _runner(keeping: Keeping) -> Runner:
    from coreg.evening.runner import Runner

    return Runner(keeping, clock=time.monotonic, now=_now, random=os.urandom, zone=zone_name)


def _now() -> datetime:
    return datetime.now().astimezone()
