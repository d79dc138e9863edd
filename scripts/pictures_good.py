"""Pictures of being near, of the cards, of good moments, and of what helps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from coreg.evening.company import with_card
from coreg.evening.couple import Card
from coreg.screens.good.ideas import ideas
from coreg.screens.good.opening import open_good
from scripts.pictures_scene import Scene
from scripts.pictures_settings import to_row

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App

    from scripts.pictures_studio import Studio

__all__ = ["GOOD"]

_CARD = Card(("hand", "here", "quiet"), ("advice", "questions"), ("The blue blanket.", "It passes."))


def _keys(*keys: str) -> Callable[[Studio], Awaitable[None]]:
    return lambda studio: studio.keys(*keys)


def _with_cards(studio: Studio) -> None:
    studio.house.keeping.change_couple(lambda couple: with_card(couple, "a", _CARD)).result()
    studio.house.couple = replace(studio.house.couple, cards=(_CARD, Card()))


def _near(wait: float, key: str = "f", *, then: str = "") -> Callable[[Studio], Awaitable[None]]:
    async def act(studio: Studio) -> None:
        _with_cards(studio)
        studio.clock.time += 2
        await studio.keys(key)
        await studio.wait(wait)
        if then:
            await studio.keys(then)

    return act


async def _card(studio: Studio) -> None:
    _with_cards(studio)
    await studio.keys(*to_row("card_left"), "down", "right")


async def _moment(studio: Studio) -> None:
    await studio.keys("*", "type:The kettle, and your hand on my back.", "enter", "4", "u", "j", "w")
    await studio.keys("type:Nobody was in a hurry.", "enter")


async def _good(studio: Studio, *keys: str) -> None:
    maps = studio.house.maps
    for one in ideas(studio.house)[:4]:
        maps.keep_resource(one).result()
    shower = maps.blank_resource("A long shower", "a").model_copy(
        update={"when": ("up",), "ways": ("alone",)}
    )
    maps.keep_resource(shower).result()
    maps.glimmer("The light on the kitchen wall at four.", sense="saw", by="a").result()
    maps.glimmer("You hummed while you cooked.", sense="heard", who="you", by="b").result()
    maps.glimmer("Rain on the roof of the car, and we stayed in it.", who="us").result()
    open_good(cast("App[int]", studio.app), studio.house)
    await studio.pilot.pause(0.2)
    await studio.keys(*keys)


def _good_keys(*keys: str) -> Callable[[Studio], Awaitable[None]]:
    return lambda studio: _good(studio, *keys)


GOOD: tuple[Scene, ...] = (
    Scene("near", _near(8.5)),
    Scene("near-usual", _near(8.5, "j")),
    Scene("near-still", _near(64)),
    Scene("near-thanks", _near(30, then="j")),
    Scene("card", _card),
    Scene("moment", _keys("*", "type:The kettle, and your hand on my back.")),
    Scene("moment-more", _moment),
    Scene("good", _good_keys("down")),
    Scene("good-aloud", _good_keys("a")),
    Scene("good-ideas", _good_keys("i")),
    Scene("helping", _good_keys("enter", "down", "down", "right")),
)
"""The rows of the catalogue."""
