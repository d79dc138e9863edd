"""Books that are locked, with words that both know here."""

from __future__ import annotations

import pytest

from coreg.evening.locking import Chosen
from coreg.evening.space import Space
from coreg.screens.house import House
from tests.screens.vault.words import CODES, MINE, WORDS

__all__ = ["locked", "mine", "sealed"]


@pytest.fixture
def sealed(house: House) -> House:
    """Lock the books; they are open now."""
    house.locking.lock({seat: Chosen(WORDS[seat], CODES[seat]) for seat in ("a", "b")}).result()
    return house


@pytest.fixture
def locked(sealed: House) -> House:
    """Lock the books, and forget their key."""
    sealed.locking.shut_books().result()
    sealed.forget()
    return sealed


@pytest.fixture
def mine(house: House) -> Space:
    """Make a room for Mina; Jo has none."""
    return house.locking.make_space("a", Chosen(MINE, CODES["a"])).result()
