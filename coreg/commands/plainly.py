"""``coreg breathe --plain``: the same breath, line by line, with its keys and its sound."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from coreg.commands import exits, speech
from coreg.commands.parser import near
from coreg.content import explain, say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.breathing import Asked
    from coreg.commands.parser import Parser
    from coreg.plain.host import Host
    from coreg.plain.keyboard import Keyboard
    from coreg.plain.scene import Manner
    from coreg.practice.sitting import Plan
    from coreg.screens.house import House
    from coreg.settings import Settings

__all__ = ["open_plain", "options", "refuse_without_plain"]

T = TypeVar("T", bound=str)
_PATIENCE = 5.0
_RINGS = 2.5
"""Seconds in which the bell at the end rings out."""
_LEAVES = ("", "all.escape", "all.leave")
_FLAGS = ("cues", "words")


def options(parser: Parser) -> None:
    """Take that it is told line by line, and how."""
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--cues")
    parser.add_argument("--words")


def refuse_without_plain(asked: Namespace) -> None:
    """Raise Trouble ``plain_only`` for what belongs to ``--plain`` and was asked for without it."""
    for flag in _FLAGS:
        if getattr(asked, flag):
            raise Trouble("plain_only", option=f"--{flag}")


def open_plain(asked: Namespace, found: Asked) -> int:
    """Guide a breath line by line and return the exit code.

    Raises:
        Trouble: the books cannot be opened, or what was asked for cannot be.
        PatternError: there is no such way, or two patterns do not meet.
        SettingError, KeymapError: the settings do not hold.
    """
    from coreg.commands.book import places_of
    from coreg.commands.ending import ending_by_exception
    from coreg.commands.plain_house import open_house
    from coreg.plain.keyboard import keyboard
    from coreg.settings import load

    places = places_of(asked)
    settings = load(places.settings_file, os.environ)
    with open_house(places, settings) as house, ending_by_exception(), keyboard(_stdin()) as keys:
        host = _host(house, _manner(asked, settings, keys), keys)
        try:
            return _guide(host, house, asked.minutes, found)
        except (KeyboardInterrupt, BrokenPipeError) as ended:
            # Whoever ends it keeps what was breathed until then.
            if house.runner.state is not None:
                house.voice.stop()
                kept = _closed(house)
                if isinstance(ended, KeyboardInterrupt):
                    host.say(kept)
            raise
        except BaseException:
            # Anything else is no end of it: it is offered at the next start.
            house.save_now()
            house.keeping.flush()
            raise


def _stdin() -> int | None:
    try:
        return sys.stdin.fileno()
    except (AttributeError, OSError, ValueError):
        return None


def _manner(asked: Namespace, settings: Settings, keys: Keyboard) -> Manner:
    """Return how it is told: a flag is stronger than a setting."""
    from typing import get_args

    from coreg.plain.scene import Cues, Manner, Words

    cues: tuple[Cues, ...] = get_args(Cues)
    words: tuple[Words, ...] = get_args(Words)
    return Manner(
        _wanted("--cues", asked.cues or settings.cues, cues),
        _wanted("--words", asked.words or settings.words, words),
        keys=keys.sealed,
    )


def _wanted(option: str, word: str, choices: tuple[T, ...]) -> T:
    """Return the choice of that name. Raises Trouble near_value or wrong_value."""
    found = next((one for one in choices if one == word), None)
    if found is None:
        near("value", word, choices, option=option, choices=", ".join(choices))
    return found


def _host(house: House, manner: Manner, keys: Keyboard) -> Host:
    from coreg.plain.host import Host
    from coreg.screens.hearing import Hearing

    def ring() -> None:
        # A bell among lines that are read out is rung only for those who asked for one.
        if house.settings.sound == "bell" and sys.stdout.isatty():
            sys.stdout.write("\a")
            sys.stdout.flush()

    def tell_no_sound(_: str) -> None:
        speech.tell(say("plain.no_sound"))

    ear = Hearing(house, ring, tell_no_sound)
    return Host(house.runner, house.couple, house.keymap, manner, keys, _put, ear)


def _put(line: str) -> None:
    """Write a line at once; a screen reader reads what is there."""
    speech.put(line)
    speech.finish()


def _guide(host: Host, house: House, minutes: int | None, found: Asked) -> int:
    from coreg.plain.left import settle
    from coreg.plain.opening import opening_lines

    plan = _plan(host, house, minutes, found)
    open_ = settle(host, house.keeping, house.now())
    if open_ == "leave":
        return exits.DONE
    if open_ == "nothing":
        host.say(*opening_lines(host, plan), *_unkept(house))
        if not _begins(host):
            return exits.DONE
        house.runner.start("breathe", (plan,), house.couple, ())
    if host.sit(taken_up=open_ == "goes_on") == "later":
        host.say(say("plain.later"))
    else:
        _end(host, house)
    return exits.DONE


def _plan(host: Host, house: House, minutes: int | None, found: Asked) -> Plan:
    from coreg.evening.how import wished
    from coreg.evening.planning import plan

    # What is told to nobody's keys cannot be answered.
    how = replace(found.how, rate=found.how.rate and host.manner.keys)
    made = plan("breathe", minutes, wished(house.options(found.pattern.id), how, found.pattern))
    if not host.manner.keys and {step.kind for step in made.script.steps} & {"lead", "find_pace"}:
        raise Trouble("plain_keys")
    return made


def _unkept(house: House) -> tuple[str, ...]:
    if house.keeping.locked:
        return (say("plain.locked"),)
    return () if house.keeping.home() is not None else (say("plain.not_kept"),)


def _begins(host: Host) -> bool:
    """Wait until somebody is ready, where there are keys; tell whether it begins."""
    if not host.manner.keys:
        return True
    host.say(say("plain.begin"))
    return host.pressed("enter", "left.main", "right.main", "all.escape", "all.leave") not in _LEAVES


def _end(host: Host, house: House) -> None:
    """Close it, say that it is kept, and let the bell ring out."""
    sitting, rings = house.runner.state, house.voice.backend
    if sitting is not None:
        host.ear.over(sitting)
    left, right = (house.name(seat) for seat in (house.left, house.right))
    host.say(say("good_night.done", left=left, right=right), _closed(house))
    if rings and sitting is not None and not sitting.early:
        host.keys.wait(_RINGS)


def _closed(house: House) -> str:
    """Close the sitting, and return whether it is kept, once the disk has said so."""
    from coreg.evening.records import nothing_happened
    from coreg.practice.playing import apply
    from coreg.practice.sitting import Rested

    runner = house.runner
    ended = apply(runner.state, Rested(runner.time())) if runner.state is not None else None
    try:
        runner.close().result(_PATIENCE)
    except Exception as error:  # whatever it is, they hear it, and that nothing is lost
        return f"{explain(error)} {say('good_night.still_here')}"
    if unkept := _unkept(house):
        return unkept[0]
    short = ended is not None and nothing_happened(ended)
    return say("plain.too_short") if short else say("room.kept")
