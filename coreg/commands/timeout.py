"""``coreg timeout [MINUTES] [--wait | --plain] [--ics FILE]``: a pause with a return."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from pathlib import Path

    from coreg.commands.parser import Parser
    from coreg.evening.pause import Pause

__all__ = ["options", "run"]

_LEAST = 20
_MOST = 1440
_MINUTE = 60.0
_LENGTH = timedelta(minutes=30)
"""How long the return stands in a calendar."""

_OPEN_BOOK = "home.json"


def options(parser: Parser) -> None:
    """Take minutes, whether to wait here, a file for a calendar, and what opens a locked book."""
    from coreg.commands.parser import whole_number
    from coreg.commands.plainly import options as plain_options

    plain_options(parser)
    parser.add_argument("minutes", nargs="?", type=whole_number("MINUTES", _LEAST, _MOST))
    parser.add_argument("--wait", action="store_true")
    parser.add_argument("--ics")


def run(asked: Namespace) -> int:
    """Open the app on the pause, or tell of it; or write it for a calendar; or keep a small clock here.

    Raises:
        Trouble: ``no_pause``, ``no_return``, ``option_use``, or whatever opening the book raises.
    """
    from coreg.commands import exits
    from coreg.commands.plainly import refuse_without_plain

    if asked.plain:
        return _plain(asked)
    refuse_without_plain(asked, "timeout", ("cues", "words"))
    if asked.ics is None and not asked.wait:
        from coreg.commands.stage import open_stage

        return open_stage(asked, "timeout", minutes=asked.minutes)
    pause = _begun(asked) if asked.minutes is not None else _known(asked)
    if asked.ics is not None:
        _write(asked.ics, pause)
    if asked.wait:
        from coreg.commands.book import now
        from coreg.commands.waiting import Waiting
        from coreg.places import awake

        terminal = sys.stdout is not None and sys.stdout.isatty()
        Waiting(now=now, awake=awake, sleep=time.sleep, terminal=terminal).until(pause, _again(asked))
    return exits.DONE


def _plain(asked: Namespace) -> int:
    from coreg.commands.plain_pause import PauseGuide
    from coreg.commands.plainly import open_plain

    for option, given in (("wait", asked.wait), ("ics", asked.ics is not None)):
        if given:
            raise Trouble("option_use", option=f"--{option}", command="coreg timeout")
    return open_plain(asked, PauseGuide(asked.minutes))


def _known(asked: Namespace) -> Pause:
    """Return the pause that is on; read without taking the lock, so that the app may be open meanwhile."""
    from coreg.commands.asking import descriptor_of
    from coreg.commands.plain_book import PlainBook
    from coreg.evening.pausing import pauses_in
    from coreg.places import find_data

    found = pauses_in(PlainBook(find_data(asked.data_dir, os.environ), descriptor_of(asked)).aside())
    if not found:
        raise Trouble("no_pause")
    return found[0]


def _begun(asked: Namespace) -> Pause:
    """Begin a pause, or return the one that is on already and leaves no room, and say which it is."""
    from coreg.commands import speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import now, open_book, places_of, zone_name
    from coreg.content import say
    from coreg.evening.pause import new_pause
    from coreg.evening.pausing import keep_pause, pauses_in
    from coreg.places import awake
    from coreg.practice.timeout import Reading, leaves_room

    with open_book(places_of(asked), write=True, words=descriptor_of(asked)) as store:
        moment = now()
        reading = Reading(moment.timestamp(), *awake())
        found = [one for one in pauses_in(store.aside()) if not leaves_room(one.timeout, reading)]
        if not found:
            pause = new_pause(reading, moment, zone_name(moment), os.urandom(10), asked.minutes * _MINUTE)
            keep_pause(store, pause)
        else:
            pause = found[0]
    back = pause.back(moment)
    if back is not None:
        speech.tell(say(f"timeout.wait.{'already' if found else 'begun'}", clock=f"{back:%H:%M}"))
    return pause


def _again(asked: Namespace) -> Callable[[Pause], Pause | None]:
    """Return what reads a pause anew; a locked book is not asked for again, and what cannot be read stays."""
    from coreg.places import find_data, is_missing

    folder: Path = find_data(asked.data_dir, os.environ)

    def again(pause: Pause) -> Pause | None:
        from coreg.commands.plain_book import PlainBook
        from coreg.evening.pausing import pauses_in

        if is_missing(folder / _OPEN_BOOK):
            return pause
        with suppress(Trouble):
            found = pauses_in(PlainBook(folder).aside())
            return next((one for one in found if one.id == pause.id), None)
        return pause

    return again


def _write(file: str, pause: Pause) -> None:
    from coreg.commands import speech
    from coreg.commands.book import now
    from coreg.content import say
    from coreg.share.calendar import to_ics
    from coreg.share.new_file import write_new

    if not file:
        raise Trouble("option_use", option="--ics", command="coreg timeout")
    moment = now()
    back = pause.back(moment)
    if back is None:
        raise Trouble("no_return")
    path = write_new(file, "time-for-two.ics", to_ics(pause.id, say("timeout.title"), back, _LENGTH, moment))
    speech.tell(say("timeout.wait.ics", path=path))
