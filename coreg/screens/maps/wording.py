"""The words that the drawing of a loop needs beside those of the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.content.map_words import picks
from coreg.insight.loop_picture import Wording

if TYPE_CHECKING:
    from coreg.screens.house import House

__all__ = ["wording"]


def wording(house: House) -> Wording:
    """Return the packs, both names, and what the kinds of moves are called."""
    return Wording(say, {"a": house.name("a"), "b": house.name("b")}, picks("move_kind"))
