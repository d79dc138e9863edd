"""``coreg backup``: makes a backup now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take what opens locked books."""
    from coreg.commands.asking import takes_words

    takes_words(parser)


def run(asked: Namespace) -> int:
    """Make a backup and print where it is.

    Raises:
        Trouble: ``no_book``, ``disk_full``, ``cannot_write``, or the store's own.
    """
    from coreg.commands import exits, speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import open_book, places_of

    places = places_of(asked)
    with open_book(places, write=True, words=descriptor_of(asked)) as store:
        name = store.backup("by-hand")
    speech.put(str(places.data / "backups" / name))
    return exits.DONE
