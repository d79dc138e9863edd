"""What is said of a good moment, and of something that helps, beside its own words. Knows no Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import has, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coreg.record.maps import Glimmer, Resource
    from coreg.screens.house import House

__all__ = ["SENSES", "WHO", "helping_facts", "moment_facts", "whose"]

SENSES = ("saw", "heard", "smelt", "tasted", "felt", "moved")
"""What a moment can have come through."""

WHO = ("me", "you", "us", "else")
"""Who can have been in it."""


def moment_facts(glimmer: Glimmer) -> str:
    """Return what a moment came through, who was in it and why, on one line; "" where nobody said."""
    return say("good.between").join(_of_moment(glimmer))


def _of_moment(glimmer: Glimmer) -> Iterator[str]:
    if has(f"good.sense.{glimmer.sense}"):
        yield say(f"good.sense.{glimmer.sense}")
    if glimmer.who is not None:
        yield say(f"good.who.{glimmer.who}")
    if glimmer.why:
        yield glimmer.why


def helping_facts(resource: Resource) -> str:
    """Return how something that helps goes, what for, how long and where, on one line."""
    return say("good.between").join(_of_resource(resource))


def _of_resource(resource: Resource) -> Iterator[str]:
    for name in ("ways", "when"):
        if said := [say(f"good.{name}.{one}") for one in getattr(resource, name)]:
            yield say("good.and").join(said)
    if resource.minutes is not None:
        yield say("good.minutes", count=resource.minutes)
    if resource.place:
        yield resource.place


def whose(house: House, seat: str | None) -> str:
    """Return whose something is: a name, or that it is both's."""
    return say("good.both") if seat is None else house.name(seat)
