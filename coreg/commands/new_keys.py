"""``coreg new-keys``: locked books sealed anew, so that what was known before opens only what was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.asking import Asker
    from coreg.commands.parser import Parser
    from coreg.store import Store

__all__ = ["options", "renew", "run"]


def options(parser: Parser) -> None:
    """Take a descriptor with the passphrases of both."""
    from coreg.commands.asking import takes_words

    takes_words(parser)


def run(asked: Namespace) -> int:
    """Ask both for their passphrases and seal everything under new keys, with a new code for each.

    Raises:
        Trouble: ``no_book``, ``not_locked``, ``does_not_fit``, ``not_converted``, or the store's own.
    """
    from coreg.commands import exits
    from coreg.commands.asking import asker, descriptor_of
    from coreg.commands.book import open_book, places_of

    with open_book(places_of(asked), write=True, ask=False) as store:
        if not store.sealed:
            raise Trouble("not_locked")
        with asker(descriptor_of(asked)) as who:
            renew(store, who)
    return exits.DONE


def renew(store: Store, who: Asker) -> None:
    """Say what will go, ask, and do it. Raises Trouble as `run` does."""
    from coreg.commands.choosing import seal_anew
    from coreg.content import lines, say

    who.tell(say("commands.new-keys.before"))
    seal_anew(store, who)
    for line in lines("commands.new-keys.done"):
        who.tell(line)
    who.done()
