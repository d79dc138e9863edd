"""What both choose, one after the other: passphrases and codes, all of it before anything is written."""

from __future__ import annotations

from os import urandom
from typing import TYPE_CHECKING

from coreg.commands.asking import AtTerminal
from coreg.content import explain, say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coreg.commands.asking import Asker, ByDescriptor
    from coreg.store import Store
    from coreg.store.vault.keys import Keys, Who, Words

__all__ = ["both", "code_for", "names_in", "other_of", "seal_anew", "warned"]


def names_in(store: Store) -> dict[Who, str]:
    """Return the names of both, by seat."""
    home = store.home()
    return {"a": home.a, "b": home.b} if home else {"a": "a", "b": "b"}


def other_of(who: Who) -> Who:
    """Return the other one."""
    return "b" if who == "a" else "a"


def code_for(asker: Asker, name: str) -> str:
    """Make a recovery code and hand it over to the one of this name."""
    from coreg.store.vault.keys import new_code

    code = new_code(urandom)
    asker.hand_over(name, code)
    return code


def warned(store: Store, asker: Asker, name: str) -> bool:
    """See that whoever makes a room knows what stays shut for good if they had one before.

    It is asked whether there are private notes or not: else the question would tell the other that there are.
    """
    at_terminal = isinstance(asker, AtTerminal)
    asks = store.vault.ring() is not None if at_terminal else store.vault.holds_notes()
    return not asks or asker.agrees(say("commands.words.stays_shut", name=name))


def both(store: Store, asker: Asker) -> dict[Who, Words]:
    """Let both say or choose a passphrase, and hand each a new code; whoever has a room keeps it."""
    from coreg.store.vault.keys import PARTNERS, Words

    chosen: dict[Who, Words] = {}
    names = names_in(store)
    for who in PARTNERS:
        other = chosen[other_of(who)].passphrase if chosen else ""
        if isinstance(asker, AtTerminal):
            words, keys = _at_terminal(store, asker, who, names[who], other)
        else:
            words, keys = _by_line(store, asker, who, other)
        code = code_for(asker, names[who])
        chosen[who] = Words(words, code, keys.own if keys else b"")
    return chosen


def _at_terminal(store: Store, asker: AtTerminal, who: Who, name: str, other: str) -> tuple[str, Keys | None]:
    """Let one say the passphrase of their room; who has none, or none that can stay, chooses one."""
    from coreg.store.vault.keys import refuse_weak

    known = _known(store, asker, who, name)
    if known:
        try:
            refuse_weak(known[0], other)
        except Trouble as trouble:
            asker.tell(explain(trouble))
        else:
            return known
    return asker.choose(name, lambda words: refuse_weak(words, other)), known[1] if known else None


def _known(store: Store, asker: AtTerminal, who: Who, name: str) -> tuple[str, Keys] | None:
    """Return the passphrase of a room and what it opens; None for one who has none."""
    question = say("commands.words.known", name=name)
    while store.vault.ring() is not None:
        found = asker.tried(question, lambda words: (words, store.vault.keys(words, "pass", who)), least=1)
        if found or warned(store, asker, name):
            return found
    return None


def _by_line(store: Store, asker: ByDescriptor, who: Who, other: str) -> tuple[str, Keys | None]:
    """Read what opens a room, or is to open a new one, if nothing can be lost by that.

    Raises Trouble: does_not_fit, words_short, words_long, words_same.
    """
    from coreg.store.vault.keys import refuse_weak

    words = asker.choose("", lambda words: refuse_weak(words, other))
    if store.vault.ring() is None:
        return words, None
    try:
        return words, store.vault.keys(words, "pass", who)
    except Trouble as trouble:
        if trouble.code != "does_not_fit" or store.vault.holds_notes():
            raise
        return words, None


def seal_anew(store: Store, asker: Asker) -> None:
    """Let both say their passphrases, and seal locked books under new keys with new codes for both.

    Raises Trouble: does_not_fit, and what sealing raises; nothing has changed then.
    """
    from coreg.store.vault.keys import PARTNERS, Words

    said: dict[Who, tuple[str, Keys]] = {}

    def first(words: str) -> Who:
        keys = store.unlock(words)
        said[keys.who] = words, keys
        return keys.who

    def second(words: str) -> None:
        said[left] = words, store.vault.keys(words, "pass", left)

    who = asker.tried(say("commands.words.one_of_you"), first)
    names = names_in(store)
    left = other_of(who or "a")
    asker.tried(say("commands.words.yours", name=names[left]), second)
    fresh = {one: Words(said[one][0], code_for(asker, names[one])) for one in PARTNERS}
    asker.tell(say("commands.words.sealing"))
    store.vault.lock(fresh, _keys(said))


def _keys(said: Mapping[Who, tuple[str, Keys]]) -> dict[Who, Keys]:
    return {who: keys for who, (_, keys) in said.items()}
