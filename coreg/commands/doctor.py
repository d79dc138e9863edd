"""``coreg doctor [--repair] [--open] [--accept FILE]``: where the book is, and whether it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser
    from coreg.places import Places

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take whether to put right what can be, to look into locked books, and a book to be taken as it is."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("--open", action="store_true")
    parser.add_argument("--repair", action="store_true")
    parser.add_argument("--accept")


def run(asked: Namespace) -> int:
    """Print what was found; 0 all is whole, 2 the settings do not hold, 4 a book is not whole.

    Raises:
        Trouble: what taking over a book or asking for a passphrase raises. NoFolderError: there is no home
        folder and none was named.
    """
    from coreg.commands import exits, speech
    from coreg.commands.book import places_of
    from coreg.commands.examining import Part, examine
    from coreg.record.text import clean

    places = places_of(asked)
    if asked.accept is not None:
        _accept(asked)
        return exits.DONE
    words = _words(places, asked)
    mended = _mended(places, words) if asked.repair else []
    found = examine(places, words, ask=asked.open or words is not None)
    parts = [*(Part(*one) for one in mended), *found]
    for number, part in enumerate(parts):
        if number:
            speech.put("")
        speech.put(f"{part.title}:")
        for line in part.lines:
            speech.put(f"  {clean(line, multiline=False)}")
    return max((part.code for part in parts), default=exits.DONE)


def _words(places: Places, asked: Namespace) -> int | str | None:
    """Return where what opens locked books comes from; before a repair it is asked for, once for all."""
    from coreg.commands.asking import descriptor_of, words_for
    from coreg.commands.book import open_book

    number = descriptor_of(asked)
    if not asked.repair:
        return number
    with open_book(places, made=False, whole=False, ask=False) as store:
        return words_for(number, store.unlock) if store.locked else number


def _mended(places: Places, words: int | str | None) -> list[tuple[str, tuple[str, ...]]]:
    """Put right what can be; return the title and the lines of what that was."""
    from coreg.commands.repairing import repair
    from coreg.content import say

    lines = repair(places, words) or [say("commands.doctor.says.nothing_to_repair")]
    return [(say("commands.doctor.says.repaired"), tuple(lines))]


def _accept(asked: Namespace) -> None:
    from pathlib import Path

    from coreg.commands import speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import open_book, places_of
    from coreg.commands.parser import shown
    from coreg.content import say

    file = Path(asked.accept).name
    words = descriptor_of(asked)
    with open_book(places_of(asked), write=True, made=False, whole=False, words=words) as store:
        store.accept(file)
    speech.tell(say("commands.doctor.says.accepted", file=shown(file)))
