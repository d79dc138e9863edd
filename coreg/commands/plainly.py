"""What ``--plain`` is for every command: the house without a screen, its keys, its sound, and how it ends."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from coreg.commands import exits, speech
from coreg.commands.parser import near
from coreg.commands.plain_end import closed, end
from coreg.content import explain, say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser
    from coreg.plain.host import Host
    from coreg.plain.keyboard import Keyboard
    from coreg.plain.scene import Manner
    from coreg.screens.house import House
    from coreg.settings import Settings

__all__ = ["Begun", "Guide", "begins", "open_plain", "options", "refuse_without_plain"]

T = TypeVar("T", bound=str)
_LEAVES = ("all.escape", "all.leave")
_NARROWEST = 20
"""Cells of a row, at least, whatever the terminal says."""
_FLAGS = ("cues", "words", "passphrase_fd")
"""What belongs to ``--plain``, as it stands in what was asked for."""


Begun = Literal["begun", "goes_on", "leave"]
"""Something has begun in the runner; what was left open goes on there; or everything stays as it is."""


class Guide(Protocol):
    """What is guided: a breath, a talk, an evening, or the return of a pause."""

    @property
    def keeps(self) -> bool:
        """Whether it is only for those whose book is there and open, and who have keys to press."""
        ...

    def begin(self, host: Host, house: House) -> Begun:
        """Offer what was left open, say what it is, wait until it may begin, and begin it in the runner.

        Raises:
            Trouble: it cannot be.
        """
        ...


def options(parser: Parser) -> None:
    """Take that it is told line by line, how, and what opens a locked book."""
    from coreg.commands.asking import takes_words

    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--cues")
    parser.add_argument("--words")
    takes_words(parser)


def refuse_without_plain(asked: Namespace, command: str, flags: tuple[str, ...] = _FLAGS) -> None:
    """Raise Trouble ``plain_only`` for what belongs to ``--plain`` and was asked for without it."""
    for flag in flags:
        if getattr(asked, flag) is not None:
            raise Trouble("plain_only", option=f"--{flag.replace('_', '-')}", command=command)


def open_plain(asked: Namespace, guide: Guide) -> int:
    """Guide something line by line and return the exit code.

    Raises:
        Trouble: the books cannot be opened, or what was asked for cannot be.
        PatternError: there is no such way, or two patterns do not meet.
        SettingError, KeymapError: the settings do not hold.
    """
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import places_of
    from coreg.commands.ending import ending_by_exception
    from coreg.commands.plain_house import open_house
    from coreg.plain.keyboard import keyboard
    from coreg.settings import load

    places = places_of(asked)
    settings = load(places.settings_file, os.environ)
    handle = _stdin()
    if guide.keeps and (handle is None or not os.isatty(handle)):
        raise Trouble("plain_terminal")
    with (
        open_house(places, settings, descriptor_of(asked), keeps=guide.keeps) as house,
        ending_by_exception(),
        keyboard(handle) as keys,
    ):
        host = _host(house, _manner(asked, settings, keys), keys)
        return _guarded(host, house, guide)


def _guarded(host: Host, house: House, guide: Guide) -> int:
    try:
        return _guide(host, house, guide)
    except (KeyboardInterrupt, BrokenPipeError) as ended:
        # Whoever ends it keeps what there was until then.
        if house.runner.state is not None:
            house.voice.stop()
            kept = closed(house)
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
        hide_key=settings.hide_key,
    )


def _wanted(option: str, word: str, choices: tuple[T, ...]) -> T:
    """Return the choice of that name. Raises Trouble near_value or wrong_value."""
    found = next((one for one in choices if one == word), None)
    if found is None:
        near("value", word, choices, option=option, choices=", ".join(choices))
    return found


def _host(house: House, manner: Manner, keys: Keyboard) -> Host:
    from coreg.plain.host import Host, Promise
    from coreg.screens.hearing import Hearing

    def ring() -> None:
        if sys.stdout.isatty():
            sys.stdout.write("\a")
            sys.stdout.flush()

    def ring_if_wanted() -> None:
        # A bell among lines that are read out is rung only for those who asked for one.
        if house.settings.sound == "bell":
            ring()

    def tell_no_sound(_: str) -> None:
        speech.tell(say("plain.no_sound"))

    ear = Hearing(house, ring_if_wanted, tell_no_sound)
    promise = None
    if not house.keeping.locked and house.keeping.home() is not None:
        house.couple = house.couple.known(house.keeping.people().result())
        house.pausing.load()
        locks = 60.0 * house.settings.lock_after if house.keeping.sealed else 0.0
        promise = Promise(house.pausing, house.now, ring, locks)
    host = Host(house.runner, house.couple, house.keymap, manner, keys, _put, ear, promise)
    if house.keeping.sealed and not house.keeping.locked:
        host.latch.opens = partial(_why_shut, house)
    return host


def _why_shut(house: House, words: str) -> str:
    """Try a passphrase of either; return "", or the sentence that says why it does not come back with it."""
    try:
        house.locking.open_books(words).result()
    except Trouble as trouble:
        return say("vault.hidden.wrong") if trouble.code == "does_not_fit" else explain(trouble)
    return ""


def _put(line: str) -> None:
    """Write a line at once, folded to the window where there is one; a screen reader reads what is there."""
    from coreg.plain.rows import folded

    speech.put("\n".join(folded(line, _row())))
    speech.finish()


def _row() -> int | None:
    """Return the cells of a row of the window; None where lines go anywhere else."""
    with suppress(AttributeError, OSError, ValueError):
        columns = os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
        # Where the last cell is filled, some terminals begin a row of their own.
        return max(columns - 1, _NARROWEST) if columns else None
    return None


def _guide(host: Host, house: House, guide: Guide) -> int:
    begun = guide.begin(host, house)
    if begun != "leave":
        _tell(host, house, taken_up=begun == "goes_on")
    return exits.DONE


def _tell(host: Host, house: House, *, taken_up: bool) -> None:
    """Tell what is on to its end; a pause in between is waited for."""
    from coreg.plain.coming_back import come_back
    from coreg.plain.telling import sit

    while (ended := sit(host, taken_up=taken_up)) == "pause":
        if come_back(host, house.pausing.newest) != "goes_on":
            return
        taken_up = True
    if ended == "later":
        host.say(say("plain.later"))
    else:
        end(host, house)


def begins(host: Host) -> bool:
    """Wait until somebody is ready, where there are keys; tell whether it begins."""
    from coreg.plain.helping import own_keys, short_help
    from coreg.practice.sitting import Sitting

    if not host.manner.keys:
        return True
    scene, begin = host.scene(Sitting("", ())), say("plain.begin", key=host.keymap.label("all.escape"))
    host.say(begin)
    again = (*own_keys(scene), short_help(scene), begin)
    return host.pressed("enter", "left.main", "right.main", *_LEAVES, again=again) not in ("", *_LEAVES)
