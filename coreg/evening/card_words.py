"""What stands on a card, in words: what helps, own lines, what does not. Knows no Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import has, pack, say

if TYPE_CHECKING:
    from coreg.evening.couple import Card, Couple

__all__ = ["both_cards", "card_lines", "choice_words", "choices"]


def choices(kind: str) -> tuple[str, ...]:
    """Return the ids of what can be chosen: of "helps", or of "avoid"."""
    return tuple(pack("words/cards")[kind])


def choice_words(kind: str, name: str) -> str:
    """Return what a choice says; one that a newer coreg knows is its id."""
    key = f"cards.{kind}.{name}"
    return say(key) if has(key) else name.replace("_", " ")


def card_lines(card: Card) -> tuple[str, ...]:
    """Return a card as up to three lines: what helps, the own lines, what does not; none of an empty one."""
    helps = say("cards.between").join(choice_words("helps", one) for one in card.helps)
    own = say("cards.between").join(card.own)
    avoid = say("cards.between").join(choice_words("avoid", one) for one in card.avoid)
    return tuple(filter(None, (helps, own, avoid and say("cards.not", what=avoid))))


def both_cards(couple: Couple) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the cards of a and b as lines."""
    return card_lines(couple.cards[0]), card_lines(couple.cards[1])
