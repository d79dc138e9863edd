"""Asking two people for their own keys, one press at a time: what is shown, and what a press is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from coreg.content import say
from coreg.practice.hello import OFFERS, PATIENCE, offered
from coreg.screens.own_keys import HIDE, Clash, own_keys, usable
from coreg.widgets.text import SEAT_STYLE

if TYPE_CHECKING:
    from coreg.practice.hello import Asking
    from coreg.practice.play import Seat
    from coreg.screens.base import Room
    from coreg.screens.house import House

__all__ = ["ask_lines", "asked_seat", "clash_words", "next_offer", "refusal"]

_UNSAID = ("shift", "control", "alt", "super", "hyper", "meta", "lock", "level")
"""Parts of the names of keys that only go with others; some terminals send them alone."""


def refusal(house: House, asking: Asking, press: str) -> str | None:
    """Return why a press cannot be the key asked for: a sentence, "" when it can, None to say nothing."""
    if asking.asked is None:
        return None
    if not usable(press):
        return None if any(part in press for part in _UNSAID) else say("welcome.keys.strange")
    settings = house.settings
    found = own_keys({**asking.chosen, asking.asked: press}, settings.keys, settings.hide_key)
    return clash_words(house, found) if isinstance(found, Clash) else ""


def clash_words(house: House, clash: Clash) -> str:
    """Return the sentence about a key that means something else already; it names both."""
    if clash.other == HIDE:
        return say("welcome.keys.clash_hide", key=clash.key)
    mine = say(f"welcome.keys.mine.{clash.id.rpartition('.')[2]}")
    return say("welcome.keys.clash", key=clash.key, other=_meaning(house, clash.other), mine=mine)


def _meaning(house: House, key_id: str) -> str:
    """Return what a key does, with the name of the one it belongs to."""
    side, _, name = key_id.partition(".")
    if side not in ("left", "right"):
        return say(f"keys.{key_id}")
    what = name if name in ("main", "stop") else "five"
    return say(f"welcome.keys.theirs.{what}", name=house.name(house.seat(side)))


def asked_seat(house: House, asking: Asking) -> Seat | None:
    """Return whose key is asked for."""
    return house.seat(asking.asked.partition(".")[0]) if asking.asked else None


def next_offer(asking: Asking, now: float) -> float:
    """Return the seconds until another key is offered."""
    return PATIENCE - max(0.0, now - asking.since) % PATIENCE


def ask_lines(room: Room, asking: Asking, said: str, now: float) -> list[Content]:
    """Return what stands on the stage while a key is asked for; ``said`` is why the last press did not do."""
    if asking.asked is None:
        return []
    side, _, name = asking.asked.partition(".")
    key = offered(asking, now)
    worked = bool(asking.pressed) and not said
    hint = "any" if key in OFFERS[asking.asked][:1] or not _waits(asking, now) else "other"
    return [
        Content.styled(say("welcome.keys.works") if worked else "", "$both"),
        Content(""),
        room.words(f"welcome.keys.{side}_{name}", "bold"),
        Content(""),
        Content.styled(say("welcome.keys.example"), "$muted"),
        *_key_cap(key, SEAT_STYLE[room.house.seat(side)]),
        Content(""),
        Content.styled(say(f"welcome.keys.about_{name}"), "$muted"),
        Content(""),
        Content(said) if said else Content.styled(say(f"welcome.keys.{hint}"), "$muted"),
    ]


def _key_cap(key: str, style: str) -> list[Content]:
    """Return a key as it lies there, its front edge towards whoever looks: nobody takes it for a field."""
    width = Content(key).cell_length + 2
    rows = (
        Content.styled(f"╭{'─' * width}╮", "$faint"),
        Content.assemble(("│", "$faint"), (f" {key} ", f"bold {style}"), ("│", "$faint")),
        Content.styled(f"┕{'━' * width}┙", "$muted"),
    )
    return [row.stylize_before("on $panel") for row in rows]


def _waits(asking: Asking, now: float) -> bool:
    return now - asking.since >= PATIENCE
