"""Passphrases, codes and locked books, as the two of them meet them. Every answer comes from the one thread.

Trying or making a passphrase takes a quarter of a second and more, by intent; nothing here waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.evening.space import Chosen, Space

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future
    from datetime import datetime

    from coreg.evening.keeping import Keeping
    from coreg.practice.play import Seat
    from coreg.store import Store
    from coreg.store.vault.keys import Keys, Kind, Words

__all__ = ["Chosen", "Locking"]


class Locking:
    """What may be asked of the keys. Futures raise Trouble: does_not_fit, no_space; writing's own."""

    def __init__(
        self,
        keeping: Keeping,
        *,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        random: Callable[[int], bytes],
        zone: Callable[[datetime], str],
    ) -> None:
        """Take the books, and the seams."""
        self._keeping = keeping
        self._clock = clock
        self._now = now
        self._random = random
        self._zone = zone

    def open_books(self, words: str, kind: Kind = "pass") -> Future[Seat]:
        """Open locked books; the answer says whose words they were."""
        return self._keeping.ask(lambda store: store.unlock(words, kind).who)

    def shut_books(self) -> Future[None]:
        """Forget the key of locked books."""
        return self._keeping.shut()

    def has_space(self) -> Future[bool]:
        """Tell whether anybody has ever chosen a passphrase; it does not tell who."""
        return self._keeping.ask(lambda store: store.vault.ring() is not None)

    def enter(self, seat: Seat, words: str, kind: Kind = "pass") -> Future[Space]:
        """Open a partner's own room."""
        return self._keeping.ask(lambda store: self._space(store.vault.keys(words, kind, seat)))

    def make_space(self, seat: Seat, chosen: Chosen) -> Future[Space]:
        """Make a partner's own room. One they had before opens with its old words no more."""

        def made(store: Store) -> Space:
            store.before("passphrase")
            return self._space(store.vault.make_space(seat, _words(chosen)))

        return self._keeping.ask(made)

    def change(self, space: Space, words: str, kind: Kind = "pass") -> Future[None]:
        """Put a partner's room behind another passphrase or another code."""
        return self._behind(space, {kind: words})

    def renew(self, space: Space, words: str, code: str) -> Future[None]:
        """Put a partner's room behind another passphrase and another code: both at one stroke, or neither."""
        return self._behind(space, {"pass": words, "code": code})

    def _behind(self, space: Space, words: Mapping[Kind, str]) -> Future[None]:
        keys = space.keys

        def changed(store: Store) -> None:
            store.before("passphrase")
            store.vault.renew(keys, words)

        return self._keeping.ask(changed)

    def lock(self, chosen: Mapping[Seat, Chosen]) -> Future[None]:
        """Lock the books with what both have chosen; whoever has a room keeps it."""
        words = {seat: _words(one) for seat, one in chosen.items()}
        return self._keeping.ask(lambda store: store.vault.lock(words))

    def new_keys(self, chosen: Mapping[Seat, Chosen]) -> Future[None]:
        """Seal everything anew, with no backup left; both have to have opened their rooms."""
        was = {seat: one.space.keys for seat, one in chosen.items() if one.space}
        words = {seat: _words(Chosen(one.words, one.code)) for seat, one in chosen.items()}
        return self._keeping.ask(lambda store: store.vault.lock(words, was))

    def unlock(self) -> Future[None]:
        """Turn locked books back into open ones; private notes stay sealed."""
        return self._keeping.ask(lambda store: store.vault.unlock())

    def offer(self) -> str:
        """Draw five random words that would make a good passphrase together."""
        from coreg.content.passphrase import offer

        return offer(self._random)

    def new_code(self) -> str:
        """Make a recovery code."""
        from coreg.store.vault.keys import new_code

        return new_code(self._random)

    @staticmethod
    def same_code(one: str, other: str) -> bool:
        """Tell whether two codes are the same, however they are written."""
        from coreg.store.vault.keys import same_code

        return same_code(one, other)

    @staticmethod
    def refuse_weak(words: str, other: str = "") -> None:
        """Raise Trouble for words that cannot be taken: words_short (least), words_long, words_same."""
        from coreg.store.vault.keys import refuse_weak

        refuse_weak(words, other)

    def _space(self, keys: Keys) -> Space:
        return Space(self._keeping, keys, clock=self._clock, now=self._now, zone=self._zone)


def _words(chosen: Chosen) -> Words:
    from coreg.store.vault.keys import Words

    return Words(chosen.words, chosen.code, chosen.space.keys.own if chosen.space else b"")
