"""``coreg lock``: seals the books, so that only the two can open them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.asking import Asker
    from coreg.commands.parser import Parser
    from coreg.store import Store

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take a descriptor with the passphrases of both."""
    from coreg.commands.asking import takes_words

    takes_words(parser)


def run(asked: Namespace) -> int:
    """Let both choose, seal the books, and say what is true now. Books that are locked stay so.

    Everything is asked before anything is written: whoever leaves before leaves all as it was.

    Raises:
        Trouble: ``no_book``, ``locked_no_terminal``, ``not_converted``, or the store's own.
    """
    from coreg.commands import exits
    from coreg.commands.asking import asker, descriptor_of
    from coreg.commands.book import open_book, places_of
    from coreg.commands.choosing import both
    from coreg.content import lines, say

    with (
        open_book(places_of(asked), write=True, ask=False) as store,
        asker(descriptor_of(asked)) as who,
    ):
        if store.sealed:
            _already(store, who)
            return exits.DONE
        chosen = both(store, who)
        who.tell(say("commands.words.sealing"))
        store.vault.lock(chosen)
        for line in lines("commands.lock.done"):
            who.tell(line)
        who.done()
    return exits.DONE


def _already(store: Store, who: Asker) -> None:
    """Say that there is nothing to do, and offer new keys where somebody can answer."""
    from coreg.commands.asking import AtTerminal
    from coreg.commands.new_keys import renew
    from coreg.content import say

    who.tell(say("commands.lock.already"))
    if isinstance(who, AtTerminal) and who.agrees(say("commands.lock.offer")):
        renew(store, who)
