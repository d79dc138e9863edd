"""``coreg forget``: deletes everything, once somebody typed that it shall be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take nothing: no script deletes what two people wrote."""
    del parser


def run(asked: Namespace) -> int:
    """Say what goes and what cannot, ask, and delete; 1 if nobody is sure.

    Raises:
        Trouble: ``no_book``, ``needs_terminal``, or the store's own.
    """
    from coreg.commands import exits, speech
    from coreg.commands.book import open_book, places_of
    from coreg.commands.confirming import typed
    from coreg.content import lines, say
    from coreg.places import is_missing

    places = places_of(asked)
    if is_missing(places.data):
        raise Trouble("no_book", folder=places.data)
    with open_book(places, write=True, made=False, whole=False, ask=False) as store:
        about = "\n".join(lines("forget.about"))
        question = say("commands.forget.ask", folder=places.data, words=say("forget.words"))
        if not typed(f"{about}\n{question}", say("forget.words"), without="needs_terminal"):
            speech.tell(say("commands.forget.left"))
            return exits.FAILED
        store.delete_everything()
    speech.tell(say("forget.done"))
    return exits.DONE
