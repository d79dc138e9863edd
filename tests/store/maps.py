"""Maps that are quickly made, for the tests of keeping them."""

from __future__ import annotations

from datetime import date

from coreg.practice.play import Seat
from coreg.record.maps import Glimmer, Link, Loop, MapWords, PrivateTrigger, Resource, Trigger
from coreg.store import Store
from tests.store.helpers import DAY, EVENING

__all__ = ["drawn", "glimmer", "link", "loop", "own", "resource", "trigger"]


def trigger(owner: Seat = "a", **words: object) -> Trigger:
    said = MapWords.model_validate(words or {"cue": "a door"})
    return Trigger(owner=owner, words=said, written=EVENING, local_date=DAY)


def own(**words: object) -> PrivateTrigger:
    return PrivateTrigger(words=MapWords.model_validate(words), written=EVENING, local_date=DAY)


def link(cue: Trigger, move: Trigger) -> Link:
    return Link(cue=cue.id, move=move.id, made=EVENING, local_date=DAY)


def loop(name: str, *through: Trigger) -> Loop:
    return Loop(name=name, triggers=tuple(one.id for one in through), written=EVENING, local_date=DAY)


def glimmer(text: str = "The cat came", day: date = DAY) -> Glimmer:
    return Glimmer(text=text, written=EVENING, local_date=day)


def resource(title: str = "Tea") -> Resource:
    return Resource(title=title, written=EVENING, local_date=DAY)


def drawn(store: Store) -> tuple[Trigger, Trigger, Link, Loop]:
    """Keep a trigger of each, a link from the first to the second, and a loop through both."""
    mina = store.keep(trigger("a", cue="Jo leaves", echo="the hallway"))
    jo = store.keep(trigger("b", move="leaves the room"))
    return mina, jo, store.keep(link(mina, jo)), store.keep(loop("the Thursday storm", mina, jo))
