"""``coreg doctor``: where the book is, whether it is whole, and what to type if it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take the name of a book to be taken as it is, and whether to look into locked ones."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("--open", action="store_true")
    parser.add_argument("--accept")


def run(asked: Namespace) -> int:
    """Print what was found; 0 all is whole, 2 the settings do not hold, 4 a book is not whole.

    Raises:
        Trouble: what taking over a book or asking for a passphrase raises. NoFolderError: there is no home
        folder and none was named.
    """
    from coreg.commands import exits, speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import places_of
    from coreg.commands.examining import examine
    from coreg.record.text import clean

    places = places_of(asked)
    if asked.accept is not None:
        _accept(asked)
        return exits.DONE
    words = descriptor_of(asked)
    parts = examine(places, words, ask=asked.open or words is not None)
    for number, part in enumerate(parts):
        if number:
            speech.put("")
        speech.put(f"{part.title}:")
        for line in part.lines:
            speech.put(f"  {clean(line, multiline=False)}")
    return max((part.code for part in parts), default=exits.DONE)


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
