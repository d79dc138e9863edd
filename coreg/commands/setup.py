"""``coreg setup --a NAME --b NAME``: makes the couple's book without the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take both names."""
    parser.add_argument("--a")
    parser.add_argument("--b")


def run(asked: Namespace) -> int:
    """Make the book; say what this is for, as the first start does, and where the book is.

    Raises:
        Trouble: ``names_missing``, ``bad_name``, ``book_exists`` {folder}, or the store's own.
    """
    from coreg.commands import exits, speech
    from coreg.commands.book import open_book, places_of
    from coreg.content import lines, say

    if asked.a is None or asked.b is None:
        raise Trouble("names_missing")
    places = places_of(asked)
    with open_book(places, write=True, made=False, ask=False) as store:
        if store.locked:
            raise Trouble("book_exists", folder=places.data)
        store.setup(asked.a, asked.b)
    for line in lines("welcome.page.lines"):
        speech.tell(line)
    speech.tell(say("commands.setup.done", folder=places.data))
    return exits.DONE
