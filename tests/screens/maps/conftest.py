"""A room of Mina's own, for maps."""

from __future__ import annotations

import pytest

from coreg.evening.locking import Chosen
from coreg.evening.space import Space
from coreg.screens.house import House
from tests.screens.vault.words import CODES, MINE

__all__ = ["mine"]


@pytest.fixture
def mine(house: House) -> Space:
    """Make a room for Mina; Jo has none."""
    return house.locking.make_space("a", Chosen(MINE, CODES["a"])).result()
