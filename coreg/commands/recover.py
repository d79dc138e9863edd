"""``coreg recover``: a recovery code in place of a forgotten passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.parser import Parser
    from coreg.store import Store
    from coreg.store.vault.keys import Keys

__all__ = ["options", "run"]


def options(parser: Parser) -> None:
    """Take a descriptor with the code and the new passphrase."""
    from coreg.commands.asking import takes_words

    takes_words(parser)


def run(asked: Namespace) -> int:
    """Ask for a code, then for a new passphrase; hand over a new code, and write both at one stroke.

    Raises:
        Trouble: ``no_book``, ``no_space``, ``code_does_not_fit``, ``words_short``, ``words_long``,
        ``words_same``, or the store's own.
    """
    from coreg.commands import exits
    from coreg.commands.asking import asker, descriptor_of
    from coreg.commands.book import open_book, places_of
    from coreg.commands.choosing import code_for, names_in
    from coreg.commands.passphrase import refusing
    from coreg.content import say

    with (
        open_book(places_of(asked), write=True, ask=False) as store,
        asker(descriptor_of(asked)) as who,
    ):
        keys = who.tried(say("commands.recover.code"), lambda code: _open(store, code), hidden=False)
        if keys is None:
            raise Trouble("code_does_not_fit")
        name = names_in(store)[keys.who]
        words = who.choose(name, lambda words: refusing(store, keys.who, words))
        code = code_for(who, name)
        store.before("passphrase")
        store.vault.renew(keys, {"pass": words, "code": code})
        who.tell(say("commands.recover.done", name=name))
        who.done()
    return exits.DONE


def _open(store: Store, code: str) -> Keys:
    try:
        return store.unlock(code, "code")
    except Trouble as trouble:
        if trouble.code != "does_not_fit":
            raise
        raise Trouble("code_does_not_fit") from None
