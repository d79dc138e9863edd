"""Good moments of the week, offered after good night and read to each other; nothing is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.content import say
from coreg.plain.hiding import LEAVE
from coreg.plain.steps.base import either_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from coreg.plain.host import Host
    from coreg.record.maps import Glimmer

__all__ = ["offer_moments"]

_WAITS = 120.0
"""Seconds for which the offer stands: then it is good night, as on the screen."""

_ENDS = ("all.escape", "left.stop", "right.stop", LEAVE)
_OWN = ("left.main", "right.main")


def offer_moments(host: Host, moments: Sequence[Glimmer], facts: Callable[[Glimmer], str]) -> None:
    """Offer to read these aloud, and have them read; ``facts`` are what was said of one beside its words."""
    label = host.keymap.label
    offer = (
        say("plain_aloud.offer"),
        say("plain.choice", key=label("night.aloud"), what=say("plain_aloud.read")),
        say("plain.choice", key=label("all.escape"), what=say("plain_aloud.not_now")),
    )
    host.say(*offer)
    taken = host.pressed("night.aloud", *_ENDS, again=offer, place="night", seconds=_WAITS)
    if taken == "night.aloud":
        _read(host, moments, facts)


def _read(host: Host, moments: Sequence[Glimmer], facts: Callable[[Glimmer], str]) -> None:
    from coreg.practice.sitting import Sitting

    own = either_key(host.scene(Sitting("", ())), "main")
    keys = (
        say("plain.choice", key=own, what=say("good.aloud.next")),
        say("plain.choice", key=host.keymap.label("all.escape"), what=say("plain_aloud.enough")),
    )
    for number, one in enumerate(moments):
        told = tuple(_told(host, one, facts(one)))
        host.say(*told, *(() if number else keys))
        if host.pressed(*_OWN, *_ENDS, again=(*told, *keys), place="night") not in _OWN:
            return
    host.say(say("good.aloud.end"))


def _told(host: Host, one: Glimmer, facts: str) -> Iterator[str]:
    if one.by is None:
        yield say("plain_aloud.either", text=one.text)
    else:
        name = host.couple.a if one.by == "a" else host.couple.b
        yield say("plain_aloud.one", name=name, text=one.text)
    if facts:
        yield say("plain_aloud.facts", facts=facts.replace(say("good.between"), say("plain.and")))
