"""Who sits here tonight."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coreg.practice.helping import Help

if TYPE_CHECKING:
    from coreg.practice.play import Seat

__all__ = ["Card", "Couple", "People"]


@dataclass(frozen=True, slots=True)
class Card:
    """What helps somebody when it is a lot, and what does not: by the lists in the words, and own lines."""

    helps: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    own: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything on it."""
        return bool(self.helps or self.avoid or self.own)


@dataclass(frozen=True, slots=True)
class Couple:
    """Names, who sits left, each one's own line (0..10) and card, and what helps them."""

    a: str
    b: str
    left: Seat = "a"
    own_lines: tuple[int, int] = (7, 7)
    cards: tuple[Card, Card] = (Card(), Card())
    helps: tuple[Help, ...] = ()

    def card(self, seat: Seat) -> Card:
        """Return the card of one of the two."""
        return self.cards[0] if seat == "a" else self.cards[1]

    def known(self, people: People) -> Couple:
        """Return them with what the book knows of them."""
        return replace(self, own_lines=people.own_lines, cards=people.cards, helps=people.helps)


@dataclass(frozen=True, slots=True)
class People:
    """What the book knows of the two beside their names: own lines, cards, and what helps."""

    own_lines: tuple[int, int] = (7, 7)
    cards: tuple[Card, Card] = (Card(), Card())
    helps: tuple[Help, ...] = ()
