"""Pictures of being near, of the cards, of good moments, and of what helps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coreg.evening.company import with_card
from coreg.evening.couple import Card
from coreg.screens.settings_rows import ROWS
from scripts.pictures_scene import Scene

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from scripts.pictures_studio import Studio

__all__ = ["GOOD"]

_CARD = Card(("hand", "here", "quiet"), ("advice", "questions"), ("The blue blanket.", "It passes."))


def _with_cards(studio: Studio) -> None:
    studio.house.keeping.change_couple(lambda couple: with_card(couple, "a", _CARD)).result()
    studio.house.couple = replace(studio.house.couple, cards=(_CARD, Card()))


def _near(wait: float, key: str = "f", *, then: str = "") -> Callable[[Studio], Awaitable[None]]:
    async def act(studio: Studio) -> None:
        _with_cards(studio)
        await studio.keys(key)
        await studio.wait(wait)
        if then:
            await studio.keys(then)

    return act


async def _card(studio: Studio) -> None:
    _with_cards(studio)
    rows = [one.id for one in ROWS]
    await studio.keys(",", *["down"] * rows.index("card_left"), "enter", "down", "right")


GOOD: tuple[Scene, ...] = (
    Scene("near", _near(8.5)),
    Scene("near-usual", _near(8.5, "j")),
    Scene("near-still", _near(64)),
    Scene("near-thanks", _near(30, then="j")),
    Scene("card", _card),
)
"""The rows of the catalogue."""
