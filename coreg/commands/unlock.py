"""``coreg unlock``: turns locked books back into plain ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take a descriptor with the passphrase of one of the two, and a yes."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("--yes", action="store_true")


def run(asked: Namespace) -> int:
    """Ask for the passphrase of one, say what can be read again, and do it after a yes.

    Raises:
        Trouble: ``no_book``, ``does_not_fit``, ``yes_missing``, or the store's own.
    """
    from coreg.commands import exits, speech
    from coreg.commands.asking import asker, descriptor_of
    from coreg.commands.book import open_book, places_of
    from coreg.content import say

    words = descriptor_of(asked)
    with open_book(places_of(asked), write=True, words=words) as store:
        if not store.sealed:
            speech.tell(say("commands.unlock.already"))
            return exits.DONE
        speech.tell(say("commands.unlock.before"))
        if not asked.yes:
            with asker(words) as who:
                agreed = who.agrees(say("commands.unlock.ask"))
            if not agreed:
                speech.tell(say("commands.unlock.left"))
                return exits.FAILED
        speech.tell(say("commands.unlock.working"))
        store.vault.unlock()
    speech.tell(say("commands.unlock.done"))
    return exits.DONE
