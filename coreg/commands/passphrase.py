"""``coreg passphrase``: one of the two changes a passphrase, or chooses a first one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace

    from coreg.commands.asking import Asker
    from coreg.commands.parser import Parser
    from coreg.store import Store
    from coreg.store.vault.keys import Keys, Who

__all__ = ["options", "refusing", "run"]


def options(parser: Parser) -> None:
    """Take whose it is, a yes, and a descriptor with the old passphrase, or nothing, and the new one."""
    from coreg.commands.asking import takes_words

    takes_words(parser)
    parser.add_argument("--who")
    parser.add_argument("--yes", action="store_true")


def run(asked: Namespace) -> int:
    """Ask for the old words, or whose the first ones are, and for new ones; then write them.

    Raises:
        Trouble: ``no_book``, ``does_not_fit``, ``who_missing``, ``yes_missing``, ``words_short``,
        ``words_long``, ``words_same``, or the store's own.
    """
    from coreg.commands import exits
    from coreg.commands.asking import asker, descriptor_of
    from coreg.commands.book import open_book, places_of

    with (
        open_book(places_of(asked), write=True, ask=False) as store,
        asker(descriptor_of(asked)) as who,
    ):
        keys = _known(store, who)
        if keys:
            _change(store, who, keys)
        elif not _make(store, who, asked.who, yes=asked.yes):
            return exits.FAILED
        who.done()
    return exits.DONE


def refusing(store: Store, who: Who, words: str) -> None:
    """Raise Trouble for a new passphrase that cannot be taken: too short, too long, or that of the other."""
    from coreg.store.vault.keys import refuse_weak

    refuse_weak(words)
    store.vault.refuse_same(who, words)


def _known(store: Store, asker: Asker) -> Keys | None:
    """Return what the old words open; None where there are none, which locked books do not know."""
    from coreg.commands.asking import AtTerminal

    if store.locked:
        return asker.tried(say("commands.passphrase.old"), store.unlock)
    if isinstance(asker, AtTerminal) and store.vault.ring() is None:
        return None
    return asker.tried(say("commands.passphrase.old_or_none"), store.unlock, least=1)


def _change(store: Store, asker: Asker, keys: Keys) -> None:
    from coreg.commands.choosing import names_in

    name = names_in(store)[keys.who]
    words = asker.choose(name, lambda words: refusing(store, keys.who, words))
    store.before("passphrase")
    store.vault.change(keys, "pass", words)
    asker.tell(say("commands.passphrase.done", name=name))


def _make(store: Store, asker: Asker, named: str | None, *, yes: bool) -> bool:
    """Make a room for one who has none; say whether it was made."""
    from coreg.commands.choosing import code_for, names_in, warned
    from coreg.store.vault.keys import Words

    names = names_in(store)
    who = _whose(asker, names, named)
    if not yes and not warned(store, asker, names[who]):
        return False
    words = asker.choose(names[who], lambda words: refusing(store, who, words))
    code = code_for(asker, names[who])
    store.before("passphrase")
    store.vault.make_space(who, Words(words, code))
    asker.tell(say("commands.passphrase.made", name=names[who]))
    return True


def _whose(asker: Asker, names: dict[Who, str], named: str | None) -> Who:
    """Return whose passphrase it is to be. Raises Trouble who_missing."""
    from coreg.commands.asking import AtTerminal

    if named is None and isinstance(asker, AtTerminal):
        named = asker.console.ask(say("commands.passphrase.whose", **names))
    word = (named or "").strip().casefold()
    for who, name in names.items():
        if word in (who, name.casefold()):
            return who
    raise Trouble("who_missing")
